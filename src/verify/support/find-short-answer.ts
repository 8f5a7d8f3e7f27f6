import { contentWords } from '#language/content-words.ts';
import type { Ground } from '../ground.ts';
import { plainWords } from '../words/words-of.ts';
import { rankSentences } from './measure-support.ts';
import { sentenceAt } from './retold-by.ts';
import type { Told } from './told-sentences.ts';

/** Fewer telling words before a "not" may be anybody's. */
const FEWEST_STEMS = 2;

/** "Q: Did the minister know?": what a yes or a no answers. English. */
const QUESTION =
  /^(?:q[.:]\s*)?[“"'‘]?(?:and |so |but )?(?:did|does|do|is|are|was|were|has|have|had|can|could|will|would|should|must)\s.{3,}\?[”"'’]?$/iu;

const NO = /^(?:a[.:]\s*)?[“"'‘]?no(?=[.,;:!—–-]|\s[—–-]|$)/iu;

/** The article's "no" to what a sentence tells: "Her lawyers say that it does not.", or a question that is answered with one. English. */
export function findShortAnswer({ stems, places }: Told, ground: Ground): string | null {
  const { language } = ground.article;
  for (const place of rankSentences([...stems], ground)) {
    const sentence = sentenceAt(place, ground);
    const own = contentWords(sentence, language);
    if (!['not', 'no'].includes(plainWords(sentence).at(-1) ?? '') || /\?\P{L}*$/u.test(sentence)) continue;
    if (own.length >= FEWEST_STEMS && own.every((stem) => stems.has(stem))) return sentence;
  }
  for (const place of places) {
    const answer = sentenceAt(place + 1, ground);
    if (QUESTION.test(sentenceAt(place, ground)) && NO.test(answer)) return answer;
  }
  return null;
}
