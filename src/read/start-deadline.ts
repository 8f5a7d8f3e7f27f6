import { Problem } from '#core/problem.ts';

/** A time limit and a caller's wish to stop, as one. */
export type Deadline = {
  readonly signal: AbortSignal;
  /** Rejects with the Problem when time is up or the caller has gone; never resolves. */
  readonly expired: Promise<never>;
  /** The Problem that ended it, or null while it runs. */
  readonly problem: () => Problem | null;
  /** Takes the timer and the listener away; must be called. */
  readonly clear: () => void;
};

/** Starts a limit of `ms` under the caller's signal: `TOO_SLOW` when it is up, `CANCELLED` when the caller stops. */
export function startDeadline(ms: number, caller: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  let problem: Problem | null = null;
  let reject: (problem: Problem) => void = () => undefined;
  const expired = new Promise<never>((_, fail) => {
    reject = fail;
  });
  // Whoever races against it hears of it; nobody has to.
  expired.catch(() => undefined);

  const end = (reason: Problem) => {
    if (problem !== null) return;
    problem = reason;
    reject(reason);
    controller.abort(reason);
  };
  const cancel = () => end(new Problem('CANCELLED', 'whoever asked has gone', { cause: caller?.reason }));
  const timer = setTimeout(() => end(new Problem('TOO_SLOW', `not done within ${ms} ms`)), ms);
  if (caller?.aborted) cancel();
  caller?.addEventListener('abort', cancel, { once: true });

  return {
    signal: controller.signal,
    expired,
    problem: () => problem,
    clear: () => {
      clearTimeout(timer);
      caller?.removeEventListener('abort', cancel);
    },
  };
}
