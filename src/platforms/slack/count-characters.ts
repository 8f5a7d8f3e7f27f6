import type { types } from '@slack/bolt';

/** Characters (UTF-16) of all texts in blocks, as Slack counts them against a message. */
export function countCharacters(blocks: readonly types.KnownBlock[]): number {
  return countIn(blocks);
}

function countIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + countIn(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, one]) => sum + (key === 'text' && typeof one === 'string' ? one.length : countIn(one)),
    0,
  );
}
