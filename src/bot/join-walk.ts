import { randomBytes } from 'node:crypto';
import { attribute } from '#attribute/attribute.ts';
import type { App, MayUseModel, Step } from '#core/app.ts';
import { createApp } from '#flow/create-app.ts';
import { type ChooseEngine, chooseEngine, createChooseEngine } from '#summarize/choose-engine.ts';
import type { ModelSettings } from '#summarize/model/model-settings.ts';
import { findFaults, makeBriefing } from '#verify/make-briefing.ts';
import { systemClock } from './read-clock.ts';

/** 128 bits: nobody who writes an article guesses them. */
const FENCE_BYTES = 16;

export type WalkOptions = {
  /** Absent: each article is attributed whenever it is asked about. */
  readonly attribute?: typeof attribute;
  /** Absent: no model is configured. */
  readonly chooseEngine?: ChooseEngine;
  readonly mayUseModel?: MayUseModel;
  /** When a model's time is over; absent: after a while from its first call. */
  readonly within?: AbortSignal;
};

/** The rooms of a walk, joined; how an article is read is handed in, for a command line reads files as well. */
export function joinWalk(
  read: App['read'],
  signal?: AbortSignal,
  onStep?: (step: Step) => void,
  options: WalkOptions = {},
): App {
  return createApp({ read, attribute, chooseEngine, verify: makeBriefing, findFaults, ...options }, signal, onStep);
}

/**
 * The engines of a process: what a model knows of its server and has written before is kept for as long as they are.
 * @throws Problem `BAD_SETTINGS` where a prompt is not as it must be.
 */
export function joinEngines(model: ModelSettings | null): ChooseEngine {
  const chance = () => randomBytes(FENCE_BYTES).toString('hex');
  return createChooseEngine(model === null ? null : { model, chance, clock: systemClock });
}
