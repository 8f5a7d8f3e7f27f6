import type { Answer } from '#core/answer.ts';
import type { BriefWish } from '#core/app.ts';
import type { Article } from '#core/article.ts';
import type { BriefingSteps } from './brief-article.ts';

/**
 * A question about an article takes the same walk as a briefing, up to the engine. The extractive engine's answers are
 * passages cut from the article, so there is nothing of its own to check.
 * @throws Problem `SERVICE_UNAVAILABLE` (no such engine here).
 */
export async function answerQuestion(
  question: string,
  article: Article,
  wish: Pick<BriefWish, 'engine'>,
  steps: Pick<BriefingSteps, 'attribute' | 'chooseEngine'>,
  signal?: AbortSignal,
): Promise<Answer> {
  const engine = steps.chooseEngine(wish.engine);
  return engine.answer(question, article, steps.attribute(article), signal);
}
