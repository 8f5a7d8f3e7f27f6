import openers from '../data/clause-openers.json' with { type: 'json' };
import { BORDER } from '../ground.ts';
import { plainWords } from '../words/words-of.ts';

/** Words of a sentence that are compared; the longest of news have some 120. */
const MOST_WORDS = 300;

/** What a clause begins after: retold, it may open a sentence. */
const OPENERS: ReadonlySet<string> = new Set([BORDER, ...openers]);

/** "Has not been" and "has been" stand near each other in any sentence; a longer word after it, or two, tell what is meant. */
const SHORTEST_WORD = 5;

/**
 * Such a word of `full` that `short` lacks between the same neighbours, with them: "has not resigned". The words around
 * it must meet in `short`, at most one other word between them, and must not stand so in `wording`. The border of a
 * sentence is a neighbour too: "No date was set".
 */
export function findNeighbourLost(
  full: readonly string[],
  short: readonly string[],
  kind: ReadonlySet<string>,
  wording: string,
): string | null {
  for (const [index, word] of full.entries()) {
    const before = full[index - 1];
    const after = full[index + 1];
    if (!kind.has(word) || before === undefined || after === undefined) continue;
    if (kind.has(before) || kind.has(after)) continue;
    const next = full[index + 2];
    const isTelling = after.length >= SHORTEST_WORD;
    if (!isTelling && next === undefined) continue;
    // "It was probably over.": what ends a sentence has two neighbours before it.
    const isLast = !isTelling && next === BORDER;
    for (const [at, other] of short.entries()) {
      if (other !== before && !(OPENERS.has(other) && OPENERS.has(before))) continue;
      const gap = short[at + 1] === after ? 1 : short[at + 2] === after ? 2 : 0;
      const between = short[at + 1] ?? '';
      if (gap === 0 || (gap === 2 && kind.has(between))) continue;
      if (!isTelling && short[at + gap + 1] !== next) continue;
      if (isLast && (gap === 2 || short[at - 1] !== full[index - 2])) continue;
      const from = gap === 2 && OPENERS.has(other) ? at + 1 : at;
      const met = short.slice(from, at + gap + (isTelling ? 1 : 2)).join(' ');
      if (!wording.includes(` ${met} `)) return phraseOf([before, word, after, isTelling ? BORDER : (next ?? BORDER)]);
    }
  }
  return null;
}

/** The plain words of a sentence, with its borders. */
export function borderedWords(sentence: string): string[] {
  return [BORDER, ...plainWords(sentence).slice(0, MOST_WORDS), BORDER];
}

function phraseOf(words: readonly string[]): string {
  return words.filter((word) => word !== BORDER).join(' ');
}
