import { compileTemplates, hashFeatures, numberAtoms } from './feature-templates.ts';
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

const atoms = new Int32Array(Object.keys(AT).length);

/** The features of word `at` in its sentence, after the tags `tag1` (just before) and `tag2`, as rows of the tagger's table. */
export function taggerFeatures(
  words: readonly WordForm[],
  classes: Int32Array,
  at: number,
  tag1: number,
  tag2: number,
  mask: number,
  rows: Int32Array,
): void {
  const word = words[at] ?? NO_WORD;
  const before = words[at - 1] ?? NO_WORD;
  const after = words[at + 1] ?? NO_WORD;
  atoms[AT.word] = word.word;
  atoms[AT.end1] = word.end1;
  atoms[AT.end2] = word.end2;
  atoms[AT.end3] = word.end3;
  atoms[AT.end4] = word.end4;
  atoms[AT.start1] = word.start1;
  atoms[AT.start2] = word.start2;
  atoms[AT.start3] = word.start3;
  atoms[AT.shape] = word.shape;
  atoms[AT.capitals] = word.capitals;
  // A mark before it does not make a word the second one.
  atoms[AT.first] = at === 0 || (at === 1 && !/\w/.test(before.plain)) ? 1 : 0;
  atoms[AT.before] = before.word;
  atoms[AT.after] = after.word;
  atoms[AT.before2] = (words[at - 2] ?? NO_WORD).word;
  atoms[AT.after2] = (words[at + 2] ?? NO_WORD).word;
  atoms[AT.tag1] = tag1;
  atoms[AT.tag2] = tag2;
  atoms[AT.beforeEnd3] = before.end3;
  atoms[AT.afterEnd2] = after.end2;
  atoms[AT.afterEnd3] = after.end3;
  atoms[AT.afterCapitals] = after.capitals;
  atoms[AT.afterShape] = after.shape;
  atoms[AT.class] = classes[at] ?? 0;
  atoms[AT.classBefore] = classes[at - 1] ?? 0;
  atoms[AT.classAfter] = classes[at + 1] ?? 0;
  atoms[AT.classAfter2] = classes[at + 2] ?? 0;
  hashFeatures(TEMPLATES, atoms, mask, rows);
}
