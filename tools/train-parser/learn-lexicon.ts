import type { Tag } from '#language/tag.ts';
import { wordForm } from '#language/word-form.ts';
import type { GoldWord } from './read-conllu.ts';

/** Rarer words stay out, so that the tagger learns what to do with words that it does not know. */
const SEEN = 4;
/** A tag belongs to a word when so large a share of its uses has it. */
const SHARE = 0.1;

/** A lemma that is rare in this form counts when so many of its other forms were seen. */
const LEMMA_SEEN = 2;
const LEMMA_TAGS: readonly (readonly [coarse: Tag, tags: string])[] = [
  ['NOUN', 'NN'],
  ['VERB', 'VB VBP'],
  ['ADJ', 'JJ'],
];

/**
 * The usual tags of frequent words, and of the lemmas of rarer ones; `verbs`: further lemmas of verbs, from lists of our own. The
 * words of each set of tags in one line.
 */
export function learnLexicon(words: readonly GoldWord[], verbs: readonly string[]): Record<string, string> {
  const tags = new Map<string, string>();
  for (const [plain, uses] of Map.groupBy(words, ({ form }) => wordForm(form).plain)) {
    if (uses.length < SEEN || plain.includes(' ')) continue;
    const common = [...Map.groupBy(uses, ({ fine }) => fine)]
      .filter(([, some]) => some.length >= SHARE * uses.length)
      .toSorted((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
    tags.set(plain, common.map(([fine]) => fine).join(' '));
  }
  for (const [lemma, uses] of Map.groupBy(words, (word) => word.lemma)) {
    if (tags.has(lemma) || uses.length < LEMMA_SEEN || !/^\p{Ll}{2,}$/u.test(lemma)) continue;
    const kinds = LEMMA_TAGS.filter(([coarse]) => uses.some((use) => use.coarse === coarse));
    if (kinds.length > 0) tags.set(lemma, kinds.map(([, fine]) => fine).join(' '));
  }
  for (const verb of verbs) if (!tags.has(verb)) tags.set(verb, 'VB VBP');
  const sorted = [...tags].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const lines = Map.groupBy(sorted, ([, key]) => key);
  return Object.fromEntries([...lines].map(([key, list]) => [key, list.map(([word]) => word).join(' ')]));
}
