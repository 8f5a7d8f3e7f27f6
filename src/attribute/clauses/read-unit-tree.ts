import { onceFor } from '#core/once-for.ts';
import { type Dependency, readTree } from '#language/read-tree.ts';
import type { Scan, Unit } from '../scan-article.ts';

/** The trees of a unit's sentences. All indexes are of the article's tokens. */
export type UnitTree = {
  readonly headOf: (token: number) => number;
  readonly relationOf: (token: number) => string;
  /** The words that hang on a word, in order. */
  readonly childrenOf: (token: number) => readonly number[];
  /** The first and the last word of all that hangs on a word, itself with it. */
  readonly bordersOf: (token: number) => { readonly first: number; readonly last: number };
};

/** The trees of a unit, read once: it costs as much as all the rest of the unit, so only where the phrases alone do not suffice. */
export const readUnitTree: (unit: Unit, scan: Scan) => UnitTree = onceFor(treeOf);

function treeOf(unit: Unit, scan: Scan): UnitTree {
  const tree: readonly Dependency[] = readTree(scan.tokens.slice(unit.first, unit.end));
  const children: number[][] = tree.map(() => []);
  for (const [i, { head }] of tree.entries()) children[head]?.push(i);
  const childrenOf = (token: number) => (children[token - unit.first] ?? []).map((child) => child + unit.first);
  const bordersOf = (token: number) => {
    let first = token;
    let last = token;
    const open = [token];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      first = Math.min(first, at);
      last = Math.max(last, at);
      open.push(...childrenOf(at));
    }
    return { first, last };
  };
  return {
    headOf: (token) => {
      const head = tree[token - unit.first]?.head ?? -1;
      return head < 0 ? -1 : head + unit.first;
    },
    relationOf: (token) => tree[token - unit.first]?.relation ?? 'root',
    childrenOf,
    bordersOf,
  };
}
