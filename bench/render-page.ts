import type { GoldArticle } from './parse-gold.ts';

/** A marked article as a news page with the usual things around it, so that reading has something to take away. */
export function renderPage(gold: GoldArticle): string {
  const paragraphs = gold.text.split('\n\n').map((paragraph) => `<p>${escapeText(paragraph)}</p>`);
  const middle = Math.ceil(paragraphs.length / 2);
  return `<!doctype html>
<html lang="${gold.language}"><head><meta charset="utf-8">
<title>${escapeText(gold.title)} | ${escapeText(gold.outlet)}</title>
<link rel="canonical" href="${escapeText(gold.url)}">
<meta property="og:site_name" content="${escapeText(gold.outlet)}">
<meta property="og:title" content="${escapeText(gold.title)}">
<meta property="article:published_time" content="${gold.published}">
</head><body>
<header><a href="/">${escapeText(gold.outlet)}</a><nav><ul>${links(12)}</ul></nav></header>
<main><article>
<h1>${escapeText(gold.title)}</h1>
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
<footer><p>© ${escapeText(gold.outlet)}. All rights reserved.</p><ul>${links(10)}</ul></footer>
</body></html>
`;
}

function links(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `<li><a href="/page-${index}">Another page ${index}</a></li>`,
  ).join('');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
