import { Writable } from 'node:stream';
import { createLogger } from '#bot/create-logger.ts';

/** A log whose lines can be looked at. */
export function openLog(level = 'trace', isTTY = false) {
  let text = '';
  const output = Object.assign(
    new Writable({
      write(chunk, _encoding, done) {
        text += chunk;
        done();
      },
    }),
    { isTTY },
  );
  return {
    logger: createLogger(level, output),
    output,
    text: () => text,
    lines: (): Record<string, unknown>[] =>
      text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
  };
}
