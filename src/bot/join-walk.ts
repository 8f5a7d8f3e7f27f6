import { attribute } from '#attribute/attribute.ts';
import type { App, Step } from '#core/app.ts';
import { createApp } from '#flow/create-app.ts';
import { chooseEngine } from '#summarize/choose-engine.ts';
import { makeBriefing } from '#verify/make-briefing.ts';

/** The rooms of a walk, joined; how an article is read is handed in, for a command line reads files as well. */
export function joinWalk(read: App['read'], signal?: AbortSignal, onStep?: (step: Step) => void): App {
  return createApp({ read, attribute, chooseEngine, verify: makeBriefing }, signal, onStep);
}
