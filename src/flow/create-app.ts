import type { App, Step } from '#core/app.ts';
import { onceFor } from '#core/once-for.ts';
import { Problem } from '#core/problem.ts';
import { answerQuestion } from './answer-question.ts';
import { briefArticle } from './brief-article.ts';
import type { BriefingSteps } from './briefing-steps.ts';

/** All rooms that a command's walk goes through. */
export type AppSteps = BriefingSteps & Pick<App, 'read'>;

/**
 * What commands may ask of the bot, made of the rooms that are handed in. One signal ends all of it; each step is told as it
 * begins. Nothing is remembered here: a place that is about an article is the running bot's.
 */
export function createApp(steps: AppSteps, signal?: AbortSignal, onStep: (step: Step) => void = () => undefined): App {
  // An answer and the card that shows it both ask who said what in one article.
  const attribute = onceFor(steps.attribute);
  const own = { ...steps, attribute };
  return {
    read: (input) => {
      onStep('reading');
      return steps.read(input);
    },
    brief: (article, wish) => briefArticle(article, wish, own, signal, onStep),
    testimony: async (article) => attribute(article),
    answer: (question, article, wish) => {
      onStep('answering');
      return answerQuestion(question, article, wish, own, signal);
    },
    desk: null,
    recall: () => Promise.reject(new Problem('BAD_USAGE', 'name the article')),
  };
}
