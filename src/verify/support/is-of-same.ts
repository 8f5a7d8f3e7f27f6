import type { ReadSentence, Word } from '../read-sentence.ts';
import { branchOf, partsOf, phraseOf } from './parts-of.ts';

export type Placed = { readonly word: Word; readonly sentence: ReadSentence };

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Whether a word of a claim and one of the article's are said of the same. Of a preposition it is what it stands between. `meant`: stems of
 * those whom the article's sentence means by a "he".
 */
export function isOfSame(claim: Placed, given: Placed, meant: ReadonlySet<string> = NOBODY): boolean {
  if (claim.word.root === null || given.word.root === null) return isBetweenSame(claim, given);
  const same = isOfSameThing(claim, given, meant);
  if (same !== null) return same;
  const here = partsOf(claim.word, claim.sentence);
  const roots = new Set(partsOf(given.word, given.sentence).around.flatMap(({ root }) => root ?? []));
  const doers = new Set(here.doer === null ? [] : phraseOf(here.doer, claim.sentence));
  // "Took up the offer and accepted it": the offer.
  const isOpen = (here.thing ?? here.doer)?.root === null;
  return (isOpen ? claim.sentence.words : here.around).some(
    (word) =>
      word.start !== claim.word.start &&
      !doers.has(word) &&
      word.root !== null &&
      (roots.has(word.root) || meant.has(word.root)),
  );
}

/**
 * Whether it is done or happens to the same ("they sacked her", "she resigned"), or else is done by the same; null where the words leave
 * that open.
 */
export function isOfSameThing(claim: Placed, given: Placed, meant: ReadonlySet<string> = NOBODY): boolean | null {
  const here = partsOf(claim.word, claim.sentence);
  const there = partsOf(given.word, given.sentence);
  const [mine, theirs] = [here.thing ?? here.doer, there.thing ?? there.doer];
  if (mine === null || theirs === null) return null;
  if (isSame({ ...claim, word: mine }, { ...given, word: theirs }, meant)) return true;
  if (mine.root === null || theirs.root === null) return null;
  if ((here.thing === null) === (there.thing === null) || here.doer === null || there.doer === null) return false;
  // "She sold", "she sold the boat".
  return isSame({ ...claim, word: here.doer }, { ...given, word: there.doer }, meant) ? null : false;
}

/** The two share a telling word; the article's "he" is one of those whom it means. */
function isSame(claim: Placed, given: Placed, meant: ReadonlySet<string>): boolean {
  const isOpen = given.word.root === null;
  const roots = new Set(phraseOf(given.word, given.sentence).flatMap(({ root }) => root ?? []));
  return phraseOf(claim.word, claim.sentence).some(
    ({ root }) => root !== null && (roots.has(root) || (isOpen && meant.has(root))),
  );
}

function isBetweenSame(claim: Placed, given: Placed): boolean {
  const [one, two] = [claim, given].map(({ word, sentence }) => branchOf(word, sentence).head);
  if (one == null || two == null || one.root === null || one.root !== two.root) return false;
  const [above, over] = [branchOf(one, claim.sentence).head, branchOf(two, given.sentence).head];
  return above?.root != null && above.root === over?.root;
}
