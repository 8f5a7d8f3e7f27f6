import { onceFor } from '#core/once-for.ts';
import type { Ground } from '../ground.ts';
import type { ReadSentence, Word } from '../read-sentence.ts';
import { readSentenceAt } from './retold-by.ts';

/** Which words an article ties to which, each by its root. Trees are read where two words are asked about, and no others. */
export type Ties = {
  /** The sentences that a word stands in. */
  readonly places: ReadonlyMap<string, ReadonlySet<number>>;
  /** Whether somewhere one of two words hangs on the other, or both on one, or one on what the other hangs on. */
  readonly areTied: (one: string, other: string) => boolean;
};

/** A longer article is not read by its trees for the sake of a claim. */
const MOST_SENTENCES = 400;

/** UTF-16 units. A longer one is a list, or was made to take long. */
const LONGEST_SENTENCE = 1_500;

/** Words that hang on one; each is tied to each. */
const MOST_BESIDE = 20;

/** Whether the article is one whose ties are read: English, for its trees, and not too long. */
export function hasTies({ article: { sentences, language } }: Ground): boolean {
  return language.startsWith('en') && sentences.length <= MOST_SENTENCES;
}

export const articleTies: (ground: Ground) => Ties = onceFor(readTies);

/** The next telling word that one hangs on, itself or through words that tell nothing. */
export function tellingHead(word: Word, { words, tree }: ReadSentence): Word | null {
  let here: Word | null = word;
  for (let steps = 0; steps < words.length; steps += 1) {
    here = here === null ? null : (tree[here.at]?.head ?? null);
    if (here === null || here.root !== null) return here;
  }
  return null;
}

function readTies(ground: Ground): Ties {
  const read = ground.article.sentences.map(({ start, end }, place) =>
    end - start > LONGEST_SENTENCE ? null : readSentenceAt(place, ground),
  );
  const places = new Map<string, Set<number>>();
  for (const [place, sentence] of read.entries()) {
    for (const { root } of sentence?.words ?? []) {
      if (root === null) continue;
      const known = places.get(root) ?? new Set();
      places.set(root, known.add(place));
    }
  }
  const tiedIn = onceFor(readTied);
  return {
    places,
    areTied(one, other) {
      const others = places.get(other);
      return [...(places.get(one) ?? [])].some((place) => {
        const sentence = others?.has(place) === true ? read[place] : null;
        return sentence != null && tiedIn(sentence).has(tieOf(one, other));
      });
    },
  };
}

/** The pairs of words that a sentence ties, as `tieOf` writes them. */
function readTied(sentence: ReadSentence): ReadonlySet<string> {
  const tied = new Set<string>();
  const hanging = new Map<Word | null, string[]>();
  for (const [at, word] of sentence.words.entries()) {
    const { root } = word;
    if (root === null) continue;
    const head = tellingHead(word, sentence);
    const above = head === null ? null : tellingHead(head, sentence);
    for (const one of [head?.root, above?.root]) if (one != null) tied.add(tieOf(root, one));
    const direct = sentence.tree[at]?.head ?? null;
    hanging.set(direct, [...(hanging.get(direct) ?? []), root].slice(0, MOST_BESIDE));
  }
  for (const [head, roots] of hanging) {
    if (head === null) continue;
    for (const one of roots) for (const other of roots) tied.add(tieOf(one, other));
  }
  return tied;
}

function tieOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
