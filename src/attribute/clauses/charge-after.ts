import type { Token } from '#language/read-tokens.ts';
import stances from '../data/stances-en.json' with { type: 'json' };
import { isChargeWord, isOneOf } from './charge-words.ts';

const ACCOUNTS: ReadonlySet<string> = new Set(stances.accounts);
const WORRIES: ReadonlySet<string> = new Set(stances.worries);
/** Of what stands between a verb and its noun, so many words: "every last one of the union's wilder claims". */
const REACH = 9;
/** "Some of the claims", "a string of allegations". */
const QUANTITIES: ReadonlySet<string> = new Set(stances.quantities);
const BEFORE_NOUN: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'PRON', 'PART', 'ADV']);

/** What somebody turned away: a charge ("the claim"), an account ("that figure") or a worry ("fears"), by the token of its noun. */
export type Charge = { readonly noun: number; readonly kind: 'charge' | 'account' | 'worry' };

/** The noun of the phrase that begins with token `from`, where it tells what somebody said; null where it is another. */
export function chargeAfter(tokens: readonly Token[], from: number): Charge | null {
  for (let i = from; i < Math.min(tokens.length, from + REACH); i += 1) {
    const token = tokens[i];
    if (token === undefined) return null;
    const kind = kindOf(token.lower);
    if (kind !== null && !isFirstOfTwo(tokens, i)) return { noun: i, kind };
    // "Fresh claims", "the renewed talk": a participle before its noun. "Any of the claims".
    const isLink = /^['’]s?$/.test(token.lower) || (token.lower === 'of' && QUANTITIES.has(tokens[i - 1]?.lower ?? ''));
    const isDescribing = token.tag === 'VERB' && /(?:ed|ing)$/.test(token.lower);
    if (!(BEFORE_NOUN.has(token.tag) || isLink || isDescribing) || (token.lower === 'that' && i > from)) return null;
    if (
      token.tag === 'PRON' &&
      !/^(?:his|her|its|their|my|our|your|that|this|these|those|any|all|such)$/.test(token.lower)
    )
      return null;
  }
  return null;
}

function kindOf(word: string): Charge['kind'] | null {
  if (isChargeWord(word)) return 'charge';
  if (isOneOf(ACCOUNTS, word)) return 'account';
  return isOneOf(WORRIES, word) ? 'worry' : null;
}

/** "The claim form", "the report’s figures": the noun behind it is the one that counts; "claims inmates were kept" opens a clause. */
function isFirstOfTwo(tokens: readonly Token[], i: number): boolean {
  const [next, beyond] = [tokens[i + 1], tokens[i + 2]];
  if (next === undefined) return false;
  if (next.fine === 'POS') return true;
  return next.tag === 'NOUN' && beyond?.tag !== 'AUX' && beyond?.tag !== 'VERB';
}
