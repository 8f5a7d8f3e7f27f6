import type { Span } from '#core/article.ts';
import type { Quote } from '../find-quotes.ts';
import type { Scan, Unit } from '../scan-article.ts';
import type { People } from './people.ts';
import type { Words } from './words.ts';

/** A sentence of another language with what is known around it. */
export type Sentence = {
  readonly scan: Scan;
  readonly unit: Unit;
  readonly words: Words;
  readonly people: People;
  /** The sentence's quotations in their order, those in quotations too. */
  readonly quotes: readonly Quote[];
  /** The sentence before. */
  readonly previous: Unit | null;
  /** Where speech that a dash opened in this paragraph begins; null where none did. */
  readonly turn: number | null;
  /** Marks are read over: for a cue that stands inside a quotation. */
  readonly isInside?: boolean;
};

/** Tokens, half-open, and the text that they take. */
export type Phrase = { readonly first: number; readonly end: number; readonly span: Span };

/** A token in small letters, with the printer's apostrophe. */
export function lowerAt({ scan }: Sentence, i: number): string {
  return (scan.tokens[i]?.lower ?? '').replace("'", '’');
}

export function isQuotedAt({ scan, isInside }: Sentence, i: number): boolean {
  return isInside !== true && (scan.quoteAt[i] ?? -1) >= 0;
}

/** A mark outside quotations. */
export function isMark(sentence: Sentence, i: number, marks: string): boolean {
  const text = sentence.scan.tokens[i]?.text ?? '';
  return text.length === 1 && marks.includes(text) && !isQuotedAt(sentence, i);
}

/** The sentence with the printer's apostrophe. */
export function printedText({ scan, unit }: Sentence): string {
  return scan.text.slice(unit.span.start, unit.span.end).replaceAll("'", '’');
}

/** The sentence's own words from a token on, with the printer's apostrophe, in small letters, no more than `most` characters. */
export function wordsFrom({ scan, unit }: Sentence, i: number, most: number): string {
  const start = scan.tokens[i]?.start ?? unit.span.end;
  return scan.text
    .slice(start, Math.min(unit.span.end, start + most))
    .replaceAll("'", '’')
    .toLowerCase();
}

/** What begins a relative clause and is no article: "qui", "som". */
export function isRelative(sentence: Sentence, i: number): boolean {
  const lower = lowerAt(sentence, i);
  return sentence.words.relatives.has(lower) && !sentence.words.articles.has(lower) && !isQuotedAt(sentence, i);
}

export function phraseOf({ scan }: Sentence, first: number, end: number): Phrase | null {
  const opener = scan.tokens[first];
  const last = scan.tokens[end - 1];
  return opener === undefined || last === undefined || end <= first
    ? null
    : { first, end, span: { start: opener.start, end: last.end } };
}

/** The phrase that begins with token `first` and ends at the next mark of the sentence's own. */
export function phraseToMark(sentence: Sentence, first: number): Phrase | null {
  let end = first;
  while (end < sentence.unit.end && !isMark(sentence, end, ',.:;')) end += 1;
  return phraseOf(sentence, first, end);
}

/** Where the sentence's own words end: before its full stop. */
export function closeOf({ scan, unit }: Sentence): number {
  return /[.!?…]$/.test(scan.text.slice(unit.span.start, unit.span.end)) && (scan.quoteAt[unit.end - 1] ?? -1) < 0
    ? unit.span.end - 1
    : unit.span.end;
}
