import type { App } from './app.ts';
import type { Desk } from './desk.ts';
import { Problem } from './problem.ts';

/** @throws Problem `BAD_USAGE` at a command line, which is no channel. */
export function deskOf(app: App): Desk {
  if (app.desk === null) throw new Problem('BAD_USAGE', 'feeds and digests belong to a channel of a running byline');
  return app.desk;
}
