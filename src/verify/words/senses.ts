import { onceFor } from '#core/once-for.ts';
import data from '../data/senses.json' with { type: 'json' };
import type { ReadSentence, Word } from '../read-sentence.ts';
import { baseForms } from './base-forms.ts';

/** One side of a pair of opposites: all words of a side say the same of a thing, those of the other side exclude it. */
export type Side = { readonly pair: number; readonly side: 0 | 1 };

/** A word, or the first of a phrase, that stands on a side of one pair or several. */
export type Sense = {
  readonly word: Word;
  /** All words of the phrase. */
  readonly words: readonly Word[];
  readonly sides: readonly Side[];
};

/** Words from the first of a phrase in which its second may stand. */
const APART = 12;

type Entry = { readonly words: readonly string[]; readonly kind: string | null; readonly side: Side };

/** By the first word of each. */
const ENTRIES: ReadonlyMap<string, readonly Entry[]> = entriesOf(Object.values(data).flat());

function entriesOf(pairs: readonly (readonly string[])[]): Map<string, Entry[]> {
  const entries = new Map<string, Entry[]>();
  for (const [pair, sides] of pairs.entries()) {
    for (const [at, list] of sides.entries()) {
      for (const item of list.split(', ')) {
        const [phrase = '', kind = null] = item.split('/');
        const words = phrase.split(' ');
        const entry = { words, kind, side: { pair, side: at === 0 ? (0 as const) : (1 as const) } };
        const first = words[0] ?? '';
        entries.set(first, [...(entries.get(first) ?? []), entry]);
      }
    }
  }
  return entries;
}

/** The words of a sentence that have an opposite; of phrases that begin at one word the longest. English only, by its data. */
export const sensesIn = onceFor((sentence: ReadSentence): readonly Sense[] => {
  const taken = new Set<Word>();
  return sentence.words.flatMap((word, at): Sense[] => {
    if (taken.has(word)) return [];
    const found = [...new Set(baseForms(word))]
      .flatMap((form) => ENTRIES.get(form) ?? [])
      .flatMap((entry) => {
        const words = wordsOf(entry, at, sentence);
        return words === null ? [] : [{ words, side: entry.side }];
      });
    const longest = Math.max(0, ...found.map(({ words }) => words.length));
    const first = found.find(({ words }) => words.length === longest);
    if (first === undefined) return [];
    for (const one of first.words) taken.add(one);
    // "Resigned from it" is "resigned" as well; "put off" is not "put".
    const isOpen = longest === 2 && sentence.tree[(first.words[1] ?? word).at]?.relation === 'case';
    const all = found.filter(({ words }) => words.length === longest || isOpen);
    return [{ word, words: first.words, sides: all.map(({ side }) => side) }];
  });
});

function wordsOf({ words, kind }: Entry, at: number, { words: all, tree }: ReadSentence): Word[] | null {
  const first = all[at];
  if (first === undefined || (kind === 'v' && !first.isVerb) || (kind === 'n' && first.isVerb)) return null;
  if (kind === null && first.isName && words.length === 1) return null;
  const run = words.map((word, step) => {
    const one = all[at + step];
    return one !== undefined && baseForms(one).includes(word) ? one : null;
  });
  if (run.every((one) => one !== null)) return run;
  if (words.length !== 2) return null;
  // "Turned the offer down", "voted by nine to one for a strike".
  const near = all.slice(at, at + APART);
  const apart = near.find(({ lower }, step) => {
    const branch = tree[at + step];
    if (lower !== words[1] || branch?.head == null) return false;
    if (branch.head === first) return branch.relation === 'compound:prt';
    const above = near.indexOf(branch.head);
    return branch.relation === 'case' && above > 0 && tree[at + above]?.head === first;
  });
  return apart === undefined ? null : [first, apart];
}

export function has({ sides }: Sense, { pair, side }: Side): boolean {
  return sides.some((one) => one.pair === pair && one.side === side);
}
