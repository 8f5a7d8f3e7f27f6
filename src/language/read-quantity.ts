import { gap, type Piece } from './cut-pieces.ts';
import numberWords from './data/numbers.json' with { type: 'json' };
import units from './data/units.json' with { type: 'json' };

/** The number words of a language. */
export type Lexicon = {
  readonly small: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly fractions: ReadonlyMap<string, number>;
  readonly commaDecimal: boolean;
};

/** A number from a piece on; `next` is the first piece after it. */
export type Quantity = {
  readonly value: number;
  readonly next: number;
  readonly isYear: boolean;
  readonly isSpelled: boolean;
};

const SIGNS: ReadonlySet<string> = new Set(Object.keys(units.signs));
const METRE_CUES: ReadonlySet<string> = new Set(units['metre-cues']);

/** A quantity of digits or words from a piece on: "1,234.5", "3.5 million", "twenty-two", "two hundred and five", "half a million". */
export function readQuantity(text: string, pieces: readonly Piece[], at: number, lexicon: Lexicon): Quantity | null {
  const first = pieces[at];
  if (first === undefined) return null;
  if (/^\d/.test(first.raw)) {
    if (/:/.test(first.raw)) return null;
    const value = parseDigits(first.raw, lexicon.commaDecimal);
    if (value === null) return null;
    const isMetres =
      pieces[at + 1]?.lower === 'm' &&
      METRE_CUES.has(pieces[at + 2]?.lower ?? '') &&
      !SIGNS.has(pieces[at - 1]?.raw ?? '');
    const scaled = isMetres ? { value, next: at + 1 } : readScales(text, pieces, at + 1, value, lexicon);
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
  if (next === at) return null;
  // "Two and a half million".
  const words = [0, 1, 2].map((k) => pieces[next + k]?.lower).join(' ');
  if (words === 'and a half')
    return { ...readScales(text, pieces, next + 3, total + group + 0.5, lexicon), isYear: false, isSpelled: true };
  return { value: total + group, next, isYear: false, isSpelled: true };
}

/** Digits as a language writes them, or null where they are no number ("1.2.3"). */
function parseDigits(raw: string, commaDecimal: boolean): number | null {
  const plain = raw.replace(/[ \u00a0\u202f]/g, '');
  const grouped = commaDecimal ? /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/ : /^\d{1,3}(?:,\d{2,3})+(?:\.\d+)?$/;
  if (grouped.test(plain))
    return Number(commaDecimal ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', ''));
  if (/^\d+$/.test(plain)) return Number(plain);
  if (/^\d+\.\d+$/.test(plain)) return Number(plain);
  return /^\d+,\d+$/.test(plain) ? Number(plain.replace(',', '.')) : null;
}

/** The number words of a language; English where it is unknown. */
export function lexiconOf(language: string): Lexicon {
  const key = language.slice(0, 2).toLowerCase();
  return LEXICONS.get(key) ?? ENGLISH;
}

const LEXICONS = new Map(
  Object.entries(numberWords).map(([key, { small, scales, ordinals, fractions }]) => [
    key,
    {
      small: new Map(Object.entries(small)),
      scales: new Map(Object.entries(scales)),
      ordinals: new Map(Object.entries(ordinals)),
      fractions: new Map(Object.entries(fractions)),
      commaDecimal: key !== 'en',
    },
  ]),
);

const ENGLISH: Lexicon = LEXICONS.get('en') ?? {
  small: new Map(),
  scales: new Map(),
  ordinals: new Map(),
  fractions: new Map(),
  commaDecimal: false,
};
