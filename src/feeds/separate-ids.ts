import type { FeedItem } from '#core/feed.ts';

/** Some feeds give one identifier to many items: there the address tells them apart, and after it the title. */
export function separateIds(items: readonly FeedItem[]): FeedItem[] {
  const uses = new Map<string, Set<string>>();
  for (const item of items) uses.set(item.id, (uses.get(item.id) ?? new Set()).add(ownMark(item)));
  return items.map((item) =>
    (uses.get(item.id)?.size ?? 0) > 1 ? { ...item, id: `${item.id} ${ownMark(item)}` } : item,
  );
}

function ownMark({ url, title }: FeedItem): string {
  return url ?? title ?? '';
}
