import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Longer than making a database takes on a busy machine, in ms. */
const WITHIN_MS = 120_000;

/**
 * Puts an empty database into a data folder, as a first start of the bot makes it, so that a test whose matter is another one need not
 * wait for it: making one costs five seconds of a processor. One is made a run (`tests/set-up.ts`), by the bot's own code.
 */
export function prepareFolder(folder: string): void {
  cpSync(path.join(preparedFolder(), 'pgdata'), path.join(folder, 'pgdata'), { recursive: true });
}

function preparedFolder(): string {
  const home = process.env.BYLINE_TEST_FOLDER;
  if (home === undefined) throw new Error('tests/set-up.ts has not run');
  const whole = path.join(home, 'prepared');
  if (existsSync(whole)) return whole;
  // Of several test files the first makes it and the others wait; the kernel frees the lock of one that dies.
  const lock = new DatabaseSync(path.join(home, 'lock.sqlite'), { timeout: WITHIN_MS });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    if (existsSync(whole)) return whole;
    const making = path.join(home, `making-${process.pid}`);
    execFileSync(process.execPath, [path.join(import.meta.dirname, 'prepare-child.ts'), making], {
      timeout: WITHIN_MS,
    });
    renameSync(making, whole);
    return whole;
  } finally {
    lock.close();
  }
}
