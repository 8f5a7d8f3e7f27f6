import type { HeaderOf } from './status-problem.ts';

/** A month: what claims to stay the same for longer is a slip, or wants no visitors at all. */
const LONGEST_MS = 30 * 86_400_000;

/**
 * For how long an answer says that it stays as it is, in ms: `cache-control: max-age` less `age`, else `expires` against the
 * server's own `date` (RFC 9111, sections 4.2.1 and 5.3). 0 where it says that it may change at any time, null where it says nothing.
 */
export function freshFor(headerOf: HeaderOf): number | null {
  const control = (headerOf('cache-control') ?? '').toLowerCase();
  if (/(?:^|[\s,])no-(?:cache|store)(?:$|[\s,=])/.test(control)) return 0;
  const age = /(?:^|[\s,])max-age\s{0,3}=\s{0,3}"?(\d{1,12})/.exec(control)?.[1];
  if (age !== undefined) return within((Number(age) - secondsOf(headerOf('age'))) * 1_000);
  const expires = headerOf('expires')?.trim() ?? '';
  if (expires === '') return null;
  // "0" and other dates that are none mean "already over" (RFC 9111, section 5.3).
  const at = Date.parse(expires);
  const from = Date.parse(headerOf('date') ?? '');
  if (Number.isNaN(at) || !/^[a-z]{3}/i.test(expires)) return 0;
  return Number.isNaN(from) ? null : within(at - from);
}

function secondsOf(header: string | null): number {
  return /^\s{0,3}(\d{1,9})/.test(header ?? '') ? Number.parseInt(header ?? '', 10) : 0;
}

function within(ms: number): number {
  return Math.min(Math.max(ms, 0), LONGEST_MS);
}
