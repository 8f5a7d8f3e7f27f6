import type { Answer } from './answer.ts';
import type { Article } from './article.ts';
import type { Briefing, Draft } from './briefing.ts';
import type { Testimony } from './testimony.ts';

/** The rooms as the walk sees them. */
export type Attribute = (article: Article) => Testimony;

/** Writes drafts and proposes answers. The last engine of the list needs no key and no network. */
export type Engine = {
  readonly name: 'extractive' | 'model';
  readonly styles: readonly string[];
  readonly draft: (article: Article, testimony: Testimony, wish: DraftWish, signal?: AbortSignal) => Promise<Draft>;
  readonly answer: (question: string, article: Article, testimony: Testimony, signal?: AbortSignal) => Promise<Answer>;
};

/** `points`: how many at most; null leaves it to the engine (3 to 10 by the length of the article). */
export type DraftWish = { readonly points: number | null; readonly style: string };

/** Checks every point and withholds what the article does not bear. */
export type Verify = (draft: Draft, article: Article) => Briefing;
