import type { Span } from '#core/article.ts';
import type { Scan } from '../scan-article.ts';
import { isOutletName } from '../sources/is-outlet-name.ts';
import type { Statement } from '../statement.ts';
import { trimSpan } from '../trim-span.ts';
import { findInterviewee } from './find-interviewee.ts';
import type { SourcePhrase } from './source-phrase.ts';
import { findTurns, TURNS_AT_LEAST } from './turn-labels.ts';

const DASH_LINE = /[”"’']\s?(?:—|–|―|--)\s?([\p{Lu}][\p{L}.’' -]{2,60}?)(?:,[^“”"\n]{2,120})?\s*$/u;
const OPENING = /["“‘'«„]/u;
/** How much of a line's end is read for a signature, in characters. */
const READ_AT_MOST = 220;

const named = (span: Span): SourcePhrase => ({ span, apposition: null, antecedent: null, place: 'subject' });

function statement(unit: number, source: Span, cue: Span | null, content: Span): Statement {
  return {
    unit,
    basis: 'turn',
    cue,
    verb: null,
    source: named(source),
    isCarried: false,
    cited: null,
    addressee: null,
    content: [content],
    stance: 'asserts',
    hedge: null,
  };
}

/** The lines of a paragraph that are a quotation with its signature. */
function signedLines(text: string, paragraph: Span, unit: number): Statement[] {
  const found: Statement[] = [];
  let start = paragraph.start;
  while (start < paragraph.end) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 || newline > paragraph.end ? paragraph.end : newline;
    const from = Math.max(start, end - READ_AT_MOST);
    const match = DASH_LINE.exec(text.slice(from, end));
    const name = match?.[1];
    if (match !== null && name !== undefined && OPENING.test(text.charAt(start))) {
      const at = from + match.index + match[0].indexOf(name, 1);
      const content = trimSpan(text, { start: start + 1, end: from + match.index });
      if (content !== null) found.push(statement(unit, { start: at, end: at + name.trimEnd().length }, null, content));
    }
    start = end + 1;
  }
  return found;
}

const QUESTION = /^(?:Q|Question|F|Frage)\s?[:.]\s/u;
const ANSWER = /^(?:A|Answer|Antwort)\s?[:.]\s/u;
/** The longest of these labels with its colon, in characters. */
const LABEL_REACH = 12;

type Line = { readonly span: Span; readonly paragraph: number; readonly label: 'question' | 'answer' | null };

function linesOf(text: string, paragraphs: readonly Span[]): Line[] {
  return paragraphs.flatMap(({ start: first, end: last }, paragraph) => {
    const lines: Line[] = [];
    for (let start = first; start < last; ) {
      const newline = text.indexOf('\n', start);
      const end = newline < 0 || newline > last ? last : newline;
      const begins = text.slice(start, Math.min(end, start + LABEL_REACH));
      const label = QUESTION.test(begins) ? 'question' : ANSWER.test(begins) ? 'answer' : null;
      lines.push({ span: { start, end }, paragraph, label });
      start = end + 1;
    }
    return lines;
  });
}

/**
 * The answers of an interview printed as "Q:" and "A:", by paragraph. A question puts words to somebody and reports none;
 * where nobody is known to answer the answers are nobody's.
 */
function readAnswers(scan: Scan, firstUnit: ReadonlyMap<number, number>): Map<number, Statement[]> {
  const { text } = scan;
  const turns = new Map<number, Statement[]>();
  const lines = linesOf(text, scan.article.paragraphs);
  const first = lines.find(({ label }) => label === 'question');
  const count = (wanted: Line['label']) => lines.filter(({ label }) => label === wanted).length;
  if (first === undefined || Math.min(count('question'), count('answer')) < TURNS_AT_LEAST) return turns;
  const interviewee = findInterviewee(scan, first.span.start);
  for (const { span, paragraph, label } of lines) {
    if (label === null) continue;
    const found = turns.get(paragraph) ?? [];
    turns.set(paragraph, found);
    const colon = text.slice(span.start, span.end).search(/[:.]/);
    const content = trimSpan(text, { start: span.start + colon + 1, end: span.end });
    const unit = firstUnit.get(paragraph);
    if (label === 'answer' && interviewee !== null && content !== null && unit !== undefined)
      found.push(statement(unit, interviewee, null, content));
  }
  return turns;
}

/** Whether a label is an outlet's, that asks in an interview of its own: "Vale Herald:" or only "Herald:". */
function isAsker(label: string): boolean {
  return isOutletName(label) || isOutletName(`Vale ${label}`);
}

/**
 * Paragraphs that are a turn of a conversation ("VOSS: I bought a box") or a quotation with its signature ("“…” — Ana Ruiz").
 * By the index of the paragraph.
 */
export function readTurns(scan: Scan): ReadonlyMap<number, readonly Statement[]> {
  const { text, article, units } = scan;
  const firstUnit = new Map<number, number>();
  units.forEach((unit, i) => {
    if (!firstUnit.has(unit.paragraph)) firstUnit.set(unit.paragraph, i);
  });
  const turns = new Map<number, readonly Statement[]>(readAnswers(scan, firstUnit));
  const spoken = findTurns(scan);
  article.paragraphs.forEach((paragraph, i) => {
    const unit = firstUnit.get(i);
    if (unit === undefined || turns.has(i)) return;
    const turn = spoken.get(i);
    if (turn !== undefined) {
      const { speaker, colon } = turn;
      const content = trimSpan(text, { start: colon + 1, end: paragraph.end });
      if (isAsker(text.slice(speaker.start, speaker.end))) turns.set(i, []);
      else if (content !== null) turns.set(i, [statement(unit, speaker, { start: colon, end: colon + 1 }, content)]);
      return;
    }
    const signed = signedLines(text, paragraph, unit);
    if (signed.length > 0) turns.set(i, signed);
  });
  return turns;
}
