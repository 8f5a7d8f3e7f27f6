import stances from '../data/stances-en.json' with { type: 'json' };

const CHARGES: ReadonlySet<string> = new Set(stances.charges);

const singular = (word: string): string =>
  word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.endsWith('s') ? word.slice(0, -1) : word;

/** Whether a word of a list stands there, or its plural. */
export function isOneOf(words: ReadonlySet<string>, word: string): boolean {
  return words.has(word) || words.has(singular(word));
}

/** "Claim", "reports": what somebody said, told by a noun. */
export function isChargeWord(word: string): boolean {
  return isOneOf(CHARGES, word);
}
