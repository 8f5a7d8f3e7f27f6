import { overlaps, type Span } from '#core/article.ts';
import type { Attribution } from '#core/testimony.ts';
import type { Ground } from '../ground.ts';

/** A statement of the article, and the share of a claim's content words (0 to 1) that stand in it. */
export type Credited = { readonly attribution: Attribution; readonly share: number };

/** The statements that say what a claim says, best first; equals in the article's order. */
export function findCredited(stems: readonly string[], ground: Ground): Credited[] {
  const wanted = new Set(stems);
  if (wanted.size === 0) return [];
  return [...ground.attributions.values()]
    .map((attribution) => ({ attribution, share: shareOf(wanted, attribution, ground) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}

function shareOf(wanted: ReadonlySet<string>, attribution: Attribution, ground: Ground): number {
  const said = ground.saidStems.get(attribution.id) ?? new Set();
  let found = 0;
  for (const stem of wanted) if (said.has(stem)) found += 1;
  return found / wanted.size;
}

/** The statements that hold these words of the article. */
export function creditedAt(place: Span, ground: Ground): Attribution[] {
  return [...ground.attributions.values()].filter(({ content, quotes }) =>
    [...content, ...quotes].some((piece) => overlaps(piece, place)),
  );
}
