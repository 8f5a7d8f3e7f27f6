import { createHash } from 'node:crypto';
import { DiscordError } from './discord-error.ts';

const REQUESTS_A_SECOND = 50;
/**
 * Discord's own bucket is 5 messages in 5 s; byline promises to pace itself at one a second in a channel, so that is what
 * we hold it to. The forgiveness is for clocks of timers.
 */
const MESSAGE_EVERY_MS = 1000;
const FORGIVENESS_MS = 20;

export type RateLimits = {
  /** @throws DiscordError 429, global */
  readonly countRequest: () => void;
  /** @throws DiscordError 429 when a new message in this channel comes too soon */
  readonly mayPost: (channel: string) => void;
  readonly posted: (channel: string) => void;
  readonly tooFast: () => number;
};

export function createRateLimits(isOn: boolean): RateLimits {
  let recent: number[] = [];
  let refused = 0;
  const lastPost = new Map<string, number>();

  return {
    countRequest() {
      const now = performance.now();
      recent = recent.filter((at) => at > now - 1000);
      if (isOn && recent.length >= REQUESTS_A_SECOND) {
        refused += 1;
        throw rateLimited((1000 - (now - (recent[0] ?? now))) / 1000, { isGlobal: true, bucket: 'global' });
      }
      recent.push(now);
    },
    mayPost(channel) {
      const since = performance.now() - (lastPost.get(channel) ?? Number.NEGATIVE_INFINITY);
      if (!isOn || since >= MESSAGE_EVERY_MS - FORGIVENESS_MS) return;
      refused += 1;
      throw rateLimited((MESSAGE_EVERY_MS - since) / 1000, { isGlobal: false, bucket: `messages ${channel}` });
    },
    posted(channel) {
      lastPost.set(channel, performance.now());
    },
    tooFast: () => refused,
  };
}

export function rateLimited(
  seconds: number,
  { isGlobal, bucket }: { readonly isGlobal: boolean; readonly bucket: string },
): DiscordError {
  const wait = Math.ceil(seconds * 1000) / 1000;
  const scope = isGlobal
    ? { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' }
    : bucketHeaders(bucket, 0, wait);
  return new DiscordError(
    429,
    { message: 'You are being rate limited.', retry_after: wait, global: isGlobal, code: 0 },
    { 'retry-after': String(wait), ...scope },
  );
}

/** What a good answer says: there is room left, so discord.js's own queue never waits. */
export function roomyHeaders(bucket: string): Readonly<Record<string, string>> {
  return bucketHeaders(bucket, 4, 1);
}

function bucketHeaders(bucket: string, remaining: number, seconds: number): Readonly<Record<string, string>> {
  return {
    'x-ratelimit-bucket': createHash('md5').update(bucket).digest('hex'),
    'x-ratelimit-limit': '5',
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(Date.now() / 1000 + seconds),
    'x-ratelimit-reset-after': String(seconds),
    ...(remaining === 0 ? { 'x-ratelimit-scope': 'user' } : {}),
  };
}
