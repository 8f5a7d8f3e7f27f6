import type { Article } from '#core/article.ts';
import { onceFor } from '#core/once-for.ts';
import { findInitialisms } from './find-initialisms.ts';
import { wordsOf } from './words-of.ts';

/** What an article's names are made of. */
export type ArticleWords = {
  /** Every word of the text, the title, the outlet and the authors, and the year it appeared, in lower case. */
  readonly words: ReadonlySet<string>;
  /** "un" where the article has "United Nations". */
  readonly initialisms: ReadonlySet<string>;
  /** All of it in lower case, for scripts that put no space between words. */
  readonly spelled: string;
};

/** Asked for twice for each briefing, by the testimony and by the ground; an article never changes. */
export const articleWords: (article: Article) => ArticleWords = onceFor(readWords);

function readWords({ text, title, outlet, authors, publishedAt }: Article): ArticleWords {
  const all = [text, title, outlet ?? '', publishedAt?.slice(0, 4) ?? '', ...authors].join('\n');
  return { words: new Set(wordsOf(all)), initialisms: findInitialisms(all), spelled: all.toLowerCase() };
}
