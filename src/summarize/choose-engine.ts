import type { Clock } from '#core/clock.ts';
import { Problem } from '#core/problem.ts';
import type { Engine } from '#core/steps.ts';
import { createExtractiveEngine } from './extractive/extractive-engine.ts';
import { outlineArticle } from './extractive/outline-article.ts';
import type { Chance } from './model/fence-data.ts';
import { loadPrompts, type Prompts } from './model/load-prompts.ts';
import type { ModelSettings } from './model/model-settings.ts';

export type ChooseEngine = (name: Engine['name'] | null) => Engine;

export type EngineParts = {
  readonly model: ModelSettings;
  /** An unguessable word at each call. */
  readonly chance: Chance;
  readonly clock: Clock;
};

/**
 * The engines in the order of preference: the model's where one is configured, then the one that needs no key and no network, so
 * that there is always one that works. A style is a file in `prompts/brief`.
 * @throws Problem `BAD_SETTINGS` where a prompt is not as it must be.
 */
export function createChooseEngine(parts: EngineParts | null): ChooseEngine {
  const prompts = loadPrompts();
  const styles = new Map([...prompts.brief].map(([style, { points }]) => [style, points]));
  const extractive = createExtractiveEngine(styles);
  const engines = parts === null ? [extractive] : [createLazyEngine(parts, prompts), extractive];
  return (name) => {
    const engine = engines.find((one) => name === null || one.name === name);
    if (engine === undefined) throw new Problem('SERVICE_UNAVAILABLE', `no ${name} engine is configured`);
    return engine;
  };
}

let withoutModel: ChooseEngine | null = null;

/**
 * The engine of this name where no model is configured; the first where nobody names one.
 * @throws Problem `SERVICE_UNAVAILABLE` where the engine that was asked for is not configured.
 */
export function chooseEngine(name: Engine['name'] | null): Engine {
  withoutModel ??= createChooseEngine(null);
  return withoutModel(name);
}

/** The model's engine, whose packages (a third of a second, some 40 MB) are loaded when it is asked for the first time. */
function createLazyEngine({ model, chance, clock }: EngineParts, prompts: Prompts): Engine {
  let loaded: Promise<Required<Engine>> | null = null;
  const load = () => {
    loaded ??= import('./model/model-engine.ts').then(({ createModelEngine }) =>
      createModelEngine(model, { prompts, chance, clock, outline: outlineArticle }),
    );
    return loaded;
  };
  return {
    name: 'model',
    styles: [...prompts.brief.keys()],
    draft: async (...asked) => (await load()).draft(...asked),
    answer: async (...asked) => (await load()).answer(...asked),
    repair: async (...asked) => (await load()).repair(...asked),
  };
}
