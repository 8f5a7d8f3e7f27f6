import type { Span } from '#core/article.ts';
import { splitParagraphs } from './split-paragraphs.ts';

/** A stretch in quotation marks: `outer` with its marks, `inner` without, `depth` 0 for the outermost. */
export type Quotation = {
  readonly outer: Span;
  readonly inner: Span;
  readonly depth: number;
  /** False where the paragraph ends before the mark is closed, as in a quotation that runs on into the next paragraph. */
  readonly isClosed: boolean;
};

type Mark = {
  readonly at: number;
  readonly length: number;
  readonly kind: Kind;
  readonly mayOpen: boolean;
  readonly mayClose: boolean;
};
type Kind =
  | 'double'
  | 'single'
  | 'low'
  | 'low-single'
  | 'angle'
  | 'corner'
  | 'corner-double'
  | 'straight'
  | 'straight-single'
  | 'doubled';

/** Quotations nest two or three deep. A mark left open longer than this many others was a slip; this also bounds the time. */
const DEEPEST = 8;

const MARKS = /''|``|["“”„‟«»‘’‚'「」『』]/gu;
/** “… ‘Well done,’ ” said: a mark within and the one around it, kept apart by a space. */
const APART = /[\p{P}\p{L}][’']\s$/u;
const LETTER = /[\p{L}\p{N}]/u;
/** Words that begin with an apostrophe and a small letter. */
const ELISION = /^(?:em|til|tis|twas|cause|bout|round|n|s|t|d|ll|re|ve)\b/i;

/**
 * All quotations by their start. Apostrophes, years (’90s) and inches are no marks. A quotation over several paragraphs
 * comes as one for each paragraph. Linear in the text's length.
 */
export function findQuotations(text: string, _language: string): Quotation[] {
  return splitParagraphs(text).flatMap((paragraph) => pairMarks(text, paragraph, marksIn(text, paragraph)));
}

function marksIn(text: string, paragraph: Span): Mark[] {
  const found: Mark[] = [];
  for (const match of text.slice(paragraph.start, paragraph.end).matchAll(MARKS)) {
    const at = paragraph.start + match.index;
    const end = at + match[0].length;
    const after = end >= paragraph.end ? '' : text.charAt(end);
    const nearest = at === paragraph.start ? '' : text.charAt(at - 1);
    const before = APART.test(text.slice(Math.max(paragraph.start, at - 3), at)) && !LETTER.test(after) ? '’' : nearest;
    const mark = markOf(match[0], at, before, after, text.slice(at + match[0].length, at + 10));
    if (mark !== null) found.push(mark);
  }
  return found;
}

function markOf(sign: string, at: number, before: string, after: string, rest: string): Mark | null {
  const opensHere = after !== '' && !/\s/.test(after) && (before === '' || /[\s([{—–\-/:,“‘„«"']/.test(before));
  const closesHere = before !== '' && !/\s/.test(before) && (after === '' || !/[\p{L}\p{N}]/u.test(after));
  // "It rained."We stayed": pages lose the space between two lines.
  const isGlued = /[.!?]/.test(before) && /\p{Lu}/u.test(after);
  const make = (kind: Kind, mayOpen: boolean, mayClose: boolean): Mark => ({
    at,
    length: sign.length,
    kind,
    mayOpen,
    mayClose,
  });
  switch (sign) {
    case '“':
      return make('double', true, true);
    case '”':
      return make('double', opensHere, true);
    case '„':
    case '‟':
      return make('low', true, false);
    case '‚':
      return make('low-single', opensHere, false);
    case '«':
    case '»':
      return make('angle', true, true);
    case '「':
      return make('corner', true, false);
    case '」':
      return make('corner', false, true);
    case '『':
      return make('corner-double', true, false);
    case '』':
      return make('corner-double', false, true);
    case '``':
      return make('doubled', true, false);
    case "''":
      return make('doubled', opensHere, closesHere);
    case '"':
      return /\d/.test(before) && !closesHere
        ? null
        : make('straight', opensHere || isGlued, closesHere || !/\s/.test(before || ' '));
    case '‘':
      return make('single', opensHere || (!/\p{L}/u.test(before) && /\p{L}/u.test(after)), closesHere);
    case '’':
      return make('single', false, closesHere);
    default:
      if (/^\d\d/.test(rest) || ELISION.test(rest)) return make('straight-single', false, closesHere);
      return make('straight-single', opensHere && /[\p{L}\p{N}“"…]/u.test(after), closesHere);
  }
}

function pairMarks(text: string, paragraph: Span, marks: readonly Mark[]): Quotation[] {
  const found: Quotation[] = [];
  const open: Mark[] = [];
  const closersLeft = countClosers(marks);
  marks.forEach((mark, i) => {
    const from = mark.mayClose ? lastOpen(open, mark, text) : -1;
    if (from >= 0 && !isApostrophe(mark, text, closersLeft[i + 1] ?? 0)) {
      // Marks opened inside and never closed were none: apostrophes, or slips.
      const [opener] = open.splice(from);
      if (opener !== undefined) add(found, text, opener, mark.at, mark.length, from, true);
    } else if (mark.mayOpen && mayNest(open, mark)) {
      if (open.length === DEEPEST) open.shift();
      open.push(mark);
    }
  });
  const [left] = open.filter(({ kind }) => kind !== 'single' && kind !== 'straight-single' && kind !== 'low-single');
  if (left !== undefined) add(found, text, left, paragraph.end, 0, 0, false);
  return found.toSorted((a, b) => a.outer.start - b.outer.start || b.outer.end - a.outer.end);
}

/** For each mark, how many marks from it on could close a single quotation before the next one opens. */
function countClosers(marks: readonly Mark[]): number[] {
  const counts = new Array<number>(marks.length + 1).fill(0);
  for (let i = marks.length - 1; i >= 0; i--) {
    const mark = marks[i];
    if (mark === undefined) continue;
    const isSingle = mark.kind === 'single' || mark.kind === 'straight-single';
    const after = counts[i + 1] ?? 0;
    counts[i] = !isSingle ? after : mark.mayOpen ? 0 : mark.mayClose ? after + 1 : after;
  }
  return counts;
}

/** The s of a plural owner ("the drivers’ union") inside a single quotation that is closed later. */
function isApostrophe(mark: Mark, text: string, closersLater: number): boolean {
  if (mark.kind !== 'single' && mark.kind !== 'straight-single') return false;
  return (
    /s/i.test(text.charAt(mark.at - 1)) && /^\s\p{Ll}/u.test(text.slice(mark.at + 1, mark.at + 3)) && closersLater > 0
  );
}

function lastOpen(open: readonly Mark[], closer: Mark, text: string): number {
  return open.findLastIndex((mark) => {
    if (mark.at + mark.length >= closer.at) return false;
    if (mark.kind === 'low') return closer.kind === 'double' || closer.kind === 'straight' || closer.kind === 'low';
    if (mark.kind === 'low-single') return closer.kind === 'single' || closer.kind === 'straight-single';
    if (mark.kind === 'double' && closer.kind === 'double' && text.charAt(closer.at) === '“') return false;
    if (mark.kind === 'angle' && closer.kind === 'angle') return text.charAt(mark.at) !== text.charAt(closer.at);
    if (mark.kind === 'doubled' && closer.kind === 'doubled') return true;
    return mark.kind === closer.kind;
  });
}

function mayNest(open: readonly Mark[], mark: Mark): boolean {
  const { kind } = open.at(-1) ?? { kind: null };
  return kind !== mark.kind || mark.kind === 'double' || mark.kind === 'corner' || mark.kind === 'angle';
}

function add(
  found: Quotation[],
  text: string,
  opener: Mark,
  at: number,
  length: number,
  depth: number,
  isClosed: boolean,
): void {
  const piece = text.slice(opener.at + opener.length, at);
  const start = opener.at + opener.length + (piece.length - piece.trimStart().length);
  const end = opener.at + opener.length + piece.trimEnd().length;
  if (start < end)
    found.push({ outer: { start: opener.at, end: at + length }, inner: { start, end }, depth, isClosed });
}
