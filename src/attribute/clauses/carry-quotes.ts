import type { Span } from '#core/article.ts';
import { quoteOf } from '../quote-of.ts';
import type { Scan } from '../scan-article.ts';
import type { Statement } from '../statement.ts';
import type { Chunk } from './chunk-unit.ts';
import { contentSpan } from './content-end.ts';
import { findSubject } from './find-subject.ts';
import { isWholeQuote } from './is-whole-quote.ts';
import { canSpeak } from './noun-start.ts';
import type { SourcePhrase } from './source-phrase.ts';
import type { UnitReading } from './unit-reading.ts';

/** A unit with this share of its letters inside one quotation is nothing but that quotation. */
const ALMOST_ALL = 0.85;

function loneQuote(scan: Scan, reading: UnitReading): { span: Span; isClosed: boolean } | null {
  const { unit, chunks } = reading;
  const size = unit.span.end - unit.span.start;
  for (const [k, chunk] of chunks.entries()) {
    if (!isWholeQuote(scan, chunk)) continue;
    const quote = quoteOf(scan, chunk.first);
    const span = contentSpan(scan, chunks, { from: k, to: k + 1 });
    if (quote !== undefined && span !== null && quote.outer.end - quote.outer.start >= size * ALMOST_ALL)
      return { span: { start: quote.inner.start, end: quote.inner.end }, isClosed: quote.isClosed };
  }
  return openingQuote(scan, reading);
}

/** Words of the article may finish a quotation: “You went on air to blame a few” workers. Fewer than this, with no verb among them. */
const TAIL_CHUNKS = 6;

/** A quotation that opens its unit and that a few words of the article finish, with what finishes it. */
function openingQuote(scan: Scan, { chunks, unit }: UnitReading): { span: Span; isClosed: boolean } | null {
  const [first, ...rest] = chunks;
  const quote = quoteOf(scan, unit.first);
  const isShort = rest.length > 0 && rest.length <= TAIL_CHUNKS && rest.every((chunk) => isTail(scan, chunk));
  if (first === undefined || quote === undefined || !quote.isClosed || !isWholeQuote(scan, first) || !isShort)
    return null;
  if (quote.outer.end - quote.outer.start < rest.length * TAIL_LETTERS) return null;
  const span = contentSpan(scan, chunks, { from: 0, to: chunks.length });
  return span === null ? null : { span, isClosed: true };
}

/** What names somebody may be the cue that the tagger did not see: “…,” snapped Minister Ruiz. */
function isTail({ tokens }: Scan, { kind, first, end }: Chunk): boolean {
  return TAIL.has(kind) && !tokens.slice(first, end).some(({ text }) => /^\p{Lu}/u.test(text));
}

const TAIL: ReadonlySet<string> = new Set(['noun', 'preposition', 'time', 'other', 'adverb']);
/** What is quoted is much longer than what finishes it, for each phrase in characters. */
const TAIL_LETTERS = 15;

/** A quotation that follows a colon at the end of a clause that names somebody: "She was blunt: “…”". */
function afterColon(scan: Scan, reading: UnitReading, index: number): Statement | null {
  const { chunks } = reading;
  const colon = chunks.findIndex((chunk, k) => chunk.kind === 'colon' && chunks[k + 1]?.kind === 'quote');
  if (colon < 1) return null;
  const quote = chunks[colon + 1];
  const span = quote === undefined ? null : contentSpan(scan, chunks, { from: colon + 1, to: colon + 2 });
  if (span === null) return null;
  let source: SourcePhrase | null = null;
  let cue: Span | null = null;
  for (let k = 0; k < colon && source === null; k += 1) {
    if (chunks[k]?.kind !== 'verb') continue;
    source = findSubject(scan, chunks, k);
    const first = scan.tokens[chunks[k]?.first ?? -1];
    const last = scan.tokens[(chunks[k]?.end ?? 0) - 1];
    if (source !== null && first !== undefined && last !== undefined) cue = { start: first.start, end: last.end };
  }
  const lone = chunks[colon - 1];
  if (source === null && colon === 1 && canSpeak(scan, lone) && lone !== undefined) {
    const first = scan.tokens[lone.first];
    const last = scan.tokens[lone.end - 1];
    if (first !== undefined && last !== undefined)
      source = { span: { start: first.start, end: last.end }, apposition: null, antecedent: null, place: 'subject' };
  }
  if (source === null) return null;
  return {
    unit: index,
    basis: 'colon',
    cue,
    verb: null,
    source,
    isCarried: false,
    cited: null,
    addressee: null,
    content: [span],
    stance: 'asserts',
    hedge: null,
  };
}

/** The person that a sentence is about: its first subject that can speak. */
function mainSubject(scan: Scan, reading: UnitReading): SourcePhrase | null {
  for (const [k, chunk] of reading.chunks.entries()) {
    if (chunk.kind !== 'verb') continue;
    const subject = findSubject(scan, reading.chunks, k);
    return subject !== null && subject.place === 'subject' ? subject : null;
  }
  return null;
}

/**
 * Gives quotations without a cue of their own to a speaker. Units were joined so that a cue after a quotation is in the
 * quotation's unit: what is left here has none, and goes on from the statement before.
 */
export function carryQuotes(scan: Scan, readings: readonly UnitReading[]): Statement[] {
  const out: Statement[] = [];
  /** The statement that a quotation may go on from: its place in `out`. */
  let last = -1;
  let lastParagraph = -2;
  let isOpen = false;
  let subject: { source: SourcePhrase; paragraph: number; unit: number } | null = null;
  for (const reading of readings) {
    const { index } = reading;
    const { paragraph } = reading.unit;
    const statements = [...reading.statements];
    if (!statements.some((statement) => statement.basis === 'quotation')) {
      const colon = afterColon(scan, reading, index);
      if (
        colon !== null &&
        !statements.some((statement) =>
          statement.content.some(
            (span) => span.start <= (colon.content[0]?.start ?? 0) && span.end >= (colon.content[0]?.end ?? 0),
          ),
        )
      )
        statements.push(colon);
    }
    const lone = statements.length === 0 ? loneQuote(scan, reading) : null;
    if (lone !== null) {
      const origin = out[last];
      const isNear = paragraph - lastParagraph <= 1;
      if (
        origin !== undefined &&
        isNear &&
        (isOpen ||
          (paragraph === lastParagraph &&
            origin.basis !== 'clause' &&
            origin.basis !== 'parsed' &&
            origin.basis !== 'silence' &&
            origin.basis !== 'before' &&
            origin.basis !== 'object' &&
            origin.basis !== 'thought' &&
            origin.basis !== 'finding' &&
            origin.basis !== 'noun'))
      ) {
        out[last] = { ...origin, content: [...origin.content, lone.span] };
      } else {
        const isFresh =
          subject !== null &&
          paragraph - subject.paragraph <= 1 &&
          subject.unit === index - 1 &&
          (last < 0 || (out[last]?.unit ?? -1) < subject.unit);
        const carried = isFresh ? (subject?.source ?? null) : origin !== undefined && isNear ? origin.source : null;
        const cited = !isFresh && origin !== undefined && isNear ? origin.cited : null;
        out.push({
          unit: index,
          basis: isFresh ? 'guessed' : paragraph === lastParagraph ? 'continued' : 'guessed',
          cue: null,
          verb: null,
          source: carried,
          isCarried: true,
          cited,
          addressee: null,
          content: [lone.span],
          stance: 'asserts',
          hedge: null,
        });
        last = out.length - 1;
      }
      lastParagraph = paragraph;
      isOpen = !lone.isClosed;
      continue;
    }
    isOpen = false;
    for (const statement of statements) out.push(statement);
    const anchor =
      statements.findLast((statement) => statement.basis === 'quotation' || statement.basis === 'colon') ??
      statements.find((statement) => statement.basis !== 'sourceless' && statement.basis !== 'noun');
    if (anchor !== undefined) {
      last = out.lastIndexOf(anchor);
      lastParagraph = paragraph;
      const quote = scan.quotes.length > 0 ? lastQuoteOf(scan, reading) : null;
      isOpen = quote !== null && !quote;
    } else {
      const found = mainSubject(scan, reading);
      subject = found === null ? subject : { source: found, paragraph, unit: index };
    }
  }
  return out;
}

/** Whether the last quotation of a unit is closed; null where there is none at its end. */
function lastQuoteOf(scan: Scan, reading: UnitReading): boolean | null {
  const end = reading.unit.end - 1;
  const quote = quoteOf(scan, end);
  return quote === undefined ? null : quote.isClosed;
}
