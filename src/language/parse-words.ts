import { ArcState, LEFT, type Move, RIGHT, SHIFT } from './arc-state.ts';
import type { EnglishModel } from './english-model.ts';
import { LABEL_FEATURES, labelFeatures } from './label-features.ts';
import { PARSER_FEATURES, parserFeatures } from './parser-features.ts';
import { bestClass, createRows } from './sparse-table.ts';
import type { WordTable } from './word-table.ts';

/** For each word the number of its head (-1: it is the root of its sentence) and of its label in `model.labels`. */
export type Tree = { readonly heads: Int32Array; readonly labels: Int32Array };

/** The label of the root in `model.labels`; no other word gets it. */
export const ROOT_LABEL = 0;

const state = new ArcState();
const rows = createRows(Math.max(PARSER_FEATURES, LABEL_FEATURES));

/** The dependency tree of a sentence: greedy, in time linear to its words. */
export function parseWords(model: EnglishModel, table: WordTable): Tree {
  const labelMask = model.labeller.starts.length - 2;
  const sums = new Int32Array(model.labels.length);
  state.begin(table.length);
  while (!state.isDone) {
    const move = bestMove(model, table);
    if (move === SHIFT) {
      state.shift();
      continue;
    }
    const word = state.attach(move);
    if (state.heads[word] === state.root) {
      state.labels[word] = ROOT_LABEL + 1;
      continue;
    }
    labelFeatures(state, table, word, labelMask, rows);
    state.labels[word] = bestClass(model.labeller, rows, LABEL_FEATURES, sums, ROOT_LABEL + 1) + 1;
  }
  return {
    heads: Int32Array.from({ length: table.length }, (_, i) => headOf(i)),
    labels: Int32Array.from({ length: table.length }, (_, i) => (state.labels[i] ?? 1) - 1),
  };
}

function headOf(word: number): number {
  const head = state.heads[word] ?? state.root;
  return head === state.root ? -1 : head;
}

function bestMove({ moves }: EnglishModel, table: WordTable): Move {
  parserFeatures(state, table, moves.length / 3 - 1, rows);
  let shift = 0;
  let left = 0;
  let right = 0;
  for (let i = 0; i < PARSER_FEATURES; i += 1) {
    const row = (rows[i] ?? 0) * 3;
    shift += moves[row] ?? 0;
    left += moves[row + 1] ?? 0;
    right += moves[row + 2] ?? 0;
  }
  let best: Move = SHIFT;
  let most = Number.NEGATIVE_INFINITY;
  if (state.isLegal(SHIFT)) most = shift;
  if (state.isLegal(LEFT) && left > most) [best, most] = [LEFT, left];
  if (state.isLegal(RIGHT) && right > most) best = RIGHT;
  return best;
}
