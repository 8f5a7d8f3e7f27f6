import { type ArcState, LEFT, type Move, RIGHT, SHIFT } from '#language/arc-state.ts';

/** A gold tree; the root's number is the sentence's length. */
export type GoldTree = { readonly heads: Int32Array; readonly children: readonly (readonly number[])[] };

export function goldTree(heads: readonly number[]): GoldTree {
  const root = heads.length;
  const children: number[][] = Array.from({ length: root + 1 }, () => []);
  const absolute = Int32Array.from(heads, (head) => (head < 0 ? root : head));
  absolute.forEach((head, word) => {
    children[head]?.push(word);
  });
  return { heads: absolute, children };
}

/**
 * How many arcs of the gold tree a move makes unreachable; Infinity where it is not legal. The dynamic oracle of the arc-hybrid
 * system (Goldberg and Nivre 2013).
 */
export function costOf(state: ArcState, { heads, children }: GoldTree, move: Move): number {
  if (!state.isLegal(move)) return Number.POSITIVE_INFINITY;
  const { front, none } = state;
  const top = state.top(0);
  const below = state.top(1);
  if (move === SHIFT) {
    // The front loses its dependents on the stack, and its head there unless it is the top.
    let lost = 0;
    for (let i = 0; i < state.depth; i += 1) {
      const word = state.stack[i] ?? none;
      if (heads[word] === front || (heads[front] === word && word !== top)) lost += 1;
    }
    return lost;
  }
  // The top loses its dependents in the buffer …
  const waiting = (children[top] ?? []).filter((word) => word >= front).length;
  const head = heads[top] ?? none;
  // … and its own head, where that is not the one it gets.
  const losesHead = move === LEFT ? head > front || (head === below && below !== none) : head >= front;
  return waiting + (losesHead ? 1 : 0);
}

/** The moves of a state, in the order in which ties are broken. */
export const MOVES: readonly Move[] = [SHIFT, LEFT, RIGHT];
