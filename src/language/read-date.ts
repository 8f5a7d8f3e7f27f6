import { gap, type Piece } from './cut-pieces.ts';
import units from './data/units.json' with { type: 'json' };
import type { Figure, FigureKind } from './figure.ts';
import { hoursAt } from './hours-at.ts';

/** A figure that was read, and the first piece after it. */
export type Found = { readonly figure: Figure; readonly next: number };

const MONTHS = new Map(Object.entries(units.months));

const WEEKDAYS = new Map(Object.entries(units.weekdays));

/** "26 May 2026", "May 26", "2026-05-26", "26.05.2026", "17:00", "Monday", "May". */
export function readDate(text: string, pieces: readonly Piece[], at: number): Found | null {
  const first = pieces[at];
  // Days and times begin with a digit, the names of days and months with a capital: few words need a closer look.
  if (first === undefined || !/^[\d\p{Lu}]/u.test(first.raw)) return null;
  const make = (kind: FigureKind, unit: string | null, value: number | null, next: number): Found => {
    const span = { start: first.start, end: pieces[next - 1]?.end ?? first.end };
    return { figure: { span, kind, value, unit, text: text.slice(span.start, span.end) }, next };
  };
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(first.raw) ?? [];
  if (day !== undefined && month !== undefined && year !== undefined)
    return make('date', canonical(year, Number(month), Number(day)), null, at + 1);
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(first.raw) ?? [];
  if (hours !== undefined) {
    const [half] = /^\s?[ap]\.?\s?m\b\.?/i.exec(text.slice(first.end, first.end + 6)) ?? [];
    if (half === undefined) return make('time', null, Number(hours) + Number(minutes) / 60, at + 1);
    const value = hoursAt(Number(hours) + Number(minutes) / 100, half.trim().toLowerCase());
    return make('time', null, value, at + (/m/i.test(pieces[at + 1]?.raw ?? '') ? 2 : 3));
  }
  const iso = /^\d{4}-\d\d-\d\d(?!\d)/.exec(text.slice(first.start, first.start + 11))?.[0];
  if (iso !== undefined) return make('date', iso, null, at + 3);
  const weekday = /^\p{Lu}/u.test(first.raw) ? WEEKDAYS.get(first.lower) : undefined;
  if (weekday !== undefined) return make('date', `weekday ${weekday}`, null, at + 1);
  return readMonthDate(text, pieces, at, make);
}

function readMonthDate(
  text: string,
  pieces: readonly Piece[],
  at: number,
  make: (kind: FigureKind, unit: string, value: null, next: number) => Found,
): Found | null {
  const first = pieces[at];
  const hasSuffix =
    /^(?:st|nd|rd|th)$/.test(pieces[at + 1]?.lower ?? '') && gap(text, pieces[at], pieces[at + 1]) === '';
  const from = hasSuffix ? at + 1 : at;
  const second = pieces[from + 1];
  if (first === undefined) return null;
  const monthOf = (piece: Piece | undefined): number | undefined =>
    piece === undefined ? undefined : MONTHS.get(piece.lower);
  const isCapital = /^\p{Lu}/u.test(first.raw);
  const dayFirst = /^(?:[12]?\d|3[01])$/.test(first.raw)
    ? monthOf(second?.lower === 'of' || second?.lower === 'de' ? pieces[from + 2] : second)
    : undefined;
  if (dayFirst !== undefined && /^[\s.]{1,2}$/.test(gap(text, pieces[from], second) ?? '')) {
    const next = from + (second?.lower === 'of' || second?.lower === 'de' ? 3 : 2);
    return withYear(text, pieces, next, dayFirst, Number(first.raw), make);
  }
  const month = isCapital ? monthOf(first) : undefined;
  if (month === undefined) return null;
  if (second !== undefined && /^(?:[12]?\d|3[01])$/.test(second.raw) && /^\.?\s$/.test(gap(text, first, second) ?? ''))
    return withYear(text, pieces, at + 2, month, Number(second.raw), make);
  // "May" and "March" alone are words too.
  if (
    (first.lower === 'may' || first.lower === 'march' || first.lower === 'mars') &&
    !/\b(?:in|of|by|since|until|last|next|this|late|early|mid)[ -]$/i.test(
      text.slice(Math.max(0, first.start - 8), first.start),
    ) &&
    !/^(?:19|20)\d\d$/.test(second?.raw ?? '')
  )
    return null;
  return withYear(text, pieces, at + 1, month, null, make);
}

function withYear(
  text: string,
  pieces: readonly Piece[],
  next: number,
  month: number,
  day: number | null,
  make: (kind: FigureKind, unit: string, value: null, next: number) => Found,
): Found {
  const year = pieces[next];
  const hasYear =
    year !== undefined &&
    /^(?:1[5-9]|20)\d\d$/.test(year.raw) &&
    /^[,.]?\s$/.test(gap(text, pieces[next - 1], year) ?? '');
  return make('date', canonical(hasYear ? year.raw : null, month, day), null, hasYear ? next + 1 : next);
}

function canonical(year: string | null, month: number, day: number | null): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${year ?? '-'}-${two(month)}${day === null ? '' : `-${two(day)}`}`;
}
