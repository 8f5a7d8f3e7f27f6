import type { Answer } from './answer.ts';
import type { Article } from './article.ts';
import type { Briefing } from './briefing.ts';
import type { Testimony } from './testimony.ts';

/** How a reader wants a briefing; null means as the bot thinks best. */
export type BriefWish = {
  readonly engine: 'extractive' | 'model' | null;
  /** How many key points, 1 to 10. */
  readonly points: number | null;
  readonly style: string | null;
};

/** What a command may ask of the bot. `flow` and `main.ts` answer; commands never see how. */
export type App = {
  /** `input`: an address, or on the command line a file or `-`. */
  readonly read: (input: string) => Promise<Article>;
  readonly brief: (article: Article, wish: BriefWish) => Promise<Briefing>;
  readonly testimony: (article: Article) => Testimony;
  readonly answer: (question: string, article: Article, wish: Pick<BriefWish, 'engine'>) => Promise<Answer>;
};
