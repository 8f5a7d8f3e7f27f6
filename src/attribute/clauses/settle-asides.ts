import { contains, type Span } from '#core/article.ts';
import stances from '../data/stances-en.json' with { type: 'json' };
import type { Scan } from '../scan-article.ts';
import type { Statement } from '../statement.ts';
import { lastTokenBefore } from './token-before.ts';

/** Verbs of an aside that may as well tell of the denial itself: "as the Courier reported", "as the mayor put it". */
const OF_EITHER: ReadonlySet<string> = new Set(['report', 'put', 'put it', 'note', 'point out', 'add', 'recall']);

/** How a statement stands in an aside: ", as Holm had told the paper". Null where it stands in none. */
function asideOf({ text, tokens }: Scan, { basis, cue, source, content }: Statement): { isToo: boolean } | null {
  if (basis !== 'before' || cue === null || source === null || content.length !== 1) return null;
  if (source.span.start < (content[0]?.end ?? 0)) return null;
  const link = tokens[lastTokenBefore(tokens, source.span.start)];
  if (link?.lower !== 'as' || link.start < (content[0]?.end ?? 0)) return null;
  return { isToo: /\b(?:also|too)\b/iu.test(text.slice(source.span.end, cue.start)) };
}

/**
 * "The ministry denied that the gate was shut, as Holm had told the paper": Holm told what the ministry denies, and neither the denial nor
 * the ministry; and so where it said that the gate was shut. Where both may be meant ("as the mayor also said", "as the Courier reported") the aside is left out, or asserts that there was
 * a denial. Statements of one unit.
 */
export function settleAsides(scan: Scan, statements: readonly Statement[]): Statement[] {
  return statements.flatMap((one) => {
    const aside = asideOf(scan, one);
    const whole = one.content[0];
    if (aside === null || whole === undefined) return [one];
    const main = statements.find(
      ({ stance, cue, source }) =>
        cue !== null &&
        cue !== one.cue &&
        contains(whole, cue) &&
        (stance !== 'asserts' || source?.span.start === whole.start),
    );
    if (main === undefined) return [one];
    const isAnswer = main.stance !== 'asserts';
    if (isAnswer && aside.isToo) return [];
    if (main.stance === 'declines' || OF_EITHER.has(one.verb ?? '')) return [{ ...one, stance: 'asserts' }];
    return [{ ...one, content: main.content.map((span) => withoutCharge(scan.text, span)), stance: 'asserts' }];
  });
}

const CHARGE = new RegExp(`^(?:(?:any|all|the|these|those) )?(?:${stances.charges.join('|')}|stories)s? that `, 'iu');

/** "The claim that | the wall was unsafe". */
function withoutCharge(text: string, { start, end }: Span): Span {
  return { start: start + (CHARGE.exec(text.slice(start, end))?.[0].length ?? 0), end };
}
