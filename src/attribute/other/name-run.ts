import type { Scan } from '../scan-article.ts';
import names from './languages/names.json' with { type: 'json' };
import type { Words } from './words.ts';

const LONGEST_NAME = 7;
/** Small words that lie in names: "von", "de la". Names of every language stand in articles of every other. */
export const PARTICLE: ReadonlySet<string> = new Set(names.particles);
const HYPHEN = /^[-‐]$/;

export function isHigh(scan: Scan, i: number): boolean {
  return /^(?:[dl][’'])?\p{Lu}/u.test(scan.tokens[i]?.text ?? '');
}

/** Where the run of capitals that begins with token `from` ends: particles, hyphens and initials' stops lie in it. */
export function runEnd(scan: Scan, words: Words, from: number): number {
  const { tokens, text } = scan;
  let end = from + 1;
  for (let i = end; i < Math.min(tokens.length, from + LONGEST_NAME + 4); i += 1) {
    const before = tokens[i - 1];
    const token = tokens[i];
    if (before === undefined || token === undefined || token.sentence !== before.sentence) break;
    const gap = text.slice(before.end, token.start);
    if (gap !== '' && !/^[ \u00a0\u202f]$/.test(gap)) break;
    // "Marta Lodi | di Amici del Bosco": an Italian name has its "di" behind the first name.
    if (words.nameEnds.has(token.text) && i > from + 1) break;
    const isJoint =
      (HYPHEN.test(token.text) && gap === '') ||
      isApostropheT(scan, i) ||
      isApostropheT(scan, i - 1) ||
      (token.text === '.' && gap === '' && (before.text.length <= 2 || words.honorifics.masculine.has(before.text)));
    if (isHigh(scan, i)) end = i + 1;
    else if (!isJoint && !PARTICLE.has(token.lower)) break;
    // "Ronald K. ontkent".
    if (token.text === '.' && before.text.length === 1 && isHigh(scan, i - 1) && !isHigh(scan, i + 1)) return i + 1;
  }
  return end;
}

/** "Pieter | ’t | Hart": to the segmenter a mark and a letter. */
function isApostropheT({ tokens }: Scan, i: number): boolean {
  return /^[’'‘]$/.test(tokens[i]?.text ?? '') && tokens[i + 1]?.text === 't';
}
