import { areWithin, type Span } from '#core/article.ts';
import type { Attribution } from '#core/testimony.ts';
import type { Passage } from '../read-passages.ts';

/**
 * Whether what someone is said to have said is reported by someone else ("the clerk told the court that the firm said
 * …"): without the outer layer it would be nobody's report but the article's. Unsure statements count as well.
 */
export function isHeld(
  inner: Attribution,
  { attributions, unsure }: Pick<Passage, 'attributions' | 'unsure'>,
): boolean {
  return [...attributions, ...unsure].some((outer) => holds(outer, inner));
}

/** Whether the statement stands in another one's words, its cue too. */
export function holds(outer: Attribution, inner: Attribution): boolean {
  if (outer === inner || outer.id === inner.id) return false;
  const places = [...inner.content, ...(inner.cue === null ? [] : [inner.cue])];
  return places.length > 0 && areWithin(places, outer.content) && lengthOf(outer.content) > lengthOf(inner.content);
}

function lengthOf(pieces: readonly Span[]): number {
  return pieces.reduce((sum, { start, end }) => sum + end - start, 0);
}
