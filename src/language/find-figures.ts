import type { Span } from '#core/article.ts';
import numberWords from './data/numbers.json' with { type: 'json' };
import units from './data/units.json' with { type: 'json' };

export type FigureKind = 'number' | 'money' | 'percent' | 'date' | 'time' | 'duration' | 'ordinal';

/**
 * A figure in a text. `value` is normalised ("£31m" and "31 million pounds" are both 31000000 GBP); `unit` is a currency
 * code, "percent", "percentage point", "basis point", a unit of time, or for dates the canonical form ("2026-05-26",
 * "--05-26", "--05", "weekday 1"); null where there is none.
 */
export type Figure = {
  readonly span: Span;
  readonly kind: FigureKind;
  readonly value: number | null;
  readonly unit: string | null;
  readonly text: string;
};

type Piece = { readonly start: number; readonly end: number; readonly lower: string; readonly raw: string };
type Lexicon = {
  readonly small: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly commaDecimal: boolean;
};
type Quantity = {
  readonly value: number;
  readonly next: number;
  readonly isYear: boolean;
  readonly isSpelled: boolean;
};

const PIECES = /(?:US|A|C|HK|NZ)?[$£€¥₹₽₩]|\d+(?:[.,:\u00a0\u202f]\d+)*|\p{L}[\p{L}\p{M}]*|%/gu;

/** All figures by their place, not overlapping, the longest reading of each. Linear in the text's length. */
export function findFigures(text: string, language: string): Figure[] {
  const lexicon = lexiconOf(language);
  const pieces = [...text.matchAll(PIECES)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    lower: match[0].toLowerCase(),
    raw: match[0],
  }));
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

type Found = { readonly figure: Figure; readonly next: number };

const SIGNS = new Map(Object.entries(units.signs));
const CURRENCIES = new Map(Object.entries(units.currencies));
const DURATIONS = new Map(Object.entries(units.durations));
const MONTHS = new Map(Object.entries(units.months));
const WEEKDAYS = new Map(Object.entries(units.weekdays));
const PERCENT: ReadonlySet<string> = new Set(units.percent);

function readFigure(text: string, pieces: readonly Piece[], at: number, lexicon: Lexicon): Found | null {
  const first = pieces[at];
  if (first === undefined) return null;
  const sign = SIGNS.get(first.raw);
  const from = sign === undefined ? at : at + 1;
  if (sign !== undefined && gap(text, pieces[at], pieces[from]) !== '') return null;
  const quantity = readQuantity(text, pieces, from, lexicon);
  if (quantity === null) return sign === undefined ? readOrdinal(text, pieces, at, lexicon) : null;
  const make = (kind: FigureKind, value: number, unit: string | null, next: number): Found => {
    const span = { start: first.start, end: pieces[next - 1]?.end ?? first.end };
    return { figure: { span, kind, value, unit, text: text.slice(span.start, span.end) }, next };
  };
  if (sign !== undefined) return make('money', quantity.value, sign, quantity.next);
  return (
    readUnit(text, pieces, quantity, make) ??
    (quantity.isYear ? makeYear(make, quantity) : make('number', quantity.value, null, quantity.next))
  );
}

function readUnit(
  text: string,
  pieces: readonly Piece[],
  quantity: Quantity,
  make: (kind: FigureKind, value: number, unit: string | null, next: number) => Found,
): Found | null {
  const { next, value } = quantity;
  const unit = pieces[next];
  const space = gap(text, pieces[next - 1], unit);
  if (unit === undefined || space === null || !/^[\s\u00a0-]?$/.test(space)) return null;
  const after = pieces[next + 1];
  const pair = after !== undefined && gap(text, unit, after) === ' ' ? `${unit.lower} ${after.lower}` : '';
  if (/^percentage points?$/.test(pair)) return make('percent', value, 'percentage point', next + 2);
  if (/^basis points?$/.test(pair)) return make('percent', value, 'basis point', next + 2);
  if (PERCENT.has(pair)) return make('percent', value, 'percent', next + 2);
  if (PERCENT.has(unit.lower)) return make('percent', value, 'percent', next + 1);
  const currency = CURRENCIES.get(unit.lower) ?? SIGNS.get(unit.raw);
  if (currency !== undefined) {
    const [code = '', part] = currency.split('/');
    return make('money', part === undefined ? value : value / Number(part), code, next + 1);
  }
  const duration = DURATIONS.get(unit.lower);
  if (duration !== undefined) return make('duration', value, duration, next + 1);
  if (/^[ap]$/.test(unit.lower) && after?.lower === 'm' && /^\.\s?$/.test(gap(text, unit, after) ?? ''))
    return make('time', clock(value, unit.lower), null, next + 2);
  if (/^[ap]m$/.test(unit.lower)) return make('time', clock(value, unit.lower), null, next + 1);
  return null;
}

function clock(value: number, half: string): number {
  return half.startsWith('p') && value < 12 ? value + 12 : value;
}

function makeYear(
  make: (kind: FigureKind, value: number, unit: string | null, next: number) => Found,
  { value, next }: Quantity,
): Found {
  return make('date', value, String(value), next);
}

/** A quantity of digits or words from a piece on: "1,234.5", "3.5 million", "twenty-two", "two hundred and five", "half a million". */
function readQuantity(text: string, pieces: readonly Piece[], at: number, lexicon: Lexicon): Quantity | null {
  const first = pieces[at];
  if (first === undefined) return null;
  if (/^\d/.test(first.raw)) {
    if (/:/.test(first.raw)) return null;
    const value = parseDigits(first.raw, lexicon.commaDecimal);
    if (value === null) return null;
    const scaled = readScales(text, pieces, at + 1, value, lexicon);
    const isYear = scaled.next === at + 1 && /^(?:1[5-9]|20)\d\d$/.test(first.raw);
    return { ...scaled, isYear, isSpelled: false };
  }
  return readWords(text, pieces, at, lexicon);
}

function readScales(
  text: string,
  pieces: readonly Piece[],
  from: number,
  start: number,
  lexicon: Lexicon,
): { value: number; next: number } {
  let value = start;
  let next = from;
  for (;;) {
    const piece = pieces[next];
    const scale = piece === undefined ? undefined : lexicon.scales.get(piece.lower);
    const space = gap(text, pieces[next - 1], piece);
    // "5 m" may be metres, "5m" is money's or a crowd's million only when it stands close.
    const isClose =
      piece !== undefined && piece.lower.length <= 2
        ? space === ''
        : space === '' || space === ' ' || space === '-' || space === '\u00a0';
    if (scale === undefined || !isClose) return { value, next };
    value *= scale;
    next++;
  }
}

function readWords(text: string, pieces: readonly Piece[], at: number, lexicon: Lexicon): Quantity | null {
  const first = pieces[at];
  if (first === undefined) return null;
  const [second, third] = [pieces[at + 1], pieces[at + 2]];
  if (first.lower === 'half' && (second?.lower === 'a' || second?.lower === 'an') && third !== undefined) {
    const scale = lexicon.scales.get(third.lower);
    if (scale !== undefined) return { value: scale / 2, next: at + 3, isYear: false, isSpelled: true };
  }
  if ((first.lower === 'a' || first.lower === 'an') && second !== undefined && gap(text, first, second) === ' ') {
    const scale = second.lower.length > 2 ? lexicon.scales.get(second.lower) : undefined;
    if (scale !== undefined && scale >= 12)
      return { ...readScales(text, pieces, at + 2, scale, lexicon), isYear: false, isSpelled: true };
  }
  let total = 0;
  let group = 0;
  let next = at;
  let last = Number.POSITIVE_INFINITY;
  for (; next < pieces.length; next++) {
    const piece = pieces[next];
    if (piece === undefined) break;
    if (next > at && !/^[\s-]$/.test(gap(text, pieces[next - 1], piece) ?? '')) break;
    const small = lexicon.small.get(piece.lower);
    const scale = piece.lower.length > 2 && next > at ? lexicon.scales.get(piece.lower) : undefined;
    if (scale !== undefined && piece.lower !== 'second') {
      if (scale === 100 || scale === 12) group = Math.max(1, group) * scale;
      else {
        total += Math.max(1, group) * scale;
        group = 0;
      }
      last = Number.POSITIVE_INFINITY;
    } else if (
      small !== undefined &&
      (next === at || (last >= 20 && small < 10) || last === Number.POSITIVE_INFINITY)
    ) {
      group += small;
      last = small;
    } else if (piece.lower === 'and' && next > at && lexicon.small.has(pieces[next + 1]?.lower ?? '') && group >= 100)
      continue;
    else break;
  }
  return next === at ? null : { value: total + group, next, isYear: false, isSpelled: true };
}

function readOrdinal(text: string, pieces: readonly Piece[], at: number, lexicon: Lexicon): Found | null {
  const piece = pieces[at];
  const value = piece === undefined ? undefined : lexicon.ordinals.get(piece.lower);
  if (piece === undefined || value === undefined) return null;
  return {
    figure: {
      span: { start: piece.start, end: piece.end },
      kind: 'ordinal',
      value,
      unit: null,
      text: text.slice(piece.start, piece.end),
    },
    next: at + 1,
  };
}

/** "26 May 2026", "May 26", "2026-05-26", "26.05.2026", "17:00", "Monday", "May". */
function readDate(text: string, pieces: readonly Piece[], at: number): Found | null {
  const first = pieces[at];
  if (first === undefined) return null;
  const make = (kind: FigureKind, unit: string | null, value: number | null, next: number): Found => {
    const span = { start: first.start, end: pieces[next - 1]?.end ?? first.end };
    return { figure: { span, kind, value, unit, text: text.slice(span.start, span.end) }, next };
  };
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(first.raw) ?? [];
  if (day !== undefined && month !== undefined && year !== undefined)
    return make('date', canonical(year, Number(month), Number(day)), null, at + 1);
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(first.raw) ?? [];
  if (hours !== undefined) return make('time', null, Number(hours) + Number(minutes) / 60, at + 1);
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
  const second = pieces[at + 1];
  if (first === undefined) return null;
  const monthOf = (piece: Piece | undefined): number | undefined =>
    piece === undefined ? undefined : MONTHS.get(piece.lower);
  const isCapital = /^\p{Lu}/u.test(first.raw);
  const dayFirst = /^(?:[12]?\d|3[01])$/.test(first.raw)
    ? monthOf(second?.lower === 'of' || second?.lower === 'de' ? pieces[at + 2] : second)
    : undefined;
  if (dayFirst !== undefined && /^[\s.]{1,2}$/.test(gap(text, first, second) ?? '')) {
    const next = at + (second?.lower === 'of' || second?.lower === 'de' ? 3 : 2);
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

/** Digits as a language writes them, or null where they are no number ("1.2.3"). */
function parseDigits(raw: string, commaDecimal: boolean): number | null {
  const plain = raw.replace(/[\u00a0\u202f]/g, '');
  const grouped = commaDecimal ? /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/ : /^\d{1,3}(?:,\d{2,3})+(?:\.\d+)?$/;
  if (grouped.test(plain))
    return Number(commaDecimal ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', ''));
  if (/^\d+$/.test(plain)) return Number(plain);
  if (/^\d+\.\d+$/.test(plain)) return Number(plain);
  return /^\d+,\d+$/.test(plain) ? Number(plain.replace(',', '.')) : null;
}

function gap(text: string, before: Piece | undefined, after: Piece | undefined): string | null {
  return before === undefined || after === undefined ? null : text.slice(before.end, after.start);
}

function lexiconOf(language: string): Lexicon {
  const key = language.slice(0, 2).toLowerCase();
  return LEXICONS.get(key) ?? ENGLISH;
}

const LEXICONS = new Map(
  Object.entries(numberWords).map(([key, { small, scales, ordinals }]) => [
    key,
    {
      small: new Map(Object.entries(small)),
      scales: new Map(Object.entries(scales)),
      ordinals: new Map(Object.entries(ordinals)),
      commaDecimal: key !== 'en',
    },
  ]),
);
const ENGLISH: Lexicon = LEXICONS.get('en') ?? {
  small: new Map(),
  scales: new Map(),
  ordinals: new Map(),
  commaDecimal: false,
};
