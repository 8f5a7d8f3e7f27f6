import { type RawBuilder, sql } from 'kysely';
import type { Pace } from '#core/chat.ts';
import type { Clock } from '#core/clock.ts';
import type { Observer } from '#core/observer.ts';
import { Problem } from '#core/problem.ts';
import type { Wording } from '#core/wording.ts';
import { type ClaimedPost, channelLane, holdLane, workspaceLane } from './claim-posts.ts';
import { createPostShelf } from './create-post-shelf.ts';
import type { KeyRing } from './key-ring.ts';
import type { OutboxTables } from './outbox-tables.ts';
import type { Database, Session } from './schema.ts';
import type { Outcome } from './send-post.ts';
import { toJsonb } from './to-jsonb.ts';

type OutcomeParts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly observe: Observer;
  readonly ring: KeyRing;
  readonly undelivered: Wording['undelivered'];
};

type Change = {
  readonly card?: string;
  readonly revision?: RawBuilder<number>;
  readonly is_final?: boolean;
  readonly thread?: string | null;
  readonly message?: string;
  readonly failure?: string | null;
  readonly reply_to?: null | RawBuilder<string | null>;
  readonly state?: OutboxTables['post']['state']['__update__'];
  readonly shown?: number;
  readonly in_doubt?: boolean;
  readonly attempts?: number;
  readonly due_at?: Date;
  readonly sent_at?: Date;
};

/** A platform that is down for a day is not coming back for this post. */
const GIVE_UP_AFTER_MS = 24 * 3_600_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 300_000;

/** Writes down how an attempt ended, if the claim still holds, and says so to the observer. */
export async function recordOutcome(claimed: ClaimedPost, outcome: Outcome, parts: OutcomeParts): Promise<void> {
  const { db, clock, pace, observe } = parts;
  const now = clock.now();
  const { place } = claimed.post;
  const change = changeFor(claimed, outcome, now, parts);
  // From when it has arrived, for only then does the platform begin to count; and before the next one in the channel may go.
  if (outcome.kind === 'shown' && outcome.how === 'post' && pace.postEveryMs > 0)
    await holdLane(db, channelLane(place), new Date(now.getTime() + pace.postEveryMs));
  const isOurs = await db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('post')
      .set({ ...change, claim: null, lease_until: null })
      .where('id', '=', claimed.post.id)
      .where('claim', '=', claimed.claim)
      .executeTakeFirst();
    // Somebody else has taken the post over and will find what was sent.
    if (numUpdatedRows === 0n) return false;
    if (change.state === 'refused' || change.state === 'unclear') await endOf(claimed, codeOf(outcome), trx, parts);
    return true;
  });
  if (!isOurs) return;
  if (outcome.kind === 'held') {
    const until = new Date(now.getTime() + outcome.waitMs);
    await holdLane(db, channelLane(place), until);
    await holdLane(db, pace.holds === 'platform' ? place.platform : workspaceLane(place), until);
  }
  if (outcome.kind === 'shown') observe({ kind: 'delivered', platform: place.platform, how: outcome.how });
  else
    observe({
      kind: 'undelivered',
      platform: place.platform,
      code: codeOf(outcome),
      id: claimed.post.id,
      willRetry: change.state === undefined,
    });
}

/** What follows a post that never comes does not come either; and whoever asked where the bot may not post is told so. */
async function endOf(claimed: ClaimedPost, code: string, trx: Session, parts: OutcomeParts): Promise<void> {
  const { post, asker, key } = claimed;
  await trx
    .updateTable('post')
    .set({ state: 'refused', failure: code, reply_to: null })
    .where('under', '=', post.id)
    .where('state', '=', 'planned')
    .execute();
  if (code !== 'MAY_NOT_POST' || asker === null || post.audience !== null) return;
  await createPostShelf(trx, parts.clock, parts.ring).plan({
    ...{ key: `${key}/told`, place: post.place, audience: asker, replyTo: post.replyTo, isFinal: true },
    card: parts.undelivered('MAY_NOT_POST'),
  });
}

function changeFor(claimed: ClaimedPost, outcome: Outcome, now: Date, { pace, undelivered }: OutcomeParts): Change {
  const after = (ms: number) => new Date(now.getTime() + ms);
  switch (outcome.kind) {
    case 'shown':
      return {
        state: 'sent',
        message: outcome.message,
        // Which card an earlier attempt showed is not known: it is shown once more, by an edit.
        shown: outcome.how === 'found' ? 0 : claimed.revision,
        in_doubt: false,
        attempts: 0,
        due_at: after(pace.editEveryMs),
        failure: null,
        // A platform's token for answering is of no more use, and a secret. What was found is still to be edited with it.
        ...(outcome.how === 'found'
          ? {}
          : { reply_to: sql<null>`case when is_final and revision = ${claimed.revision} then null else reply_to end` }),
        ...(claimed.message === null ? { sent_at: now, thread: claimed.post.place.thread } : {}),
      };
    case 'held':
      // Being too fast is no failure of the post: it keeps its place before the ones behind it.
      return { in_doubt: claimed.isInDoubt, attempts: claimed.attempts - 1, due_at: after(outcome.waitMs) };
    case 'doubtful': {
      if (now.getTime() - claimed.plannedAt.getTime() > GIVE_UP_AFTER_MS)
        return { state: claimed.message === null ? 'unclear' : 'refused', failure: codeOf(outcome), reply_to: null };
      const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(claimed.attempts - 1, 10));
      return { in_doubt: claimed.message === null, due_at: after(wait), failure: codeOf(outcome) };
    }
    case 'unclear':
      return { state: 'unclear', failure: 'UNCLEAR', reply_to: null };
    case 'refused':
      // What the platform does not take as it is, is told in words that it takes; once.
      if (outcome.code === 'POST_REFUSED' && claimed.failure !== 'POST_REFUSED')
        return {
          ...{ card: toJsonb(undelivered('POST_REFUSED')), revision: sql<number>`revision + 1`, is_final: true },
          ...{ in_doubt: false, due_at: now, failure: 'POST_REFUSED' },
        };
      return { state: 'refused', in_doubt: false, failure: outcome.code, reply_to: null };
    default:
      return outcome satisfies never;
  }
}

function codeOf(outcome: Outcome) {
  if (outcome.kind === 'refused') return outcome.code;
  if (outcome.kind === 'held') return 'RATE_LIMITED';
  return outcome.kind === 'doubtful' && outcome.cause instanceof Problem ? outcome.cause.code : 'UNEXPECTED';
}
