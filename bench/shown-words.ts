import type { Span } from '#index.ts';

/** Which words of these passages a text shows, in their order: the longest run of words that both have, gaps allowed. */
export function shownWords(text: string, passages: readonly Span[], shown: string): Span[] {
  const theirs = passages
    .toSorted((a, b) => a.start - b.start)
    .flatMap(({ start, end }) =>
      wordsIn(text.slice(start, end)).map((word) => ({ start: start + word.start, end: start + word.end })),
    );
  const had = theirs.map(({ start, end }) => text.slice(start, end).toLowerCase());
  const wanted = wordsIn(shown).map(({ start, end }) => shown.slice(start, end).toLowerCase());
  // rest[i][k]: how many words the two have in common from i and k on.
  const rest = Array.from({ length: had.length + 1 }, () => new Array<number>(wanted.length + 1).fill(0));
  const at = (i: number, k: number): number => rest[i]?.[k] ?? 0;
  for (let i = had.length - 1; i >= 0; i -= 1) {
    const row = rest[i] ?? [];
    for (let k = wanted.length - 1; k >= 0; k -= 1)
      row[k] = had[i] === wanted[k] ? at(i + 1, k + 1) + 1 : Math.max(at(i + 1, k), at(i, k + 1));
  }
  const found: Span[] = [];
  for (let i = 0, k = 0; i < had.length && k < wanted.length; ) {
    const word = theirs[i];
    if (word !== undefined && had[i] === wanted[k]) {
      found.push(word);
      i += 1;
      k += 1;
    } else if (at(i + 1, k) >= at(i, k + 1)) i += 1;
    else k += 1;
  }
  return found;
}

function wordsIn(text: string): Span[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}
