import type { BriefWish, Step } from '#core/app.ts';
import type { Article } from '#core/article.ts';
import type { Briefing, Draft } from '#core/briefing.ts';
import { Problem } from '#core/problem.ts';
import { isSameLanguage, readLanguage } from '#core/read-language.ts';
import type { BriefingSteps } from './briefing-steps.ts';
import { writeBriefing } from './write-briefing.ts';

/**
 * Article to Briefing: attribute, summarize, verify, in this order and nothing else. Where a model cannot write it, it is cut from
 * the article all the same, and says why.
 * @throws Problem `BAD_USAGE` (no such style or language, no sensible number of points), `SERVICE_UNAVAILABLE` (the engine that was
 * asked for by name is not here or does not answer), `NOTHING_VERIFIED`, `CANCELLED`.
 */
export async function briefArticle(
  article: Article,
  wish: BriefWish,
  steps: BriefingSteps,
  signal?: AbortSignal,
  onStep: (step: Step) => void = () => undefined,
): Promise<Briefing> {
  refusePoints(wish.points);
  const language = settleLanguage(wish.language ?? null);
  onStep('briefing');
  const engine = steps.chooseEngine(wish.engine);
  const testimony = steps.attribute(article);
  const { points, style, purpose } = wish;
  const asked = { points, style: style ?? 'standard', language, ...(purpose === undefined ? {} : { purpose }) };
  if (engine.repair !== undefined)
    return writeBriefing({ engine, article, testimony, wish: asked, isExplicit: wish.engine === 'model' }, steps, {
      ...{ signal, onStep },
    });
  const draft = await engine.draft(article, testimony, asked, signal);
  onStep('checking');
  return steps.verify(isForeign(asked.language, article.language) ? untranslated(draft) : draft, article);
}

function isForeign(wanted: string | null, own: string): boolean {
  return wanted !== null && !isSameLanguage(wanted, own);
}

/** What is cut from an article is in its language. */
function untranslated(draft: Draft): Draft {
  return { ...draft, engine: { ...draft.engine, fallback: draft.engine.fallback ?? 'a translation needs a model' } };
}

/** More than this is the article again. */
const MOST_POINTS = 10;

function refusePoints(points: number | null): void {
  if (points === null || (Number.isInteger(points) && points >= 1 && points <= MOST_POINTS)) return;
  throw new Problem('BAD_USAGE', `points is a whole number from 1 to ${MOST_POINTS}, not ${points}`);
}

/** The language that is asked for, by its tag or its name, as its tag. */
function settleLanguage(wanted: string | null): string | null {
  const language = wanted === null ? null : readLanguage(wanted);
  if (wanted === null || language !== null) return language;
  throw new Problem('BAD_USAGE', `language is written like en, German or pt-BR, not “${wanted.slice(0, 40)}”`);
}
