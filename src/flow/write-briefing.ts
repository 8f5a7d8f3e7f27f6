import type { Step } from '#core/app.ts';
import { type Article, overlaps } from '#core/article.ts';
import type { Briefing, Draft, KeyPoint } from '#core/briefing.ts';
import type { DraftWish, Engine, Faulty } from '#core/steps.ts';
import type { Testimony } from '#core/testimony.ts';
import type { BriefingSteps } from './briefing-steps.ts';
import { createMeter, type Meter } from './create-meter.ts';
import { LINE_WITHHELD } from './label-digest.ts';
import { mendOnce } from './mend-once.ts';
import { WRITE_WITHIN_MS, whyNot } from './why-not.ts';

/** A briefing that a model is to write. */
export type Writing = {
  readonly engine: Engine;
  readonly article: Article;
  readonly testimony: Testimony;
  readonly wish: DraftWish;
  /** Whether the reader asked for the model by name, and so wants to hear that it does not answer. */
  readonly isExplicit: boolean;
};

type Options = { readonly signal: AbortSignal | undefined; readonly onStep: (step: Step) => void };

/** Told to readers; three reasons of many. */
const MOST_REASONS = 3;

/**
 * The model's draft, checked; what is objected to goes back once; what fails again is withheld, and the article's own words stand in
 * for it. Where nothing is left, or the model gave nothing, all of it is cut from the article.
 */
export async function writeBriefing(writing: Writing, steps: BriefingSteps, options: Options): Promise<Briefing> {
  const { signal, onStep } = options;
  const meter = createMeter();
  const cut = (why: string) => cutInstead(why, writing, meter, steps, options);
  const refusal =
    steps.findFaults === undefined ? 'what a model writes is not checked here' : await steps.mayUseModel?.();
  if (refusal !== undefined && refusal !== null) return cut(refusal);
  const within = steps.within ?? AbortSignal.timeout(steps.writeWithinMs ?? WRITE_WITHIN_MS);
  const both = signal === undefined ? within : AbortSignal.any([signal, within]);
  let why: string;
  try {
    const { engine, article, testimony } = writing;
    const wish = { ...writing.wish, onUsage: meter.add };
    const first = await engine.draft(article, testimony, wish, both);
    onStep('checking');
    const { draft, faults } = await mendOnce({ draft: first, article, testimony, wish }, engine, steps, both);
    if (faults.length < draft.points.length)
      return steps.verify({ ...(await fillGaps(draft, faults, writing, steps)), ...meter.spent() }, article);
    why = writing.wish.purpose === 'digest' ? LINE_WITHHELD : lostWords(draft, faults);
  } catch (error) {
    why = whyNot(error, signal, writing.isExplicit);
  }
  return cut(why);
}

/** A briefing without the model, which says why. */
async function cutInstead(
  why: string,
  { article, testimony, wish }: Writing,
  meter: Meter,
  steps: BriefingSteps,
  { signal, onStep }: Options,
): Promise<Briefing> {
  const draft = await steps.chooseEngine('extractive').draft(article, testimony, wish, signal);
  onStep('checking');
  return steps.verify({ ...draft, engine: { ...draft.engine, fallback: why }, ...meter.spent() }, article);
}

/**
 * As many points in the article's own words as points of the model's fail, none from a passage that is told already, and none that is read
 * behind another.
 */
async function fillGaps(
  draft: Draft,
  faults: readonly Faulty[],
  { article, testimony, wish }: Writing,
  steps: BriefingSteps,
): Promise<Draft> {
  if (faults.length === 0) return draft;
  const failed = new Set(faults.map(({ at }) => at));
  const told = draft.points.filter((_, at) => !failed.has(at)).flatMap(({ evidence }) => evidence);
  const most = Math.min(MOST_POINTS, draft.points.length + faults.length);
  const spare = await steps.chooseEngine('extractive').draft(article, testimony, { ...wish, points: most });
  const fills = spare.points
    .filter(({ follows }) => follows !== true)
    .filter(({ evidence }) => !evidence.some((passage) => told.some((other) => overlaps(passage, other))))
    .slice(0, faults.length)
    .map((point): KeyPoint => ({ ...point, by: 'extractive' }));
  return { ...draft, points: [...draft.points, ...fills] };
}

/** The most that the extractive engine gives. */
const MOST_POINTS = 10;

function lostWords({ points }: Draft, faults: readonly Faulty[]): string {
  const reasons = [...new Set(faults.flatMap(({ objections: [first] }) => first?.reason ?? []))].slice(0, MOST_REASONS);
  const all = points.length === 1 ? 'the model’s one point was' : `all ${points.length} points of the model were`;
  return `${all} withheld: ${reasons.join('; ')}`;
}
