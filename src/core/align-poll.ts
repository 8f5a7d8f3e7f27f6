import type { FeedManners } from './following.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_HOURS = 7 * 24;

/** What stands for when a feed is polled next. */
type PollTimes = {
  readonly planned: Date;
  /** Politeness forbids an earlier poll. */
  readonly may: Date;
  /** When a digest wants it polled; null: none does. */
  readonly wanted: Date | null;
  readonly readAt: Date | null;
  readonly failures: number;
  readonly manners: FeedManners;
};

/**
 * The next poll, moved to where a digest wants it: earlier, if politeness allows; later, if a poll at the planned time would forbid
 * one at the wanted. Never in an hour or on a day that the feed asks to skip.
 */
export function alignPoll(times: PollTimes, now: Date): Date {
  const { planned, may, wanted, manners } = times;
  const soonest = notSkipped(laterOf(may, now), manners);
  const usual = notSkipped(laterOf(planned, may), manners);
  if (wanted === null || wanted <= now) return usual;
  const best = notSkipped(laterOf(wanted, soonest), manners);
  const isInTheWay = usual < wanted && usual.getTime() > wanted.getTime() - pauseOf(times);
  return isInTheWay || usual > best ? best : usual;
}

function laterOf(a: Date, b: Date): Date {
  return new Date(Math.max(a.getTime(), b.getTime()));
}

/** After a poll the feed is left alone for as long as it was after the last: an hour for most, a day for some. */
function pauseOf({ may, readAt, failures }: PollTimes): number {
  if (readAt === null || failures > 0) return 0;
  return Math.min(Math.max(may.getTime() - readAt.getTime(), 0), DAY_MS);
}

/** The first time from `at` on that the feed does not ask to skip; `at` itself where it asks to skip everything. Hours are GMT. */
export function notSkipped(at: Date, { skipHours, skipDays }: FeedManners): Date {
  if (skipHours.length === 0 && skipDays.length === 0) return at;
  let time = at;
  for (let tries = 0; tries <= WEEK_HOURS; tries++) {
    const day = time.getUTCDay() === 0 ? 7 : time.getUTCDay();
    if (!skipHours.includes(time.getUTCHours()) && !skipDays.includes(day)) return time;
    time = new Date((Math.floor(time.getTime() / HOUR_MS) + 1) * HOUR_MS);
  }
  return at;
}
