/**
 * A text, or its beginning, cut at a word, with a sign that there is more. `longest` in UTF-16 units, without the sign. Where no word
 * ends in the second half (scripts without spaces, words without an end) it is cut inside one.
 */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const space = text.lastIndexOf(' ', longest);
  return space > longest / 2 ? `${text.slice(0, space).trimEnd()} …` : `${text.slice(0, longest).toWellFormed()}…`;
}
