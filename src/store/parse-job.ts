import type { Job } from '#core/memory.ts';

/**
 * A job that we sent ourselves, read back from the queue.
 * @throws Error where the row holds something else: an older or newer byline's job, or somebody else's.
 */
export function parseJob(value: unknown): Job {
  if (!isJob(value)) throw new Error('this is no job of byline’s');
  return value;
}

function isJob(value: unknown): value is Job {
  if (typeof value !== 'object' || value === null) return false;
  const has = (name: string, type: string) => name in value && typeof Reflect.get(value, name) === type;
  return (
    ['id', 'lane', 'post', 'command'].every((name) => has(name, 'string')) &&
    ['place', 'person', 'args'].every((name) => has(name, 'object'))
  );
}
