import type { Article } from '#core/article.ts';
import { keepsSilent } from '#core/keeps-silent.ts';
import type { Attribution } from '#core/testimony.ts';

/** What a reader is told of a statement that denies or refuses; null for one that asserts. */
export function stanceWords(attribution: Attribution, article: Article): string | null {
  switch (attribution.stance) {
    case 'asserts':
      return null;
    case 'denies':
      return 'a denial';
    case 'declines':
      return keepsSilent(attribution, article.text) ? 'declined to comment' : 'a refusal';
    default:
      return attribution.stance satisfies never;
  }
}
