/**
 * Whether a text has a word, in any case, that begins with a stem and ends in `ending`, and behind none of `without`. Both are parts of a
 * regular expression. It is made only where the stem stands in the text at all.
 */
export function holdsWord(text: string, stem: string, ending: string, without: string): boolean {
  if (!text.toLowerCase().includes(stem.toLowerCase())) return false;
  const before = `(?<!\\b(?:${without})\\s(?:\\p{L}+\\s)?)(?<!\\p{L})`;
  return new RegExp(`${before}${RegExp.escape(stem)}${ending}(?!\\p{L})`, 'iu').test(text);
}
