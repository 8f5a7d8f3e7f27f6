import { type Article, readHtml, readText } from '#index.ts';
import type { GoldArticle } from './parse-gold.ts';
import { renderPage } from './render-page.ts';

/** A marked article as it is read from its page, and whether its text came out letter for letter. */
export function readMarked(gold: GoldArticle): { readonly article: Article; readonly isExact: boolean } {
  const page = readHtml(renderPage(gold), { url: gold.url });
  const isExact = page.text === gold.text;
  // Marks point into the marked text: where reading lost some of it, the loss counts once, in its own row.
  return { article: isExact ? page : readText(gold.text, { url: gold.url, title: gold.title }), isExact };
}
