import { Problem } from './problem.ts';

/**
 * What stood between an operator and a platform: one that cannot be reached, or does not want to be asked now, is a service that
 * does not answer, by its name; anything else is what it was.
 */
export function asServiceProblem(problem: Problem, service: string): Problem {
  const { code, message, retryAfterMs } = problem;
  if (code !== 'UNREACHABLE' && code !== 'RATE_LIMITED') return problem;
  return new Problem('SERVICE_UNAVAILABLE', message, { cause: problem, retryAfterMs, service });
}
