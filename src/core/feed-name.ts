import type { KnownFeed } from './following.ts';

/** As people name a feed: its title, else its host. */
export function feedName({ title, url }: Pick<KnownFeed, 'title' | 'url'>): string {
  return title ?? URL.parse(url)?.host ?? url;
}
