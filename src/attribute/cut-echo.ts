import type { Scan } from './scan-article.ts';
import type { Statement } from './statement.ts';

/** ", as did her deputy", ", and so has the council": who else said so stands behind what was said. */
const ECHO =
  /,? (?:as (?:do|does|did)|(?:(?:and|but) so|(?:and )?neither|nor) (?:do|does|did|has|have|had)) [^,;:.“”"]{2,60}$/u;

/** ", as first reported by the Courier": nor is who told it first a part of it. */
const REPORTED = /,? as (?:was )?(?:first |previously |earlier )?reported by [^,;:“”"]{2,60}$/u;

/** ", in remarks carried by the Courier", ", speaking to the Courier": nor is through whom it came. */
const CHANNEL =
  /, (?:(?:speaking|talking|writing) (?:in|on|to|with)|in (?:comments|remarks|(?:an?|his|her|its|their) (?:[\p{L}-]+ ){0,2}(?:article|broadcast|column|email|interview|letter|message|podcast|post|statement)) (?:that )?(?:first |later |also )?(?:aired|broadcast|carried|for|given|made|on|posted|published|relayed|reported|sent|to|with)) [^,;:“”"]{2,60}$/u;

/** Called it “a disgrace” | in an interview with the Courier": behind the closing mark. */
const BEHIND_MARKS =
  /(?<=[”"’]) in (?:an?|his|her|its|their) (?:[\p{L}-]+ ){0,2}(?:article|broadcast|column|email|interview|letter|message|podcast|post|statement) (?:for|on|posted|published|sent|to|with) [^,;:“”"]{2,60}$/u;

/** "Said | on the podcast Sea Room that | the pier was shut": where somebody spoke is no part of what they said. */
const PLACE = /^(?:in|on|over|through|to|via) (?:an?|the|his|her|its|their|\p{Lu})[^,;:“”"]{2,70}? that (?=\S)/u;

/** A statement without the end of its clause that tells who said the same, or told it first. English. */
export function cutEcho(scan: Scan, statement: Statement): Statement {
  return cutPlace(scan, cutEnd(scan, statement));
}

function cutPlace({ text }: Scan, statement: Statement): Statement {
  const { cue, content } = statement;
  const [first] = content;
  if (cue === null || first === undefined || first.start !== cue.end + 1) return statement;
  const found = PLACE.exec(text.slice(first.start, first.end));
  if (found === null) return statement;
  return { ...statement, content: [{ start: first.start + found[0].length, end: first.end }, ...content.slice(1)] };
}

function cutEnd({ text }: Scan, statement: Statement): Statement {
  const last = statement.content.at(-1);
  if (last === undefined) return statement;
  const words = text.slice(last.start, last.end);
  const at = Math.max(...[ECHO, REPORTED, CHANNEL, BEHIND_MARKS].map((end) => words.search(end)));
  if (at <= 0) return statement;
  return { ...statement, content: [...statement.content.slice(0, -1), { start: last.start, end: last.start + at }] };
}
