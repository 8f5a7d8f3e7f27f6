import { lastTokenBefore } from './clauses/token-before.ts';
import data from './data/fronted.json' with { type: 'json' };
import type { Scan } from './scan-article.ts';
import type { Statement } from './statement.ts';

const OPENERS: ReadonlySet<string> = new Set([...data.openers, ...data.conditions, ...data.circumstances]);
const PREPOSITIONS: ReadonlySet<string> = new Set(data.prepositions);

/** "Since 1992 the shelf has thinned": these stand before nouns as well as before clauses. */
const BEFORE_NOUNS: ReadonlySet<string> = new Set(data.beforeNouns);

/** A clause of time or reason and one of its own have two verbs between them. */
const VERBS_OF_TWO_CLAUSES = 2;

/**
 * "Unlike older models, | the child learns …", "If you like eggs, | she recommends …": what stands before the cue is only the
 * circumstance of what the sentence goes on to tell. English; linear in the content.
 */
export function isCircumstance({ tokens, quoteAt }: Scan, { cue, content }: Statement): boolean {
  const [first] = content;
  if (cue === null || first === undefined || content.length > 1 || first.end > cue.start) return false;
  let at = lastTokenBefore(tokens, first.start) + 1;
  const opener = tokens[at]?.lower ?? '';
  if (!OPENERS.has(opener) && !PREPOSITIONS.has(opener)) return false;
  // "As has been the case in other cities, the union agreed to wait"
  if (opener === 'as' && (tokens[at + 1]?.tag === 'AUX' || tokens[at + 1]?.tag === 'VERB')) return true;
  let verbs = 0;
  for (; (tokens[at]?.start ?? first.end) < first.end; at += 1) {
    const token = tokens[at];
    if (token?.text === ',' || (quoteAt[at] ?? -1) >= 0) return false;
    // "Has moved" and "will move" are one.
    if ((token?.tag === 'VERB' || token?.tag === 'AUX') && tokens[at - 1]?.tag !== 'AUX') verbs += 1;
  }
  return PREPOSITIONS.has(opener) || verbs < (BEFORE_NOUNS.has(opener) ? 1 : VERBS_OF_TWO_CLAUSES);
}
