import { textAt } from '#core/article.ts';
import type { Objection } from '#core/claim.ts';
import { splitSentences } from '#language/split-sentences.ts';
import type { Subject } from './check.ts';
import openers from './data/clause-openers.json' with { type: 'json' };
import hedges from './data/hedges.json' with { type: 'json' };
import negations from './data/negations.json' with { type: 'json' };
import { BORDER, type Ground } from './ground.ts';
import { retoldBy, sentenceAt } from './retold-by.ts';
import { plainWords } from './words-of.ts';

/** Sentences of a claim that are looked at. */
const MOST_SENTENCES = 30;

/** Words of a sentence that are compared; the longest of news have some 120. */
const MOST_WORDS = 300;

/** What a clause begins after: retold, it may open a sentence. */
const OPENERS: ReadonlySet<string> = new Set([BORDER, ...openers]);

/** Words that turn a statement round or weaken it, and what leaving one out does. */
const KINDS = [
  { words: new Set(negations), dropped: 'leaves out' },
  { words: new Set(hedges), dropped: 'makes certain, without' },
] as const;

/**
 * "Has resigned" where the article has "has not resigned" or "has reportedly resigned", and the other way round: the
 * same words stand around a place where the one has such a word and the other has none.
 * English only, by its word lists; it says nothing where the article has the claim's wording too.
 */
export function checkStrength({ text }: Subject, ground: Ground): Objection[] {
  const { article } = ground;
  if (!article.language.startsWith('en')) return [];
  const objections: Objection[] = [];
  for (const span of splitSentences(text, article.language).slice(0, MOST_SENTENCES)) {
    const sentence = textAt(text, span);
    const claimed = borderedWords(sentence);
    for (const index of retoldBy(sentence, ground)) {
      const given = borderedWords(sentenceAt(index, ground));
      for (const { words, dropped } of KINDS) {
        const lost = findLost(given, claimed, words, ground.wording);
        if (lost !== null)
          objections.push({ check: 'strength', text: sentence, reason: `it ${dropped} “${lost}” of the article` });
      }
      const added = findLost(claimed, given, KINDS[0].words, '');
      if (added !== null && !ground.wording.includes(` ${added} `)) {
        objections.push({ check: 'strength', text: sentence, reason: `the article says this without “${added}”` });
      }
    }
  }
  return objections.slice(0, 1);
}

/**
 * Such a word of `full` that `short` lacks between the same neighbours, with them: "has not resigned". The words around
 * it must meet in `short`, at most one other word between them, and must not stand so in `wording`. The border of a
 * sentence is a neighbour too: "No date was set".
 */
function findLost(
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
    if (!isTelling && (next === undefined || next === BORDER)) continue;
    for (const [at, other] of short.entries()) {
      if (other !== before && !(OPENERS.has(other) && OPENERS.has(before))) continue;
      const gap = short[at + 1] === after ? 1 : short[at + 2] === after ? 2 : 0;
      const between = short[at + 1] ?? '';
      if (gap === 0 || (gap === 2 && kind.has(between))) continue;
      if (!isTelling && short[at + gap + 1] !== next) continue;
      const from = gap === 2 && OPENERS.has(other) ? at + 1 : at;
      const met = short.slice(from, at + gap + (isTelling ? 1 : 2)).join(' ');
      if (!wording.includes(` ${met} `)) return phraseOf([before, word, after, isTelling ? BORDER : (next ?? BORDER)]);
    }
  }
  return null;
}

function borderedWords(sentence: string): string[] {
  return [BORDER, ...plainWords(sentence).slice(0, MOST_WORDS), BORDER];
}

function phraseOf(words: readonly string[]): string {
  return words.filter((word) => word !== BORDER).join(' ');
}

/** "Has not been" and "has been" stand near each other in any sentence; a longer word after it, or two, tell what is meant. */
const SHORTEST_WORD = 5;
