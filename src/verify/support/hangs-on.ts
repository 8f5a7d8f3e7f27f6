import type { ReadSentence, Word } from '../read-sentence.ts';
import { branchOf } from './parts-of.ts';

/** Relations by which a clause, or the other half of a pair, stands by itself beside the word that it hangs on. */
const OWN = new Set(['conj', 'parataxis', 'appos', 'advcl', 'advcl:relcl', 'acl:relcl', 'list', 'discourse']);

/**
 * Whether a word is said of another: it hangs on it through no clause of its own. "Not" in "has not stopped Klopp, who will
 * leave" turns "stopped" and "Klopp" round, and leaves "leave" alone. True where there is no tree to tell by.
 */
export function hangsOn(word: Word, top: Word, sentence: ReadSentence): boolean {
  if (sentence.tree.length === 0) return true;
  let here: Word | null = word;
  for (let steps = 0; here !== null && here !== top && steps <= DEEPEST; steps += 1) {
    const { head, relation } = branchOf(here, sentence);
    if (OWN.has(relation)) return false;
    here = head;
  }
  return here === top;
}

/** More steps up a tree than sentences that people write have words; a deeper one was made to take long. */
const DEEPEST = 400;

/** Relations of a word that goes with the verb of its clause. */
const PARTS = new Set(['nsubj', 'nsubj:pass', 'obj', 'obl', 'obl:unmarked', 'det', 'det:predet']);

/** The word that a "not", a "may" or an "if" belongs to; for the "no" of "no trace was found" the verb of its clause. */
export function topOf(cue: Word, { tree }: ReadSentence): Word {
  let top = cue;
  for (let steps = 0; steps <= DEEPEST; steps += 1) {
    const head = tree[top.at]?.head ?? null;
    if (head === null) return top;
    top = head;
    if (!PARTS.has(tree[top.at]?.relation ?? 'root')) return top;
  }
  return top;
}
