import type { Span } from '#core/article.ts';
import type { Scan, Unit } from '../scan-article.ts';
import type { Statement } from '../statement.ts';
import type { Roster } from './entity.ts';
import { mentionsIn } from './memory.ts';
import { outletIn } from './outlet-in.ts';
import { apposedOutlet } from './outlet-phrase.ts';
import { holderIn, type Setting, settingsIn } from './settings-in.ts';

/** How far from its statement's cue an outlet that was told something may stand, in characters. */
const TOLD_REACH = 40;

/** "Ana Ruiz, who writes for | the Courier |, said": for whom somebody works is not through whom we hear. */
const WRITES = /\bwho (?:\p{L}+ )?(?:writes|wrote|works|worked) (?:in|for|at) (?:the )?$/u;
const WRITES_REACH = 40;

/**
 * The outlets between a source and this article, nearest to the source first: who was told, in whose interview it was
 * said, who saw the document. `toldOthers`: where those stand whom another source told something in the same sentence.
 */
export function outletChain(
  scan: Scan,
  roster: Roster,
  statement: Statement,
  toldOthers: ReadonlySet<number>,
): string[] {
  const found: string[] = [];
  const push = (name: string | null) => {
    if (name !== null && !found.includes(name)) found.push(name);
  };
  if (statement.addressee !== null) push(outletIn(scan, roster, apposedOutlet(scan.text, statement.addressee), true));
  const unit = scan.units[statement.unit];
  if (unit === undefined) return found;
  const sourceSpan = statement.source?.span ?? null;
  const { addressee } = statement;
  for (const { span, isTold, isKnown, isAccording } of settingsIn(scan, unit)) {
    const { start } = span;
    if (
      statement.content.some((content) => content.start <= start && start < content.end) &&
      !isTail(scan, statement, span)
    )
      continue;
    if (WRITES.test(scan.text.slice(Math.max(unit.span.start, start - WRITES_REACH), start))) continue;
    if ((sourceSpan !== null && start === sourceSpan.start) || toldOthers.has(start)) continue;
    if (isAccording && !isOfClause(scan, statement, span)) continue;
    // What stands nearer to another statement's cue is that one's.
    const cue = statement.cue?.start ?? statement.content[0]?.start ?? start;
    // "Told | the Business | Day", "told | Jan Holt | of the Courier": the whole of it tells more than the phrase.
    const isHere = addressee !== null && span.end > addressee.end && start < addressee.end + TOLD_REACH;
    if (isTold && (found.length > 0 || (addressee !== null && !isHere) || Math.abs(start - cue) > TOLD_REACH)) continue;
    push(outletIn(scan, roster, span, !isKnown));
  }
  push(reporterBehind(scan, roster, statement));
  return found;
}

/** "The mill is shut, Holm has said, | the Courier | reported": the outlet that the sentence ends with; null where there is none. */
function reporterBehind({ text }: Scan, roster: Roster, { cue, source, content }: Statement): string | null {
  const ends = [...content, ...(cue === null ? [] : [cue]), ...(source === null ? [] : [source.span])];
  const last = Math.max(...ends.map(({ end }) => end));
  const lead = /^[,’”"]{1,2}\s(?:the\s)?/iu.exec(text.slice(last, last + LEAD));
  if (lead === null) return null;
  const start = last + lead[0].length;
  const at = mentionsIn(roster, start, start + 1)[0];
  return at?.entity.isOutlet === true && REPORTS.test(text.slice(at.span.end, at.span.end + LEAD * 2))
    ? at.entity.name
    : null;
}

/** "Declined to comment to | the Courier |", "denied the claim in an interview with | the Courier |": behind a deed no clause of it. */
function isTail({ text }: Scan, { basis, content, stance }: Statement, { start, end }: Span): boolean {
  const last = content.at(-1);
  if (last === undefined || end < last.end - 1 || (basis !== 'object' && stance !== 'declines')) return false;
  return TAIL.test(text.slice(last.start, start));
}

const TAIL =
  /(?:\sto|\s(?:by|when (?:contacted|asked|approached|reached) by|in an? (?:\p{L}+\s)?(?:interview|statement|email|message|letter|post) (?:with|to|for|on)))\s(?:the\s)?$/u;
const LEAD = 8;
const REPORTS = /^\s(?:has\s|had\s)?(?:first\s)?report(?:ed|s)\b/u;

/** "Holm said, according to | the Courier", "according to | the Courier |, Holm said": right behind a statement or right before its source. */
function isOfClause({ text }: Scan, { cue, source, content }: Statement, outlet: Span): boolean {
  const ends = [...content, ...(cue === null ? [] : [cue]), ...(source === null ? [] : [source.span])];
  const last = Math.max(...ends.map(({ end }) => end));
  const first = Math.min(...ends.map(({ start }) => start));
  if (outlet.start > last) return /^[,.’”"]*\s?according to (?:the )?$/u.test(text.slice(last, outlet.start));
  return outlet.end <= first && /^,\s[“"‘]?$/u.test(text.slice(outlet.end, first));
}

/** Outlets that stand in a sentence in one way, whatever was said: those that somebody met, those that came by a paper. */
export function outletsOf(scan: Scan, roster: Roster, unit: Unit, is: (setting: Setting) => boolean): string[] {
  const found = settingsIn(scan, unit)
    .filter(is)
    .map(({ span, isKnown }) => outletIn(scan, roster, span, !isKnown));
  return [...new Set(found.filter((name) => name !== null))].slice(0, 1);
}

/** The outlet that a paper came to in a sentence: "a letter leaked to the Courier", "the Courier obtained a letter". */
export function outletOfPaper(scan: Scan, roster: Roster, unit: Unit): string[] {
  const handed = outletsOf(scan, roster, unit, ({ isHanded }) => isHanded);
  const holder = handed.length > 0 ? null : holderIn(scan, unit);
  const name = holder === null ? null : outletIn(scan, roster, holder, false);
  return name === null ? handed : [name];
}
