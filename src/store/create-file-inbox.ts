import { type FileHandle, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Taken } from '#core/memory.ts';
import { createAlarm } from './create-alarm.ts';
import type { InboxParts, RunningInbox } from './inbox-parts.ts';
import { openTaken, sealTaken } from './sealed-taken.ts';

const FILE = 'inbox.jsonl';
/** Nobody but the bot's own user reads it. */
const MODE = 0o600;
/** What is put in is planned when so long nothing else came, or after so many rests at the latest. */
const REST_MS = 30;
const MOST_RESTS = 10;
/** So many are planned in one transaction. */
const AT_ONCE = 4;
/** After a failure of the database. */
const AGAIN_MS = 1_000;

type Waiting = { readonly taken: Taken; readonly done: () => void; readonly fail: (cause: unknown) => void };

/**
 * An inbox in a file: a line for each command, safe from a kill when it is written (from a power cut it is as safe as the embedded
 * database, which never forces its files to the disk either). All that come during one write are written together by the next.
 * What is planned is forgotten when nothing else waits; planning a line twice changes nothing, so a crash at any point loses and
 * doubles nothing.
 */
export function createFileInbox(parts: InboxParts): RunningInbox {
  const alarm = createAlarm();
  const pending: Taken[] = [];
  let file: FileHandle | null = null;
  let waiting: Waiting[] = [];
  /** Writing and emptying take turns. */
  let working: Promise<void> | null = null;
  let loop: Promise<void> = Promise.resolve();
  let isStopped = false;
  let puts = 0;
  let unacknowledged = 0;

  function work(on: FileHandle): void {
    working ??= (async () => {
      while (waiting.length > 0) await write(on);
      if (pending.length === 0) await empty(on);
    })().finally(() => {
      working = null;
      // Whoever was told that the last one is safe may have put in another before this line.
      if (waiting.length > 0) work(on);
      alarm.ring();
    });
  }

  async function write(to: FileHandle): Promise<void> {
    const batch = waiting;
    waiting = [];
    try {
      const lines = batch.map(({ taken }) => JSON.stringify(sealTaken(taken, parts.ring)));
      // Begins a line of its own, whatever a write that broke off has left.
      await to.appendFile(`\n${lines.join('\n')}\n`);
    } catch (cause) {
      for (const { fail } of batch) fail(cause);
      return;
    }
    for (const { taken, done } of batch) {
      pending.push(taken);
      done();
    }
  }

  /** Where it fails, what stands there is planned once more at the next start, and nothing comes of it. */
  async function empty(one: FileHandle): Promise<void> {
    await one.truncate(0).catch((cause: unknown) => {
      parts.observe({ kind: 'trouble', what: 'the inbox could not be emptied', cause });
    });
  }

  async function plan(some: readonly Taken[]): Promise<void> {
    await parts.open.db.transaction().execute(async (trx) => {
      const shelves = parts.shelves(trx);
      for (const taken of some) await parts.plan(taken, shelves);
    });
    pending.splice(0, some.length);
    parts.planned();
    if (pending.length === 0 && file !== null) work(file);
  }

  /** A crowd is acknowledged before the work begins, which would stand in its way. */
  async function quiet(): Promise<void> {
    for (let i = 0, seen = -1; i < MOST_RESTS && (seen !== puts || unacknowledged > 0) && !isStopped; i++) {
      seen = puts;
      await rest(REST_MS);
    }
  }

  async function run(): Promise<void> {
    let atOnce = AT_ONCE;
    while (!isStopped) {
      if (pending.length === 0) {
        await alarm.sleep(AGAIN_MS);
        if (pending.length > 0) await quiet();
        continue;
      }
      try {
        await plan(pending.slice(0, atOnce));
        atOnce = AT_ONCE;
      } catch (cause) {
        parts.observe({ kind: 'trouble', what: 'what was taken could not be planned; it is tried again', cause });
        // One by one, and each next time behind the others: a single bad one holds up nobody.
        if (atOnce === 1) pending.push(...pending.splice(0, 1));
        atOnce = 1;
        await rest(AGAIN_MS);
      }
    }
  }

  return {
    put(taken, acknowledged) {
      if (file === null || isStopped) return Promise.reject(new Error('the inbox is closed'));
      if (acknowledged !== undefined) {
        const count = () => void unacknowledged--;
        unacknowledged++;
        acknowledged.then(count, count);
      }
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      puts++;
      waiting.push({ taken, done: resolve, fail: reject });
      work(file);
      return promise;
    },
    async start() {
      const place = path.join(parts.folder, FILE);
      file = await open(place, 'a', MODE);
      // The last line may be torn: nobody was told of it.
      for (const line of (await readFile(place, 'utf8')).split('\n')) {
        const taken = line === '' ? null : readLine(line, parts);
        if (taken !== null) pending.push(taken);
      }
      loop = run();
    },
    async stop() {
      isStopped = true;
      await working;
      alarm.ring();
      await loop;
      await working;
      await file?.close();
    },
  };
}

function readLine(line: string, { ring, observe }: InboxParts): Taken | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('taken' in value) || !('reply_to' in value))
      throw new Error('a line of something else');
    return openTaken(value.taken, typeof value.reply_to === 'string' ? value.reply_to : null, ring);
  } catch (cause) {
    observe({ kind: 'trouble', what: 'a line of the inbox is unreadable and was dropped', cause });
    return null;
  }
}

function rest(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
