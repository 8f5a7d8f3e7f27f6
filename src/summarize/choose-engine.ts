import { Problem } from '#core/problem.ts';
import type { Engine } from '#core/steps.ts';
import { extractiveEngine } from './extractive/extractive-engine.ts';

/** In the order of preference. The last one needs no key and no network, so there is always one that works. */
const ENGINES: readonly Engine[] = [extractiveEngine];

/**
 * The engine of this name; the first of the list where nobody names one.
 * @throws Problem `SERVICE_UNAVAILABLE` where the engine that was asked for is not configured.
 */
export function chooseEngine(name: Engine['name'] | null): Engine {
  const engine = ENGINES.find((one) => name === null || one.name === name);
  if (engine === undefined) throw new Problem('SERVICE_UNAVAILABLE', `no ${name} engine is configured`);
  return engine;
}
