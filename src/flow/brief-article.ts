import type { BriefWish, Step } from '#core/app.ts';
import type { Article } from '#core/article.ts';
import type { Briefing, Draft } from '#core/briefing.ts';
import { Problem } from '#core/problem.ts';
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
  refuseLanguage(wish.language ?? null);
  onStep('briefing');
  const engine = steps.chooseEngine(wish.engine);
  const testimony = steps.attribute(article);
  const asked = { points: wish.points, style: wish.style ?? 'standard', language: wish.language ?? null };
  if (engine.repair !== undefined)
    return writeBriefing({ engine, article, testimony, wish: asked, isExplicit: wish.engine === 'model' }, steps, {
      ...{ signal, onStep },
    });
  const draft = await engine.draft(article, testimony, asked, signal);
  onStep('checking');
  return steps.verify(isForeign(asked.language, article.language) ? untranslated(draft) : draft, article);
}

function isForeign(wanted: string | null, own: string): boolean {
  const primary = (tag: string) => tag.toLowerCase().split('-')[0];
  return wanted !== null && primary(wanted) !== primary(own);
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

function refuseLanguage(language: string | null): void {
  if (language === null) return;
  try {
    if (Intl.getCanonicalLocales(language).length === 1) return;
  } catch {
    // What is no language tag is refused below.
  }
  throw new Problem('BAD_USAGE', `language is written like en, de or pt-BR, not “${language.slice(0, 40)}”`);
}
