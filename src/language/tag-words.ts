import type { EnglishModel } from './english-model.ts';
import { bestClass } from './sparse-table.ts';
import { TAGGER_FEATURES, taggerFeatures } from './tagger-features.ts';
import { wordClass } from './word-classes.ts';
import type { WordForm } from './word-form.ts';

const rows = new Int32Array(TAGGER_FEATURES);

/** The tag of each word of a sentence, as a number of `model.tags`: a linear model from left to right. */
export function tagWords(model: EnglishModel, words: readonly WordForm[]): Int32Array {
  const tags = new Int32Array(words.length);
  const sums = new Int32Array(model.tags.length);
  const classes = Int32Array.from(words, ({ plain }) => wordClass(model.lexicon, plain));
  const mask = model.tagger.starts.length - 2;
  let tag1 = 0;
  let tag2 = 0;
  for (let at = 0; at < words.length; at += 1) {
    taggerFeatures(words, classes, at, tag1, tag2, mask, rows);
    const first = bestClass(model.tagger, rows, TAGGER_FEATURES, sums, 0);
    const tag = mayHave(model, words[at], first, tag1) ? first : bestAllowed(model, words[at], sums, tag1);
    tags[at] = tag;
    tag2 = tag1;
    tag1 = tag + 1;
  }
  return tags;
}

/** Classes that no new word joins, and the rest class: a word gets one of their tags only if the lexicon says so. */
const CLOSED: ReadonlySet<string> = new Set(['ADP', 'AUX', 'CCONJ', 'DET', 'PART', 'PRON', 'SCONJ', 'X']);

const LINKING: ReadonlySet<string> = new Set(['IN', 'DT', 'CC', 'PRP', 'PRP$', 'WDT', 'WP']);
const OPEN_TAG = /^(?:NNS?|VB|JJ)/;

/** `tag1`: the tag before, plus one. */
function mayHave({ tags, lexicon }: EnglishModel, word: WordForm | undefined, tag: number, tag1: number): boolean {
  const name = tags[tag];
  if (word === undefined || name === undefined) return true;
  // "Declined to comment": what may be a verb is one after the "to" of an infinitive.
  if (tags[tag1 - 1]?.fine === 'TO' && /^(?:NN|JJ)/.test(name.fine))
    return lexicon.get(word.plain)?.tags.has('VB') !== true;
  if (name.coarse === 'PUNCT') return !/[\p{L}\d]/u.test(word.plain);
  if (name.coarse === 'SYM') return !/^\p{L}{2}/u.test(word.plain);
  if (name.coarse === 'NUM')
    return !/^\p{L}{4,}$/u.test(word.plain) || lexicon.get(word.plain)?.tags.has('CD') === true;
  // "Four were unaccounted | for": what is always a preposition or an article is no noun at the end of a line either.
  if (OPEN_TAG.test(name.fine)) {
    const usual = lexicon.get(word.plain)?.tags;
    return usual === undefined || [...usual].some((fine) => !LINKING.has(fine));
  }
  if (!CLOSED.has(name.coarse)) return true;
  return lexicon.get(word.plain)?.tags.has(name.fine) === true;
}

function bestAllowed(model: EnglishModel, word: WordForm | undefined, sums: Int32Array, tag1: number): number {
  let best = -1;
  sums.forEach((sum, tag) => {
    if ((best < 0 || sum > (sums[best] ?? 0)) && mayHave(model, word, tag, tag1)) best = tag;
  });
  return Math.max(0, best);
}
