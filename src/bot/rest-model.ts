import type { Clock } from '#core/clock.ts';
import { Problem } from '#core/problem.ts';
import type { Engine } from '#core/steps.ts';
import type { ChooseEngine } from '#summarize/choose-engine.ts';

/**
 * After a model gave no answer nobody waits for it again for so long, in ms: a morning's digests, one behind the other, would each
 * wait out their whole time.
 */
const REST_MS = 120_000;

export type RestingModel = {
  readonly chooseEngine: ChooseEngine;
  /** Why the model is left alone now; null where it may be asked. */
  readonly whyNot: () => string | null;
};

/** The same engines, and a memory of when the model did not answer. What it answered badly is no reason not to ask again. */
export function restModel(chooseEngine: ChooseEngine, clock: Clock): RestingModel {
  let last: { readonly until: number; readonly why: string } | null = null;
  const watch = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      if (error instanceof Problem && error.code === 'SERVICE_UNAVAILABLE')
        last = { until: clock.now().getTime() + REST_MS, why: error.message };
      throw error;
    }
  };
  const watched = (engine: Engine): Engine => {
    const { draft, repair } = engine;
    if (repair === undefined) return engine;
    return { ...engine, draft: (...asked) => watch(draft(...asked)), repair: (...asked) => watch(repair(...asked)) };
  };
  return {
    chooseEngine: (name) => watched(chooseEngine(name)),
    whyNot: () => (last !== null && clock.now().getTime() < last.until ? last.why : null),
  };
}
