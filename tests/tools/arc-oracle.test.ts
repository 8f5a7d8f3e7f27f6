import { expect, test } from 'vitest';
import { ArcState, LEFT, RIGHT, SHIFT } from '#language/arc-state.ts';
import { costOf, goldTree, MOVES } from '../../tools/train-parser/arc-oracle.ts';

/** The heads that come of always taking a move that costs nothing. */
function headsByOracle(heads: readonly number[]): number[] {
  const tree = goldTree(heads);
  const state = new ArcState();
  state.begin(heads.length);
  while (!state.isDone) {
    const move = MOVES.find((one) => costOf(state, tree, one) === 0);
    if (move === undefined) break;
    if (move === SHIFT) state.shift();
    else state.attach(move);
  }
  return heads.map((_, i) => (state.heads[i] === state.root ? -1 : (state.heads[i] ?? -1)));
}

test.each([
  ['a chain to the right', [-1, 0, 1, 2]],
  ['a chain to the left', [1, 2, 3, -1]],
  ['dependents on both sides', [1, -1, 4, 4, 1, 1]],
  ['one word', [-1]],
])('moves that cost nothing lead to the gold tree: %s', (_, heads) => {
  expect(headsByOracle(heads)).toEqual(heads);
});

test('a move that loses an arc costs it', () => {
  const tree = goldTree([-1, 0, 1]);
  const state = new ArcState();
  state.begin(3);
  state.shift();
  state.shift();
  // Word 2 still waits for its head, word 1, which RIGHT would take from the stack.
  expect(costOf(state, tree, RIGHT)).toBe(1);
  expect(costOf(state, tree, LEFT)).toBe(2);
  expect(costOf(state, tree, SHIFT)).toBe(0);
});
