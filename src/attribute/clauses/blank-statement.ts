import type { Statement } from '../statement.ts';

/** What most readings leave open. */
export const blankStatement = {
  isCarried: false,
  cited: null,
  addressee: null,
  stance: 'asserts',
  hedge: null,
  cue: null,
  verb: null,
  source: null,
} as const satisfies Partial<Statement>;
