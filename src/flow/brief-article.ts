import type { BriefWish, Step } from '#core/app.ts';
import type { Article } from '#core/article.ts';
import type { Briefing } from '#core/briefing.ts';
import { Problem } from '#core/problem.ts';
import type { Attribute, Engine, Verify } from '#core/steps.ts';

/** The rooms that a briefing walks through after reading. */
export type BriefingSteps = {
  readonly attribute: Attribute;
  readonly chooseEngine: (name: BriefWish['engine']) => Engine;
  readonly verify: Verify;
};

/**
 * Article to Briefing: attribute, summarize, verify, in this order and nothing else.
 * @throws Problem `BAD_USAGE` (no such style, no sensible number of points), `SERVICE_UNAVAILABLE` (no such engine here), `NOTHING_VERIFIED`.
 */
export async function briefArticle(
  article: Article,
  wish: BriefWish,
  steps: BriefingSteps,
  signal?: AbortSignal,
  onStep: (step: Step) => void = () => undefined,
): Promise<Briefing> {
  refusePoints(wish.points);
  onStep('briefing');
  const engine = steps.chooseEngine(wish.engine);
  const testimony = steps.attribute(article);
  const draft = await engine.draft(
    article,
    testimony,
    { points: wish.points, style: wish.style ?? 'standard' },
    signal,
  );
  onStep('checking');
  return steps.verify(draft, article);
}

/** More than this is the article again. */
const MOST_POINTS = 10;

function refusePoints(points: number | null): void {
  if (points === null || (Number.isInteger(points) && points >= 1 && points <= MOST_POINTS)) return;
  throw new Problem('BAD_USAGE', `points is a whole number from 1 to ${MOST_POINTS}, not ${points}`);
}
