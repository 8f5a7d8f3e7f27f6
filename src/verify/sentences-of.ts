import { textAt } from '#core/article.ts';
import { keepRecent } from '#core/keep-recent.ts';
import { splitSentences } from '#language/split-sentences.ts';

/** Sentences of a text that are looked at: a claim is a sentence or several, not an article of its own. */
const MOST_SENTENCES = 30;

/** A dozen checks ask for the sentences of the same claim, one after the other. */
const TEXTS_KEPT = 20;

const kept = keepRecent<readonly string[]>(TEXTS_KEPT);

/** The sentences of what is checked, cut from it. */
export function sentencesOf(text: string, language: string): readonly string[] {
  return kept(`${language} ${text}`, () =>
    splitSentences(text, language)
      .slice(0, MOST_SENTENCES)
      .map((sentence) => textAt(text, sentence)),
  );
}
