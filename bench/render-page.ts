import type { GoldArticle } from './parse-gold.ts';

/** A marked article as a news page with the usual things around it, so that reading has something to take away. */
export function renderPage(gold: GoldArticle): string {
  const paragraphs = gold.text.split('\n\n').map((paragraph) => `<p>${escape(paragraph)}</p>`);
  const middle = Math.ceil(paragraphs.length / 2);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<title>${escape(gold.title)} | ${escape(gold.outlet)}</title>
<link rel="canonical" href="${escape(gold.url)}">
<meta property="og:site_name" content="${escape(gold.outlet)}">
<meta property="og:title" content="${escape(gold.title)}">
<meta property="article:published_time" content="${gold.published}">
</head><body>
<header><a href="/">${escape(gold.outlet)}</a><nav><ul>${links(12)}</ul></nav></header>
<main><article>
<h1>${escape(gold.title)}</h1>
<p class="meta"><time datetime="${gold.published}">${gold.published.slice(0, 10)}</time> · 4 min read</p>
<ul class="share-buttons"><li><a href="#mail">Email</a></li><li><a href="#link">Copy link</a></li></ul>
<figure><img src="/picture.jpg" alt=""><figcaption>Photograph: the picture desk</figcaption></figure>
<div class="article-body">
${paragraphs.slice(0, middle).join('\n')}
<aside class="newsletter"><p>Get the day's stories in your inbox.</p><form><input type="email"><button>Sign up</button></form></aside>
${paragraphs.slice(middle).join('\n')}
</div>
</article>
<aside class="related"><h2>Related articles</h2><ul>${links(8)}</ul></aside></main>
<footer><p>© ${escape(gold.outlet)}. All rights reserved.</p><ul>${links(10)}</ul></footer>
</body></html>
`;
}

function links(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `<li><a href="/page-${index}">Another page ${index}</a></li>`,
  ).join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
