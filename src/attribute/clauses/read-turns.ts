import type { Span } from '#core/article.ts';
import type { Scan } from '../scan-article.ts';
import { isOutletName } from '../sources/is-outlet-name.ts';
import type { Statement } from '../statement.ts';
import { trimSpan } from '../trim-span.ts';
import { isOfOneself, SPEAKER } from './interview-lines.ts';
import { isCaption } from './is-caption.ts';
import { readInterview } from './read-interview.ts';
import { findTurns, type Turn } from './turn-labels.ts';
import { turnStatement } from './turn-statement.ts';

const DASH_LINE = /[”"’']\s?(?:—|–|―|--)\s?([\p{Lu}][\p{L}.’' -]{2,60}?)(?:,[^“”"\n]{2,120})?\s*$/u;
const OPENING = /["“‘'«„]/u;
/** How much of a line's end is read for a signature, in characters. */
const READ_AT_MOST = 220;

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
      if (content !== null)
        found.push(turnStatement(unit, { start: at, end: at + name.trimEnd().length }, null, [content]));
    }
    start = end + 1;
  }
  return found;
}

/** Whether a label is an outlet's, that asks in an interview of its own: "Vale Herald:" or only "Herald:". */
function isAsker(label: string): boolean {
  return isOutletName(label) || isOutletName(`Vale ${label}`);
}

/** Whether a paragraph without a label goes on with the turn before it: its speaker tells of himself there, up to the next question or turn. */
function goesOn({ text, article }: Scan, spoken: ReadonlyMap<number, Turn>, i: number): boolean {
  const turn = spoken.get(i - 1);
  const [own, next] = article.paragraphs.slice(i, i + 2).map(({ start, end }) => text.slice(start, end));
  if (turn === undefined || own === undefined || next === undefined || turn.asks) return false;
  const surname = text.slice(turn.speaker.start, turn.speaker.end).split(' ').at(-1) ?? '';
  return (
    (spoken.has(i + 1) || next.endsWith('?')) &&
    !own.endsWith('?') &&
    !SPEAKER.test(own) &&
    isOfOneself(own) &&
    !own.includes(surname)
  );
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
  const spoken = findTurns(scan);
  const turns = new Map<number, readonly Statement[]>(readInterview(scan, firstUnit, spoken));
  article.paragraphs.forEach((paragraph, i) => {
    const unit = firstUnit.get(i);
    if (unit === undefined || turns.has(i)) return;
    if (isCaption(text.slice(paragraph.start, paragraph.end))) {
      turns.set(i, []);
      return;
    }
    const turn = spoken.get(i);
    if (turn !== undefined) {
      const { speaker, colon, asks } = turn;
      const content = trimSpan(text, { start: colon + 1, end: paragraph.end });
      if (asks || isAsker(text.slice(speaker.start, speaker.end))) turns.set(i, []);
      else if (content !== null)
        turns.set(i, [turnStatement(unit, speaker, { start: colon, end: colon + 1 }, [content])]);
      return;
    }
    const signed = signedLines(text, paragraph, unit);
    if (signed.length > 0) turns.set(i, signed);
    else if (goesOn(scan, spoken, i)) {
      const at = i - 1;
      const [before] = turns.get(at) ?? [];
      const more = before === undefined ? null : trimSpan(text, paragraph);
      if (before === undefined || more === null) return;
      turns.set(at, [{ ...before, content: [...before.content, more] }]);
      turns.set(i, []);
    }
  });
  return turns;
}
