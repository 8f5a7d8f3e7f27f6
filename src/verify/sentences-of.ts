import { textAt } from '#core/article.ts';
import { splitSentences } from '#language/split-sentences.ts';

/** Sentences of a text that are looked at: a claim is a sentence or several, not an article of its own. */
const MOST_SENTENCES = 30;

/** What may begin a sentence in a text without capitals, as some systems write it: "two were hurt. the bridge is closed". */
const SMALL_START = /[.!?]["”'’)]?\s["“'‘(]?\p{Ll}/gu;

/** The sentences of what is checked, cut from it; also of a text that is in small letters throughout. */
export function sentencesOf(text: string, language: string): string[] {
  const raised = /\p{Lu}/u.test(text) ? text : text.replace(SMALL_START, raise);
  return splitSentences(raised, language)
    .slice(0, MOST_SENTENCES)
    .map((sentence) => textAt(text, sentence));
}

/** Of the same length: the places of the sentences are those of the text. */
function raise(start: string): string {
  const capital = start.slice(-1).toUpperCase();
  return capital.length === 1 ? start.slice(0, -1) + capital : start;
}
