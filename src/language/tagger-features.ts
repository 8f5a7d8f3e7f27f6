import { compileTemplates, hashFeatures, numberAtoms, splitTemplates } from './feature-templates.ts';
import { NO_WORD, type WordForm } from './word-form.ts';

const AT = numberAtoms([
  ...(['bias', 'word', 'end1', 'end2', 'end3', 'end4', 'start1', 'start2', 'start3', 'shape', 'capitals'] as const),
  ...([
    'first',
    'before',
    'after',
    'before2',
    'after2',
    'tag1',
    'tag2',
    'beforeEnd3',
    'afterEnd2',
    'afterEnd3',
  ] as const),
  ...(['afterCapitals', 'afterShape', 'class', 'classBefore', 'classAfter', 'classAfter2'] as const),
]);

const TEMPLATES = compileTemplates(AT, [
  ...['bias', 'word', 'end1', 'end2', 'end3', 'end4', 'start1', 'start2', 'start3', 'shape first', 'capitals first'],
  ...['before', 'after', 'before2', 'after2', 'tag1', 'tag1 tag2', 'tag1 word', 'beforeEnd3', 'afterEnd3'],
  ...[
    'afterCapitals capitals',
    'word after',
    'before word',
    'tag1 after',
    'end3 afterEnd2',
    'tag1 end3',
    'tag1 afterShape',
  ],
  ...['class', 'class tag1', 'class capitals first', 'class classAfter', 'classBefore class', 'tag1 tag2 class'],
  ...[
    'tag1 class classAfter',
    'capitals first classAfter',
    'tag1 classAfter',
    'classAfter',
    'tag1 classAfter classAfter2',
  ],
  ...['tag1 word classAfter', 'tag1 capitals first classAfter', 'classBefore class classAfter', 'end2 tag1 classAfter'],
]);

/** How many features a decision of the tagger has. */
export const TAGGER_FEATURES: number = TEMPLATES.count;

const numbers = (...names: readonly (keyof typeof AT)[]) => names.map((name) => AT[name]);

/** What depends on the word alone, and on whether it is the first, is the same wherever it stands: whoever tags asks for it once. */
const SPLIT = splitTemplates(
  TEMPLATES,
  numbers(
    'bias',
    'word',
    'end1',
    'end2',
    'end3',
    'end4',
    'start1',
    'start2',
    'start3',
    'shape',
    'capitals',
    'class',
    'first',
  ),
);

const atoms = new Int32Array(Object.keys(AT).length);

/** A word and what the lexicon tells of it (`wordClass`). */
export type ClassedWord = { readonly form: WordForm; readonly class: number };

/** What stands before the first and behind the last word of a sentence. */
const NOTHING: ClassedWord = { form: NO_WORD, class: 0 };

/** Whether a word counts as the first of its sentence: a mark before it does not make it the second one. */
export function isFirst(words: readonly ClassedWord[], at: number): boolean {
  return at === 0 || (at === 1 && !/\w/.test(words[0]?.form.plain ?? ''));
}

/** The features of a word that its place does not change, but for being the first: rows of the tagger's table. Returns how many. */
export function ownFeatures(word: ClassedWord, isFirst: boolean, mask: number, rows: Int32Array): number {
  setOwn(word, isFirst);
  return hashFeatures(SPLIT.within, atoms, mask, rows);
}

/** The other features of word `at` of its sentence, after the tags `tag1` (just before) and `tag2`, put into `rows` from `from` on. */
export function placeFeatures(
  words: readonly ClassedWord[],
  at: number,
  tag1: number,
  tag2: number,
  mask: number,
  rows: Int32Array,
  from = 0,
): number {
  const before = words[at - 1] ?? NOTHING;
  const after = words[at + 1] ?? NOTHING;
  const after2 = words[at + 2] ?? NOTHING;
  setOwn(words[at] ?? NOTHING, isFirst(words, at));
  atoms[AT.before] = before.form.word;
  atoms[AT.after] = after.form.word;
  atoms[AT.before2] = (words[at - 2] ?? NOTHING).form.word;
  atoms[AT.after2] = after2.form.word;
  atoms[AT.tag1] = tag1;
  atoms[AT.tag2] = tag2;
  atoms[AT.beforeEnd3] = before.form.end3;
  atoms[AT.afterEnd2] = after.form.end2;
  atoms[AT.afterEnd3] = after.form.end3;
  atoms[AT.afterCapitals] = after.form.capitals;
  atoms[AT.afterShape] = after.form.shape;
  atoms[AT.classBefore] = before.class;
  atoms[AT.classAfter] = after.class;
  atoms[AT.classAfter2] = after2.class;
  return hashFeatures(SPLIT.rest, atoms, mask, rows, from);
}

/** All features of word `at`. */
export function taggerFeatures(
  words: readonly ClassedWord[],
  at: number,
  tag1: number,
  tag2: number,
  mask: number,
  rows: Int32Array,
): void {
  const own = ownFeatures(words[at] ?? NOTHING, isFirst(words, at), mask, rows);
  placeFeatures(words, at, tag1, tag2, mask, rows, own);
}

function setOwn({ form, class: own }: ClassedWord, isFirst: boolean): void {
  atoms[AT.word] = form.word;
  atoms[AT.end1] = form.end1;
  atoms[AT.end2] = form.end2;
  atoms[AT.end3] = form.end3;
  atoms[AT.end4] = form.end4;
  atoms[AT.start1] = form.start1;
  atoms[AT.start2] = form.start2;
  atoms[AT.start3] = form.start3;
  atoms[AT.shape] = form.shape;
  atoms[AT.capitals] = form.capitals;
  atoms[AT.class] = own;
  atoms[AT.first] = isFirst ? 1 : 0;
}
