import type { Span } from '#core/article.ts';
import type { Roster } from './entity.ts';
import { canonicalOutlet, genericOutlet, isOutletName, isOutletNoun } from './is-outlet-name.ts';
import { lastOutlet } from './resolve-role.ts';
import type { Scan } from './scan-article.ts';
import type { Statement } from './statement.ts';

const SETTING =
  /(?:interview (?:with|on|in|for|given to)|spoke to|spoken to|speaking to|speaking on|statement to|comments to|remarks to|email to|e-mail to|cited by|quoted by|interviewed by|seen by|obtained by|reviewed by|viewed by|published by|published in|writing in|appearing on|reported by|shared with|carried by|relayed by|leaked to|handed to|passed to|given to|provided to|emailed to|confirmed to|acknowledged to|conceded to|admitted to|explained to|complained to|insisted to|told|broadcast by|in a report by|in a report in)\s+((?:the\s+)?(?:[\p{L}-]+\s){0,3}?(?:(?:agency|newspaper|broadcaster|magazine|website),\s)?\p{Lu}[\p{L}’'&-]*(?:\s(?:\p{Lu}[\p{L}’'&-]*|of|and))*)/gu;
/** Who is told things in public without being an outlet. */
const NOT_OUTLETS =
  /\b(?:Parliament|Congress|Senate|House|Court|Council|Committee|Commission|MPs|Bundestag|Assembly|Cabinet|Board|Commons|Lords|Inquiry|Union|Nations)\b/;

/** Names and acronyms of the outlet that publishes the article itself: it does not stand between. */
function isOwn(scan: Scan, name: string): boolean {
  const own = scan.article.outlet;
  const words = name.toLowerCase().replace(/^the\s+/, '');
  const dateline = /\(([\p{L} .-]{2,30})\)\s*[—–-]/u.exec(scan.text.slice(0, 120))?.[1]?.toLowerCase();
  if (dateline !== undefined && dateline === words) return true;
  if (own === null) return false;
  const mine = own.toLowerCase().replace(/^the\s+/, '');
  const initials = own
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .join('')
    .toLowerCase();
  return (
    mine === words ||
    mine.endsWith(` ${words}`) ||
    mine.startsWith(`${words} `) ||
    (words.length > 1 && initials === words)
  );
}

/** The outlet that a stretch of text names, under its full name; null where it names none. */
export function outletIn(scan: Scan, roster: Roster, span: Span, isTold: boolean): string | null {
  const words = scan.text.slice(span.start, span.end).trim();
  const entity = roster.at(span);
  const bare = words.replace(/^the\s+/i, '');
  if (entity?.isOutlet) return isOwn(scan, bare) ? null : entity.name;
  if (isOutletName(bare)) return isOwn(scan, bare) ? null : canonicalOutlet(/^The\s/.test(words) ? words : bare);
  if (/^this\s/.test(words)) return null;
  if (
    entity !== null &&
    entity.kind !== 'person' &&
    isTold &&
    /^\p{Lu}{2,6}(?:-\p{Lu}+)?$/u.test(entity.name) &&
    !NOT_OUTLETS.test(words)
  ) {
    return isOwn(scan, entity.name) ? null : canonicalOutlet(entity.name);
  }
  // "She told the newspaper": the outlet that was named last.
  const noun = /^the\s(?:\p{Ll}+\s)?(\p{Ll}+)$/iu.exec(words)?.[1];
  const meant = isTold && noun !== undefined && isOutletNoun(noun) ? lastOutlet(roster, span.start) : null;
  if (meant !== null) return isOwn(scan, meant.name) ? null : meant.name;
  return genericOutlet(words);
}

/**
 * The outlets between a source and this article, nearest to the source first: who was told, in whose interview it was
 * said, who saw the document.
 */
export function outletChain(scan: Scan, roster: Roster, statement: Statement): string[] {
  const found: string[] = [];
  const push = (name: string | null) => {
    if (name !== null && !found.includes(name)) found.push(name);
  };
  if (statement.addressee !== null) push(outletIn(scan, roster, statement.addressee, true));
  const unit = scan.units[statement.unit];
  if (unit === undefined) return found;
  const sourceSpan = statement.source?.span ?? null;
  const text = scan.text.slice(unit.span.start, unit.span.end);
  for (const match of `${text.charAt(0).toLowerCase()}${text.slice(1)}`.matchAll(SETTING)) {
    const words = match[1];
    if (words === undefined) continue;
    const start = unit.span.start + match.index + match[0].length - words.length;
    const span = { start, end: start + words.length };
    if (statement.content.some((content) => content.start <= start && start < content.end)) continue;
    if (sourceSpan !== null && start === sourceSpan.start) continue;
    // What stands nearer to another statement's cue is that one's.
    const cue = statement.cue?.start ?? statement.content[0]?.start ?? start;
    if (/^told/.test(match[0]) && (statement.addressee !== null || Math.abs(start - cue) > 40)) continue;
    push(outletIn(scan, roster, span, true));
  }
  return found;
}
