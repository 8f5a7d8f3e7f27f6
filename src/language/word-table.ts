import type { EnglishModel } from './english-model.ts';
import { hashText } from './hash-text.ts';
import { lemmaOf } from './lemma-of.ts';
import type { WordForm } from './word-form.ts';

/** The words of a sentence as the parser sees them; two entries more than words: the root and a word that is not there. */
export type WordTable = {
  readonly length: number;
  readonly lemmas: readonly string[];
  readonly word: Int32Array;
  readonly tag: Int32Array;
  readonly coarse: Int32Array;
  /** 0 outside a quotation, 1 inside, 2 its marks, 3 no word. */
  readonly quoted: Int32Array;
  /** How many marks stand before a word. */
  readonly marks: Int32Array;
};

/** Of no word and of the root; any values that no tag has. */
const NONE = { word: 11, tag: 0, coarse: 0 } as const;
const ROOT = { word: 13, tag: 999, coarse: 99 } as const;

/** Joins words, tags (as numbers of the model) and lemmas to what the parser reads. */
export function makeTable(
  model: Pick<EnglishModel, 'tags' | 'coarse' | 'lemmas'>,
  words: readonly WordForm[],
  tags: Int32Array,
): WordTable {
  const { length } = words;
  const size = length + 2;
  const lemmas: string[] = [];
  const table = {
    length,
    lemmas,
    word: new Int32Array(size),
    tag: new Int32Array(size),
    coarse: new Int32Array(size),
    quoted: new Int32Array(size),
    marks: new Int32Array(size),
  };
  let inside = 0;
  let marks = 0;
  words.forEach((form, i) => {
    const tag = tags[i] ?? 0;
    const name = model.tags[tag];
    const isMark = name?.coarse === 'PUNCT';
    const lemma = isMark ? form.lower : lemmaOf(model.lemmas, form.lower, name);
    lemmas.push(lemma);
    table.word[i] = hashText(lemma);
    table.tag[i] = tag + 1;
    table.coarse[i] = 1 + model.coarse.indexOf(name?.coarse ?? 'X');
    if (form.isQuotationMark) inside = 1 - inside;
    table.quoted[i] = form.isQuotationMark ? 2 : inside;
    table.marks[i] = marks;
    if (isMark) marks += 1;
  });
  table.marks.fill(marks, length);
  table.quoted.fill(3, length);
  for (const key of ['word', 'tag', 'coarse'] as const) {
    table[key][length] = ROOT[key];
    table[key][length + 1] = NONE[key];
  }
  return table;
}
