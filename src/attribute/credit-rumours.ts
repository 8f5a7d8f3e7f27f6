import type { Scan } from './scan-article.ts';
import type { Statement } from './statement.ts';

/**
 * "Work is expected to start in May, the council said": what nobody in particular expects is what the council said, with its hedge. A
 * rumour inside what somebody says of something else stays on its own.
 */
export function creditRumours({ text }: Scan, statements: readonly Statement[]): Statement[] {
  const byUnit = Map.groupBy(statements, ({ unit }) => unit);
  const teller = (rumour: Statement) =>
    (byUnit.get(rumour.unit) ?? []).find((one) => one.source !== null && holdsAll(one, rumour));
  const told = new Map(
    statements.flatMap((one): [Statement, Statement][] => {
      const by = one.basis === 'sourceless' && one.hedge !== null && isWhole(text, one) ? teller(one) : undefined;
      return by === undefined ? [] : [[by, one]];
    }),
  );
  const gone = new Set(told.values());
  return statements.flatMap((one) => {
    const rumour = told.get(one);
    if (gone.has(one)) return [];
    return rumour === undefined ? [one] : [{ ...one, hedge: one.hedge ?? rumour.hedge }];
  });
}

/** "The toll, which is expected to rise, was 11": not all of it is the rumour. */
function isWhole(text: string, { content, cue }: Statement): boolean {
  const end = content[0]?.end ?? 0;
  return cue === null || cue.start < end || text.slice(end, cue.start).trim() === '';
}

/** Whether a statement begins as the rumour does and holds all of it. */
function holdsAll({ content }: Statement, rumour: Statement): boolean {
  const [own] = content;
  const first = rumour.content[0];
  const last = rumour.content.at(-1);
  return own !== undefined && own.start === first?.start && last !== undefined && last.end <= own.end;
}
