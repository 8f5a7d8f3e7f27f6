import { contentWords } from '#language/content-words.ts';
import contrast from '../data/contrast-words.json' with { type: 'json' };
import { BARE_CLAIM_WORDS, FEW_WORDS, PLAIN } from './overlap-of.ts';
import type { Statement } from './read-statements.ts';
import { isSaid } from './takes-up.ts';

const CLAIMS = new Set([...contrast.backwards, ...contrast.talk]);
const UNOWNED = new Set(contrast.unowned);

/** "Rejected the suggestion that investors were being put first": it says which suggestion, and nothing of the other's is in it. */
export function isOtherClaim(a: Statement, { plain }: Statement): boolean {
  const at = plain.slice(0, BARE_CLAIM_WORDS).findIndex((word) => CLAIMS.has(word));
  if (at < 0 || plain[at + 1] !== 'that') return false;
  const matter = contentWords(plain.slice(at + 2).join(' '), 'en').filter((word) => !PLAIN.has(word));
  return matter.length >= FEW_WORDS && !matter.some((word) => isSaid(word, a));
}

/** "Rejected suggestions that members were afraid": whose suggestions, it does not say. */
export function isUnownedClaim({ plain: [noun = '', that = ''] }: Statement): boolean {
  return that === 'that' && UNOWNED.has(noun);
}
