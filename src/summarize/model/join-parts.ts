import { type Article, overlaps } from '#core/article.ts';
import type { KeyPoint } from '#core/briefing.ts';
import { contentWords } from '#language/content-words.ts';

/** Sharing this much of the shorter one's words, two points of different parts say the same. */
const SAME = 0.6;

/** A part's own order counts too: each place further down in it loses this share. */
const LATER = 0.1;

/**
 * The points of an article's parts as one list of at most so many: by how much the sentences under them matter in the whole article
 * (`scores`, one a sentence), without what another point says already. The first point of the first part tells the news.
 */
export function joinParts(
  parts: readonly (readonly KeyPoint[])[],
  scores: readonly number[],
  most: number,
  article: Article,
): KeyPoint[] {
  const [lead] = parts[0] ?? [];
  const ranked = parts
    .flatMap((points) =>
      points.map((point, at) => ({ point, worth: scoreOf(point, scores, article) * (1 - LATER) ** at })),
    )
    .toSorted((a, b) => Number(b.point === lead) - Number(a.point === lead) || b.worth - a.worth);
  const taken: { readonly point: KeyPoint; readonly words: ReadonlySet<string> }[] = [];
  for (const { point } of ranked) {
    if (taken.length === most) break;
    const words = new Set(contentWords(point.text, article.language));
    if (!taken.some((other) => shareOf(words, other.words) >= SAME)) taken.push({ point, words });
  }
  return taken.map(({ point }) => point);
}

function scoreOf({ evidence }: KeyPoint, scores: readonly number[], { sentences }: Article): number {
  const held = sentences.flatMap((sentence, at) =>
    evidence.some((passage) => overlaps(passage, sentence)) ? [scores[at] ?? 0] : [],
  );
  return Math.max(0, ...held);
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  return [...small].filter((word) => large.has(word)).length / small.size;
}
