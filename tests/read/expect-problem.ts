import { expect } from 'vitest';
import { Problem, type ProblemCode } from '#core/problem.ts';

/** Waits for work to fail with this code, and gives the Problem for a closer look. */
export async function expectProblem(work: Promise<unknown>, code: ProblemCode): Promise<Problem> {
  const outcome = await work.then(
    () => 'no failure',
    (error: unknown) => error,
  );
  if (!(outcome instanceof Problem)) throw new Error(`expected ${code}, got ${String(outcome)}`, { cause: outcome });
  expect(`${outcome.code} (${outcome.message})`).toMatch(new RegExp(`^${code} `));
  return outcome;
}
