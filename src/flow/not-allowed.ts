import { Problem } from '#core/problem.ts';

/** For whoever may not change a channel's feeds and schedules. `verb`: null where the command has one meaning. */
export function notAllowed(command: string, verb: string | null): Problem {
  return new Problem('NOT_ALLOWED', `/${command} ${verb ?? ''}`.trim());
}
