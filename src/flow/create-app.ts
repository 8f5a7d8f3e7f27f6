import type { App } from '#core/app.ts';
import type { Article } from '#core/article.ts';
import type { Attribute } from '#core/steps.ts';
import type { Testimony } from '#core/testimony.ts';
import { answerQuestion } from './answer-question.ts';
import { type BriefingSteps, briefArticle } from './brief-article.ts';

/** All rooms that a command's walk goes through. */
export type AppSteps = BriefingSteps & Pick<App, 'read'>;

/** What commands may ask of the bot, made of the rooms that are handed in. One signal ends all of it. */
export function createApp(steps: AppSteps, signal?: AbortSignal): App {
  const attribute = onceForEach(steps.attribute);
  const own = { ...steps, attribute };
  return {
    read: steps.read,
    brief: (article, wish) => briefArticle(article, wish, own, signal),
    testimony: attribute,
    answer: (question, article, wish) => answerQuestion(question, article, wish, own, signal),
  };
}

/** An answer and the card that shows it both ask who said what in one article: it is worked out once. */
function onceForEach(attribute: Attribute): Attribute {
  const known = new WeakMap<Article, Testimony>();
  return (article) => {
    const testimony = known.get(article) ?? attribute(article);
    known.set(article, testimony);
    return testimony;
  };
}
