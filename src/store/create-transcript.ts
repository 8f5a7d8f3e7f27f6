import { type Selectable, sql } from 'kysely';
import type { Clock } from '#core/clock.ts';
import { Problem } from '#core/problem.ts';
import type { Transcript, TranscriptEntry } from '#core/transcript.ts';
import type { MemoryTables } from './memory-tables.ts';
import type { OpenDatabase } from './open-database.ts';
import { parseCard } from './parse-card.ts';
import { storable, toJsonb } from './to-jsonb.ts';

/** Between two looks for what other processes on the same server changed. */
const LOOK_MS = 1_000;
/** So many changes may be written at once, each by a connection: a later one may be there to see before an earlier one is. */
const AT_ONCE = 100;

const nextRevision = sql`nextval('entry_revision')`;

/** The console's messages, kept in the database. */
export function createTranscript(open: Pick<OpenDatabase, 'db' | 'kind'>, clock: Clock): Transcript {
  const { db } = open;
  const listeners = new Set<(entry: TranscriptEntry) => void>();
  let poll: NodeJS.Timeout | undefined;
  let seen = 0;
  /** Revisions near the last one that were told already. */
  let told = new Set<number>();

  const select = () =>
    db
      .selectFrom('entry')
      .selectAll()
      .select((is) =>
        is
          .selectFrom('entry as reply')
          .select((count) => count.fn.countAll<string>().as('count'))
          .whereRef('reply.thread', '=', 'entry.id')
          .as('replies'),
      );

  async function entry(id: string): Promise<TranscriptEntry | null> {
    if (!/^\d{1,18}$/.test(id)) return null;
    const row = await select().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : parseEntry(row);
  }

  /** Tells what changed here, and that a thread's root has one reply more. */
  async function tell(id: string): Promise<void> {
    if (listeners.size === 0) return;
    const changed = await entry(id);
    if (changed !== null) await tellAll(changed);
  }

  async function tellAll(changed: TranscriptEntry): Promise<void> {
    const root = changed.thread === null ? null : await entry(changed.thread);
    for (const one of [changed, root]) if (one !== null) for (const listener of listeners) listener(one);
  }

  async function look(): Promise<void> {
    const since = seen - AT_ONCE;
    const rows = await select()
      .where('revision', '>', since)
      .orderBy('revision')
      .limit(AT_ONCE + 200)
      .execute();
    told = new Set([...told].filter((revision) => revision > since));
    for (const row of rows) {
      const revision = Number(row.revision);
      if (told.has(revision)) continue;
      told.add(revision);
      seen = Math.max(seen, revision);
      await tellAll(parseEntry(row));
    }
  }

  /** From what is there now on, look for what others change. */
  async function begin(): Promise<void> {
    const row = await db
      .selectFrom('entry')
      .select((is) => is.fn.max('revision').as('revision'))
      .executeTakeFirst();
    seen = Number(row?.revision ?? 0);
    const known = await db
      .selectFrom('entry')
      .select('revision')
      .where('revision', '>', seen - AT_ONCE)
      .execute();
    told = new Set(known.map(({ revision }) => Number(revision)));
  }

  function follow(): NodeJS.Timeout {
    let next = begin;
    let isLooking = false;
    const step = async () => {
      if (isLooking) return;
      isLooking = true;
      try {
        await next();
        next = look;
      } catch {
        // A server that is away for a moment is asked again the next time, from where we were.
      }
      isLooking = false;
    };
    void step();
    return setInterval(step, LOOK_MS).unref();
  }

  async function insert(row: {
    readonly channel: string;
    readonly thread: string | null;
    readonly post: string | null;
    readonly text: string | null;
    readonly card: string | null;
    readonly is_private: boolean;
  }): Promise<string | null> {
    const thread = row.thread === null ? null : await entry(row.thread);
    if (row.thread !== null && thread === null) throw new Problem('CHANNEL_GONE', `there is no thread ${row.thread}`);
    const made = await db
      .insertInto('entry')
      .values({ ...row, at: clock.now(), revision: nextRevision })
      .onConflict((conflict) => conflict.column('post').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (made !== undefined) await tell(made.id);
    return made?.id ?? null;
  }

  const find = async (post: string) => {
    const row = await db.selectFrom('entry').select('id').where('post', '=', post).executeTakeFirst();
    return row?.id ?? null;
  };

  return {
    entry,
    find,
    async write({ key, channel, thread, text }) {
      const row = { channel, thread, post: `line ${key}`, text: storable(text), card: null, is_private: false };
      const id = (await insert(row)) ?? (await find(row.post));
      const written = id === null ? null : await entry(id);
      if (written === null) throw new Error('what was written is not there');
      return written;
    },
    async show({ post, channel, thread, isPrivate, card }) {
      const row = { channel, thread, post, text: null, card: toJsonb(card), is_private: isPrivate };
      const id = (await insert(row)) ?? (await find(post));
      if (id === null) throw new Error('what was shown is not there');
      return id;
    },
    async revise(id, card) {
      const known = await entry(id);
      if (known === null) throw new Problem('CHANNEL_GONE', `there is no entry ${id}`);
      await db
        .updateTable('entry')
        .set({ card: toJsonb(card), revision: nextRevision })
        .where('id', '=', id)
        .execute();
      await tell(id);
    },
    async list({ channel, thread, limit }) {
      const rows = await select()
        .where('channel', '=', channel)
        .where('thread', thread === null ? 'is' : '=', thread)
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.toReversed().map(parseEntry);
    },
    watch(listener) {
      listeners.add(listener);
      // The embedded database has one process: it hears of everything by itself.
      if (open.kind === 'server') poll ??= follow();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(poll);
        poll = undefined;
      };
    },
  };
}

type Row = Selectable<MemoryTables['entry']> & { readonly replies: string | null };

function parseEntry(row: Row): TranscriptEntry {
  return {
    id: String(row.id),
    channel: row.channel,
    thread: row.thread === null ? null : String(row.thread),
    author: row.card === null ? 'person' : 'byline',
    text: row.text,
    card: row.card === null ? null : parseCard(row.card),
    isPrivate: row.is_private,
    at: row.at,
    replies: Number(row.replies ?? 0),
  };
}
