import contrast from '../data/contrast-words.json' with { type: 'json' };
import { isMeasure } from '../is-measure.ts';
import type { Statement } from './read-statements.ts';

const JUDGING = new Set(contrast.judging);

/** "Called the claim a stunt"; any other verb takes "as": "dismissed rumours that pilots will join" gives them no name. */
const NAMING = new Set(['brand', 'call', 'label']);

const SAID = new Set([...contrast.backwards, ...contrast.pointing, ...contrast.judged]);
const VALUES = new Set(contrast.values);
const PRAISE = new Set(contrast.praise);
const POINTERS = new Set(['this', 'that']);

/** "The authority's own estimate": so many words stand before what is judged. */
const BEFORE_NOUN = 3;

/** With more words than this what is said has a matter of its own. */
const LONGEST_JUDGEMENT = 24;

/**
 * "Branded the four-year claim ‘a headline in search of a trial’", "called that figure meaningless": whoever gives what was just said a name
 * of their own, and no praise, does not hold with it, whatever the name is. A thing that was done ("called the ruling a floor") is judged
 * and not contradicted.
 */
export function judgesSaying(first: Statement, { attribution, plain }: Statement): boolean {
  const verb = attribution.verb?.toLowerCase() ?? '';
  if (!JUDGING.has(verb) || plain.length > LONGEST_JUDGEMENT) return false;
  if (plain.some((word) => PRAISE.has(word)) || !(NAMING.has(verb) || plain.includes('as'))) return false;
  const noun = plain
    .slice(0, BEFORE_NOUN + 1)
    .find((word) => !POINTERS.has(word) && (SAID.has(word) || VALUES.has(word)));
  if (noun === undefined || noun === plain.at(-1)) return false;
  return SAID.has(noun) || first.figures.some(isMeasure);
}
