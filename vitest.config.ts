import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { ProcessesFirst } from './tests/processes-first.ts';

/** Many tests wait for a process, a lease or a heartbeat: meanwhile another file has the processor. */
const WORKERS_A_CORE = 1.5;

/**
 * Rooms whose files leave nothing behind in their process, and so share one, with modules and weights loaded once: those that work on
 * texts alone, and the stand-ins, whose servers end with their file.
 */
const SHARING = [
  'attribute',
  'commands',
  'contracts',
  'core',
  'digest',
  'feeds',
  'language',
  'render',
  'schedule',
  'stand-ins',
  'summarize/extractive',
  'tools',
  'verify',
].map((room) => `tests/${room}/**/*.test.ts`);

// Vitest reads this file's default export; it is the one place where there is one.
// biome-ignore lint/style/noDefaultExport: see above
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: Math.ceil(availableParallelism() * WORKERS_A_CORE),
    sequence: { sequencer: ProcessesFirst },
    projects: [
      { extends: true, test: { name: 'sharing', include: SHARING, isolate: false } },
      {
        extends: true,
        test: {
          ...{ name: 'alone', include: ['tests/**/*.test.ts'], exclude: SHARING },
          globalSetup: 'tests/set-up.ts',
        },
      },
    ],
  },
});
