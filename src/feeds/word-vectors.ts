/** A text as its words' weights, of length 1, or less where it has few words. */
export type WordVector = ReadonlyMap<string, number>;

/**
 * Words in more than a tenth of the items weigh less, all rarer ones the same: how often a word stands in a digest of
 * fifty items and in a whole day's two thousand says little of the word, so that weights must not depend on it much.
 */
const RARE_SHARE = 0.1;

/** As if so many other items stood beside: in a list of three, a word in two of them is still a rare word. */
const BACKGROUND = 50;

const WHOLE_WEIGHT = Math.log(1 + 1 / RARE_SHARE);

/** A word that no other item has cannot join anything; it counts less against what is shared. */
const LONE_WEIGHT = 0.6;

/** Figures change from report to report of one story, and meet by chance in two. */
const FIGURE_WEIGHT = 0.7;

/** Texts of fewer words than this are taken as if words were missing: "Dollar falls" is half of "Crane falls", and no story. */
const FEWEST_WORDS = 4;

/** A word that more than this share of the texts hold joins nothing, and would make all pairs of a large list worth weighing. */
const COMMON_SHARE = 0.25;
const FEW_TEXTS = 100;

/** Each text's vector, words weighted by how few of the texts hold them (tf-idf, Salton and Buckley 1988). */
export function wordVectors(texts: readonly (readonly string[])[]): WordVector[] {
  const holders = new Map<string, number>();
  for (const words of texts) for (const word of new Set(words)) holders.set(word, (holders.get(word) ?? 0) + 1);
  const weightOf = (word: string): number => {
    const held = holders.get(word) ?? 1;
    const rarity = Math.log(1 + 1 / Math.max(RARE_SHARE, held / (texts.length + BACKGROUND)));
    return rarity * (held === 1 ? LONE_WEIGHT : 1) * (/^\p{N}/u.test(word) ? FIGURE_WEIGHT : 1);
  };
  return texts.map((words) => {
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    const weights = [...counts].map(([word, count]) => [word, (1 + Math.log(count)) * weightOf(word)] as const);
    const missing = Math.max(0, FEWEST_WORDS - weights.length) * WHOLE_WEIGHT ** 2;
    const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight ** 2, missing)) || 1;
    return new Map(weights.map(([word, weight]) => [word, weight / length]));
  });
}

/** Of every two vectors with a word in common, the cosine between them: `result[i]` holds the later ones, by index. */
export function similarities(vectors: readonly WordVector[]): ReadonlyMap<number, number>[] {
  const found = vectors.map(() => new Map<number, number>());
  const postings = new Map<string, { readonly index: number; readonly weight: number }[]>();
  const holders = new Map<string, number>();
  for (const vector of vectors) for (const word of vector.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
  const mostHolders = Math.max(FEW_TEXTS, COMMON_SHARE * vectors.length);
  for (const [later, vector] of vectors.entries())
    for (const [word, weight] of vector) {
      if ((holders.get(word) ?? 0) > mostHolders) continue;
      const before = postings.get(word) ?? [];
      for (const { index, weight: other } of before) {
        const row = found[index];
        row?.set(later, (row.get(later) ?? 0) + weight * other);
      }
      before.push({ index: later, weight });
      postings.set(word, before);
    }
  return found;
}
