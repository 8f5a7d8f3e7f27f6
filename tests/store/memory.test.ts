/** What the bot remembers: briefings with their articles, threads, channels, usage, audit; what is dropped, and what is erased. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Memory } from '#core/memory.ts';
import { wording } from '#render/wording.ts';
import { channelLane, holdLane } from '#store/claim-posts.ts';
import { createMemory } from '#store/create-memory.ts';
import { dropOldTexts } from '#store/drop-old-texts.ts';
import { eraseWorkspace } from '#store/erase-workspace.ts';
import { makeQueue } from '#store/make-queue.ts';
import { type OpenDatabase, openDatabase } from '#store/open-database.ts';
import { restoreBriefing } from '#verify/restore-briefing.ts';
import { aBriefing, QUOTE, TEXT } from '../a-briefing.ts';
import { anArticle } from '../an-article.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { describeEngines, type TestPlace } from './on-both-engines.ts';

const DAY_MS = 86_400_000;
const at = (channel: string, workspace = 'w1') => ({ platform: 'fake', workspace, channel, thread: null });
/** A briefing of an article that says more than the briefing quotes. */
const LONG = aBriefing({}, anArticle(`${TEXT}\n\nThe weather was fine all week, and many walked along the shore.`));
const card = { title: 'x', blocks: [] };

describeEngines('memory', (makePlace) => {
  let where: TestPlace;
  let open: OpenDatabase;
  let boss: ReturnType<OpenDatabase['createBoss']>;
  let memory: Memory;
  const clock = createFakeClock();

  beforeAll(async () => {
    where = await makePlace();
    open = await openDatabase(where.place);
    boss = open.createBoss({ schedule: false, supervise: false });
    await boss.start();
    await makeQueue(boss);
    memory = createMemory(open.db, { boss, clock, restore: restoreBriefing });
  });
  afterAll(async () => {
    await boss.stop({ graceful: false });
    await open.close();
    await where.remove();
  });

  const keep = (channel: string, workspace = 'w1', briefing = aBriefing()) =>
    memory.transact(({ briefings }) => briefings.keep(briefing, at(channel, workspace)));
  const get = (slug: string) => memory.transact(({ briefings }) => briefings.get(slug));

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

  test('an old article loses its text; its briefings keep what they quote, at its place', async () => {
    const slug = await keep('c4', 'w1', LONG);
    const before = (await get(slug))?.briefing;
    clock.pass(40 * DAY_MS);
    const limit = () => new Date(clock.now().getTime() - 30 * DAY_MS);
    expect(await dropOldTexts(open.db, limit(), restoreBriefing)).toBeGreaterThan(0);
    expect(await dropOldTexts(open.db, limit(), restoreBriefing)).toBe(0);
    const kept = await get(slug);
    expect(kept?.isWhole).toBe(false);
    const { text } = kept?.briefing.article ?? { text: '' };
    expect(text).toHaveLength(LONG.article.text.length);
    expect(text.indexOf(QUOTE)).toBe(TEXT.indexOf(QUOTE));
    expect(text).not.toContain('weather');
    expect(kept?.briefing.points).toEqual(before?.points);
    expect(JSON.stringify(wording.passages(kept?.briefing ?? aBriefing()))).toContain(QUOTE);
    const { rows } = await sql<{
      words: string;
    }>`select doc ->> 'text' as words from article where text_dropped_at is not null`.execute(open.db);
    expect(new Set(rows.map(({ words }) => words))).toEqual(new Set(['']));
    const turns = await memory.transact(({ threads }) => threads.turns('post-1'));
    expect(turns).toEqual([]);
  });

  test('briefed again it is whole again, and the older briefing keeps its passages', async () => {
    const { slug: older } = await open.db
      .selectFrom('briefing')
      .select('slug')
      .where('channel', '=', 'c4')
      .executeTakeFirstOrThrow();
    const before = await get(older);
    const slug = await keep('c4', 'w1', LONG);
    expect((await get(slug))?.isWhole).toBe(true);
    expect((await get(slug))?.briefing.article.text).toBe(LONG.article.text);
    expect(before?.isWhole).toBe(false);
    expect(await get(older)).toEqual(before);
  });

  test('an article that was read back from the database is the same article', async () => {
    const kept = await get(await keep('c5'));
    const count = () => sql<{ count: string }>`select count(*) from article`.execute(open.db);
    const before = (await count()).rows;
    await keep('c6', 'w1', aBriefing({}, kept?.briefing.article));
    expect((await count()).rows).toEqual(before);
  });

  test('a briefing that lost its form does not keep older texts from being dropped', async () => {
    const slug = await keep('c7');
    await sql`update briefing set doc = '{"points": 7}' where slug = ${slug}`.execute(open.db);
    clock.pass(40 * DAY_MS);
    await dropOldTexts(open.db, clock.now(), restoreBriefing);
    const { rows } = await sql`select id from article where text_dropped_at is null`.execute(open.db);
    expect(rows).toEqual([]);
    await sql`delete from briefing where slug = ${slug}`.execute(open.db);
  });

  test('jobs that were given up, and the words in them, are dropped with the rest', async () => {
    const place = at('c8');
    const person = { id: 'anna', name: 'Anna', mayManage: false };
    await memory.transact(({ jobs }) =>
      jobs.bury(
        { id: 'j', lane: 'l', post: 'p-old', place, person, audience: null, command: 'ask', verb: null, args: {} },
        `why${'\0'}\ud800`,
      ),
    );
    const buried = () => open.db.selectFrom('dead_job').select('reason').where('id', '=', 'p-old').execute();
    await dropOldTexts(open.db, clock.now(), restoreBriefing);
    expect(await buried()).toEqual([{ reason: 'why\ufffd\ufffd' }]);
    clock.pass(1);
    await dropOldTexts(open.db, clock.now(), restoreBriefing);
    expect(await buried()).toEqual([]);
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
    await eraseWorkspace({ platform: 'fake', workspace: 'w1' }, open.db);
  });

  test('on a server an article that somebody briefs at this moment is not dropped with a workspace that is erased', async () => {
    // The embedded database has one connection: nothing happens at the same moment there.
    if (open.kind === 'folder') return expect(open.lite).not.toBeNull();
    const briefing = aBriefing({}, anArticle(TEXT, { title: 'Nobody’s' }));
    const unused = await keep('c1', 'w7', briefing);
    await open.db.deleteFrom('briefing').where('slug', '=', unused).execute();
    const slug = await memory.transact(async ({ briefings }) => {
      const kept = await briefings.keep(briefing, at('c1', 'w7'));
      await eraseWorkspace({ platform: 'fake', workspace: 'w8' }, open.db);
      return kept;
    });
    expect((await get(slug))?.isWhole).toBe(true);
  });

  test('a workspace that is erased is in no table any more, and no other is touched', async () => {
    const fill = async (workspace: string) => {
      const slug = await keep('c1', workspace);
      await holdLane(open.db, channelLane(at('c1', workspace)), clock.now());
      await memory.transact(async ({ posts, jobs, threads, channels, usage, audit }) => {
        const place = at('c1', workspace);
        const { id } = await posts.plan({ key: 'k', place, audience: null, replyTo: null, card });
        const person = { id: 'anna', name: null, mayManage: false };
        const job = {
          id: 'j',
          lane: id,
          post: id,
          place,
          person,
          audience: null,
          command: 'brief',
          verb: null,
          args: {},
        };
        await jobs.send(job);
        await jobs.bury({ ...job, post: `dead-${workspace}` }, 'why');
        await threads.open(id, slug, place);
        await threads.addTurn(id, { person: 'anna', question: 'q', answer: 'a' });
        await channels.visit(place);
        await channels.setLastBriefing(place, slug);
        await usage.add(place, 'briefings', 1);
        await audit.add({ place, person: 'anna', action: 'add', detail: 'x' });
      });
    };
    await fill('leaving');
    await fill('staying');
    const mentions = async (word: string) => {
      const tables = await sql<{ name: string }>`
        select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema in ('public', 'pgboss')`.execute(open.db);
      const found: string[] = [];
      for (const { name } of tables.rows) {
        const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(open.db);
        if (rows.some(({ row }) => row.includes(word))) found.push(name);
      }
      return found;
    };
    const staying = await mentions('staying');
    expect(staying.length).toBeGreaterThan(6);
    expect(await eraseWorkspace({ platform: 'fake', workspace: 'leaving' }, open.db)).toBeGreaterThan(6);
    expect(await mentions('leaving')).toEqual([]);
    expect(await mentions('staying')).toEqual(staying);
  });
});
