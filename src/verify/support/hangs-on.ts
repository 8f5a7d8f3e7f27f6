import type { ReadSentence, Word } from '../read-sentence.ts';

/** Relations by which a clause, or the other half of a pair, stands by itself beside the word that it hangs on. */
const OWN = new Set(['conj', 'parataxis', 'appos', 'advcl', 'advcl:relcl', 'acl:relcl', 'list', 'discourse']);

/**
 * Whether a word is said of another: it hangs on it through no clause of its own. "Not" in "has not stopped Klopp, who will
 * leave" turns "stopped" and "Klopp" round, and leaves "leave" alone. True where there is no tree to tell by.
 */
export function hangsOn(word: Word, top: Word, { words, tree }: ReadSentence): boolean {
  if (tree.length === 0) return true;
  let here: Word | null = word;
  for (let steps = 0; here !== null && here !== top && steps <= words.length; steps += 1) {
    const branch: ReadSentence['tree'][number] | undefined = tree[words.indexOf(here)];
    if (branch === undefined || OWN.has(branch.relation)) return false;
    here = branch.head;
  }
  return here === top;
}

/** Relations of a word that goes with the verb of its clause. */
const PARTS = new Set(['nsubj', 'nsubj:pass', 'obj', 'obl', 'obl:unmarked', 'det', 'det:predet']);

/** The word that a "not", a "may" or an "if" belongs to; for the "no" of "no trace was found" the verb of its clause. */
export function topOf(cue: Word, { words, tree }: ReadSentence): Word | null {
  let top: Word | null = cue;
  let relation = tree[words.indexOf(cue)]?.relation ?? 'root';
  do {
    const head: Word | null = top === null ? null : (tree[words.indexOf(top)]?.head ?? null);
    if (head === null) return top;
    top = head;
    relation = tree[words.indexOf(top)]?.relation ?? 'root';
  } while (PARTS.has(relation));
  return top;
}
