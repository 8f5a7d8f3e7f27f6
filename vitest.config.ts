import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { ProcessesFirst } from './tests/processes-first.ts';

/** Many tests wait for a process, a lease or a heartbeat: meanwhile another file has the processor. */
const WORKERS_A_CORE = 1.5;

// Vitest reads this file's default export; it is the one place where there is one.
// biome-ignore lint/style/noDefaultExport: see above
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: Math.ceil(availableParallelism() * WORKERS_A_CORE),
    sequence: { sequencer: ProcessesFirst },
    globalSetup: 'tests/set-up.ts',
  },
});
