/** Whether tagger and parser know the language, or nobody knows which it is. */
export function isEnglish(language: string): boolean {
  return language.startsWith('en') || language === 'und';
}
