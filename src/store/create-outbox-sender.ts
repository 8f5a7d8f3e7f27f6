import type { ChatPlatform } from '#core/chat.ts';
import type { Clock } from '#core/clock.ts';
import type { Observer } from '#core/observer.ts';
import type { Wording } from '#core/wording.ts';
import { type ClaimedPost, claimPosts } from './claim-posts.ts';
import { createAlarm } from './create-alarm.ts';
import type { KeyRing } from './key-ring.ts';
import { nextDue } from './next-due.ts';
import type { OpenDatabase } from './open-database.ts';
import { recordOutcome } from './record-outcome.ts';
import { sendPost } from './send-post.ts';

export type OutboxParts = {
  readonly open: Pick<OpenDatabase, 'db' | 'kind'>;
  readonly clock: Clock;
  readonly platforms: readonly ChatPlatform[];
  readonly observe: Observer;
  readonly ring: KeyRing;
  /** What is told in the place of a post that cannot be shown. */
  readonly undelivered: Wording['undelivered'];
};

/** Makes the platforms show what the posts want, at their pace, until it is stopped. */
export type OutboxSender = {
  readonly start: () => Promise<void>;
  /** Something was planned or revised in this process: do not wait for the next look. */
  readonly wake: () => void;
  /** No new attempts; those under way end. */
  readonly stop: () => Promise<void>;
};

/** Slack and Discord answer within seconds or not at all. */
const SEND_WITHIN_MS = 15_000;
/** Longer than an attempt can last, so that nobody takes over a post that is still being sent. */
const LEASE_MS = SEND_WITHIN_MS + 10_000;
/** So many attempts at once, for each platform. */
const MOST_AT_ONCE = 50;
/** A platform that answers slowly to a morning's digests still has these for what people wait for. */
const KEPT_FREE = 10;
/** While something waits for its turn: often enough for any pace, and not a transaction for every post. */
const LOOK_SOON_MS = 15;
/** While what is due is under way, or waits for its pace. */
const LOOK_AGAIN_MS = 25;
/** Otherwise: what another process planned, or a wait that ended. */
const LOOK_MS = 2_000;
const LOOK_AT_SERVER_MS = 500;

export function createOutboxSender(parts: OutboxParts): OutboxSender {
  const { open, platforms, observe } = parts;
  /** Platforms where the last round found nothing: the next look asks first when there will be something. */
  const atRest = new Set<string>();
  const underWay = new Map<string, Set<Promise<void>>>(platforms.map(({ name }) => [name, new Set()]));
  const restMs = open.kind === 'server' ? LOOK_AT_SERVER_MS : LOOK_MS;
  const alarm = createAlarm();
  let isStopped = false;
  let loop: Promise<void> = Promise.resolve();

  /** One look at one platform, and how long it may be until the next. */
  async function look(platform: ChatPlatform): Promise<number> {
    const sends = underWay.get(platform.name) ?? new Set();
    const most = MOST_AT_ONCE - sends.size;
    if (most <= 0) return LOOK_AGAIN_MS;
    const now = parts.clock.now();
    if (atRest.has(platform.name)) {
      const due = await nextDue(open.db, platform.name, platform.editsPrivate);
      const untilDue = due === null ? restMs : due.getTime() - now.getTime();
      if (untilDue > 0) return untilDue;
    }
    const room = most > KEPT_FREE ? { most: most - KEPT_FREE } : { most, onlyWaitedFor: true };
    const options = { now, leaseMs: LEASE_MS, ...room, editsPrivate: platform.editsPrivate, ring: parts.ring };
    const { claimed, waitMs } = await claimPosts(open.db, platform.name, platform.pace, options);
    for (const one of claimed) {
      const sent: Promise<void> = attempt(one, platform).finally(() => {
        sends.delete(sent);
        sender.wake();
      });
      sends.add(sent);
    }
    if (waitMs === null) atRest.add(platform.name);
    else atRest.delete(platform.name);
    return claimed.length > 0 ? LOOK_SOON_MS : Math.max(LOOK_AGAIN_MS, waitMs ?? 0);
  }

  async function attempt(claimed: ClaimedPost, platform: ChatPlatform): Promise<void> {
    try {
      const outcome = await sendPost(claimed, platform, AbortSignal.timeout(SEND_WITHIN_MS));
      await recordOutcome(claimed, outcome, { ...parts, db: open.db, pace: platform.pace });
    } catch (cause) {
      observe({ kind: 'trouble', what: 'the outcome of a delivery could not be written down', cause });
    }
  }

  async function run(): Promise<void> {
    while (!isStopped) {
      const waitMs = await lookAtAll();
      if (isStopped) break;
      // Many wake it at once: what they planned is taken together a moment later.
      await new Promise((done) => setTimeout(done, LOOK_SOON_MS));
      if (waitMs > LOOK_SOON_MS) await alarm.sleep(waitMs);
    }
  }

  async function lookAtAll(): Promise<number> {
    try {
      return Math.min(restMs, ...(await Promise.all(platforms.map(look))));
    } catch (cause) {
      observe({ kind: 'trouble', what: 'the outbox could not be read', cause });
      return restMs;
    }
  }

  const sender: OutboxSender = {
    async start() {
      // The folder's lock proves that nobody else sends: what is under way there is a dead process's.
      if (open.kind === 'folder')
        await open.db
          .updateTable('post')
          .set({ claim: null, lease_until: null })
          .where('claim', 'is not', null)
          .execute();
      loop = run();
    },
    wake: alarm.ring,
    async stop() {
      isStopped = true;
      alarm.ring();
      await loop;
      await Promise.all([...underWay.values()].flatMap((sends) => [...sends]));
    },
  };
  return sender;
}
