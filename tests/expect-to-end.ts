import vm from 'node:vm';

/** So long takes only what grows faster than its input; a slow or busy machine is far from it. No claim about speed. */
const HANGS_AFTER_MS = 20_000;

/** Runs synchronous work that must not hang, and stops it when it does. */
export function expectToEnd<T>(work: () => T): T {
  const outcome: { value?: T } = {};
  const run = (): void => {
    outcome.value = work();
  };
  vm.runInNewContext('run()', { run }, { timeout: HANGS_AFTER_MS });
  return outcome.value as T;
}
