import { ArcState, type Move, SHIFT } from '#language/arc-state.ts';
import { LABEL_FEATURES, labelFeatures } from '#language/label-features.ts';
import { ROOT_LABEL } from '#language/parse-words.ts';
import { PARSER_FEATURES, parserFeatures } from '#language/parser-features.ts';
import type { WordTable } from '#language/word-table.ts';
import { costOf, type GoldTree, MOVES } from './arc-oracle.ts';
import { Perceptron } from './perceptron.ts';
import type { SeededRandom } from './seeded-random.ts';

/** A sentence to learn trees from; `labels` as numbers of the model. */
export type Treed = { readonly table: WordTable; readonly tree: GoldTree; readonly labels: readonly number[] };

type Sizes = {
  readonly moveRows: number;
  readonly labelRows: number;
  readonly labels: number;
  readonly rounds: number;
};

/** How often the parser follows its own wrong move, so that it learns to go on from one. */
const EXPLORES = 0.9;

const moveScratch = new Int32Array(PARSER_FEATURES);
const labelScratch = new Int32Array(LABEL_FEATURES);

/** Learns moves with a dynamic oracle, and labels at the moment of each attachment. */
export function trainArcs(
  sentences: readonly Treed[],
  sizes: Sizes,
  random: SeededRandom,
  log: (line: string) => void,
): { readonly moves: Perceptron; readonly labels: Perceptron } {
  const moves = new Perceptron(sizes.moveRows, MOVES.length);
  const labels = new Perceptron(sizes.labelRows, sizes.labels);
  const state = new ArcState();
  for (let round = 0; round < sizes.rounds; round += 1) {
    let words = 0;
    let right = 0;
    for (const { table, tree, labels: gold } of random.shuffled(sentences)) {
      state.begin(table.length);
      while (!state.isDone) {
        const move = nextMove(state, table, tree, moves, round > 0 && random.next() < EXPLORES);
        if (move === SHIFT) {
          state.shift();
          continue;
        }
        const word = state.attach(move);
        const isRight = state.heads[word] === tree.heads[word];
        words += 1;
        if (isRight) right += 1;
        state.labels[word] = labelOf(state, table, word, labels, isRight ? (gold[word] ?? null) : null) + 1;
      }
    }
    log(`arcs, round ${round + 1}: ${((100 * right) / words).toFixed(2)} % of the heads right on the way`);
  }
  return { moves, labels };
}

/** The model's move, learned from; where it loses arcs it is followed only if it may explore. */
function nextMove(state: ArcState, table: WordTable, tree: GoldTree, model: Perceptron, mayExplore: boolean): Move {
  parserFeatures(state, table, model.rows - 1, moveScratch);
  const sums = model.score(moveScratch, PARSER_FEATURES);
  const costs = MOVES.map((move) => costOf(state, tree, move));
  const least = Math.min(...costs);
  let chosen: Move | null = null;
  let right: Move | null = null;
  for (const move of MOVES) {
    const cost = costs[move] ?? Number.POSITIVE_INFINITY;
    if (cost === Number.POSITIVE_INFINITY) continue;
    if (chosen === null || (sums[move] ?? 0) > (sums[chosen] ?? 0)) chosen = move;
    if (cost === least && (right === null || (sums[move] ?? 0) > (sums[right] ?? 0))) right = move;
  }
  if (chosen === null || right === null) throw new Error('no move is legal');
  model.step();
  if ((costs[chosen] ?? 0) === least) return chosen;
  model.learn(moveScratch, PARSER_FEATURES, right, chosen);
  return mayExplore ? chosen : right;
}

/** The model's label for a word that has just been attached; learned from where its head is right (`gold` given). */
function labelOf(state: ArcState, table: WordTable, word: number, model: Perceptron, gold: number | null): number {
  if (state.heads[word] === state.root) return ROOT_LABEL;
  labelFeatures(state, table, word, model.rows - 1, labelScratch);
  const chosen = model.predict(labelScratch, LABEL_FEATURES, ROOT_LABEL + 1);
  model.step();
  if (gold !== null && gold > ROOT_LABEL && gold !== chosen) model.learn(labelScratch, LABEL_FEATURES, gold, chosen);
  return chosen;
}
