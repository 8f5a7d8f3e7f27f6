import type { Command } from '#core/command.ts';
import { ask } from './ask.ts';
import { type BriefOffer, createBrief } from './brief.ts';
import { digest } from './digest.ts';
import { sources } from './sources.ts';

/** What a reader can ask, where byline runs as it does here. Every platform makes its menu of this list. */
export function createCommands(offer: BriefOffer): readonly Command[] {
  return [createBrief(offer), sources, digest, ask];
}
