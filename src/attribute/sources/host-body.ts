import type { Scan } from '../scan-article.ts';
import type { Statement } from '../statement.ts';
import { type Bearer, bearerOf } from './bearer.ts';
import { describeSource } from './describe-source.ts';
import type { Roster } from './entity.ts';
import { isGeneralBody } from './noun-kind.ts';

/** "A spokeswoman for Orbane": who speaks for a body. */
const SPEAKS_FOR = /\b(?:spokes\p{L}+|press office|representatives?)\b/iu;
/** "It" and "the company" inside a body's own words mean that body, but for a small chance. */
const SELF = 0.85;

/**
 * The body that "it" or "the company" means inside what `outer` says, when `outer` is that body or speaks for it; null where
 * the phrase means something else or the outer source is no body. `bearer` is the one of `outer`.
 */
export function hostBody(
  { text }: Scan,
  roster: Roster,
  statement: Statement,
  outer: Statement,
  bearer: Bearer,
): Bearer | null {
  if (statement.source === null || outer.source === null) return null;
  const words = text.slice(statement.source.span.start, statement.source.span.end).toLowerCase();
  const { head, isDefinite } = describeSource(words);
  if (words !== 'it' && !(isDefinite && isGeneralBody(head) && words === `the ${head}`)) return null;
  if (bearer.kind === 'organization') return { ...bearer, certainty: Math.min(bearer.certainty, SELF) };
  for (const span of [outer.source.span, outer.source.apposition]) {
    if (span === null || !SPEAKS_FOR.test(text.slice(span.start, span.end))) continue;
    const entity = roster.at(span);
    if (entity !== null && entity.kind === 'organization') return bearerOf(entity, SELF);
  }
  return null;
}
