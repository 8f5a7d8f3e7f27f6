import type { FeedManners } from '#core/following.ts';
import { decodeFeed } from './decode-feed.ts';

/** What a feed says of itself stands before its entries. */
const HEAD_BYTES = 65_536;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const LONGEST_MS = 30 * 24 * HOUR_MS;
const LAST_HOUR = 23;

const PERIODS: Readonly<Record<string, number>> = {
  hourly: HOUR_MS,
  daily: 24 * HOUR_MS,
  weekly: 7 * 24 * HOUR_MS,
  monthly: LONGEST_MS,
  yearly: LONGEST_MS,
};
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/**
 * When a feed says that it wants to be read: `ttl` in minutes, `skipHours` and `skipDays` of RSS 2.0, `sy:updatePeriod` and
 * `sy:updateFrequency` (web.resource.org/rss/1.0/modules/syndication). A feed that asks to skip every hour or day says nothing.
 */
export function readManners(bytes: Uint8Array, contentType: string | null): FeedManners {
  const whole = decodeFeed(bytes.subarray(0, HEAD_BYTES), contentType);
  // An entry may hold words of the same names.
  const [head = ''] = whole.split(/<(?:item|entry)[\s>]/i, 1);
  const ttl = Number(textIn(head, 'ttl') ?? 0) * MINUTE_MS;
  const period = PERIODS[textIn(head, 'updatePeriod')?.toLowerCase() ?? ''] ?? 0;
  const frequency = Number(textIn(head, 'updateFrequency') ?? 1);
  const everyMs = Math.max(isSound(ttl) ? ttl : 0, frequency >= 1 ? period / frequency : 0);
  const hours = listOf(head, 'skipHours', 'hour')
    .filter((hour) => /^\d{1,2}$/.test(hour))
    .map(Number)
    // Some count from 1 to 24.
    .map((hour) => (hour === LAST_HOUR + 1 ? 0 : hour))
    .filter((hour) => hour <= LAST_HOUR);
  const days = listOf(head, 'skipDays', 'day').flatMap((day) => {
    const at = DAYS.indexOf(day.toLowerCase());
    return at < 0 ? [] : [at + 1];
  });
  const skipHours = [...new Set(hours)];
  const skipDays = [...new Set(days)];
  return {
    everyMs: Math.min(everyMs, LONGEST_MS),
    skipHours: skipHours.length > LAST_HOUR ? [] : skipHours,
    skipDays: skipDays.length >= DAYS.length ? [] : skipDays,
  };
}

function isSound(ms: number): boolean {
  return Number.isFinite(ms) && ms > 0;
}

function textIn(head: string, name: string): string | null {
  return (
    new RegExp(`<(?:\\w{1,20}:)?${name}(?:\\s[^<>]{0,200})?>\\s{0,20}([^<>\\s]{1,20})\\s{0,20}<`, 'i').exec(
      head,
    )?.[1] ?? null
  );
}

function listOf(head: string, list: string, name: string): string[] {
  const start = head.search(new RegExp(`<${list}[\\s>]`, 'i'));
  if (start < 0) return [];
  const inner = head.slice(start, start + 4_000).split(new RegExp(`</${list}`, 'i'), 1)[0] ?? '';
  return [...inner.matchAll(new RegExp(`<${name}>\\s{0,20}([^<>\\s]{1,20})`, 'gi'))].map(([, value = '']) => value);
}
