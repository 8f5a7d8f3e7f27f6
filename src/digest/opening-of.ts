import { guessLanguage } from '#language/guess-language.ts';
import { splitSentences } from '#language/split-sentences.ts';
import { saysMore } from './says-more.ts';

/** As much as a point of an article. In characters. */
const LONGEST = 280;
/** Summaries end in the middle of a sentence, with dots or with an invitation. */
const BROKEN_OFF = /(?:\.{3}|…|\[[^\]]*\])\s*$/;
const ENDED = /[.!?。！？؟।]["'”’»›)」』]*\s*$/u;

/**
 * The first sentences of a feed's summary that fit on two or three lines, whole ones only. Null where there is none, or where they
 * say no more than the title.
 */
export function openingOf(summary: string, title: string): string | null {
  const language = guessLanguage(summary) ?? 'en';
  const text = summary.slice(0, 4 * LONGEST);
  let end = 0;
  for (const [at, sentence] of splitSentences(text, language).entries()) {
    const words = text.slice(sentence.start, sentence.end);
    if (sentence.end > LONGEST || BROKEN_OFF.test(words) || !ENDED.test(words)) break;
    end = sentence.end;
    if (at >= 1) break;
  }
  const opening = text.slice(0, end).trim();
  return opening !== '' && saysMore(opening, title, language) ? opening : null;
}
