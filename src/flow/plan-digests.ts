import type { Clock } from '#core/clock.ts';
import type { Memory, Shelves } from '#core/memory.ts';
import type { Observer } from '#core/observer.ts';
import type { Schedule } from '#core/schedule.ts';
import type { KeptSchedule } from '#core/schedules.ts';
import type { Wording } from '#core/wording.ts';

export type PlanDigestsParts = {
  readonly memory: Memory;
  readonly clock: Clock;
  readonly wording: Pick<Wording, 'progress' | 'missed'>;
  readonly nextRun: (schedule: Schedule, after: Date) => Date;
  readonly observe: Observer;
  /** Tells the queue and the outbox that there is something new. Called after the commit. */
  readonly wake: () => void;
};

/** So many in one transaction: the embedded database has one connection, which nobody may hold for long. */
const AT_A_TIME = 50;
/** What is later than this is no morning page any more: it is said that it was missed. */
const LATEST_MS = 6 * 3_600_000;
/** Feeds are read so long before a digest needs them. */
const READ_BEFORE_MS = 15 * 60_000;
/** Whoever asks for a digest by a schedule; no platform has a person of this name. */
export const NOBODY = { id: 'schedule', name: null, mayManage: false };

/**
 * Plans every digest that is due: its post, its job and the schedule's next run in one transaction, so that each local date has
 * one digest, whoever dies when, and however many processes look. Of runs that were missed while nothing ran, the last is made
 * late up to six hours; after that the channel is told. @returns how many were planned.
 */
export async function planDigests(parts: PlanDigestsParts): Promise<number> {
  const first = await parts.memory.look(({ schedules }) => schedules.nextDue());
  if (first === null || first.getTime() > parts.clock.now().getTime()) return 0;
  let count = 0;
  for (;;) {
    const planned = await parts.memory.transact(async (shelves) => {
      const now = parts.clock.now();
      const due = await shelves.schedules.claimDue(now, AT_A_TIME);
      for (const one of due) await planOne(one, now, shelves, parts);
      return due.length;
    });
    if (planned > 0) parts.wake();
    count += planned;
    if (planned < AT_A_TIME) return count;
  }
}

async function planOne(kept: KeptSchedule, now: Date, shelves: Shelves, parts: PlanDigestsParts): Promise<void> {
  const { slot, next } = lastRun(kept, now, parts.nextRun);
  await shelves.schedules.moveOn(kept.id, next);
  const place = { ...kept.channel, thread: null };
  // Two schedules of one channel that meet are one digest.
  const key = `digest/${kept.channel.channel}/${slot.toISOString()}`;
  const asked = { key, place, audience: null, replyTo: null };
  if (now.getTime() - slot.getTime() > LATEST_MS) {
    await shelves.posts.plan({
      ...asked,
      card: parts.wording.missed(kept.schedule, slot, next),
      isFinal: true,
      isQuiet: true,
    });
    return;
  }
  const post = await shelves.posts.plan({ ...asked, card: parts.wording.progress('waiting'), isQuiet: true });
  if (!post.isNew) return;
  // One after another, so that each begins where the last one ended.
  const lane = `digest/${place.workspace}/${place.channel}`;
  const job = { id: key, lane, post: post.id, place, person: NOBODY, audience: null, queue: 'digests' } as const;
  await shelves.jobs.send({ ...job, command: 'digest', verb: 'now', args: { slot: slot.toISOString() } });
  parts.observe({ kind: 'asked', platform: place.platform, command: 'digest', id: key });
}

/** The last run that is due by now, and the first that is not. */
function lastRun({ schedule, nextAt }: KeptSchedule, now: Date, nextRun: PlanDigestsParts['nextRun']) {
  let slot = nextAt;
  let next = nextRun(schedule, slot);
  while (next.getTime() <= now.getTime()) {
    slot = next;
    next = nextRun(schedule, slot);
  }
  return { slot, next };
}

/** Asks for the feeds of digests that are due soon, so that these hold what there is by then. */
export async function readAhead({ memory, clock }: Pick<PlanDigestsParts, 'memory' | 'clock'>): Promise<void> {
  const now = clock.now();
  const soon = await memory.look(({ schedules }) => schedules.dueWithin(now, new Date(now.getTime() + READ_BEFORE_MS)));
  for (let at = 0; at < soon.length; at += AT_A_TIME)
    await memory.transact(async ({ feeds }) => {
      for (const { channel, nextAt } of soon.slice(at, at + AT_A_TIME)) await feeds.pollBefore(channel, nextAt);
    });
}
