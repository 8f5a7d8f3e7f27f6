/** What the bot forgets: old texts, and everything of a workspace that it was removed from. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Memory } from '#core/memory.ts';
import { wording } from '#render/wording.ts';
import { channelLane, holdLane } from '#store/claim-posts.ts';
import { dropOldTexts } from '#store/drop-old-texts.ts';
import { eraseWorkspace } from '#store/erase-workspace.ts';
import type { OpenDatabase } from '#store/open-database.ts';
import { restoreBriefing } from '#verify/restore-briefing.ts';
import { aBriefing, QUOTE, TEXT } from '../a-briefing.ts';
import { anArticle } from '../an-article.ts';
import { at, openMemory, type TestMemory } from './a-memory.ts';
import { describeEngines } from './on-both-engines.ts';

const DAY_MS = 86_400_000;
/** A briefing of an article that says more than the briefing quotes. */
const LONG = aBriefing({}, anArticle(`${TEXT}\n\nThe weather was fine all week, and many walked along the shore.`));
const card = { title: 'x', blocks: [] };

describeEngines('forgetting', (makePlace) => {
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

  test('an old article loses its text; its briefings keep what they quote, at its place', async () => {
    const slug = await keep('c4', 'w1', LONG);
    const before = (await get(slug))?.briefing;
    await memory.transact(async ({ threads }) => {
      await threads.open('post-1', slug, at('c4'));
      await threads.addTurn('post-1', { person: 'anna', question: 'q', answer: 'a' });
    });
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
      await memory.transact(async ({ posts, jobs, threads, channels, usage, audit, watches }) => {
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
        const url = `https://news.example/${workspace}`;
        await watches.begin({ slug, post: id, place, url, briefedAt: clock.now(), nextAt: clock.now() });
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
    expect(staying).toContain('public.watch');
    expect(await eraseWorkspace({ platform: 'fake', workspace: 'leaving' }, open.db)).toBeGreaterThan(6);
    expect(await mentions('leaving')).toEqual([]);
    expect(await mentions('staying')).toEqual(staying);
  });
});
