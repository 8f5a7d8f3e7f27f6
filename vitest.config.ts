import { defineConfig } from 'vitest/config';

// Vitest reads this file's default export; it is the one place where there is one.
// biome-ignore lint/style/noDefaultExport: see above
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // By itself Vitest leaves a core free, which on two is half of them.
    maxWorkers: '100%',
    globalSetup: 'tests/set-up.ts',
  },
});
