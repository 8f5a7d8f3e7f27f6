import { createCommands } from '#commands/index.ts';

/** Everything that a byline with a model offers. */
export const commands = createCommands({ styles: ['standard', 'executive', 'short'], hasModel: true });
