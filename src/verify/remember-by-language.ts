import { keepRecent } from '#core/keep-recent.ts';

/** Checks ask the same of the same claim and of the passages for it, one after the other. What is kept outlives the article, and may be one. */
const TEXTS_KEPT = 40;
const LANGUAGES_KEPT = 20;

/** The same function of a text and its language, which does not work out again what it has just worked out; `rememberTexts` does so of one article. */
export function rememberByLanguage<T>(
  read: (text: string, language: string) => T,
): (text: string, language: string) => T {
  const languages = keepRecent<(text: string, make: () => T) => T>(LANGUAGES_KEPT);
  return (text, language) => {
    const kept = languages(language, () => keepRecent<T>(TEXTS_KEPT));
    return kept(text, () => read(text, language));
  };
}
