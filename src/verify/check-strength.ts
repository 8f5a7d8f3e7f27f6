import { textAt } from '#core/article.ts';
import type { Objection } from '#core/claim.ts';
import { contentWords } from '#language/content-words.ts';
import { splitSentences } from '#language/split-sentences.ts';
import type { Subject } from './check.ts';
import hedges from './data/hedges.json' with { type: 'json' };
import negations from './data/negations.json' with { type: 'json' };
import type { Ground } from './ground.ts';
import { rankSentences } from './measure-support.ts';
import { plainWords } from './words-of.ts';

/** From this share of shared content words on, a sentence of the article is the one that a claim retells. */
const RETOLD = 0.6;

/** Sentences of a claim that are looked at. */
const MOST_SENTENCES = 30;

/** Words of a sentence that are compared; the longest of news have some 120. */
const MOST_WORDS = 300;

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
    const claimed = plainWords(sentence).slice(0, MOST_WORDS);
    for (const told of retoldBy(sentence, ground)) {
      const given = plainWords(told).slice(0, MOST_WORDS);
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

/** The article's sentences that hold most of a claim's sentence. */
function retoldBy(sentence: string, ground: Ground): string[] {
  const { text, language, sentences } = ground.article;
  const stems = contentWords(sentence, language);
  return rankSentences(stems, ground)
    .filter((index) => {
      const known = new Set(ground.stems[index]);
      return stems.filter((stem) => known.has(stem)).length >= stems.length * RETOLD;
    })
    .map((index) => sentences[index])
    .flatMap((span) => (span === undefined ? [] : [textAt(text, span)]));
}

/**
 * Such a word of `full` that `short` lacks between the same neighbours, with them: "has not resigned". The words around
 * it must meet in `short`, at most one other word between them, and must not stand so in `wording`.
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
    if (!kind.has(word) || before === undefined || after === undefined || after.length < SHORTEST_WORD) continue;
    if (kind.has(before) || kind.has(after)) continue;
    for (const [at, other] of short.entries()) {
      if (other !== before) continue;
      const gap = short[at + 1] === after ? 1 : short[at + 2] === after ? 2 : 0;
      const between = short[at + 1] ?? '';
      if (gap === 0 || (gap === 2 && kind.has(between))) continue;
      const met = short.slice(at, at + gap + 1).join(' ');
      if (!wording.includes(` ${met} `)) return `${before} ${word} ${after}`;
    }
  }
  return null;
}

/** "Has not been" and "has been" stand near each other in any sentence; a longer word after it tells what is meant. */
const SHORTEST_WORD = 5;
