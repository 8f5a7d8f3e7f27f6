type Cluster = {
  readonly id: number;
  readonly members: number[];
  /** To each other cluster, the sum of the similarities of all pairs between the two. */
  readonly ties: Map<number, number>;
  /** The sum of the similarities of all pairs inside, each item with itself too. */
  inner: number;
};

/** The best partner of a group (`a`), as both were when it was looked for. */
type Merge = {
  readonly score: number;
  readonly a: number;
  readonly b: number;
  readonly sizeA: number;
  readonly sizeB: number;
};

/** Two single items must be this alike. */
const ALIKE_ALONE = 0.45;
/** Two large groups must be this alike: over many pairs a mean cannot be high by chance. */
const ALIKE_TOGETHER = 0.16;
/** How fast the first falls to the second as pairs grow in number. */
const EVIDENCE_POWER = 0.4;
/**
 * How far a group's own spread excuses a low mean: 0 is average linkage, which tears big stories apart; a half compares the
 * middles of groups, which lets them swallow what stands near.
 */
const SPREAD_POWER = 0.25;

/**
 * Items to groups from the bottom up: the two groups most alike are joined, until no two are alike enough. The groups hold
 * indexes, smallest first. `similarities[i]` gives the similarity, 0 to 1, of i to later items; what is not in it is 0.
 * The settings were chosen on 30 stories of one day in 2014, in lists of 200 (at most 12 headlines a story), 570 (at most 40) and
 * 2200 items, and hold for every size.
 */
export function linkClusters(similarities: readonly ReadonlyMap<number, number>[]): number[][] {
  const clusters = new Map<number, Cluster>(
    similarities.map((_, id) => [id, { id, members: [id], ties: new Map(), inner: 1 }]),
  );
  for (const [a, row] of similarities.entries())
    for (const [b, similarity] of row) {
      clusters.get(a)?.ties.set(b, similarity);
      clusters.get(b)?.ties.set(a, similarity);
    }
  const queue = createQueue();
  const seekPartner = (cluster: Cluster): void => {
    const best = bestPartner(cluster, clusters);
    if (best !== null) queue.push(best);
  };
  for (const cluster of clusters.values()) seekPartner(cluster);
  for (let merge = queue.pop(); merge !== null; merge = queue.pop()) {
    const [a, b] = [clusters.get(merge.a), clusters.get(merge.b)];
    // A group that has grown since has looked again; one whose partner has grown or gone looks now.
    if (a === undefined || a.members.length !== merge.sizeA) continue;
    if (b === undefined || b.members.length !== merge.sizeB) seekPartner(a);
    else seekPartner(join(a, b, clusters));
  }
  return [...clusters.values()].map(({ members }) => members.toSorted((a, b) => a - b));
}

/** The smaller into the larger: each tie moves at most as often as its group doubles. */
function join(a: Cluster, b: Cluster, clusters: Map<number, Cluster>): Cluster {
  const [large, small] = a.ties.size >= b.ties.size ? [a, b] : [b, a];
  large.inner += small.inner + 2 * (large.ties.get(small.id) ?? 0);
  large.members.push(...small.members);
  clusters.delete(small.id);
  large.ties.delete(small.id);
  for (const [id, similarity] of small.ties) {
    if (id === large.id) continue;
    const sum = (large.ties.get(id) ?? 0) + similarity;
    large.ties.set(id, sum);
    const other = clusters.get(id);
    other?.ties.delete(small.id);
    other?.ties.set(large.id, sum);
  }
  return large;
}

/**
 * The best partner that is alike enough. Of two groups the one that was formed later has seen the other as it is, so that
 * one entry for each group is enough to find the best pair of all.
 */
function bestPartner(a: Cluster, clusters: ReadonlyMap<number, Cluster>): Merge | null {
  let [bestScore, bestId, size] = [1, -1, 0];
  for (const [id, tie] of a.ties) {
    const b = clusters.get(id);
    const score = b === undefined ? 0 : likeness(a, b, tie);
    if (b === undefined || score < bestScore || (score === bestScore && bestId >= 0 && id > bestId)) continue;
    [bestScore, bestId, size] = [score, id, b.members.length];
  }
  return bestId < 0 ? null : { score: bestScore, a: a.id, b: bestId, sizeA: a.members.length, sizeB: size };
}

/** How alike two groups are, as a multiple of what is enough for their sizes. */
function likeness(a: Cluster, b: Cluster, tie: number): number {
  const [m, n] = [a.members.length, b.members.length];
  const spread = (a.inner / m ** 2) * (b.inner / n ** 2);
  const enough = ALIKE_TOGETHER + (ALIKE_ALONE - ALIKE_TOGETHER) / (m * n) ** EVIDENCE_POWER;
  return tie / (m * n) / spread ** SPREAD_POWER / enough;
}

/** A binary heap; of equal scores the earlier items come first, so that the same input gives the same groups. */
function createQueue(): { push(merge: Merge): void; pop(): Merge | null } {
  const heap: Merge[] = [];
  const isBefore = (x: Merge, y: Merge): boolean =>
    x.score !== y.score ? x.score > y.score : x.a !== y.a ? x.a < y.a : x.b < y.b;
  const swapIfBefore = (low: number, high: number): boolean => {
    const [x, y] = [heap[low], heap[high]];
    if (x === undefined || y === undefined || !isBefore(x, y)) return false;
    heap[low] = y;
    heap[high] = x;
    return true;
  };
  return {
    push(merge) {
      heap.push(merge);
      for (let at = heap.length - 1; at > 0 && swapIfBefore(at, (at - 1) >> 1); at = (at - 1) >> 1);
    },
    pop() {
      const [top] = heap;
      const last = heap.pop();
      if (top === undefined || last === undefined) return null;
      if (heap.length === 0) return top;
      heap[0] = last;
      for (let at = 0; ; ) {
        const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
        if (left === undefined) return top;
        const child = right !== undefined && isBefore(right, left) ? 2 * at + 2 : 2 * at + 1;
        if (!swapIfBefore(child, at)) return top;
        at = child;
      }
    },
  };
}
