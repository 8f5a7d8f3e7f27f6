/** The languages, without their regions, in which byline reads who says what; `src/attribute` has a reader for each. */
export const CREDITED_LANGUAGES: readonly string[] = [
  ...['ar', 'da', 'de', 'en', 'es', 'fr', 'it', 'ja', 'nb', 'nl', 'no', 'pt', 'sv'],
];

/** Whether who says what is read in this language ("pt-BR"); where nobody knows which it is, it is read as English. */
export function isCreditedIn(language: string): boolean {
  return language === 'und' || CREDITED_LANGUAGES.includes(language.split('-')[0] ?? '');
}
