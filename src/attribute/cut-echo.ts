import type { Scan } from './scan-article.ts';
import type { Statement } from './statement.ts';

/** ", as did her deputy", ", and so has the council": who else said so stands behind what was said. */
const ECHO =
  /,? (?:as (?:do|does|did)|(?:(?:and|but) so|(?:and )?neither|nor) (?:do|does|did|has|have|had)) [^,;:.“”"]{2,60}$/u;

/** A statement without the end of its clause that tells who said the same. English. */
export function cutEcho({ text }: Scan, statement: Statement): Statement {
  const last = statement.content.at(-1);
  if (last === undefined) return statement;
  const at = text.slice(last.start, last.end).search(ECHO);
  if (at <= 0) return statement;
  return { ...statement, content: [...statement.content.slice(0, -1), { start: last.start, end: last.start + at }] };
}
