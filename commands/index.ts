import type { Command } from '#core/command.ts';
import { ask } from './ask.ts';
import { brief } from './brief.ts';
import { sources } from './sources.ts';

/** What a reader can ask. Every platform makes its menu of this list. */
export const commands: readonly Command[] = [brief, sources, ask];
