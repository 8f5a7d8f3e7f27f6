import { attribute } from '#attribute/attribute.ts';
import type { Account, NewsEntry, Telling } from '#core/digest.ts';
import { readText } from '#read/read-text.ts';

export function anEntry(more: Partial<NewsEntry> = {}): NewsEntry {
  const outlet = more.outlet ?? 'Quay Gazette';
  return {
    id: `${outlet} 1`,
    feed: outlet,
    outlet,
    url: `https://${outlet.toLowerCase().replaceAll(' ', '-')}.example/story`,
    title: 'Bridge over the Sund closed',
    summary: null,
    publishedAt: new Date('2026-05-19T08:00:00Z'),
    ...more,
  };
}

/** An account as the real reader and the real attribution see it. */
export function anAccount(
  outlet: string,
  text: string,
  more: Partial<NewsEntry> & { authors?: string[] } = {},
): Account {
  const { authors = [], ...rest } = more;
  const entry = anEntry({ outlet, ...rest });
  const article = {
    ...readText(text, { title: entry.title, ...(entry.url === null ? {} : { url: entry.url }) }),
    outlet,
    authors,
    publishedAt: entry.publishedAt?.toISOString() ?? null,
  };
  return { entry, article, testimony: attribute(article) };
}

export function told(account: Account): Telling {
  return { entry: account.entry, account };
}
