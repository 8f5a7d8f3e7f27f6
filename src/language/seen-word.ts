import { keepRecent } from '#core/keep-recent.ts';
import { once } from '#core/once.ts';
import type { EnglishModel } from './english-model.ts';
import { addRows, createRows } from './sparse-table.ts';
import { type ClassedWord, ownFeatures, TAGGER_FEATURES } from './tagger-features.ts';
import { wordClass } from './word-classes.ts';
import type { WordForm } from './word-form.ts';

/** What the tagger asks of a word wherever it stands, found once for all its places. */
export type SeenWord = ClassedWord & {
  /** What its own features say for each tag, and what they say where it is the first of its sentence. */
  readonly sums: () => Int16Array;
  readonly sumsAsFirst: () => Int16Array;
  /** By tag, whether the word may have it: 0 not asked yet, 1 yes, 2 no; the second where a "to" stands before. */
  readonly may: Uint8Array;
  readonly mayAfterTo: Uint8Array;
};

/** The words of a news text are mostly the same few thousand. */
const WORDS_KEPT = 12_000;

const rows = createRows(TAGGER_FEATURES);

/** Makes the function that looks a word up in the model's lexicon and table, once while it is kept. */
export function seeWords(model: EnglishModel): (form: WordForm) => SeenWord {
  const seen = keepRecent<SeenWord, WordForm>(WORDS_KEPT);
  const sumUp = (word: ClassedWord, isFirst: boolean) => {
    const sums = new Int32Array(model.tags.length);
    addRows(model.tagger, rows, ownFeatures(word, isFirst, model.tagger.starts.length - 2, rows), sums);
    return Int16Array.from(sums);
  };
  return (form) =>
    seen(form, () => {
      const word = { form, class: wordClass(model.lexicon, form.plain) };
      return {
        ...word,
        sums: once(() => sumUp(word, false)),
        sumsAsFirst: once(() => sumUp(word, true)),
        may: new Uint8Array(model.tags.length),
        mayAfterTo: new Uint8Array(model.tags.length),
      };
    });
}
