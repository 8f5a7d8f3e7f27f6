import type { Figure } from '#language/find-figures.ts';
import counted from './data/counted.json' with { type: 'json' };

/** "5-1", "12-game". */
const PART_OF_WORD = /^(?:[-–:]\d|[-–]\p{L})|^\s(?:-|years?[ -])old\b/u;
/** "Ann Lee, 43, said", "Ann Lee (43)": an age. */
const AGE = { before: /\p{L}, $|\($/u, after: /^[,)]/ };
/** "3-1", "#4", "No. 5". */
const NAME_BEFORE = /\d[-–:]$|#$|\bNo\. $/u;
/** "100 more", "another 12", "all but two", "from 12 to 31": what comes to another figure, is left of it, or was before it. */
const REST = {
  before: /\b(?:another|further|additional|but|from) $/i,
  after: /^\s(?:more|others?|additional|further)\b/i,
};
/** "Since June" is another time; "since the flood" is what the news is about. */
const SINCE = /\bsince (?!the\b)/i;
const LOOK_AROUND = 30;

/** Whether a figure of a sentence says how much of something there is; ages, results, numbers of things and remainders do not. */
export function isAmount({ kind, value, span }: Figure, sentence: string): boolean {
  if (value === null || !(kind === 'number' || kind === 'money' || kind === 'percent')) return false;
  const before = sentence.slice(Math.max(0, span.start - LOOK_AROUND), span.start);
  const after = sentence.slice(span.end, span.end + LOOK_AROUND);
  if (REST.before.test(before) || REST.after.test(after)) return false;
  if (kind !== 'number') return true;
  return !(PART_OF_WORD.test(after) || NAME_BEFORE.test(before) || (AGE.before.test(before) && AGE.after.test(after)));
}

/** Whether a sentence gives figures of another year, of before and after, or of what could be. */
export function isOfAnotherTime(sentence: string, figures: readonly Figure[]): boolean {
  if (figures.some(({ kind, unit }) => kind === 'date' && /^\d{4}/.test(unit ?? ''))) return true;
  if (SINCE.test(sentence)) return true;
  const plain = ` ${sentence.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return counted.elsewhen.some((phrase) => plain.includes(` ${phrase} `));
}
