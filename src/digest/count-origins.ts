import type { Origins, Telling } from '#core/digest.ts';
import { findReport } from './find-report.ts';
import { outletKey, siteOf } from './outlet-key.ts';
import { sharedShare, wordRuns } from './word-runs.ts';

/** Two reports of one speech share its quotations; what shares this much is one text. */
const SAME_TEXT = 0.4;

/**
 * How many of a story's tellings stand on feet of their own. One origin are: the same outlet twice, outlets that carry the report
 * of one agency or of one outlet, and texts of the same wording. Where that cannot be told they are counted apart.
 */
export function countOrigins(tellings: readonly Telling[]): Origins {
  const outlets = new Set(tellings.map(({ entry, account }) => outletKey(account?.article.outlet ?? entry.outlet)));
  const reports = tellings.map((telling) => findReport(telling, outlets));
  const marks = tellings.map((telling, at) => marksOf(telling, reports[at] ?? null));
  const runs = tellings.map(runsOf);
  const groups = tellings.map((_, at) => at);
  const join = (a: number, b: number): void => {
    const [from = b, to = a] = [groups[Math.max(a, b)], groups[Math.min(a, b)]];
    for (const [at, group] of groups.entries()) if (group === from) groups[at] = to;
  };
  for (const [at, own] of marks.entries())
    for (const [before, others] of marks.slice(0, at).entries()) {
      // Of one text in hundreds of outlets each is compared with the first alone.
      if (groups[at] === groups[before]) continue;
      const isSame = own.some((mark) => others.includes(mark));
      if (isSame || sharedShare(runs[at] ?? NONE, runs[before] ?? NONE) >= SAME_TEXT) join(before, at);
    }
  const read = new Set(groups.filter((_, at) => tellings[at]?.account !== null));
  const all = new Set(groups);
  return {
    count: read.size === 0 ? all.size : read.size,
    uncompared: read.size === 0 ? 0 : all.size - read.size,
    agency: agencyOf(tellings, reports, groups),
    groups,
  };
}

const NONE: ReadonlySet<string> = new Set();

/** What two tellings of one origin have in common, besides their words. */
function marksOf({ entry, account }: Telling, report: string | null): string[] {
  const site = siteOf(account?.article.url ?? entry.url);
  const name = account?.article.outlet ?? (site === null ? entry.outlet : null);
  return [
    ...(site === null ? [] : [`site ${site}`]),
    ...(name === null ? [] : [`outlet ${outletKey(name)}`]),
    ...(report === null ? [] : [`outlet ${outletKey(report)}`]),
  ];
}

function runsOf({ entry, account }: Telling): ReadonlySet<string> {
  return wordRuns(account?.article.text ?? `${entry.title}. ${entry.summary ?? ''}`);
}

/** Whose report most outlets carry; what one alone carries is nobody's concern. */
function agencyOf(
  tellings: readonly Telling[],
  reports: readonly (string | null)[],
  groups: readonly number[],
): string | null {
  const sizes = new Map<number, Set<string>>();
  for (const [at, group] of groups.entries())
    sizes.set(group, (sizes.get(group) ?? new Set()).add(tellings[at]?.entry.outlet ?? ''));
  const signed = reports.flatMap((report, at) => {
    const size = sizes.get(groups[at] ?? -1)?.size ?? 0;
    return report === null || size < 2 ? [] : [{ report, size }];
  });
  return signed.toSorted((a, b) => b.size - a.size || (a.report < b.report ? -1 : 1))[0]?.report ?? null;
}
