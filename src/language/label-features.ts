import type { ArcState } from './arc-state.ts';
import { compileTemplates, hashFeatures, numberAtoms } from './feature-templates.ts';
import type { WordTable } from './word-table.ts';

/**
 * Atoms: `d` the dependent, `h` its head; `l`, `r` their outermost children, `L`, `R` those next to them; `s` the sibling on the
 * dependent's side, `o` on the other; `p`, `n` the words beside the dependent. `w`, `t`, `c`, `d`, `q` as in parser-features.
 * Every template is hashed with the side on which the head stands.
 */
const AT = numberAtoms([
  ...(['side', 'dw', 'dt', 'dc', 'dq', 'hw', 'ht', 'hc', 'hq', 'dlw', 'dld', 'dLw', 'dLd', 'drd', 'dRd'] as const),
  ...(['hlw', 'hld', 'hLd', 'hrd', 'sd', 'od', 'pw', 'pt', 'nt', 'far', 'marks'] as const),
]);

const TEMPLATES = compileTemplates(
  AT,
  [
    ...[
      'dw dt',
      'dt',
      'hw ht',
      'ht',
      'dt ht',
      'dw hw',
      'dw ht',
      'dt hw',
      'dt ht far',
      'dt ht dlw dld',
      'dc hc dld dLd',
    ],
    ...['dt hw dlw', 'dc hc drd dRd', 'dt ht sd', 'dc hw sd', 'dc ht hld hLd', 'dc ht od', 'dw hc dld', 'dt ht pt'],
    ...['dt ht nt', 'dt ht pw', 'dc hc dLw dLd', 'dq hq dc hc', 'hw dlw dld dc', 'dc hw hld hrd', 'dt ht marks'],
    ...['dlw dLw dc hc', 'dw sd ht od', 'hw hlw dc'],
  ].map((template) => `side ${template}`),
);

/** How many features a decision on a label has. */
export const LABEL_FEATURES: number = TEMPLATES.count;

const atoms = new Int32Array(Object.keys(AT).length);
const FARTHEST = 8;
const MARKS_AT_MOST = 3;

/** The features of the label between a word that has just been attached and its head, as rows of the table of labels. */
export function labelFeatures(state: ArcState, table: WordTable, word: number, mask: number, rows: Int32Array): void {
  const { heads, labels, left, left2, right, right2, none } = state;
  const of = (list: Int32Array, at: number) => list[at] ?? 0;
  const head = of(heads, word);
  const isLeft = head > word;
  const dl = of(left, word);
  const dL = of(left2, word);
  const hl = of(left, head);
  const before = word > 0 ? word - 1 : none;
  const after = word + 1 < table.length ? word + 1 : none;
  atoms[AT.side] = isLeft ? 1 : 0;
  atoms[AT.dw] = of(table.word, word);
  atoms[AT.dt] = of(table.tag, word);
  atoms[AT.dc] = of(table.coarse, word);
  atoms[AT.dq] = of(table.quoted, word);
  atoms[AT.hw] = of(table.word, head);
  atoms[AT.ht] = of(table.tag, head);
  atoms[AT.hc] = of(table.coarse, head);
  atoms[AT.hq] = of(table.quoted, head);
  atoms[AT.dlw] = of(table.word, dl);
  atoms[AT.dld] = of(labels, dl);
  atoms[AT.dLw] = of(table.word, dL);
  atoms[AT.dLd] = of(labels, dL);
  atoms[AT.drd] = of(labels, of(right, word));
  atoms[AT.dRd] = of(labels, of(right2, word));
  atoms[AT.hlw] = of(table.word, hl);
  // The word itself is its head's outermost child by now: its neighbour is the sibling.
  atoms[AT.hld] = of(labels, hl);
  atoms[AT.hLd] = of(labels, of(left2, head));
  atoms[AT.hrd] = of(labels, of(right, head));
  atoms[AT.sd] = of(labels, of(isLeft ? left2 : right2, head));
  atoms[AT.od] = of(labels, of(isLeft ? right : left, head));
  atoms[AT.pw] = of(table.word, before);
  atoms[AT.pt] = of(table.tag, before);
  atoms[AT.nt] = of(table.tag, after);
  atoms[AT.far] = Math.min(FARTHEST, Math.abs(head - word));
  atoms[AT.marks] = Math.min(MARKS_AT_MOST, Math.abs(of(table.marks, head) - of(table.marks, word)));
  hashFeatures(TEMPLATES, atoms, mask, rows);
}
