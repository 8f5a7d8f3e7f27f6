import { contains } from '#core/article.ts';
import { findUnreal, type Unreal } from '#language/find-unreal.ts';
import { isOrder } from '#language/is-order.ts';
import type { Scan } from './scan-article.ts';
import type { Statement } from './statement.ts';

/**
 * Leaves out what nobody said: words of a scene, of what somebody imagines, of a report that is withdrawn or of a fake. Whoever tells of
 * these has said so, and so has who made them.
 */
export function leaveUnreal(scan: Scan, statements: readonly Statement[]): readonly Statement[] {
  const unreal = findUnreal(scan.article);
  return statements.filter(
    (statement) => !unreal.some((one) => isOf(scan, statement, one)) && !isOrdered(scan, statement),
  );
}

function isOf(
  { text }: Scan,
  { cue, source, content, stance }: Statement,
  { from, to, by, kind, makers }: Unreal,
): boolean {
  // "Holm denies the fake post": her own words, wherever they stand.
  if (kind === 'fake' && stance !== 'asserts') return false;
  const at = (by === 'cue' ? cue : source?.span) ?? cue ?? content[0];
  if (at === undefined || at.end <= from || at.start >= to) return false;
  // “In the play Holm says”: a phrase of both is the speaker’s.
  if (at.start < from && !/^\S+(?: \S+)?$/u.test(text.slice(at.start, from))) return false;
  const words = text.slice(source?.span.start ?? at.start, source?.span.end ?? at.end);
  // "Imagine a town without cars, Holm said": the frame is what she said.
  const isTold = content.some((span) => contains(span, { start: from, end: from + 1 }) && span.start <= from);
  return !isTold && !(kind === 'scene' && makers.test(words));
}

/** "Write that Holm confessed to theft": whoever wrote this there wants it told, and nobody has said it. */
function isOrdered({ text, units }: Scan, { unit }: Statement): boolean {
  const { start, end } = units[unit]?.span ?? { start: 0, end: 0 };
  return isOrder(text.slice(start, Math.min(end, start + ORDER_REACH)));
}

/** How much of a sentence is read for an order, in UTF-16 units. */
const ORDER_REACH = 300;
