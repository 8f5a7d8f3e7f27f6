import { contains } from '#core/article.ts';
import type { Statement } from './statement.ts';

/**
 * "Insurers expect claims of £6m, a person briefed on the estimates said": what insurers expect ends where the words of the person end, who
 * tells of it, and does not run over into who that is. Keeps the order.
 */
export function cutAtOuter(statements: readonly Statement[]): Statement[] {
  const byUnit = Map.groupBy(statements, ({ unit }) => unit);
  return statements.map((inner) => {
    const { cue, content } = inner;
    const last = content.at(-1);
    if (cue === null || last === undefined) return inner;
    for (const outer of byUnit.get(inner.unit) ?? []) {
      const around = outer.content.find((span) => contains(span, cue));
      if (outer === inner || outer.cue === null || around === undefined) continue;
      const runsOver = around.end > last.start && around.end <= outer.cue.start && contains(last, outer.cue);
      if (runsOver) return { ...inner, content: [...content.slice(0, -1), { start: last.start, end: around.end }] };
    }
    return inner;
  });
}
