import { cutPieces, gap, type Piece } from './cut-pieces.ts';
import units from './data/units.json' with { type: 'json' };
import type { Figure, FigureKind } from './figure.ts';
import { hoursAt, hoursOf } from './hours-at.ts';
import { type Found, readDate } from './read-date.ts';
import { type Lexicon, lexiconOf, type Quantity, readQuantity } from './read-quantity.ts';

export type { Figure } from './figure.ts';

/** All figures by their place, not overlapping, the longest reading of each. Linear in the text's length. */
export function findFigures(text: string, language: string): Figure[] {
  const lexicon = lexiconOf(language);
  const pieces = cutPieces(text, lexicon.commaDecimal);
  const figures: Figure[] = [];
  for (let i = 0; i < pieces.length; ) {
    const found = readDate(text, pieces, i) ?? readFigure(text, pieces, i, lexicon);
    if (found === null) i++;
    else {
      figures.push(found.figure);
      i = found.next;
    }
  }
  return figures;
}

const SIGNS = new Map(Object.entries(units.signs));

const CODES: ReadonlySet<string> = new Set(units.codes);

const VAGUE: ReadonlySet<string> = new Set(units.vague);

const SHORT_SCALES: ReadonlySet<string> = new Set(units['short-scales']);

const CURRENCIES = new Map(Object.entries(units.currencies));

const DURATIONS = new Map(Object.entries(units.durations));

const PERCENT: ReadonlySet<string> = new Set(units.percent);

function readFigure(text: string, pieces: readonly Piece[], at: number, lexicon: Lexicon): Found | null {
  const first = pieces[at];
  if (first === undefined) return null;
  const sign = SIGNS.get(first.raw) ?? (CODES.has(first.raw) ? first.raw : undefined);
  const from = sign === undefined ? at : at + 1;
  if (sign !== undefined && !/^[ \u00a0]?$/.test(gap(text, pieces[at], pieces[from]) ?? '-')) return null;
  const quantity = readQuantity(text, pieces, from, lexicon);
  if (quantity === null) return sign === undefined ? readOrdinal(text, pieces, at, lexicon) : null;
  const make = (kind: FigureKind, value: number | null, unit: string | null, next: number): Found => {
    const span = { start: first.start, end: endOf(text, pieces[next - 1] ?? first) };
    return { figure: { span, kind, value, unit, text: text.slice(span.start, span.end) }, next };
  };
  const isBareOne = quantity.isSpelled && quantity.value === 1;
  if (sign !== undefined) return make('money', quantity.value, sign, quantity.next);
  return (
    readUnit(text, pieces, quantity, make) ??
    readFraction(text, pieces, quantity, lexicon, make) ??
    (quantity.isYear
      ? makeYear(make, quantity)
      : isBareOne
        ? null
        : make('number', quantity.value, null, quantity.next))
  );
}

function readUnit(
  text: string,
  pieces: readonly Piece[],
  quantity: Quantity,
  make: (kind: FigureKind, value: number | null, unit: string | null, next: number) => Found,
): Found | null {
  const { next, value } = quantity;
  const unit = pieces[next];
  const space = gap(text, pieces[next - 1], unit);
  if (unit === undefined || space === null) return null;
  const isNear = SHORT_SCALES.has(pieces[next - 1]?.lower ?? '') ? /^\.?[\s\u00a0-]?$/ : /^[\s\u00a0-]?$/;
  if (!isNear.test(space)) return null;
  if (space === '' && /^(?:st|nd|rd|th)$/.test(unit.lower)) return make('ordinal', value, null, next + 1);
  if (space === '' && unit.lower === 's' && quantity.isYear) return make('date', null, `${value}s`, next + 1);
  if (unit.lower === 'uhr') return make('time', hoursOf(value), null, next + 1);
  const after = pieces[next + 1];
  const pair = after !== undefined && gap(text, unit, after) === ' ' ? `${unit.lower} ${after.lower}` : '';
  if (/^percentage points?$/.test(pair)) return make('percent', value, 'percentage point', next + 2);
  if (/^basis points?$/.test(pair)) return make('percent', value, 'basis point', next + 2);
  if (PERCENT.has(pair)) return make('percent', value, 'percent', next + 2);
  if (PERCENT.has(unit.lower)) return make('percent', value, 'percent', next + 1);
  // In "2m-$3m" the sign belongs to what follows it.
  const isFree = after === undefined || !/^\d/.test(after.raw) || gap(text, unit, after) !== '';
  const code =
    isFree && space !== '-' ? (SIGNS.get(unit.raw) ?? (CODES.has(unit.raw) ? unit.raw : undefined)) : undefined;
  const currency = CURRENCIES.get(unit.lower) ?? code;
  if (currency !== undefined) {
    const [name = '', part] = currency.split('/');
    return make('money', part === undefined ? value : value / Number(part), name, next + 1);
  }
  const duration = DURATIONS.get(unit.lower);
  if (duration !== undefined) return make('duration', value, duration, next + 1);
  if (/^[ap]$/.test(unit.lower) && after?.lower === 'm' && /^\.\s?$/.test(gap(text, unit, after) ?? ''))
    return make('time', hoursAt(value, unit.lower), null, next + 2);
  if (/^[ap]m$/.test(unit.lower)) return make('time', hoursAt(value, unit.lower), null, next + 1);
  return null;
}

/** The full stop of "p.m." is part of it. */
function endOf(text: string, last: Piece): number {
  return last.lower === 'm' && /[ap]\.\s?m\.$/i.test(text.slice(last.end - 4, last.end + 1)) ? last.end + 1 : last.end;
}

/** "Two-thirds" and "three quarters". */
function readFraction(
  text: string,
  pieces: readonly Piece[],
  { value, next, isSpelled }: Quantity,
  lexicon: Lexicon,
  make: (kind: FigureKind, value: number | null, unit: string | null, next: number) => Found,
): Found | null {
  const parts = lexicon.fractions.get(pieces[next]?.lower ?? '');
  if (
    parts === undefined ||
    !isSpelled ||
    value >= parts ||
    !/^[\s-]$/.test(gap(text, pieces[next - 1], pieces[next]) ?? '')
  )
    return null;
  return make('number', value / parts, null, next + 1);
}

function makeYear(
  make: (kind: FigureKind, value: number | null, unit: string | null, next: number) => Found,
  { value, next }: Quantity,
): Found {
  return make('date', value, String(value), next);
}

function readOrdinal(text: string, pieces: readonly Piece[], at: number, lexicon: Lexicon): Found | null {
  const piece = pieces[at];
  const isVague = piece !== undefined && VAGUE.has(piece.lower);
  const value = piece === undefined ? undefined : isVague ? null : lexicon.ordinals.get(piece.lower);
  if (piece === undefined || value === undefined) return null;
  return {
    figure: {
      span: { start: piece.start, end: piece.end },
      kind: isVague ? 'number' : 'ordinal',
      value,
      unit: null,
      text: text.slice(piece.start, piece.end),
    },
    next: at + 1,
  };
}
