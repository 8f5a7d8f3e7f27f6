import type { Span } from '#core/article.ts';
import interview from '../data/interview-en.json' with { type: 'json' };

/** A line of an article in which questions and answers may stand. */
export type Line = {
  readonly span: Span;
  readonly paragraph: number;
  /** What its label calls it. */
  readonly label: 'question' | 'answer' | null;
  /** It asks, with or without a label. */
  readonly asks: boolean;
};

const QUESTION = /^(?:Q|Question|F|Frage)\s?[:.]\s/u;
const ANSWER = /^(?:A|Answer|Antwort)\s?[:.]\s/u;
/** The longest of these labels with its colon, in characters. */
const LABEL_REACH = 12;
/** Longer than any question of an interview, in characters. */
const LONGEST_QUESTION = 500;
const OPENING = /^["“‘'«„]/u;

/** "Holt: It was in the accounts." at the front of a line. */
export const SPEAKER = /^(\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3})\s?:\s/u;

/** The lines of an article: a paragraph may hold a question and its answer. */
export function linesOf(text: string, paragraphs: readonly Span[]): Line[] {
  return paragraphs.flatMap(({ start: first, end: last }, paragraph) => {
    const lines: Line[] = [];
    for (let start = first; start < last; ) {
      const newline = text.indexOf('\n', start);
      const end = newline < 0 || newline > last ? last : newline;
      const begins = text.slice(start, Math.min(end, start + LABEL_REACH));
      const label = QUESTION.test(begins) ? 'question' : ANSWER.test(begins) ? 'answer' : null;
      const isShort = end - start < LONGEST_QUESTION && text.charAt(end - 1) === '?' && !OPENING.test(begins);
      lines.push({ span: { start, end }, paragraph, label, asks: label === 'question' || (label === null && isShort) });
      start = end + 1;
    }
    return lines;
  });
}

const ASKED: ReadonlySet<string> = new Set(interview.asked);
const ANSWERING: ReadonlySet<string> = new Set(interview.answering);
const ALONE: ReadonlySet<string> = new Set(interview.alone);
const QUOTED = /[“"][^“”"]*[”"]/gu;

function holdsWord(words: string, wanted: ReadonlySet<string>): boolean {
  return words
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => wanted.has(word));
}

/** Whether a question is put to somebody: "Did the ministry ask | you | to wait?" */
export function isPutToSomebody(question: string): boolean {
  return holdsWord(question, ASKED);
}

/** Whether somebody speaks of himself, outside quotation marks. */
export function isInFirstPerson(words: string): boolean {
  return holdsWord(words.replaceAll(QUOTED, ' '), ANSWERING);
}

/** Whether somebody alone speaks of himself there: a narrator says "our conversation". */
export function isOfOneself(words: string): boolean {
  return holdsWord(words.replaceAll(QUOTED, ' '), ALONE);
}

/** Whether the words before a conversation, or its title, say that it is one. */
export function announcesInterview(words: string): boolean {
  const lower = words.toLowerCase();
  return interview.signs.some((sign) => lower.includes(sign));
}
