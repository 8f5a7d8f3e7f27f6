import type { Difference } from '#core/digest.ts';
import { shorten } from './shorten.ts';

/** Where accounts of a story differ, a line each: who says what, in their own words. */
export function differenceLines({ kind, about, sides }: Difference, timeZone: string): string[] {
  const lead = kind === 'update' ? `Updated (${about})` : `Accounts differ (${about})`;
  const said = sides.map(({ outlet, text, credit, at }) => {
    const time = at === null ? '' : `, ${timeOf(at, timeZone)}`;
    return `${outlet}${time}: “${shorten(text, LONGEST_SIDE)}”${credit === null ? '' : ` (${credit})`}`;
  });
  return [`${lead}: ${said.join(' — ')}`];
}

function timeOf(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(at));
}

/** A figure that differs stands well before this (`digest/read-figure-facts.ts`). In characters. */
const LONGEST_SIDE = 240;
