import type { Briefing, Sourcing } from '#core/briefing.ts';

/** An outlet that carries at least this share of the statements makes the article second-hand. */
const SECOND_HAND_FROM = 0.4;
/** One or two relayed statements prove nothing about an article. */
const SECOND_HAND_LEAST = 3;

/** "second-hand: 9 of 15 statements come through The Harbour Post", or null where no outlet carries that much. */
export function secondHandLine(briefing: Briefing): string | null {
  const total = briefing.attributions.length;
  const carried = Object.entries(briefing.sourcing.via).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const [outlet, count] = carried[0] ?? ['', 0];
  if (count < SECOND_HAND_LEAST || count < SECOND_HAND_FROM * total) return null;
  return `second-hand: ${count} of ${total} statements come through ${outlet}`;
}

/** "12 statements: 5 from named sources, 6 unnamed, 1 document". */
export function sourcingLine(sourcing: Sourcing): string {
  const parts = [
    count(sourcing.named, 'from named sources'),
    count(sourcing.unnamed, 'from unnamed sources'),
    count(sourcing.documents, 'from documents'),
    count(sourcing.unstated, 'with no source stated'),
  ].filter((part) => part !== null);
  const total = sourcing.named + sourcing.unnamed + sourcing.documents + sourcing.unstated;
  if (total === 0) return 'the article credits no one';
  return `${total} ${total === 1 ? 'statement' : 'statements'}: ${parts.join(', ')}`;
}

function count(number: number, words: string): string | null {
  return number === 0 ? null : `${number} ${words}`;
}
