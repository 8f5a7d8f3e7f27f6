import { textAt } from '#core/article.ts';
import { splitSentences } from '#language/split-sentences.ts';
import { rememberByLanguage } from './remember-by-language.ts';

/** Sentences of a text that are looked at: a claim is a sentence or several, not an article of its own. */
const MOST_SENTENCES = 30;

/** The sentences of what is checked, cut from it. */
export const sentencesOf = rememberByLanguage((text, language): readonly string[] =>
  splitSentences(text, language)
    .slice(0, MOST_SENTENCES)
    .map((sentence) => textAt(text, sentence)),
);
