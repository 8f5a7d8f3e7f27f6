import { notSkipped } from '#core/align-poll.ts';
import type { FeedManners, Polling } from '#core/following.ts';
import type { PollOutcome } from '#core/polling.ts';
import { shareOf } from './share-of.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

/** With a conditional request a feed may be asked once an hour, without one once a day (rachelbythebay.com/w/feed). */
const LEAST_MS = HOUR_MS;
const LEAST_UNMARKED_MS = DAY_MS;
/** Whatever a feed asks for, it is looked at once a day. */
const MOST_MS = DAY_MS;
/** What says nothing of how often it changes. */
const USUAL_MS = 2 * HOUR_MS;
/** A server that asks for more patience is asked again after a week. */
const LONGEST_RETRY_MS = WEEK_MS;
/** So much of a pause is spread over, so that feeds that were added together are not polled together. */
const JITTER = 0.1;

/** A feed is sick after so many failures, or after so long a time of nothing else. */
const SICK_AFTER = 6;
const SICK_AFTER_MS = DAY_MS;

export type PollPlan = {
  readonly polling: Polling;
  /** The feed has this address from now on: two polls in a row were sent there for good. */
  readonly moveTo: string | null;
};

export type PollRules = {
  readonly now: Date;
  /** The feed's address; the same feed always waits the same share longer. */
  readonly url: string;
  /** POLL_SECONDS in ms: a fixed pause in the place of the computed one; only Retry-After and 410 still bind. Null: computed. */
  readonly fixedMs: number | null;
};

/**
 * What is remembered after a poll, and when the next one comes. Pure: the rules that servers ask for (RFC 9110, RFC 9111, the RSS
 * specification, and what operators of feeds write of their readers).
 */
export function planNextPoll(before: Polling, outcome: PollOutcome, rules: PollRules): PollPlan {
  switch (outcome.kind) {
    case 'read':
    case 'unchanged':
      return afterSuccess(before, outcome, rules);
    case 'gone':
      return {
        polling: {
          ...before,
          failures: before.failures + 1,
          problem: { code: 'NOT_FOUND', fact: outcome.fact, since: before.problem?.since ?? rules.now },
          isGone: true,
        },
        moveTo: null,
      };
    case 'failed':
      return { polling: afterFailure(before, outcome, rules), moveTo: null };
    default:
      return outcome satisfies never;
  }
}

/** Whether its channels are to be told that it fails. */
export function isSick({ failures, problem, isGone }: Polling, now: Date): boolean {
  if (problem === null) return false;
  return isGone || failures >= SICK_AFTER || now.getTime() - problem.since.getTime() >= SICK_AFTER_MS;
}

function afterSuccess(
  before: Polling,
  outcome: Extract<PollOutcome, { kind: 'read' | 'unchanged' }>,
  { now, url, fixedMs }: PollRules,
): PollPlan {
  // A 304 may bring new validators, and leaves those in force that it does not name (RFC 9111, section 4.3.4).
  const isWhole = outcome.kind === 'read';
  const etag = isWhole ? outcome.etag : (outcome.etag ?? before.etag);
  const lastModified = isWhole ? outcome.lastModified : (outcome.lastModified ?? before.lastModified);
  const { manners, weekly } = isWhole ? outcome : before;
  const asked = Math.max(outcome.freshForMs ?? 0, manners.everyMs);
  const isMarked = etag !== null || lastModified !== null;
  const leastMs = isMarked || asked >= LEAST_MS ? LEAST_MS : LEAST_UNMARKED_MS;
  const pauseMs = Math.min(Math.max(leastMs, asked), MOST_MS);
  const usualMs = Math.min(Math.max(pauseMs, weekly === null ? USUAL_MS : WEEK_MS / Math.max(weekly, 1)), MOST_MS);
  const jitterMs = usualMs * JITTER * shareOf(url);
  const times =
    fixedMs === null
      ? timesAfter(now, pauseMs, usualMs + jitterMs, manners)
      : { mayPollAt: now, nextPollAt: later(now, fixedMs) };
  const { permanentUrl } = outcome;
  const isAgreed = permanentUrl !== null && permanentUrl === before.movedTo;
  return {
    polling: {
      ...{ etag, lastModified, manners, weekly, readAt: now, failures: 0, problem: null, isGone: false },
      movedTo: isAgreed ? null : permanentUrl,
      ...times,
    },
    moveTo: isAgreed ? permanentUrl : null,
  };
}

function timesAfter(now: Date, pauseMs: number, nextMs: number, manners: FeedManners) {
  return { mayPollAt: later(now, pauseMs), nextPollAt: notSkipped(later(now, nextMs), manners) };
}

function afterFailure(
  before: Polling,
  { code, fact, retryAfterMs }: Extract<PollOutcome, { kind: 'failed' }>,
  { now, url, fixedMs }: PollRules,
): Polling {
  const failures = before.failures + 1;
  const askedMs = Math.min(retryAfterMs ?? 0, LONGEST_RETRY_MS);
  const backOffMs = Math.min(LEAST_MS * 2 ** Math.min(failures - 1, 10), MOST_MS);
  const waitMs = fixedMs ?? backOffMs * (1 + JITTER * shareOf(url));
  return {
    ...before,
    failures,
    problem: { code, fact, since: before.problem?.since ?? now },
    mayPollAt: later(now, Math.max(askedMs, fixedMs === null ? LEAST_MS : 0)),
    nextPollAt: later(now, Math.max(askedMs, waitMs)),
  };
}

function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + Math.ceil(ms));
}
