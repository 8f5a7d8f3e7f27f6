import { createCommands } from '#commands/index.ts';
import type { Command } from '#core/command.ts';
import { listStyles } from '#summarize/model/load-prompts.ts';

/** The commands as they are here: with the styles that lie in `prompts/brief`, and with a model where there is one. */
export function joinCommands(hasModel: boolean): readonly Command[] {
  return createCommands({ styles: listStyles(), hasModel });
}
