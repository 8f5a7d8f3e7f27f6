/** A count of hits among tries; where there were none to try, the share is NaN and the table says "-". */
export type Tally = { readonly hits: number; readonly tries: number };

export const EMPTY: Tally = { hits: 0, tries: 0 };

export function tallyOf(claims: readonly boolean[]): Tally {
  return { hits: claims.filter((isHit) => isHit).length, tries: claims.length };
}

export function sumTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce((sum, { hits, tries }) => ({ hits: sum.hits + hits, tries: sum.tries + tries }), EMPTY);
}

/** In per cent. */
export function percentOf({ hits, tries }: Tally): number {
  return tries === 0 ? Number.NaN : (100 * hits) / tries;
}
