import { lettersEnd } from './is-letter.ts';
import type { Phrase } from './read-phrase.ts';

/** Where a match ends that goes on from an offset of a text in lower case; -1 where none does. */
export type Step = (lower: string, at: number) => number;

/** What opens a quotation. */
const MARKS = '"“‘\'«„';
/** A gap of dots: at least so many characters, and at most. */
const FEW = { least: 2, most: 60 } as const;

const isMarkAt = (text: string, at: number): boolean => at < text.length && MARKS.includes(text.charAt(at));

/** The step over a phrase and on to the next step, by the first of its ways that leads to an end. */
export function stepOver(phrase: Phrase, next: Step): Step {
  switch (phrase.kind) {
    case 'letters': {
      const { letters } = phrase;
      return (lower, at) => (lower.startsWith(letters, at) ? next(lower, at + letters.length) : -1);
    }
    case 'row':
      return phrase.parts.reduceRight((rest, part) => stepOver(part, rest), next);
    case 'either': {
      const steps = phrase.choices.map((choice) => stepOver(choice, next));
      return steps.length === 1 && steps[0] !== undefined ? steps[0] : (lower, at) => firstEnd(steps, lower, at);
    }
    case 'gap':
      return (lower, at) => (lower.startsWith(' ', at) ? overMark(lower, at + 1, next) : -1);
    case 'mark':
      return (lower, at) => (isMarkAt(lower, at) ? next(lower, at + 1) : -1);
    case 'apostrophe':
      return (lower, at) => (lower.startsWith("'", at) || lower.startsWith('’', at) ? next(lower, at + 1) : -1);
    case 'word':
      return (lower, at) => overWord(lower, at, next);
    case 'few':
      return (lower, at) => overFew(lower, at, next);
    default:
      return phrase satisfies never;
  }
}

function firstEnd(steps: readonly Step[], lower: string, at: number): number {
  for (const step of steps) {
    const end = step(lower, at);
    if (end >= 0) return end;
  }
  return -1;
}

/** A quotation may begin here, or else not. */
export function overMark(lower: string, at: number, next: Step): number {
  const end = isMarkAt(lower, at) ? next(lower, at + 1) : -1;
  return end >= 0 ? end : next(lower, at);
}

/** Any word but "not", and of a longer word as much as lets the rest match: "*ly". */
function overWord(lower: string, at: number, next: Step): number {
  const end = lettersEnd(lower, at);
  if (end === at + NOT.length && lower.startsWith(NOT, at)) return -1;
  for (let to = end; to > at; to -= 1) {
    const found = isInPair(lower, to) ? -1 : next(lower, to);
    if (found >= 0) return found;
  }
  return -1;
}

const NOT = 'not';

/** A few characters of one line, the fewest first. */
function overFew(lower: string, at: number, next: Step): number {
  let to = at;
  for (let count = 0; count <= FEW.most; count += 1) {
    const found = count < FEW.least ? -1 : next(lower, to);
    if (found >= 0) return found;
    if (to >= lower.length || LINE_ENDS.includes(lower.charAt(to))) return -1;
    to += isInPair(lower, to + 1) ? 2 : 1;
  }
  return -1;
}

const LINE_ENDS = '\n\r\u2028\u2029';

/** Whether an offset stands between the two halves of one character. */
export function isInPair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000 && isHigh(text.charCodeAt(at - 1));
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
