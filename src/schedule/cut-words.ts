import type { Token } from './token.ts';

/**
 * What a text is cut into, the first that fits. Signs that only part words from one another are in none of them, nor is the slash of
 * "Mon/Wed".
 */
const KINDS = [
  // An offset: "UTC+2".
  String.raw`(?<![\p{L}\d])(?:utc|gmt) ?[-+−–]\d{1,2}(?::?\d{2})?(?![\d:.])`,
  // A zone's own name: "America/Port-au-Prince".
  String.raw`(?:africa|america|antarctica|arctic|asia|atlantic|australia|brazil|canada|chile|etc|europe|indian|mexico|pacific|us)(?:\/[a-z\d_+-]+)+`,
  // Figures that a comma joins: "8,30" is neither a time nor two.
  String.raw`\d+(?:[,;]\d+)+`,
  // A word or a time: "o’clock", "8:30".
  String.raw`[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_:.'’]*[\p{L}\p{M}\p{N}_])?`,
  // A dash, and any other sign.
  String.raw`[^\s,;:.!?()[\]"“”„«»|·•\/]`,
];
const WORDS = new RegExp(KINDS.join('|'), 'giu');

const DASH = /^[\p{Pd}−]$/u;

/** The words of a text, in order. Offsets point into the text. */
export function cutWords(text: string): Token[] {
  return [...text.matchAll(WORDS)].map(({ 0: written, index }) => ({
    written,
    folded: fold(written),
    start: index,
    end: index + written.length,
  }));
}

function fold(word: string): string {
  if (DASH.test(word)) return '-';
  const plain = word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll(/[−–]/g, '-')
    .replace(/^[ld]['’]/, '')
    .replace(/['’]/g, '');
  // "a.m." and "U.S." are one word; "8.30" is a time, and keeps its point.
  return /^\p{L}(?:\.\p{L})+$/u.test(plain) ? plain.replaceAll('.', '') : plain;
}
