import { sql } from 'kysely';
import type { Taken } from '#core/memory.ts';
import { createAlarm } from './create-alarm.ts';
import type { InboxParts, RunningInbox } from './inbox-parts.ts';
import { openTaken, sealTaken } from './sealed-taken.ts';
import { toJsonb } from './to-jsonb.ts';

/** What is put in is planned a moment later, so that a crowd is acknowledged before the work begins. */
const REST_MS = 25;
/** So many are planned in one transaction; in the embedded database nothing else is stored meanwhile. */
const AT_ONCE = 4;
/** What another process put in and did not live to plan, and what failed. */
const LOOK_MS = 5_000;

/**
 * An inbox in a table, for processes that share a server. All that come while one statement runs are stored by the next. What a
 * process put in and did not live to plan, another one plans.
 */
export function createTableInbox(parts: InboxParts): RunningInbox {
  const { db } = parts.open;
  const alarm = createAlarm();
  let waiting: { readonly taken: Taken; readonly done: () => void; readonly fail: (cause: unknown) => void }[] = [];
  let storing: Promise<void> | null = null;
  let loop: Promise<void> = Promise.resolve();
  let isStopped = false;

  async function store(): Promise<void> {
    // What came in the same moment is read in the same turn of the loop.
    await new Promise((done) => setImmediate(done));
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        const rows = toJsonb(batch.map(({ taken }) => rowOf(taken, parts)));
        // One value however many rows: most of a statement's cost is in its values.
        await sql`
          insert into inbox (id, platform, workspace, taken, reply_to, at)
          select id, platform, workspace, taken, reply_to, ${parts.clock.now()}
          from jsonb_to_recordset(${rows}::text::jsonb)
            as row (id text, platform text, workspace text, taken jsonb, reply_to text)
          on conflict (platform, workspace, id) do nothing
        `.execute(db);
        for (const { done } of batch) done();
      } catch (cause) {
        for (const { fail } of batch) fail(cause);
      }
    }
  }

  function ensureStored(): void {
    storing ??= store().finally(() => {
      storing = null;
      alarm.ring();
      // Whoever was told that the last one is safe may have put in another before this line.
      if (waiting.length > 0) ensureStored();
    });
  }

  /** A row that holds no command stands in nobody's way. */
  function read(row: { readonly id: string; readonly taken: unknown; readonly reply_to: string | null }): Taken | null {
    try {
      return openTaken(row.taken, row.reply_to, parts.ring);
    } catch (cause) {
      parts.observe({ kind: 'trouble', what: 'a row of the inbox is unreadable and was dropped', cause });
      return null;
    }
  }

  /** Plans the oldest; says whether there was one. */
  function planSome(): Promise<boolean> {
    return db.transaction().execute(async (trx) => {
      const rows = await trx
        .selectFrom('inbox')
        .selectAll()
        .orderBy('seq')
        .limit(AT_ONCE)
        .forUpdate()
        .skipLocked()
        .execute();
      if (rows.length === 0) return false;
      const shelves = parts.shelves(trx);
      for (const row of rows) {
        const taken = read(row);
        if (taken !== null) await parts.plan(taken, shelves);
      }
      const seqs = rows.map(({ seq }) => seq);
      await trx.deleteFrom('inbox').where('seq', 'in', seqs).execute();
      return true;
    });
  }

  async function run(): Promise<void> {
    while (!isStopped) {
      // Whoever waits to be acknowledged comes first.
      await storing;
      if (!(await look())) {
        await alarm.sleep(LOOK_MS);
        if (!isStopped) await new Promise((done) => setTimeout(done, REST_MS));
      }
    }
  }

  async function look(): Promise<boolean> {
    try {
      const found = await planSome();
      if (found) parts.planned();
      return found;
    } catch (cause) {
      parts.observe({ kind: 'trouble', what: 'what was taken could not be planned; it is tried again', cause });
      return false;
    }
  }

  return {
    put(taken, acknowledged) {
      // Planning waits for a row, not for a platform: one that fails to acknowledge is heard of there.
      acknowledged?.catch(() => undefined);
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      waiting.push({ taken, done: resolve, fail: reject });
      ensureStored();
      return promise;
    },
    async start() {
      loop = run();
    },
    async stop() {
      await storing;
      isStopped = true;
      alarm.ring();
      await loop;
    },
  };
}

function rowOf(given: Taken, { ring }: InboxParts) {
  const { taken, reply_to } = sealTaken(given, ring);
  const { id } = taken;
  const { platform, workspace } = taken.place;
  return { id, platform, workspace, taken, reply_to };
}
