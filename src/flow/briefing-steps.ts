import type { BriefWish, MayUseModel } from '#core/app.ts';
import type { Attribute, Engine, FindFaults, Verify } from '#core/steps.ts';

/** The rooms that a briefing walks through after reading. */
export type BriefingSteps = {
  readonly attribute: Attribute;
  readonly chooseEngine: (name: BriefWish['engine']) => Engine;
  readonly verify: Verify;
  /** What a model writes goes nowhere without it: where it is absent, everything is cut from the article. */
  readonly findFaults?: FindFaults;
  /** Absent: a model may be asked. */
  readonly mayUseModel?: MayUseModel;
  /** How long a model may take for all of its drafting and mending, in ms. */
  readonly writeWithinMs?: number;
  /** In its place where many are written within one time: aborts with a `TimeoutError` when it is over. */
  readonly within?: AbortSignal;
};
