const LETTER = /^\p{L}/u;
/** By UTF-16 unit: 0 not asked yet, 1 a letter, 2 none. */
const known = new Uint8Array(0x10000);

/** Whether a letter begins at an offset of a text. */
export function isLetterAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (Number.isNaN(unit)) return false;
  // The first half of a pair tells nothing without the second.
  if (unit >= 0xd800 && unit < 0xdc00) return LETTER.test(text.slice(at, at + 2));
  known[unit] ||= LETTER.test(String.fromCharCode(unit)) ? 1 : 2;
  return known[unit] === 1;
}

/** Where the letters end that begin at an offset of a text: the offset itself where none does. */
export function lettersEnd(text: string, from: number): number {
  let at = from;
  while (isLetterAt(text, at)) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}
