import type { ArcState } from './arc-state.ts';
import { compileTemplates, hashFeatures, numberAtoms } from './feature-templates.ts';
import type { WordTable } from './word-table.ts';

/**
 * Atoms: `s` words of the stack from its top, `b` of the buffer from its front; `l` and `r` their outermost children, `L` and
 * `R` those next to them. `w` lemma, `t` tag, `c` coarse tag, `d` label, `q` in a quotation, `n` number of children on a side.
 */
const AT = numberAtoms([
  ...(['s0w', 's0t', 's0c', 's0q', 's1w', 's1t', 's1c', 's1q', 's2t', 'b0w', 'b0t', 'b0c', 'b0q'] as const),
  ...(['b1w', 'b1t', 'b2w', 'b2t', 's0lw', 's0lt', 's0ld', 's0Ld', 's0rw', 's0rt', 's0rd', 's0Rd'] as const),
  ...(['s1lt', 's1ld', 's1rw', 's1rt', 's1rd', 's1Rd', 'b0lw', 'b0lt', 'b0ld', 'b0Ld'] as const),
  ...(['s0nl', 's0nr', 's1nl', 's1nr', 'b0nl', 'far', 'far1', 'marks', 'marks1'] as const),
]);

/** After Zhang and Nivre (2011), with distance, marks between and quotations. */
const TEMPLATES = compileTemplates(AT, [
  ...['s0w s0t', 's0w', 's0t', 'b0w b0t', 'b0w', 'b0t', 'b1w b1t', 'b1t', 's1w s1t', 's1w', 's1t', 'b2w b2t'],
  ...['s0w s0t b0w b0t', 's0w s0t b0w', 's0w b0w b0t', 's0w s0t b0t', 's0t b0w b0t', 's0w b0w', 's0t b0t'],
  ...['s1w s1t s0w s0t', 's1w s0w', 's1w s0t s1t', 's1t s0w s0t', 's1t s0t', 's1t s0t b0t', 'b0t b1t'],
  ...['s0t b0t b1t', 'b0t b1t b2t', 's2t s1t s0t b0t', 's0w b0t b1t', 'b0w b1t', 'b0w b1w', 's1t s0t b0t b1t'],
  ...['s1w s0t b0t', 's1t s0w b0t', 's1t s0t b0w', 's0t s0lt s0ld b0t', 's0t s0rt s0rd b0t', 's0t b0t b0lt b0ld'],
  ...['s1t s1rt s1rd s0t', 's1t s1lt s1ld s0t', 's0w s0rw s0rd', 's0w s0lw s0ld', 'b0w b0lw b0ld', 's0t s0ld s0Ld b0t'],
  ...['s0t s0rd s0Rd b0t', 'b0t b0ld b0Ld s0t', 's1t s1rd s1Rd s0t', 's0t b0t far', 's0w b0w far', 's1t s0t far1'],
  ...[
    's1w s0w far1',
    's0c b0c far marks',
    's1c s0c far1 marks1',
    's0w s0nl s0nr b0c',
    's0t s0nl s0nr b0t',
    'b0t b0nl s0t',
  ],
  ...['b0w b0nl s0c', 's1t s1nr s1nl s0t', 's1w s1nr s0c b0c', 's0t b0t s0q b0q', 's1t s0t s1q s0q', 's0w s0q b0q b0t'],
  ...['b0w s0q b0q s0t', 's0t b0t marks b1t', 's1t s0t marks1 b0t', 's0t s0lw s0ld b0t', 's0t b0t b0lw b0ld'],
  ...['s1w s1rw s0t s1rd', 's0t s0rw s0rd b0t', 's1c s0c b0c s0ld s0rd', 's1t s0c s1ld s0ld'],
]);

/** How many features a decision of the parser has. */
export const PARSER_FEATURES: number = TEMPLATES.count;

const atoms = new Int32Array(Object.keys(AT).length);

const FAR = 9;
const VERY_FAR = 15;
const MARKS_AT_MOST = 3;
const CHILDREN_AT_MOST = 4;

/** Distances beyond nine words count alike, and so do those beyond fifteen. */
function distance(from: number, to: number): number {
  const words = to - from;
  return words <= FAR ? words : words > VERY_FAR ? FAR + 2 : FAR + 1;
}

/** The features of the next move, as rows of the parser's table. */
export function parserFeatures(state: ArcState, table: WordTable, mask: number, rows: Int32Array): void {
  const { word, tag, coarse, quoted, marks } = table;
  const { labels, left, left2, right, right2, lefts, rights, none } = state;
  const of = (list: Int32Array, at: number) => list[at] ?? 0;
  const s0 = state.top(0);
  const s1 = state.top(1);
  const b0 = state.ahead(0);
  const b1 = state.ahead(1);
  const b2 = state.ahead(2);
  const s0l = of(left, s0);
  const s0r = of(right, s0);
  const s1l = of(left, s1);
  const s1r = of(right, s1);
  const b0l = of(left, b0);
  atoms[AT.s0w] = of(word, s0);
  atoms[AT.s0t] = of(tag, s0);
  atoms[AT.s0c] = of(coarse, s0);
  atoms[AT.s0q] = of(quoted, s0);
  atoms[AT.s1w] = of(word, s1);
  atoms[AT.s1t] = of(tag, s1);
  atoms[AT.s1c] = of(coarse, s1);
  atoms[AT.s1q] = of(quoted, s1);
  atoms[AT.s2t] = of(tag, state.top(2));
  atoms[AT.b0w] = of(word, b0);
  atoms[AT.b0t] = of(tag, b0);
  atoms[AT.b0c] = of(coarse, b0);
  atoms[AT.b0q] = of(quoted, b0);
  atoms[AT.b1w] = of(word, b1);
  atoms[AT.b1t] = of(tag, b1);
  atoms[AT.b2w] = of(word, b2);
  atoms[AT.b2t] = of(tag, b2);
  atoms[AT.s0lw] = of(word, s0l);
  atoms[AT.s0lt] = of(tag, s0l);
  atoms[AT.s0ld] = of(labels, s0l);
  atoms[AT.s0Ld] = of(labels, of(left2, s0));
  atoms[AT.s0rw] = of(word, s0r);
  atoms[AT.s0rt] = of(tag, s0r);
  atoms[AT.s0rd] = of(labels, s0r);
  atoms[AT.s0Rd] = of(labels, of(right2, s0));
  atoms[AT.s1lt] = of(tag, s1l);
  atoms[AT.s1ld] = of(labels, s1l);
  atoms[AT.s1rw] = of(word, s1r);
  atoms[AT.s1rt] = of(tag, s1r);
  atoms[AT.s1rd] = of(labels, s1r);
  atoms[AT.s1Rd] = of(labels, of(right2, s1));
  atoms[AT.b0lw] = of(word, b0l);
  atoms[AT.b0lt] = of(tag, b0l);
  atoms[AT.b0ld] = of(labels, b0l);
  atoms[AT.b0Ld] = of(labels, of(left2, b0));
  atoms[AT.s0nl] = Math.min(CHILDREN_AT_MOST, of(lefts, s0));
  atoms[AT.s0nr] = Math.min(CHILDREN_AT_MOST, of(rights, s0));
  atoms[AT.s1nl] = Math.min(CHILDREN_AT_MOST, of(lefts, s1));
  atoms[AT.s1nr] = Math.min(CHILDREN_AT_MOST, of(rights, s1));
  atoms[AT.b0nl] = Math.min(CHILDREN_AT_MOST, of(lefts, b0));
  atoms[AT.far] = s0 === none ? 0 : distance(s0, b0);
  atoms[AT.far1] = s1 === none ? 0 : distance(s1, s0);
  atoms[AT.marks] = s0 === none ? 0 : Math.min(MARKS_AT_MOST, of(marks, b0) - of(marks, s0 + 1));
  atoms[AT.marks1] = s1 === none ? 0 : Math.min(MARKS_AT_MOST, of(marks, s0) - of(marks, s1 + 1));
  hashFeatures(TEMPLATES, atoms, mask, rows);
}
