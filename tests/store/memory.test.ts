/** What the bot remembers: briefings with their articles, threads, channels, usage, audit. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Memory } from '#core/memory.ts';
import type { OpenDatabase } from '#store/open-database.ts';
import { aBriefing, TEXT } from '../a-briefing.ts';
import { anArticle } from '../an-article.ts';
import { at, openMemory, type TestMemory } from './a-memory.ts';
import { describeEngines } from './on-both-engines.ts';

const DAY_MS = 86_400_000;

describeEngines('memory', (makePlace) => {
  let store: TestMemory;
  let open: OpenDatabase;
  let memory: Memory;
  let keep: TestMemory['keep'];
  let get: TestMemory['get'];
  let clock: TestMemory['clock'];

  beforeAll(async () => {
    store = await openMemory(makePlace);
    ({ open, memory, keep, get, clock } = store);
  });
  afterAll(() => store.close());

  test('a value comes back in the same form from both engines', async () => {
    const { rows } = await sql`
      select 7::bigint as big, 7 as small, count(*) as count, timestamptz '2030-01-02T03:04:05.678Z' as at,
             '{"a": [1, "x"]}'::jsonb as json, null as nothing, true as truth`.execute(open.db);
    expect(rows).toEqual([
      {
        ...{ big: '7', small: 7, count: '1', at: new Date('2030-01-02T03:04:05.678Z'), json: { a: [1, 'x'] } },
        ...{ nothing: null, truth: true },
      },
    ]);
  });

  test('a briefing comes back as it was kept, under a word that nobody guesses', async () => {
    const [first, second] = [await keep('c1'), await keep('c2')];
    expect(first).toMatch(/^[\w-]{22}$/);
    expect(second).not.toBe(first);
    expect(await get(first)).toMatchObject({
      slug: first,
      isWhole: true,
      workspace: { platform: 'fake', workspace: 'w1' },
    });
    expect((await get(first))?.briefing).toEqual(aBriefing());
    expect(await get('abcdefghijklmnopqrstuv')).toBeNull();
  });

  test('the same article briefed in many channels is kept once', async () => {
    const { rows } = await sql<{ count: string }>`select count(*) from article`.execute(open.db);
    expect(Number(rows[0]?.count)).toBe(1);
  });

  test('a transaction that fails leaves nothing', async () => {
    const before = await sql<{ count: string }>`select count(*) from briefing`.execute(open.db);
    const failed = memory.transact(async ({ briefings }) => {
      await briefings.keep(aBriefing(), at('c1'));
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect((await sql`select count(*) from briefing`.execute(open.db)).rows).toEqual(before.rows);
  });

  test('text that a database refuses keeps its offsets', async () => {
    const odd = { ...anArticle(TEXT), text: TEXT.replace('over the Sund', 'over\0\ud800he Sund') };
    const slug = await keep('c1', 'w1', aBriefing({ points: aBriefing().points.slice(1) }, odd));
    const text = (await get(slug))?.briefing.article.text;
    expect(text).toHaveLength(TEXT.length);
    expect(text).toContain('over\ufffd\ufffdhe Sund');
  });

  test('a row that was tampered with is no briefing', async () => {
    const slug = await keep('c9');
    await sql`update briefing set doc = jsonb_set(doc, '{points,0,evidence,0,end}', '99999') where slug = ${slug}`.execute(
      open.db,
    );
    await expect(get(slug)).rejects.toThrow('outside its article');
    await sql`update briefing set doc = '{"points": 7}' where slug = ${slug}`.execute(open.db);
    await expect(get(slug)).rejects.toThrow('lost its form');
    await sql`delete from briefing where slug = ${slug}`.execute(open.db);
  });

  test('a thread knows its briefing and its turns, oldest first', async () => {
    const slug = await keep('c1');
    await memory.transact(async ({ threads }) => {
      await threads.open('post-1', slug, at('c1'));
      for (const n of [1, 2, 3]) await threads.addTurn('post-1', { person: 'anna', question: `q${n}\0`, answer: 'a' });
      await threads.addTurn('no such post', { person: 'anna', question: 'q', answer: 'a' });
    });
    const turns = await memory.transact(({ threads }) => threads.turns('post-1'));
    expect(turns.map(({ question }) => question)).toEqual(['q1\ufffd', 'q2\ufffd', 'q3\ufffd']);
    expect(await memory.transact(({ threads }) => threads.briefingOf('post-1'))).toBe(slug);
    expect(await memory.transact(({ threads }) => threads.briefingOf('other'))).toBeNull();
  });

  test('a channel knows its last briefing; usage adds up by day; changes are recorded, the newest first', async () => {
    const slug = await keep('c3');
    await memory.transact(async ({ channels, usage, audit }) => {
      await channels.visit(at('c3'));
      await channels.visit(at('c3'));
      await channels.setLastBriefing(at('c3'), slug);
      await usage.add(at('c3'), 'points', 4);
      await usage.add(at('c3'), 'points', 3);
      await usage.add(at('c3'), 'withheld', 0);
      for (const action of ['add', 'remove'])
        await audit.add({ place: at('c3'), person: 'anna', action, detail: 'feed' });
    });
    expect(await memory.transact(({ channels }) => channels.lastBriefing(at('c3')))).toBe(slug);
    expect(await memory.transact(({ channels }) => channels.lastBriefing(at('c3', 'w2')))).toBeNull();
    expect(await memory.transact(({ usage }) => usage.today(at('c3')))).toEqual({ points: 7 });
    const entries = await memory.transact(({ audit }) => audit.list(at('c3'), 10));
    expect(entries.map(({ action }) => action)).toEqual(['remove', 'add']);
    clock.pass(DAY_MS);
    expect(await memory.transact(({ usage }) => usage.today(at('c3')))).toEqual({});
  });

  test('what a workspace used today is what all of its channels did, and no other workspace’s', async () => {
    await memory.transact(async ({ usage }) => {
      await usage.add(at('u1', 'wu'), 'tokens-in', 3_000_000_000);
      await usage.add(at('u2', 'wu'), 'tokens-in', 40);
      await usage.add(at('u2', 'wu'), 'tokens-out', 7);
      await usage.add(at('u1', 'other'), 'tokens-in', 500);
    });
    const inAll = (workspace: string) => memory.transact(({ usage }) => usage.todayInAll(at('u1', workspace)));
    expect(await inAll('wu')).toEqual({ 'tokens-in': 3_000_000_040, 'tokens-out': 7 });
    expect(await inAll('nobody')).toEqual({});
    clock.pass(DAY_MS);
    expect(await inAll('wu')).toEqual({});
  });

  test('an article that was read back from the database is the same article', async () => {
    const kept = await get(await keep('c5'));
    const count = () => sql<{ count: string }>`select count(*) from article`.execute(open.db);
    const before = (await count()).rows;
    await keep('c6', 'w1', aBriefing({}, kept?.briefing.article));
    expect((await count()).rows).toEqual(before);
  });

  test('a megabyte of anything is stored and comes back as long as it was', async () => {
    const long = `${"\u202e<b>&“'\\\ud83d\ude00".repeat(100_000)}\udfff`;
    const slug = await keep('c9', 'w1', { ...aBriefing(), headline: long });
    const headline = (await get(slug))?.briefing.headline;
    // Not `toBe`: nobody reads a megabyte in a report.
    expect(headline === long.replace('\udfff', '\ufffd')).toBe(true);
    await memory.transact(async ({ threads, posts }) => {
      await threads.open('post-long', slug, at('c9'));
      await threads.addTurn('post-long', { person: 'anna', question: long, answer: long });
      await posts.plan({
        key: 'long',
        place: at('c9'),
        audience: null,
        replyTo: null,
        card: { title: long, blocks: [] },
      });
    });
    const [turn] = await memory.transact(({ threads }) => threads.turns('post-long'));
    expect(turn?.question.length).toBe(long.length);
  });
});
