import type { Span } from '#core/article.ts';
import type { Scan } from '../scan-article.ts';
import type { Bearer } from './bearer.ts';
import type { Roster } from './entity.ts';
import { outletIn } from './outlet-in.ts';

const BEFORE = /\b(?:report|article|story)$/;
const BEHIND = /^(?:an?|the|its)\s(?:\p{Ll}+\s)?(?:report|article|story)\s(?:by|in|from|on)\s/u;

/** "The NYT report notes", "according to a report by Bloomberg": the outlet speaks in its own voice. Null for other papers. */
export function outletOfReport(scan: Scan, roster: Roster, { start, end }: Span): Bearer | null {
  const words = scan.text.slice(start, end);
  const behind = BEHIND.exec(words)?.[0];
  if (behind === undefined && !BEFORE.test(words)) return null;
  const place =
    behind === undefined ? { start, end: scan.text.lastIndexOf(' ', end - 1) } : { start: start + behind.length, end };
  const name = outletIn(scan, roster, place, false);
  if (name === null) return null;
  const entity = roster.entities.find((other) => other.name === name) ?? null;
  return { key: `name ${name}`, name, kind: 'organization', named: true, role: null, entity, certainty: 0.9 };
}
