import contrast from '../data/contrast-words.json' with { type: 'json' };
import { type Clauses, readClauses } from '../read-clauses.ts';

const NEGATORS = new Set(contrast.negators);
const DENYING = new Set(contrast.negating);
const LIGHT = new Set(contrast.light);
const OBJECTS = new Set(['obj', 'xcomp', 'obl', 'nsubj:pass']);
const DENIED = new Set(['obj', 'xcomp', 'ccomp', 'nsubj:pass']);
/** "It is no secret that …", "not only": these say nothing of what follows. */
const IDLE = new Set(contrast.idle);

/**
 * Stems of what an English statement says no to: the verb of "did not sign", the noun of "no offer" and what is done with it, the
 * object of a verb that means nothing by itself. Linear in its words.
 */
export function negatedWords(text: string, language: string): ReadonlySet<string> {
  const clauses = readClauses(text, language);
  const found = new Set<string>();
  const add = (place: number) => {
    const stem = clauses.stems[place];
    if (stem !== undefined && stem !== '') found.add(stem);
  };
  for (const [at, { lower, lemma }] of clauses.tokens.entries()) {
    if (DENYING.has(lemma)) {
      const denied = childrenOf(at, DENIED, clauses);
      // "They asked for her resignation, and she refused": what, is said before.
      for (const place of denied.length > 0 ? denied : clauses.tokens.keys()) add(place);
    }
    if (!NEGATORS.has(lower) && !/n['’]t$/u.test(lower)) continue;
    if (IDLE.has(clauses.tokens[at + 1]?.lower ?? '')) continue;
    for (const place of reachOf(at, clauses)) add(place);
  }
  return found;
}

function childrenOf(at: number, relations: ReadonlySet<string>, { tree }: Clauses): number[] {
  return [...tree.keys()].filter((child) => tree[child]?.head === at && relations.has(tree[child]?.relation ?? ''));
}

function reachOf(at: number, clauses: Clauses): number[] {
  const { tokens, tree } = clauses;
  const head = tree[at]?.head ?? -1;
  // The tree may take the "no" itself for what is said.
  if (head < 0) return [at];
  const reached = [head];
  const above = tree[head]?.head ?? -1;
  if (tokens[head]?.tag !== 'VERB' && above >= 0 && tokens[above]?.tag === 'VERB') reached.push(above);
  for (const place of [...reached]) {
    if (LIGHT.has(tokens[place]?.lemma ?? '')) reached.push(...childrenOf(place, OBJECTS, clauses));
  }
  return reached;
}
