import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { ProcessesFirst } from './tests/processes-first.ts';

/** Many tests wait for a process, a lease or a heartbeat: meanwhile another file has the processor. */
const WORKERS_A_CORE = 1.5;

/** Rooms that work on texts alone: their files leave nothing behind, and so share a worker, with its modules and weights loaded once. */
const OF_TEXTS = [
  'attribute',
  'core',
  'digest',
  'feeds',
  'language',
  'render',
  'schedule',
  'summarize/extractive',
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
      { extends: true, test: { name: 'texts', include: OF_TEXTS, isolate: false } },
      {
        extends: true,
        test: {
          ...{ name: 'bylines', include: ['tests/**/*.test.ts'], exclude: OF_TEXTS },
          globalSetup: 'tests/set-up.ts',
        },
      },
    ],
  },
});
