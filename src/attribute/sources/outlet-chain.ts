import type { Scan, Unit } from '../scan-article.ts';
import type { Statement } from '../statement.ts';
import type { Roster } from './entity.ts';
import { outletIn } from './outlet-in.ts';
import { apposedOutlet, holderIn, type Setting, settingsIn } from './settings-in.ts';

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
  if (statement.addressee !== null) push(outletIn(scan, roster, apposedOutlet(scan, statement.addressee), true));
  const unit = scan.units[statement.unit];
  if (unit === undefined) return found;
  const sourceSpan = statement.source?.span ?? null;
  for (const { span, isTold, isKnown } of settingsIn(scan, unit)) {
    const { start } = span;
    if (statement.content.some((content) => content.start <= start && start < content.end)) continue;
    if (WRITES.test(scan.text.slice(Math.max(unit.span.start, start - WRITES_REACH), start))) continue;
    if ((sourceSpan !== null && start === sourceSpan.start) || toldOthers.has(start)) continue;
    // What stands nearer to another statement's cue is that one's.
    const cue = statement.cue?.start ?? statement.content[0]?.start ?? start;
    if (isTold && (statement.addressee !== null || Math.abs(start - cue) > TOLD_REACH)) continue;
    push(outletIn(scan, roster, span, !isKnown));
  }
  return found;
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
