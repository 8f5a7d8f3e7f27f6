import { sql } from 'kysely';
import type { Pace, Post } from '#core/chat.ts';
import { replyRow } from './create-post-shelf.ts';
import type { KeyRing } from './key-ring.ts';
import { parseCard } from './parse-card.ts';
import { randomWord } from './random-word.ts';
import type { Database } from './schema.ts';
import { unseal } from './seal.ts';

/** A post in this sender's hands until its lease ends. */
export type ClaimedPost = {
  readonly post: Post;
  readonly key: string;
  readonly asker: string | null;
  /** How the last attempt failed, or null. */
  readonly failure: string | null;
  readonly revision: number;
  /** The platform's id where the post is there already: then it is edited. */
  readonly message: string | null;
  /** An earlier attempt may have arrived. */
  readonly isInDoubt: boolean;
  readonly attempts: number;
  readonly firstAttemptAt: Date;
  readonly plannedAt: Date;
  /** Names this round: whoever lost the claim changes nothing any more. */
  readonly claim: string;
};

/** What one look brought, and in how many ms the platform's pace lets more through; null where nothing more was due. */
export type Round = { readonly claimed: readonly ClaimedPost[]; readonly waitMs: number | null };

/**
 * How much of a platform's pace is used: what is let through within a slice of time may reach the platform bunched, and must not
 * exceed its limit in any second even so (0.92 of the rate, and a slice of 85 ms more, are less than the whole).
 */
const SHARE = 0.92;
const SLICE_MS = 85;
/** A post that failed so often no longer holds up the ones behind it in its channel. */
const HOLDS_UP_FOR = 3;

/** Stands in no id of a platform's. */
export const PARTING = '\u001f';

/** The lane of a whole workspace. */
export function workspaceLane(place: { platform: string; workspace: string }): string {
  return [place.platform, place.workspace].join(PARTING);
}

/** The lane of a channel's new posts in the table `pace`. */
export function channelLane(place: { platform: string; workspace: string; channel: string }): string {
  return [place.platform, place.workspace, place.channel].join(PARTING);
}

/**
 * Takes the posts of one platform that are due and that its pace lets through: first those that somebody waits for, new ones in the
 * order of their channel, one at a time, then edits; and after them what is quiet, in the same way. One short transaction; rounds of several processes take turns at the platform's lane.
 */
export function claimPosts(
  db: Database,
  platform: string,
  pace: Pace,
  options: {
    readonly now: Date;
    readonly leaseMs: number;
    readonly most: number;
    readonly editsPrivate: boolean;
    /** Nothing quiet: what room there is is kept for those who wait. */
    readonly onlyWaitedFor?: boolean;
    readonly ring: KeyRing;
  },
): Promise<Round> {
  const { now, leaseMs, most, editsPrivate, onlyWaitedFor = false } = options;
  return db.transaction().execute(async (trx) => {
    await trx
      .insertInto('pace')
      .values({ lane: platform, next_at: new Date(0) })
      .onConflict((conflict) => conflict.column('lane').doNothing())
      .execute();
    const lane = await trx
      .selectFrom('pace')
      .select('next_at')
      .where('lane', '=', platform)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const everyMs = 1_000 / (pace.perSecond * SHARE);
    // What was not used is kept for one slice, and no longer; on a slow platform a slice holds one request.
    const sliceMs = Math.max(SLICE_MS, Math.ceil(everyMs));
    const from = Math.max(lane.next_at.getTime(), now.getTime() - sliceMs);
    const limit = Math.min(most, Math.floor((now.getTime() - from) / everyMs));
    if (limit <= 0) return { claimed: [], waitMs: Math.ceil(from + everyMs - now.getTime()) };
    const { rows } = await sql<DueRow>`
      select post.id, post.workspace, post.channel, post.thread, post.audience, post.reply_to, post.card, post.revision,
             post.message, post.in_doubt, post.attempts, post.first_attempt_at, post.planned_at, post.key, post.topic,
             post.is_final, post.asker, post.failure,
             (select coalesce(root.thread, root.message) from post root where root.id = post.under) as root_thread
      from post
      left join pace on pace.lane = concat_ws(${PARTING}::text, post.platform, post.workspace, post.channel)
      where post.platform = ${platform} and post.shown < post.revision and post.state in ('planned', 'sent')
        and post.due_at <= ${now} and (post.lease_until is null or post.lease_until <= ${now})
        and not exists (
          select 1 from pace held
          where held.lane = concat_ws(${PARTING}::text, post.platform, post.workspace) and held.next_at > ${now})
        and not (${onlyWaitedFor} and post.is_quiet)
        and ${isReady('post', editsPrivate)}
        and (post.state = 'sent' or (
          (pace.next_at is null or pace.next_at <= ${now})
          and not exists (
            select 1 from post before
            where before.platform = post.platform and before.workspace = post.workspace and before.channel = post.channel
              and before.state = 'planned' and before.attempts < ${HOLDS_UP_FOR} and before.id <> post.id
              and ((before.is_quiet, before.seq) < (post.is_quiet, post.seq) or before.lease_until > ${now})
              and ${isReady('before', editsPrivate)})))
      order by post.is_quiet, (post.state = 'sent'), post.seq
      limit ${limit} for update of post skip locked
    `.execute(trx);
    if (rows.length === 0) return { claimed: [], waitMs: null };
    await trx
      .updateTable('pace')
      .set({ next_at: new Date(from + rows.length * everyMs) })
      .where('lane', '=', platform)
      .execute();
    const claim = randomWord();
    await trx
      .updateTable('post')
      .set({
        claim,
        lease_until: new Date(now.getTime() + leaseMs),
        attempts: sql<number>`attempts + 1`,
        first_attempt_at: sql<Date>`coalesce(first_attempt_at, ${now})`,
        in_doubt: sql<boolean>`message is null`,
      })
      .where(
        'id',
        'in',
        rows.map(({ id }) => id),
      )
      .execute();
    const claimed = rows.map((row) => ({
      post: {
        id: row.id,
        place: { platform, workspace: row.workspace, channel: row.channel, thread: threadOf(row) },
        ...{ audience: row.audience, replyTo: replyOf(row, options.ring), card: parseCard(row.card) },
        ...{ topic: row.topic, isFinal: row.is_final },
      },
      ...{ key: row.key, asker: row.asker, failure: row.failure },
      revision: row.revision,
      message: row.message,
      isInDoubt: row.in_doubt,
      attempts: row.attempts + 1,
      firstAttemptAt: row.first_attempt_at ?? now,
      plannedAt: row.planned_at,
      claim,
    }));
    return { claimed, waitMs: Math.ceil(everyMs) };
  });
}

type DueRow = {
  readonly id: string;
  readonly workspace: string;
  readonly channel: string;
  readonly thread: string | null;
  readonly audience: string | null;
  readonly reply_to: string | null;
  readonly card: unknown;
  readonly revision: number;
  readonly message: string | null;
  readonly in_doubt: boolean;
  readonly attempts: number;
  readonly first_attempt_at: Date | null;
  readonly planned_at: Date;
  readonly key: string;
  readonly topic: string | null;
  readonly is_final: boolean;
  readonly asker: string | null;
  readonly failure: string | null;
  readonly root_thread: string | null;
};

/**
 * Whether a post may be sent at all yet: what follows another post waits until that one is there, and what one person alone sees
 * waits to be final where it cannot be changed later, as does what nobody waits for.
 */
export function isReady(post: 'post' | 'before', editsPrivate: boolean) {
  const of = (column: string) => sql.ref(`${post}.${column}`);
  return sql<boolean>`(
    (((${editsPrivate} or ${of('audience')} is null) and not ${of('is_quiet')}) or ${of('is_final')})
    and (${of('under')} is null or exists (select 1 from post root where root.id = ${of('under')} and root.message is not null))
  )`;
}

/** What follows a post for all goes into its thread. */
function threadOf(row: DueRow): string | null {
  return row.audience === null ? (row.thread ?? row.root_thread) : row.thread;
}

/** A seal that does not open (its key is gone) leaves a post without the platform's handle, and the platform with other ways. */
function replyOf(row: DueRow, ring: KeyRing): string | null {
  if (row.reply_to === null) return null;
  try {
    return unseal(row.reply_to, replyRow(row.id), ring).plain;
  } catch {
    return null;
  }
}

/** Lets nothing more through on a lane before a time; never shortens a longer wait. */
export async function holdLane(session: Pick<Database, 'insertInto'>, lane: string, until: Date): Promise<void> {
  await session
    .insertInto('pace')
    .values({ lane, next_at: until })
    .onConflict((conflict) =>
      conflict.column('lane').doUpdateSet({ next_at: sql<Date>`greatest(pace.next_at, excluded.next_at)` }),
    )
    .execute();
}
