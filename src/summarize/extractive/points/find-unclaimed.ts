import { type Article, overlaps } from '#core/article.ts';
import { isEnglish } from '#language/is-english.ts';
import { readTokens } from '#language/read-tokens.ts';
import type { Passage } from '../read-passages.ts';

/** Quick look before the tagger is asked. */
const FIRST_PERSON = /(?<![\p{L}\p{M}])(?:i|me|my|myself|we|our)(?![\p{L}\p{M}])/iu;

/** Of one who speaks for himself, wherever they stand. */
const OWN = new Set(['i', 'me', 'my', 'myself']);

/** Everybody may be meant ("as we know it"), unless the sentence is about us. */
const SHARED = new Set(['we', 'our']);
const OPENING_TOKENS = 3;

/** What follows "I"; "Group I" and "Charles I" are none. */
const DOING = new Set(['VERB', 'AUX', 'ADV']);

/** Fewer words outside its quotation marks do not make a sentence of their own. */
const FEWEST_OUTSIDE_WORDS = 3;

/** Where so many sentences speak of "I", the author tells of himself. */
const ESSAY_SHARE = 0.25;

/**
 * The places of sentences in which somebody speaks of himself whom nobody names: "I think it is too late", with no source and outside
 * quotation marks, or all in them. Standing alone they read as if the outlet said them. English only; none in an essay.
 */
export function findUnclaimed(passages: readonly Passage[], article: Article): ReadonlySet<number> {
  if (!isEnglish(article.language)) return new Set();
  const prose = passages.filter(({ isProse }) => isProse);
  const found = prose.filter((passage) => isUnclaimed(passage, article)).map(({ index }) => index);
  return new Set(found.length >= prose.length * ESSAY_SHARE ? [] : found);
}

function isUnclaimed({ attributions, text, span, quotations }: Passage, article: Article): boolean {
  if (attributions.length > 0 || !FIRST_PERSON.test(text)) return false;
  const tokens = readTokens(article.text, [span], article.language).filter(({ tag }) => tag !== 'PUNCT');
  const outside = tokens.filter((token) => !quotations.some(({ inner }) => overlaps(inner, token)));
  const heard = outside.length < FEWEST_OUTSIDE_WORDS ? tokens : outside;
  return heard.some(({ lower, tag, fine }, at) => {
    if (tag !== 'PRON' && fine !== 'PRP$') return false;
    if (SHARED.has(lower)) return at < OPENING_TOKENS;
    return OWN.has(lower) && (lower !== 'i' || DOING.has(heard[at + 1]?.tag ?? ''));
  });
}
