type Names = ReadonlySet<string>;

/** As alike as two reports of one event are, when they share no name: these are two events of one kind. */
const TEMPLATE_FROM = 0.45;
/** What such a pair counts for. Not nothing: one report names the town, the other the railway. */
const TEMPLATE_LIKENESS = 0.1;

/** Reports that share a name tell one story more often than their words say. Chosen as `linkClusters`' settings were. */
const SHARED_NAME_TIMES = 1.15;

/**
 * How alike two items are once their names are looked at: "Fire destroys warehouse in Oakvale" and "… in Milltown" have all
 * words in common but those that tell. Loosely alike items are left as they are: in a long story each report has its own names.
 */
export function weighNames(similarity: number, a: Names, b: Names): number {
  if (a.size === 0 || b.size === 0) return similarity;
  if (!a.isDisjointFrom(b)) return Math.min(1, similarity * SHARED_NAME_TIMES);
  return similarity >= TEMPLATE_FROM ? TEMPLATE_LIKENESS : similarity;
}
