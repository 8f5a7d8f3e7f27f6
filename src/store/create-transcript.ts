import { type Selectable, sql } from 'kysely';
import type { Clock } from '#core/clock.ts';
import { Problem } from '#core/problem.ts';
import type { Transcript, TranscriptEntry } from '#core/transcript.ts';
import { followEntries } from './follow-entries.ts';
import type { MemoryTables } from './memory-tables.ts';
import type { OpenDatabase } from './open-database.ts';
import { parseCard } from './parse-card.ts';
import { storable, toJsonb } from './to-jsonb.ts';

const nextRevision = sql`nextval('entry_revision')`;

/** The console's messages, kept in the database. */
export function createTranscript(open: Pick<OpenDatabase, 'db' | 'kind'>, clock: Clock): Transcript {
  const { db } = open;
  const listeners = new Set<(entry: TranscriptEntry) => void>();
  let unfollow: (() => void) | null = null;

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
    const root = changed?.thread == null ? null : await entry(changed.thread);
    for (const one of [changed, root]) if (one !== null) for (const listener of listeners) listener(one);
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
      if (open.kind === 'server') unfollow ??= followEntries(db, tell);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        unfollow?.();
        unfollow = null;
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
