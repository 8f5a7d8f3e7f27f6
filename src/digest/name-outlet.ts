import type { Article } from '#core/article.ts';
import type { NewsEntry } from '#core/digest.ts';
import { siteOf } from './outlet-key.ts';

/**
 * Who published what an entry leads to. A feed that belongs to the page's site gives its own title; one that only links (an
 * aggregator, a newsletter) is not the outlet, and the page's name stands.
 */
export function nameOutlet({ outlet, url }: NewsEntry, article: Article): string {
  const [label = ''] = siteOf(article.url ?? url)?.split('.') ?? [];
  const isHost = article.outlet === null || /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(article.outlet);
  if (article.outlet === null || isHost || label === '') return outlet;
  const squash = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const isOwn = squash(outlet).includes(squash(label)) || isPartOf(squash(article.outlet), squash(outlet));
  return isOwn ? outlet : article.outlet;
}

function isPartOf(a: string, b: string): boolean {
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a));
}
