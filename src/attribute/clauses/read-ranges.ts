import type { Statement } from '../statement.ts';
import { blankStatement } from './blank-statement.ts';
import { contentSpan, type Range } from './content-end.ts';
import type { UnitState } from './unit-state.ts';

/** A statement, the phrases that its content takes, and the phrase where reading goes on. */
export type Reading = { readonly statement: Statement; readonly ranges: readonly Range[]; readonly last: number };

type Told = Pick<Statement, 'basis' | 'cue' | 'verb'> & Partial<Omit<Statement, 'unit' | 'content'>>;

/** The statement whose content stands in these phrases; null where they hold no words. Reading goes on at `last`. */
export function readRanges(
  state: UnitState,
  ranges: readonly Range[],
  told: Told,
  last: number = Math.max(...ranges.map(({ to }) => to)),
): Reading | null {
  const content = ranges.flatMap((range) => contentSpan(state.scan, state.chunks, range) ?? []);
  if (content.length === 0) return null;
  return { statement: { ...blankStatement, ...told, unit: state.unit, content }, ranges, last };
}
