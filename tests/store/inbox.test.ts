/** Commands are acknowledged when they are safe: whatever happens then, each is planned, once. */

import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Shelves, Taken } from '#core/memory.ts';
import type { Happening } from '#core/observer.ts';
import { readNews } from '#feeds/read-news.ts';
import { planTaken } from '#flow/plan-taken.ts';
import { wording } from '#render/wording.ts';
import { createInbox } from '#store/create-inbox.ts';
import { openShelves } from '#store/create-memory.ts';
import type { InboxParts, RunningInbox } from '#store/inbox-parts.ts';
import { makeQueues } from '#store/make-queues.ts';
import { type OpenDatabase, openDatabase } from '#store/open-database.ts';
import { restoreBriefing } from '#verify/restore-briefing.ts';
import { eventually } from '../fakes/eventually.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { aRing } from './a-ring.ts';
import { describeEngines, type TestPlace } from './on-both-engines.ts';

const PLACE = { platform: 'fake', workspace: 'w1', channel: 'c1', thread: null };
const aCommand = (id: string, more: Partial<Taken> = {}): Taken => ({
  ...{ id, place: PLACE, person: { id: 'anna', name: 'Anna', mayManage: false }, audience: null },
  ...{ command: 'brief', verb: null, args: { article: 'https://example.org/' }, replyTo: 'SECRET-handle' },
  ...more,
});

describeEngines('inbox', (makePlace) => {
  let where: TestPlace;
  let open: OpenDatabase;
  let folder: string;
  let boss: ReturnType<OpenDatabase['createBoss']>;
  let told: Happening[] = [];
  let inboxes: RunningInbox[] = [];
  const clock = createFakeClock();
  const observe = (one: Happening) => void told.push(one);

  beforeAll(async () => {
    where = await makePlace();
    open = await openDatabase(where.place);
    boss = open.createBoss({ schedule: false, supervise: false });
    await boss.start();
    await makeQueues(boss);
  });
  afterAll(async () => {
    await boss.stop({ graceful: false });
    await open.close();
    await where.remove();
  });
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'byline-inbox-'));
    for (const table of ['post', 'inbox', 'channel'] as const) await open.db.deleteFrom(table).execute();
    told = [];
    inboxes = [];
  });
  afterEach(async () => {
    for (const inbox of inboxes) await inbox.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function anInbox(more: Partial<InboxParts> = {}): RunningInbox {
    const inbox = createInbox({
      ...{ open, folder, clock, ring: aRing(), observe, planned: () => undefined },
      shelves: (session) =>
        openShelves(session, { boss, clock, restore: restoreBriefing, news: readNews, ring: aRing() }),
      plan: async (taken, shelves) => void (await planTaken(taken, shelves, { wording, observe })),
      ...more,
    });
    inboxes.push(inbox);
    return inbox;
  }
  const keys = async () =>
    (await open.db.selectFrom('post').select('key').orderBy('seq').execute()).map(({ key }) => key);
  const planned = (count: number) => eventually(`${count} posts`, async () => (await keys()).length === count);
  /** What lies there, wherever it lies. */
  const kept = async () =>
    open.kind === 'folder'
      ? readFile(path.join(folder, 'inbox.jsonl'), 'utf8')
      : JSON.stringify(await open.db.selectFrom('inbox').selectAll().execute());

  test('a crowd is safe and planned, in its order, each once', async () => {
    const inbox = anInbox();
    await inbox.start();
    const ids = Array.from({ length: 120 }, (_, at) => `k${at}`);
    await Promise.all(ids.map((id) => inbox.put(aCommand(id))));
    await planned(120);
    expect(await keys()).toEqual(ids);
    // Nothing is left to be planned again.
    await eventually('an empty inbox', async () => /^(?:\s*|\[\])$/.test(await kept()));
  });

  test('one that is never acknowledged is planned nevertheless', async () => {
    const inbox = anInbox();
    await inbox.start();
    await inbox.put(aCommand('k1'), new Promise(() => undefined));
    await inbox.put(aCommand('k2'), Promise.reject(new Error('the platform is gone')));
    await planned(2);
  });

  test('beside the embedded database the work begins after the acknowledgement', async () => {
    const order: string[] = [];
    const inbox = anInbox({ plan: async ({ id }) => void order.push(`planned ${id}`) });
    await inbox.start();
    const { promise, resolve } = Promise.withResolvers<void>();
    await inbox.put(aCommand('k1'), promise);
    setTimeout(() => {
      order.push('acknowledged');
      resolve();
    }, 120);
    await eventually('the plan', () => order.includes('planned k1'));
    if (open.kind === 'folder') expect(order).toEqual(['acknowledged', 'planned k1']);
  });

  test('what was acknowledged before a crash is planned after it; what was planned already is not planned again', async () => {
    const dying = anInbox({ plan: () => Promise.reject(new Error('killed')) });
    await dying.start();
    await Promise.all([dying.put(aCommand('k1')), dying.put(aCommand('k2'))]);
    expect(await kept()).toContain('k2');
    await dying.stop();
    const next = anInbox();
    await next.start();
    await planned(2);
    await next.put(aCommand('k1'));
    await next.put(aCommand('k3'));
    await planned(3);
    expect((await keys()).toSorted()).toEqual(['k1', 'k2', 'k3']);
  });

  test('a handle for answering is sealed where it lies, and whole where it is planned', async () => {
    const handles: (string | null)[] = [];
    const holding = anInbox({ plan: () => Promise.reject(new Error('not yet')) });
    await holding.start();
    await holding.put(aCommand('k1'));
    expect(await kept()).not.toContain('SECRET');
    await holding.stop();
    const next = anInbox({ plan: async ({ replyTo }) => void handles.push(replyTo) });
    await next.start();
    await eventually('the plan', () => handles.length > 0);
    expect(handles).toEqual(['SECRET-handle']);
  });

  test('odd text comes back as it was', async () => {
    const odd = 'line\nbreak \u2028 parts "quotes" \\ and 漢字 👩‍👩‍👧';
    const seen: unknown[] = [];
    const holding = anInbox({ plan: () => Promise.reject(new Error('not yet')) });
    await holding.start();
    await holding.put(aCommand('k1', { args: { article: odd } }));
    await holding.stop();
    const next = anInbox({ plan: async ({ args }) => void seen.push(args.article) });
    await next.start();
    await eventually('the plan', () => seen.length > 0);
    expect(seen).toEqual([odd]);
  });

  test('a database that fails for a while loses nothing, and is told of', async () => {
    let failures = 2;
    const inbox = anInbox({
      async plan(taken: Taken, shelves: Shelves) {
        if (failures-- > 0) throw new Error('down');
        await planTaken(taken, shelves, { wording, observe });
      },
    });
    await inbox.start();
    await inbox.put(aCommand('k1'));
    await planned(1);
    expect(told).toContainEqual(expect.objectContaining({ kind: 'trouble' }));
  });

  test('one that can never be planned holds up nobody', async () => {
    if (open.kind !== 'folder') return;
    const inbox = anInbox({
      async plan(taken: Taken, shelves: Shelves) {
        if (taken.id === 'bad') throw new Error('never');
        await planTaken(taken, shelves, { wording, observe });
      },
    });
    await inbox.start();
    await Promise.all(['bad', 'k1', 'k2'].map((id) => inbox.put(aCommand(id))));
    await planned(2);
    expect((await keys()).toSorted()).toEqual(['k1', 'k2']);
  });

  test('a torn line and a foreign one are dropped, and what stands after them is planned', async () => {
    if (open.kind !== 'folder') return;
    const first = anInbox({ plan: () => Promise.reject(new Error('not yet')) });
    await first.start();
    await first.put(aCommand('k1'));
    await first.stop();
    const file = path.join(folder, 'inbox.jsonl');
    await writeFile(file, `{"other":1}\nnull\n${await readFile(file, 'utf8')}{"taken":{"id":"k2","comm`);
    const next = anInbox();
    await next.start();
    await planned(1);
    expect(told.filter(({ kind }) => kind === 'trouble').length).toBeGreaterThanOrEqual(3);
    await next.put(aCommand('k3'));
    await planned(2);
    expect(await keys()).toEqual(['k1', 'k3']);
  });

  test('once it is stopped it takes nothing that would not be safe', async () => {
    const inbox = anInbox();
    await inbox.start();
    await inbox.stop();
    if (open.kind === 'folder') await expect(inbox.put(aCommand('k1'))).rejects.toThrow('closed');
  });
});
