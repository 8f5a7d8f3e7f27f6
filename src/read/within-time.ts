import vm from 'node:vm';
import { Problem } from '#core/problem.ts';

const context = vm.createContext({ work: null });
const script = new vm.Script('work()');

/**
 * Runs synchronous work and stops it at its time limit, also in the middle of a regular expression or a library's loop.
 * @throws Problem `TOO_SLOW` at the limit, `TOO_LARGE` where the call stack overflows; what `work` throws itself.
 */
export function withinTime<T>(work: () => T, limitMs: number, name: string): T {
  const outcome: { value?: T } = {};
  context.work = () => {
    outcome.value = work();
  };
  try {
    script.runInContext(context, { timeout: limitMs });
  } catch (cause) {
    // Made in the other context, so no instance of this one's Error.
    if (
      typeof cause === 'object' &&
      cause !== null &&
      'code' in cause &&
      cause.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
    ) {
      throw new Problem('TOO_SLOW', `${name} took more than ${limitMs} ms`, { cause });
    }
    if (cause instanceof RangeError) throw new Problem('TOO_LARGE', `${name} is nested too deep`, { cause });
    throw cause;
  } finally {
    context.work = null;
  }
  if (!('value' in outcome)) throw new Error('the work did not end');
  return outcome.value as T;
}
