import { onceFor } from '#core/once-for.ts';
import type { ReadSentence, Word } from '../read-sentence.ts';

/** Who does what a word tells, what it is done to, and all words that go with it. */
export type Parts = { readonly doer: Word | null; readonly thing: Word | null; readonly around: readonly Word[] };

export type Child = { readonly word: Word; readonly relation: string };

/** The words that hang on each word of a sentence. */
export const childrenIn = onceFor(({ words, tree }: ReadSentence): ReadonlyMap<Word, readonly Child[]> => {
  const children = new Map<Word, Child[]>();
  for (const [at, word] of words.entries()) {
    const branch = tree[at];
    if (branch?.head == null) continue;
    const list = children.get(branch.head) ?? [];
    list.push({ word, relation: branch.relation });
    children.set(branch.head, list);
  }
  return children;
});

export function branchOf(
  word: Word,
  sentence: ReadSentence,
): { readonly head: Word | null; readonly relation: string } {
  return sentence.tree[word.at] ?? { head: null, relation: 'root' };
}

/** Relations of what is a clause or a thing of its own beside the word that it hangs on. */
const APART = new Set(['conj', 'parataxis', 'advcl', 'advcl:relcl', 'acl:relcl', 'ccomp', 'list', 'discourse', 'cc']);

/** Words that stand for a thing named before them. */
const RELATIVES = new Set(['who', 'which', 'that', 'whom']);

/** More steps up or down a tree than sentences that people write have. */
const DEEPEST = 24;

/** The word and all that is said of it in its own clause; where that is wide, in clauses under it too. */
export function phraseOf(top: Word, sentence: ReadSentence, isWide = false, depth = 0): Word[] {
  if (depth > DEEPEST) return [top];
  const own = (childrenIn(sentence).get(top) ?? []).filter(
    ({ relation }) => !APART.has(relation) || (isWide && UNDER.has(relation)),
  );
  return [top, ...own.flatMap(({ word }) => phraseOf(word, sentence, isWide, depth + 1))];
}

/** Clauses that say what a verb is about. */
const UNDER = new Set(['advcl', 'ccomp']);

/** Relations by which a word belongs to the predicate above it. */
const INNER = new Set([
  'amod',
  'advmod',
  'obl',
  'obj',
  'nmod',
  'compound',
  'case',
  'advcl',
  'acl',
  'nsubj',
  'nsubj:pass',
  'det',
  'mark',
]);

/** The verb, or what stands for it, of the clause that a word stands in. */
function predicateOf(word: Word, sentence: ReadSentence): Word {
  let here = word;
  for (let steps = 0; steps < DEEPEST; steps += 1) {
    if (here.isVerb) return here;
    const { head, relation } = branchOf(here, sentence);
    if (head === null || (!INNER.has(relation) && relation !== 'xcomp')) return here;
    here = head;
  }
  return here;
}

/** Of the predicate that a word stands in. */
export function partsOf(word: Word, sentence: ReadSentence): Parts {
  const top = predicateOf(word, sentence);
  const subject = subjectOf(top, sentence);
  const children = childrenIn(sentence).get(top) ?? [];
  const by = children.find(({ relation }) => relation === 'obl:agent')?.word ?? null;
  const object = children.find(({ relation }) => relation === 'obj')?.word ?? null;
  const doer = subject?.isPassive ? by : (subject?.word ?? null);
  const thing = subject?.isPassive ? subject.word : object;
  const around = [
    ...phraseOf(top, sentence, true),
    ...(subject === null ? [] : phraseOf(subject.word, sentence)),
    ...aboveOf(top, sentence),
  ];
  // "A sale of the mills": what it is done to stands under the noun.
  if (top !== word && THINGS.has(branchOf(word, sentence).relation)) return { doer: null, thing: word, around };
  return { doer, thing, around: [...new Set(around)] };
}

/** Relations of a noun. */
const THINGS = new Set(['nsubj', 'nsubj:pass', 'obj', 'obl', 'nmod']);

type Subject = { readonly word: Word; readonly isPassive: boolean };

function subjectOf(top: Word, sentence: ReadSentence, depth = 0): Subject | null {
  if (depth > DEEPEST) return null;
  const children = childrenIn(sentence).get(top) ?? [];
  const own = children.find(({ relation }) => relation.startsWith('nsubj'));
  const { head, relation } = branchOf(top, sentence);
  const isPassive = children.some(({ relation }) => relation === 'aux:pass');
  if (own !== undefined) {
    if (RELATIVES.has(own.word.lower) && head !== null && relation.endsWith('relcl')) return { word: head, isPassive };
    return { word: own.word, isPassive };
  }
  if (head === null) return null;
  if (relation === 'conj') {
    const first = subjectOf(head, sentence, depth + 1);
    return first === null ? null : { word: first.word, isPassive: isPassive || (first.isPassive && isParticiple(top)) };
  }
  if (relation === 'xcomp') {
    const object = (childrenIn(sentence).get(head) ?? []).find(({ relation }) => relation === 'obj');
    const word = object?.word ?? subjectOf(head, sentence, depth + 1)?.word ?? null;
    return word === null ? null : { word, isPassive };
  }
  if (relation === 'acl') return { word: head, isPassive: isParticiple(top) };
  return null;
}

function isParticiple({ lower, lemma }: Word): boolean {
  return lower !== lemma && !lower.endsWith('ing');
}

/** What a participle or a clause without a subject of its own hangs on. */
function aboveOf(top: Word, sentence: ReadSentence): Word[] {
  const { head, relation } = branchOf(top, sentence);
  return head !== null && ['acl', 'acl:relcl', 'xcomp', 'advcl'].includes(relation) ? phraseOf(head, sentence) : [];
}
