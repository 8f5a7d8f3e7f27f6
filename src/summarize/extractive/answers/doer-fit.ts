import { alike } from '../alike.ts';
import type { Clauses } from '../read-clauses.ts';
import type { Question } from './read-question.ts';

/** Who is told of by a pronoun, where the sentence before names whom the question asks of. */
const BY_PRONOUN = 0.6;

/** Who stands in the sentence, but does nothing in it. */
const ELSEWHERE = 0.3;

/** How surely whoever does it in the question ("the mill" in "What did the mill sell?") does something in a sentence; 1 where nobody is named. */
export function doerFit(
  { doer }: Question,
  clauses: Clauses,
  mentioned: ReadonlySet<string>,
  isBefore: boolean,
): number {
  if (doer.size === 0 || [...doer].some((word) => mentioned.has(word))) return 1;
  const places = clauses.stems.flatMap((stem, at) =>
    stem !== '' && [...doer].some((word) => alike(word, stem) > 0) ? [at] : [],
  );
  if (places.some((at) => isDoing(clauses, at))) return 1;
  const isTakenUp = clauses.tokens.some(
    ({ tag }, at) => tag === 'PRON' && /^nsubj/u.test(clauses.tree[at]?.relation ?? ''),
  );
  if (isBefore && isTakenUp) return BY_PRONOUN;
  return places.length > 0 ? ELSEWHERE : 0;
}

/** Whether a word is, or belongs to, the subject of a verb or whoever something is done by. */
function isDoing({ tree }: Clauses, at: number): boolean {
  let place = at;
  for (let steps = 0; steps < 4; steps += 1) {
    const { head = -1, relation = '' } = tree[place] ?? {};
    if (/^(?:nsubj|obl:agent)/u.test(relation)) return true;
    if (head < 0 || !/^(?:compound|flat|appos|amod|nmod|conj)/u.test(relation)) return false;
    place = head;
  }
  return false;
}
