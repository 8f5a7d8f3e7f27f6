import type { ChatPlatform } from '#core/chat.ts';
import { Problem, type ProblemCode } from '#core/problem.ts';
import type { ClaimedPost } from './claim-posts.ts';

/** How one attempt ended. */
export type Outcome =
  | { readonly kind: 'shown'; readonly message: string; readonly how: 'post' | 'edit' | 'found' }
  /** Not sent, and known not to be: to be tried again after the wait. */
  | { readonly kind: 'held'; readonly waitMs: number }
  /** Perhaps sent: to be looked for before it is tried again. */
  | { readonly kind: 'doubtful'; readonly cause: unknown }
  /** Nobody can tell whether it was sent, and so it never is again. */
  | { readonly kind: 'unclear' }
  | { readonly kind: 'refused'; readonly code: ProblemCode };

/** Trying again changes nothing about these. */
const FINAL: readonly ProblemCode[] = ['CHANNEL_GONE', 'MAY_NOT_POST', 'REPLY_EXPIRED', 'POST_REFUSED', 'BAD_SEAL'];
/** Where a platform says "too often" without saying for how long. */
const USUAL_WAIT_MS = 1_000;

/**
 * One attempt at making a platform show a post. A post that may be there already is looked for first. Never throws.
 */
export async function sendPost(claimed: ClaimedPost, platform: ChatPlatform, signal: AbortSignal): Promise<Outcome> {
  const { post, message } = claimed;
  try {
    if (message !== null) {
      await within(signal, platform.edit(post, message, signal));
      return { kind: 'shown', message, how: 'edit' };
    }
    if (claimed.isInDoubt) {
      const sighting = await within(signal, platform.find(post, claimed.firstAttemptAt, signal));
      // What was found may show an older card: `how` tells that it has still to be edited.
      if (sighting.kind === 'there') return { kind: 'shown', message: sighting.message, how: 'found' };
      if (sighting.kind === 'unclear') return { kind: 'unclear' };
    }
  } catch (cause) {
    return outcomeOf(cause);
  }
  try {
    return { kind: 'shown', message: await within(signal, platform.post(post, signal)), how: 'post' };
  } catch (cause) {
    return outcomeOf(cause);
  }
}

/** A library that ignores the signal must not hold an attempt beyond its lease: somebody else would take it over meanwhile. */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const end = () => reject(signal.reason);
  signal.addEventListener('abort', end, { once: true });
  return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', end));
}

function outcomeOf(cause: unknown): Outcome {
  if (cause instanceof Problem) {
    if (cause.code === 'RATE_LIMITED') return { kind: 'held', waitMs: cause.retryAfterMs ?? USUAL_WAIT_MS };
    if (FINAL.includes(cause.code)) return { kind: 'refused', code: cause.code };
  }
  return { kind: 'doubtful', cause };
}
