import type { Account, FoundDifference } from '#core/digest.ts';
import { compareClaims } from './compare-claims.ts';
import { compareFigures } from './compare-figures.ts';
import { compareNames } from './compare-names.ts';
import { readFigureFacts } from './read-figure-facts.ts';

/** More than this is no line of a digest; the briefings have the rest. */
const MOST_DIFFERENCES = 2;

/**
 * Where accounts of different origins cannot both be right, or a later one knows more: figures of one thing, names of who holds an
 * office, what is said and denied. Careful rather than complete: a difference that is none makes two outlets look like liars.
 */
export function compareAccounts(
  accounts: readonly { readonly account: Account; readonly origin: number }[],
): FoundDifference[] {
  if (new Set(accounts.map(({ origin }) => origin)).size < 2) return [];
  const facts = accounts.flatMap(({ account, origin }) => readFigureFacts(account, origin));
  return [...compareFigures(facts), ...compareNames(accounts), ...compareClaims(accounts)].slice(0, MOST_DIFFERENCES);
}
