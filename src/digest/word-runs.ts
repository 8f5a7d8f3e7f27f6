/** So many words in a row are the same only where one text was copied from the other, or both quote a third. */
const RUN_WORDS = 6;
/** A page of an agency's report; what copies add or cut stands further below. */
const MOST_CHARACTERS = 6_000;
/** A headline and half a sentence have too few runs to compare. */
const LEAST_RUNS = 8;

/** The runs of words that a text has, in lower case and without its marks. */
export function wordRuns(text: string): ReadonlySet<string> {
  const words =
    text
      .slice(0, MOST_CHARACTERS)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Set<string>();
  for (let at = 0; at + RUN_WORDS <= words.length; at++) runs.add(words.slice(at, at + RUN_WORDS).join(' '));
  return runs;
}

/** The share of the shorter text's runs that stand in the other, 0 to 1; 0 where there are too few to tell. */
export function sharedShare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  if (short.size < LEAST_RUNS) return 0;
  let shared = 0;
  for (const run of short) if (long.has(run)) shared++;
  return shared / short.size;
}
