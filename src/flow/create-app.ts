import type { App } from '#core/app.ts';
import { answerQuestion } from './answer-question.ts';
import { type BriefingSteps, briefArticle } from './brief-article.ts';

/** All rooms that a command's walk goes through. */
export type AppSteps = BriefingSteps & Pick<App, 'read'>;

/** What commands may ask of the bot, made of the rooms that are handed in. One signal ends all of it. */
export function createApp(steps: AppSteps, signal?: AbortSignal): App {
  return {
    read: steps.read,
    brief: (article, wish) => briefArticle(article, wish, steps, signal),
    testimony: steps.attribute,
    answer: (question, article, wish) => answerQuestion(question, article, wish, steps, signal),
  };
}
