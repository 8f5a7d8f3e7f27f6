import { textAt } from '#core/article.ts';
import { onceFor } from '#core/once-for.ts';
import { contentWords } from '#language/content-words.ts';
import type { Ground } from '../ground.ts';
import { type ReadSentence, readSentence } from '../read-sentence.ts';
import { rememberTexts } from '../remember-texts.ts';
import { rankSentences } from './measure-support.ts';

/** From this share of shared content words on, a sentence of the article is the one that a claim retells. */
const RETOLD = 0.6;

/** The places of the article's sentences that hold most of a claim's sentence, best first. */
export const retoldBy = rememberTexts((sentence: string, ground: Ground): readonly number[] => {
  const stems = contentWords(sentence, ground.article.language);
  return rankSentences(stems, ground).filter((index) => {
    const known = new Set(ground.stems[index]);
    const meant = ground.meantStems[index];
    return stems.filter((stem) => known.has(stem) || meant?.has(stem) === true).length >= stems.length * RETOLD;
  });
});

/** One of the article's sentences, read; without words for a place that it does not have. */
export function readSentenceAt(index: number, ground: Ground): ReadSentence {
  const read = readIn(ground);
  const known = read.get(index);
  if (known !== undefined) return known;
  const fresh = readSentence(sentenceAt(index, ground), ground);
  read.set(index, fresh);
  return fresh;
}

/** Some checks look through all of the article for each claim: a sentence is read once, however many there are. */
const readIn = onceFor((_: Ground) => new Map<number, ReadSentence>());

/** The words of one of the article's sentences; empty for a place that it does not have. */
export function sentenceAt(index: number, { article }: Ground): string {
  const span = article.sentences[index];
  return span === undefined ? '' : textAt(article.text, span);
}
