import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Runs once before all tests: says out loud what is left out, and lays ready what they share: the bot's own cache of compiled modules,
 * for their processes start often, and a folder that goes with the run (`tests/store/prepare-folder.ts`).
 */
export function setup(): () => void {
  if (process.env.TEST_DATABASE_URL === undefined)
    process.stdout.write(
      'PostgreSQL tests are SKIPPED: no TEST_DATABASE_URL. To run them too: tools/with-postgres npm test\n',
    );
  process.env.NODE_COMPILE_CACHE ??= path.join(import.meta.dirname, '../node_modules/.cache/byline');
  const folder = mkdtempSync(path.join(tmpdir(), 'byline-tests-'));
  process.env.BYLINE_TEST_FOLDER = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
