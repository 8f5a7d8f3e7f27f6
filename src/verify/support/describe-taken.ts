import { contentWords } from '#language/content-words.ts';
import type { Ground } from '../ground.ts';
import { type ReadSentence, readSentence, type Word } from '../read-sentence.ts';
import { sentencesOf } from '../sentences-of.ts';
import { alignWords, type Taken } from './align-words.ts';

/** What a word is to the one that it hangs on, by its relation in Universal Dependencies; any other is a word of the other's phrase. */
const PARTS: Readonly<Record<string, string>> = {
  ...{ nsubj: 'subject', csubj: 'subject', obj: 'object', iobj: 'object', xcomp: 'clause', ccomp: 'clause' },
  ...{ obl: 'circumstance', advcl: 'side clause', nmod: 'attribute', acl: 'attribute clause', appos: 'apposition' },
};

/**
 * The traits of a sentence by the words of the article that its own are taken from, each for every telling word of it:
 * - `orphan …`: words without the one that they hang on in the article, by what they are to it; `small` is a preposition, an auxiliary;
 * - `lost …`: words that are taken from nowhere near, by what they are; one that the article has in no form is the writer's own, for
 *   other checks to judge, and what hangs on it here may hang on what it stands for there;
 * - `skip`, `back`, `over`: where it leaves out words of the article's sentence, goes back in it, goes over to another;
 * - `aside`: words that are not taken from the sentence that most are taken from.
 */
export const TAKEN_TRAITS: readonly string[] = [
  ...[...new Set(Object.values(PARTS)), 'phrase', 'small'].map((part) => `orphan ${part}`),
  ...['verb', 'name', 'figure', 'other'].map((kind) => `lost ${kind}`),
  ...['skip', 'back', 'over', 'aside'],
];

/** The mean of its sentences' traits; null where none has a telling word. English only, by its trees. */
export function describeTaken(text: string, ground: Ground): Record<string, number> | null {
  const { language } = ground.article;
  if (!language.startsWith('en')) return null;
  const all = sentencesOf(text, language)
    .map((sentence) => readSentence(sentence, ground))
    .filter(({ words }) => words.some(({ root }) => root !== null))
    .map((sentence) => traitsOf(sentence, ground));
  if (all.length === 0) return null;
  return Object.fromEntries(
    TAKEN_TRAITS.map((name) => [name, all.reduce((sum, traits) => sum + (traits.get(name) ?? 0), 0) / all.length]),
  );
}

function traitsOf(sentence: ReadSentence, ground: Ground): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (name: string, more = 1) => counts.set(name, (counts.get(name) ?? 0) + more);
  const { words, tree } = sentence;
  const taken = alignWords(sentence, ground);
  const kept = new Set(taken.flatMap((one) => one?.word ?? []));
  const places = new Map<number, number>();
  let own = 0;
  let last: Taken | null = null;
  for (const [at, word] of words.entries()) {
    const one = taken[at] ?? null;
    if (one === null) {
      const kind = kindOfLost(word, ground);
      if (kind === null) own += 1;
      else count(`lost ${kind}`);
      continue;
    }
    places.set(one.place, (places.get(one.place) ?? 0) + 1);
    const seam = last === null ? null : seamOf(last, one);
    if (seam !== null) count(seam);
    last = one;
    const { head = null, relation = '' } = one.sentence.tree[one.at] ?? {};
    if (head === null || kept.has(head) || mayStandAlone(relation)) continue;
    const ownHead = (tree[at]?.head ?? word).at;
    // It hangs on a word of the writer's own, which stands for the one there.
    if (taken[ownHead] === null && isOwn(words[ownHead], ground)) continue;
    count(`orphan ${word.root === null ? 'small' : partOf(relation)}`);
  }
  count('aside', words.length - own - Math.max(0, ...places.values()));
  const telling = Math.max(1, words.filter(({ root }) => root !== null).length);
  return new Map([...counts].map(([name, all]) => [name, all / telling]));
}

function seamOf(last: Taken, next: Taken): string | null {
  if (last.place !== next.place) return 'over';
  if (next.at === last.at + 1) return null;
  return next.at > last.at ? 'skip' : 'back';
}

/** "Came and left": what stands beside another may stand alone. */
function mayStandAlone(relation: string): boolean {
  return /^(?:conj|parataxis)(?:$|:)/u.test(relation);
}

function partOf(relation: string): string {
  return PARTS[relation.split(':')[0] ?? ''] ?? 'phrase';
}

/** Null for a word that tells nothing by itself, and for one of the writer's own. */
function kindOfLost(word: Word, ground: Ground): string | null {
  if (word.root === null || isOwn(word, ground)) return null;
  if (word.isName) return 'name';
  if (word.isVerb) return 'verb';
  return /\d/u.test(word.lower) ? 'figure' : 'other';
}

/** Whether the article has a telling word in no form. */
function isOwn(word: Word | undefined, { stemPlaces, words, article }: Ground): boolean {
  if (word === undefined || word.root === null || words.has(word.lower)) return false;
  return [word.root, ...contentWords(word.lower, article.language)].every((stem) => !stemPlaces.has(stem));
}
