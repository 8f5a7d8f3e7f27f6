import type { BriefWish } from '#core/app.ts';
import type { Article } from '#core/article.ts';
import type { Briefing } from '#core/briefing.ts';
import type { Attribute, Engine, Verify } from '#core/steps.ts';

/** The rooms that a briefing walks through after reading. */
export type BriefingSteps = {
  readonly attribute: Attribute;
  readonly chooseEngine: (name: BriefWish['engine']) => Engine;
  readonly verify: Verify;
};

/**
 * Article to Briefing: attribute, summarize, verify, in this order and nothing else.
 * @throws Problem `BAD_USAGE` (no such style), `SERVICE_UNAVAILABLE` (no such engine here), `NOTHING_VERIFIED`.
 */
export async function briefArticle(
  article: Article,
  wish: BriefWish,
  steps: BriefingSteps,
  signal?: AbortSignal,
): Promise<Briefing> {
  const engine = steps.chooseEngine(wish.engine);
  const testimony = steps.attribute(article);
  const draft = await engine.draft(
    article,
    testimony,
    { points: wish.points, style: wish.style ?? 'standard' },
    signal,
  );
  return steps.verify(draft, article);
}
