import type { Briefing, Sourcing } from '#core/briefing.ts';
import { isCreditedIn } from '#core/credited-languages.ts';
import { MOST_STATEMENTS } from '#core/testimony.ts';

/** An article that has a third of its statements from one other outlet rests on that outlet's reporting. */
const SECOND_HAND_FROM = 1 / 3;
/** One or two relayed statements prove nothing about an article. */
const SECOND_HAND_LEAST = 3;

/**
 * "second-hand: 9 of 15 statements come through The Harbour Post", or null where no outlet carries that much. What an
 * outlet that relays others also reports in its own voice comes through it, too.
 */
export function secondHandLine(briefing: Briefing): string | null {
  const total = briefing.attributions.length;
  const carried = Object.entries(briefing.sourcing.via).map(([outlet, relayed]) => ({
    outlet,
    count: relayed + statementsOf(outlet, briefing),
  }));
  const [first] = carried.toSorted((a, b) => b.count - a.count || (a.outlet < b.outlet ? -1 : 1));
  if (first === undefined || first.count < SECOND_HAND_LEAST || first.count < SECOND_HAND_FROM * total) return null;
  return `second-hand: ${first.count} of ${total} statements come through ${first.outlet}`;
}

/** How many statements an outlet makes itself, through nobody else. */
function statementsOf(outlet: string, briefing: Briefing): number {
  const own = briefing.sources.filter(({ name }) => name === outlet).map(({ id }) => id);
  return briefing.attributions.filter(({ source, via }) => own.includes(source) && !via.includes(outlet)).length;
}

/** "12 statements: 5 from named sources, 6 unnamed, 1 document". `language`: the article's. */
export function sourcingLine(sourcing: Sourcing, language: string): string {
  const parts = [
    count(sourcing.named, 'from named sources'),
    count(sourcing.unnamed, 'from unnamed sources'),
    count(sourcing.documents, 'from documents'),
    count(sourcing.unstated, 'with no source stated'),
  ].filter((part) => part !== null);
  const total = sourcing.named + sourcing.unnamed + sourcing.documents + sourcing.unstated;
  if (total === 0) return isCreditedIn(language) ? 'the article credits no one' : NOT_READ;
  const first = total >= MOST_STATEMENTS ? 'the first ' : '';
  return `${first}${total} ${total === 1 ? 'statement' : 'statements'}: ${parts.join(', ')}`;
}

function count(number: number, words: string): string | null {
  return number === 0 ? null : `${number} ${words}`;
}

/** Nothing was found where nothing is looked for: that says nothing about the article. */
const NOT_READ = 'who says what is not read in this language';
