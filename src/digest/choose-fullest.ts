import type { Account } from '#core/digest.ts';
import { findReport } from './find-report.ts';

/** Beyond this an account is longer, not fuller: a timeline, a list of reactions. In characters. */
const FULL_LENGTH = 6_000;
/** What somebody wrote down themselves is worth more than a third again as many words of somebody else's report. */
const OWN_REPORT = 1.35;
const PARTIAL = 0.4;

/**
 * The account to brief: the longest up to about a thousand words, an outlet's own report before one that it carries, and a whole
 * text before a teaser. Of equals the one that was published first. Null of none.
 */
export function chooseFullest(accounts: readonly Account[]): Account | null {
  const weighed = accounts.map((account) => ({ account, weight: weightOf(account) }));
  return weighed.toSorted((a, b) => b.weight - a.weight || timeOf(a.account) - timeOf(b.account))[0]?.account ?? null;
}

function weightOf(account: Account): number {
  const { text, completeness } = account.article;
  const isOwn = findReport({ entry: account.entry, account }) === null;
  return Math.min(text.length, FULL_LENGTH) * (isOwn ? OWN_REPORT : 1) * (completeness === 'partial' ? PARTIAL : 1);
}

function timeOf({ entry }: Account): number {
  return entry.publishedAt?.getTime() ?? Number.POSITIVE_INFINITY;
}
