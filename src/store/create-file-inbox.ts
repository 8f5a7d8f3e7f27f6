import { appendFileSync, closeSync, ftruncateSync, openSync, readFileSync } from 'node:fs';
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

/**
 * An inbox in a file: a line for each command, safe from a kill when it is written (from a power cut it is as safe as the embedded
 * database, which never forces its files to the disk either). It is written at once, in our own thread, as that database writes: a
 * line is some microseconds, and the way to another thread and back would be all that an acknowledgement waits for.
 * What is planned is forgotten when nothing else waits; planning a line twice changes nothing, so a crash at any point loses and
 * doubles nothing.
 */
export function createFileInbox(parts: InboxParts): RunningInbox {
  const alarm = createAlarm();
  const pending: Taken[] = [];
  let file: number | null = null;
  let loop: Promise<void> = Promise.resolve();
  let isStopped = false;
  let puts = 0;
  let unacknowledged = 0;

  /** Where it fails, what stands there is planned once more at the next start, and nothing comes of it. */
  function empty(one: number): void {
    try {
      ftruncateSync(one);
    } catch (cause) {
      parts.observe({ kind: 'trouble', what: 'the inbox could not be emptied', cause });
    }
  }

  async function plan(some: readonly Taken[]): Promise<void> {
    await parts.open.db.transaction().execute(async (trx) => {
      const shelves = parts.shelves(trx);
      for (const taken of some) await parts.plan(taken, shelves);
    });
    pending.splice(0, some.length);
    parts.planned();
    if (pending.length === 0 && file !== null) empty(file);
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
    async put(taken, acknowledged) {
      if (file === null || isStopped) throw new Error('the inbox is closed');
      if (acknowledged !== undefined) {
        const count = () => void unacknowledged--;
        unacknowledged++;
        acknowledged.then(count, count);
        parts.open.giveWay(acknowledged);
      }
      // Begins a line of its own, whatever a write that broke off has left.
      appendFileSync(file, `\n${JSON.stringify(sealTaken(taken, parts.ring))}\n`);
      puts++;
      pending.push(taken);
      alarm.ring();
    },
    async start() {
      const place = path.join(parts.folder, FILE);
      file = openSync(place, 'a', MODE);
      // The last line may be torn: nobody was told of it.
      for (const line of readFileSync(place, 'utf8').split('\n')) {
        const taken = line === '' ? null : readLine(line, parts);
        if (taken !== null) pending.push(taken);
      }
      if (pending.length === 0) empty(file);
      loop = run();
    },
    async stop() {
      isStopped = true;
      alarm.ring();
      await loop;
      if (file !== null) closeSync(file);
      file = null;
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
