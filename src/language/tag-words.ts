import { onceFor } from '#core/once-for.ts';
import type { EnglishModel } from './english-model.ts';
import { type SeenWord, seeWords } from './seen-word.ts';
import { addRows, createRows, highest } from './sparse-table.ts';
import { isFirst, placeFeatures, TAGGER_FEATURES } from './tagger-features.ts';
import type { WordForm } from './word-form.ts';

const rows = createRows(TAGGER_FEATURES);
const seeingBy = onceFor(seeWords);

/** The tag of each word of a sentence, as a number of `model.tags`: a linear model from left to right. */
export function tagWords(model: EnglishModel, forms: readonly WordForm[]): Int32Array {
  const words = forms.map(seeingBy(model));
  const tags = new Int32Array(words.length);
  const sums = new Int32Array(model.tags.length);
  const mask = model.tagger.starts.length - 2;
  let tag1 = 0;
  let tag2 = 0;
  words.forEach((word, at) => {
    sums.set(isFirst(words, at) ? word.sumsAsFirst() : word.sums());
    addRows(model.tagger, rows, placeFeatures(words, at, tag1, tag2, mask, rows), sums);
    const first = highest(sums, 0);
    const tag = mayHave(model, word, first, tag1) ? first : bestAllowed(model, word, sums, tag1);
    tags[at] = tag;
    tag2 = tag1;
    tag1 = tag + 1;
  });
  return tags;
}

/** Classes that no new word joins, and the rest class: a word gets one of their tags only if the lexicon says so. */
const CLOSED: ReadonlySet<string> = new Set(['ADP', 'AUX', 'CCONJ', 'DET', 'PART', 'PRON', 'SCONJ', 'X']);

const LINKING: ReadonlySet<string> = new Set(['IN', 'DT', 'CC', 'PRP', 'PRP$', 'WDT', 'WP']);
const OPEN_TAG = /^(?:NNS?|VB|JJ)/;

/** `tag1`: the tag before, plus one. */
function mayHave(model: EnglishModel, word: SeenWord, tag: number, tag1: number): boolean {
  const isAfterTo = model.tags[tag1 - 1]?.fine === 'TO';
  const asked = isAfterTo ? word.mayAfterTo : word.may;
  asked[tag] ||= judge(model, word.form, tag, isAfterTo) ? 1 : 2;
  return asked[tag] === 1;
}

function judge({ tags, lexicon }: EnglishModel, word: WordForm, tag: number, isAfterTo: boolean): boolean {
  const name = tags[tag];
  if (name === undefined) return true;
  // "Declined to comment": what may be a verb is one after the "to" of an infinitive.
  if (isAfterTo && /^(?:NN|JJ)/.test(name.fine)) return lexicon.get(word.plain)?.tags.has('VB') !== true;
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

function bestAllowed(model: EnglishModel, word: SeenWord, sums: Int32Array, tag1: number): number {
  let best = -1;
  sums.forEach((sum, tag) => {
    if ((best < 0 || sum > (sums[best] ?? 0)) && mayHave(model, word, tag, tag1)) best = tag;
  });
  return Math.max(0, best);
}
