import { type Fields, textAt } from './fields.ts';

/** Calls a minute in a workspace, by Slack's tiers. */
const TIER_3 = 50;
const TIER_4 = 100;
const MINUTE_MS = 60_000;
const SECOND_MS = 1000;
/** A post a second a channel; what comes this much early is the clock's fault. */
const FORGIVEN_MS = 20;

/** Asked often by every client at its start; Slack lets hundreds a minute pass. */
const FREE = new Set(['auth.test', 'apps.connections.open']);

export type RateLimits = ReturnType<typeof createRateLimits>;

/** Counts calls and says which come too soon. `perMinute` sets other tiers by method, `minuteMs` how long such a minute is. */
export function createRateLimits(
  isOn: boolean,
  perMinute: Readonly<Record<string, number>> = {},
  minuteMs: number = MINUTE_MS,
) {
  const calls = new Map<string, number[]>();
  const lastPost = new Map<string, number>();

  const forChannel = (channel: string, now: number): number => {
    const last = lastPost.get(channel);
    if (last !== undefined && now - last < SECOND_MS - FORGIVEN_MS) return 1;
    lastPost.set(channel, now);
    return 0;
  };

  const forTier = (key: string, most: number, now: number): number => {
    const recent = (calls.get(key) ?? []).filter((at) => now - at < minuteMs);
    calls.set(key, recent);
    const first = recent[0];
    if (recent.length >= most) return Math.max(1, Math.ceil(((first ?? now) + minuteMs - now) / SECOND_MS));
    recent.push(now);
    return 0;
  };

  return {
    /** Seconds to wait, or 0 if the call may pass. A refused call does not count. */
    wait(method: string, team: string, args: Fields, now = performance.now()): number {
      if (!isOn || FREE.has(method)) return 0;
      if (method === 'chat.postMessage') return forChannel(`${team} ${textAt(args, 'channel') ?? ''}`, now);
      const most = perMinute[method] ?? (method === 'chat.update' ? TIER_3 : TIER_4);
      return forTier(`${team} ${method}`, most, now);
    },
  };
}
