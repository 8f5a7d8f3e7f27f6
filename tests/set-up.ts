/** Runs once before all tests: says out loud what is left out. */
export function setup(): void {
  if (process.env.TEST_DATABASE_URL === undefined)
    process.stdout.write(
      'PostgreSQL tests are SKIPPED: no TEST_DATABASE_URL. To run them too: tools/with-postgres npm test\n',
    );
}
