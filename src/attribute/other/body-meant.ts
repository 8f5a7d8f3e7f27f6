import type { Span } from '#core/article.ts';
import type { Scan } from '../scan-article.ts';
import { bareWord } from './bare-word.ts';
import { isDefiniteNoun } from './is-definite-noun.ts';
import { isHigh, runEnd } from './name-run.ts';
import { isPersonNoun } from './role-beside.ts';
import type { Words } from './words.ts';

/** A firm or a club by its name, where it stands, and whether it opens its sentence. */
export type BodyAt = {
  readonly name: string;
  /** What it is, in small letters. */
  readonly noun: string;
  readonly at: number;
  readonly isOpening: boolean;
};

/**
 * The bodies that an article names behind a noun that says what they are, "la aerolínea Alisios", "le fabricant de chaudières Ormelune",
 * in order. Linear in the article's length.
 */
export function readBodies(scan: Scan, words: Words, isPerson: (token: number) => boolean): BodyAt[] {
  const { tokens, units, text } = scan;
  const found: BodyAt[] = [];
  for (const { first, end } of units)
    for (let i = first; i < end && found.length < MOST_BODIES; i += 1) {
      if (!isHigh(scan, i)) continue;
      const stop = Math.min(end, runEnd(scan, words, i));
      const from = isOpener(scan, words, i, first) ? i + 1 : i;
      const name = text.slice(tokens[from]?.start ?? 0, tokens[stop - 1]?.end ?? 0);
      const noun = from - 1;
      const isBody = from < stop && noun >= first && !isPerson(from) && isNoun(words, tokens[noun]?.lower ?? '');
      const opener = isBody && (scan.quoteAt[from] ?? -1) < 0 ? openerOf(scan, words, noun, first) : null;
      if (opener !== null)
        found.push({
          name,
          noun: tokens[noun]?.lower ?? '',
          at: tokens[from]?.start ?? 0,
          isOpening: opener === first,
        });
      i = stop - 1;
    }
  return found;
}

/** "Rederiet | Skärlinjen", "Chocoladefabrikant | Drievel": the sentence's front gave the noun its capital. */
function isOpener(scan: Scan, words: Words, i: number, first: number): boolean {
  const lower = scan.tokens[i]?.lower ?? '';
  return i === first && (isDefiniteNoun(words, lower) || words.bodies.has(lower));
}

function isNoun(words: Words, lower: string): boolean {
  const isSmall = [
    words.articles,
    words.prepositions,
    words.of,
    words.stops,
    words.says,
    words.denies,
    words.auxiliaries,
  ].some((list) => list.has(lower));
  return (
    /^\p{L}{4,}$/u.test(lower) && !isSmall && !isPersonNoun(words, lower) && !words.media.has(bareWord(words, lower))
  );
}

/** An article that names more is a list. */
const MOST_BODIES = 200;

/** How far before a body's noun its article may stand: "le fabricant de | chaudières". In tokens. */
const ARTICLE_REACH = 4;

/** Where the phrase of a body's noun begins, at an article or the sentence's front; null where it is none. */
function openerOf({ tokens }: Scan, words: Words, noun: number, first: number): number | null {
  for (let i = noun; i > Math.max(first - 1, noun - ARTICLE_REACH); i -= 1) {
    const lower = tokens[i]?.lower ?? '';
    if (words.articles.has(lower) || isDefiniteNoun(words, lower) || bareWord(words, lower) !== lower || i === first)
      return i;
    if (tokens[i]?.tag === 'PUNCT' || words.says.has(lower) || words.auxiliaries.has(lower)) return null;
  }
  return null;
}

/** The body that "the firm" means: whose sentence it is, or the only one that was called so before. */
export function bodyMeant(bodies: readonly BodyAt[], head: string, at: number, sentence: Span): string | null {
  const before = bodies.filter((body) => body.at < at);
  const subject = before.find((body) => body.isOpening && body.at >= sentence.start);
  if (subject !== undefined) return subject.name;
  const [only, ...others] = new Set(before.filter(({ noun }) => noun === head).map(({ name }) => name));
  return others.length > 0 ? null : (only ?? null);
}
