import type { Article, Span } from '#core/article.ts';
import type { Quotation } from '#language/find-quotations.ts';

const TERMINAL = /[.!?…。！？؟।።:;]["”’»“«」』')\]]*$/u;
const CLOSING = /["”’»」』']+$/u;
const WEAK_END = /[,;:]+$/u;

/** Scripts that close a sentence with a full stop; others keep what they have. */
const STOPPED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}%€£$]["”’»“')\]]*$/u;

/** The opening mark that an article's closing mark answers to, for a quotation that is cut in the middle. */
const OPENERS: Readonly<Record<string, string>> = {
  '”': '“',
  '"': '"',
  '’': '‘',
  "'": "'",
  '»': '«',
  '«': '»',
  '“': '„',
  '」': '「',
  '』': '『',
};

/** UTF-16 units at the end of a sentence that are looked at: more marks in a row mean nothing, and cost time. */
const END_REACH = 16;

/** Ends in a full stop where no mark ends the sentence; a comma gives way, inside a closing mark too ("…,” he said"). */
export function endSentence(text: string): string {
  const trimmed = text.trim();
  const tail = trimmed.slice(-END_REACH);
  const marks = CLOSING.exec(tail)?.[0] ?? '';
  const inside = tail.slice(0, tail.length - marks.length).trimEnd();
  const words = inside.replace(WEAK_END, '').trimEnd();
  if (words !== inside && words !== '') return `${trimmed.slice(0, -tail.length)}${words}.${marks}`;
  return !TERMINAL.test(tail) && STOPPED.test(tail) ? `${trimmed}.` : trimmed;
}

/**
 * The article's characters at the span on one line. Where a quotation runs into it or out of it, the mark that stands
 * outside the span is put back, so that no reader sees half of a pair.
 */
export function closeQuotations(span: Span, { text }: Article, quotations: readonly Quotation[]): string {
  const first = quotations.find(({ inner }) => inner.start < span.start && span.start < inner.end);
  const last = quotations.findLast(({ inner }) => inner.start < span.end && span.end <= inner.end);
  const line = text.slice(span.start, span.end).replace(/\s+/gu, ' ').trim();
  const opener = first === undefined ? '' : openerOf(text, first);
  const closer = last === undefined ? '' : closerOf(text, last);
  return `${opener}${line}${closer}`;
}

function openerOf(text: string, { outer, inner }: Quotation): string {
  return text.slice(outer.start, inner.start).trim();
}

/** An unclosed quotation (its next paragraph goes on) takes the mark that answers its opening one. */
function closerOf(text: string, quotation: Quotation): string {
  const closer = quotation.isClosed ? text.slice(quotation.inner.end, quotation.outer.end).trim() : '';
  if (closer !== '') return closer;
  const opener = openerOf(text, quotation);
  return Object.keys(OPENERS).find((mark) => OPENERS[mark] === opener) ?? opener;
}
