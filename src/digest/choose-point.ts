import type { Briefing, KeyPoint } from '#core/briefing.ts';
import { saysMore } from './says-more.ts';

/** Two or three lines of a channel; longer points are for the briefing. In characters. */
const LONGEST = 280;

/**
 * The point that stands under a story's title: the first that says more than the title and is not too long, else the shortest.
 * Nothing is cut off it, for it was checked as a whole, and it stands alone. Null where there is none.
 */
export function choosePoint({ points: all, article }: Briefing, title: string): KeyPoint | null {
  const points = all.filter(({ follows }) => follows !== true);
  const news = points.filter(({ text }) => saysMore(text, title, article.language));
  const told = news.length === 0 ? points : news;
  return (
    told.find(({ text }) => text.length <= LONGEST) ?? told.toSorted((a, b) => a.text.length - b.text.length)[0] ?? null
  );
}
