import type { Scan } from './scan-article.ts';
import type { Statement } from './statement.ts';

/** ", as did her deputy", ", and so has the council": who else said so stands behind what was said. */
const ECHO =
  /,? (?:as (?:do|does|did)|(?:(?:and|but) so|(?:and )?neither|nor) (?:do|does|did|has|have|had)) [^,;:.“”"]{2,60}$/u;

/** ", as first reported by the Courier": nor is who told it first a part of it. */
const REPORTED = /,? as (?:was )?(?:first |previously |earlier )?reported by [^,;:“”"]{2,60}$/u;

/** A statement without the end of its clause that tells who said the same, or told it first. English. */
export function cutEcho({ text }: Scan, statement: Statement): Statement {
  const last = statement.content.at(-1);
  if (last === undefined) return statement;
  const words = text.slice(last.start, last.end);
  const at = Math.max(words.search(ECHO), words.search(REPORTED));
  if (at <= 0) return statement;
  return { ...statement, content: [...statement.content.slice(0, -1), { start: last.start, end: last.start + at }] };
}
