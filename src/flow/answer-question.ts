import type { Answer } from '#core/answer.ts';
import type { BriefWish } from '#core/app.ts';
import type { Article } from '#core/article.ts';
import type { BriefingSteps } from './briefing-steps.ts';
import { writeAnswer } from './write-answer.ts';

/**
 * A question about an article takes the same walk as a briefing. The extractive engine's answers are passages cut from the article,
 * so there is nothing of its own to check; a model's are checked like a point of a briefing, or those passages stand in for them.
 * @throws Problem `SERVICE_UNAVAILABLE` (the engine that was asked for by name is not here or does not answer), `CANCELLED`.
 */
export async function answerQuestion(
  question: string,
  article: Article,
  wish: Pick<BriefWish, 'engine'>,
  steps: Omit<BriefingSteps, 'verify'>,
  signal?: AbortSignal,
): Promise<Answer> {
  const engine = steps.chooseEngine(wish.engine);
  const testimony = steps.attribute(article);
  if (engine.repair === undefined) return engine.answer(question, article, testimony, signal);
  return writeAnswer({ engine, question, article, testimony, isExplicit: wish.engine === 'model' }, steps, signal);
}
