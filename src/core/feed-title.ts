import { plainText } from './plain-text.ts';

/** A channel lists its feeds, and each story of a digest names one; a feed that calls itself a page is called by its beginning. */
const LONGEST_TITLE = 120;

/** What a feed, or a list of feeds, calls it, as it is kept and shown; null where it has no name. */
export function feedTitle(title: string | null): string | null {
  const plain = plainText(title ?? '').slice(0, LONGEST_TITLE);
  return plain.toWellFormed().trim() || null;
}
