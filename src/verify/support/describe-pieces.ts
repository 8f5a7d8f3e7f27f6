import { once } from '#core/once.ts';
import { contentWords } from '#language/content-words.ts';
import type { Ground } from '../ground.ts';
import { type ReadSentence, readSentence } from '../read-sentence.ts';
import { sentencesOf } from '../sentences-of.ts';
import { plainWords } from '../words/words-of.ts';
import { articleTies, hasTies, type Ties, tellingHead } from './article-ties.ts';

/** What ties a word to another, by its relation in Universal Dependencies; any other is a word of the other's own phrase. */
const TIES: Readonly<Record<string, string>> = {
  nsubj: 'subject',
  ...{ obj: 'object', iobj: 'object', xcomp: 'object', ccomp: 'object' },
  ...{ obl: 'circumstance', advcl: 'circumstance' },
  ...{ nmod: 'attribute', acl: 'attribute', appos: 'attribute' },
  ...{ conj: 'beside', parataxis: 'beside' },
};

const KINDS = [...new Set(Object.values(TIES)), 'phrase'];

/** How the article has two words that a text ties: in one sentence without the tie, in none together, or one of them not at all. */
const STATES = ['near', 'apart', 'new'] as const;

/**
 * The traits of a text as it was put together from an article's words: the shares of its ties that the article does not have, by
 * kind and state; `pieces`, runs of telling words that follow each other there, for each such word; `runs`, the same of all words.
 */
export const TRAITS: readonly string[] = [
  ...KINDS.flatMap((kind) => STATES.map((state) => `${kind} ${state}`)),
  'pieces',
  'runs',
];

export type Pieces = {
  /** The share of its words that stand in runs of `RUN` words or more of the article, 0 to 1. */
  readonly copied: number;
  readonly traits: Readonly<Record<string, number>>;
};

/** Words that are no run by chance. */
const RUN = 3;

/** Null where there is nothing to compare, or the article is too long. English only, by its trees, which are read for the traits. */
export function describePieces(text: string, ground: Ground): Pieces | null {
  const { language } = ground.article;
  if (!hasTies(ground)) return null;
  const told = sentencesOf(text, language).flatMap((sentence) => {
    const stems = contentWords(sentence, language);
    return stems.length === 0 ? [] : [{ sentence, stems, runs: runsIn(plainWords(sentence), ground) }];
  });
  if (told.length === 0) return null;
  const copied = sumOf(told.flatMap(({ runs }) => runs.filter(({ isKnown, length }) => isKnown && length >= RUN)));
  const traits = once(() => traitsOf(told, ground));
  return {
    copied: copied / Math.max(1, sumOf(told.flatMap(({ runs }) => runs))),
    get traits() {
      return traits();
    },
  };
}

type ToldPieces = { readonly sentence: string; readonly stems: readonly string[]; readonly runs: readonly Run[] };

function traitsOf(told: readonly ToldPieces[], ground: Ground): Record<string, number> {
  const counts = new Map<string, number>();
  const count = (name: string, more: number) => counts.set(name, (counts.get(name) ?? 0) + more);
  // What is cut whole from a sentence is tied as it was there, whatever a tree of the rest makes of it.
  const isSeamed = ({ runs }: ToldPieces) => runs.length > 1;
  const ties = told.some(isSeamed) ? articleTies(ground) : null;
  for (const one of told) {
    const { sentence, stems, runs } = one;
    for (const name of ties === null ? [] : statesIn(readSentence(sentence, ground), ties)) {
      count('ties', 1);
      if (name !== null && isSeamed(one)) count(name, 1);
    }
    const known = runs.filter(({ isKnown }) => isKnown).length;
    count('stems', stems.length);
    count('pieces', piecesIn(stems, ground));
    count('words', sumOf(runs));
    // A word of the writer's own between two runs is no seam of the article's: other checks judge it.
    count('runs', Math.max(1, known - (runs.length - known)));
  }
  const of = (name: string, all: string) => (counts.get(name) ?? 0) / Math.max(1, counts.get(all) ?? 0);
  const shares: Record<string, string> = { pieces: 'stems', runs: 'words' };
  return Object.fromEntries(TRAITS.map((name) => [name, of(name, shares[name] ?? 'ties')]));
}

/** Of each tie of a sentence the trait that it counts for; null for one that the article has. */
function statesIn(sentence: ReadSentence, { places, areTied }: Ties): (string | null)[] {
  return sentence.words.flatMap((word, at) => {
    const head = tellingHead(word, sentence);
    if (word.root === null || head === null || head.root === null) return [];
    if (head.root === word.root || areTied(word.root, head.root)) return [null];
    const [relation = ''] = (sentence.tree[at]?.relation ?? '').split(':');
    const kind = TIES[relation] ?? 'phrase';
    const own = places.get(word.root);
    const other = places.get(head.root);
    if (own === undefined || other === undefined) return [`${kind} new`];
    return [[...own].some((place) => other.has(place)) ? `${kind} near` : `${kind} apart`];
  });
}

type Run = { readonly length: number; readonly isKnown: boolean };

/** The longest runs of words, one after the other, that the article has in one sentence, and of words that it has not at all. */
function runsIn(words: readonly string[], { wording, words: known }: Ground): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < words.length; ) {
    const isKnown = isIn(words[from], known);
    let to = from + 1;
    while (
      to < words.length &&
      (isKnown ? wording.includes(` ${words.slice(from, to + 1).join(' ')} `) : !isIn(words[to], known))
    )
      to += 1;
    runs.push({ length: to - from, isKnown });
    from = to;
  }
  return runs;
}

function isIn(word: string | undefined, known: ReadonlySet<string>): boolean {
  return word !== undefined && known.has(word);
}

function sumOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { length }) => sum + length, 0);
}

/** The same of telling words: how often two that the article has stand side by side, and do not there. */
function piecesIn(stems: readonly string[], { stemPairs, stemPlaces }: Ground): number {
  const known = (stem: string | undefined) => stem !== undefined && stemPlaces.has(stem);
  return (
    1 +
    stems.slice(1).filter((stem, at) => known(stem) && known(stems[at]) && !stemPairs.has(`${stems[at]} ${stem}`))
      .length
  );
}
