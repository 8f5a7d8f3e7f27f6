/** A page that changes after it was briefed: everything is real but the chat, the time, and the site, which is on loopback. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Card } from '#core/card.ts';
import { eventually } from '../fakes/eventually.ts';
import { createLeapingClock } from '../fakes/leaping-clock.ts';
import { LINES, page } from './a-changing-page.ts';
import { type Endpoint, serveFeeds } from './a-feed-server.ts';
import { aRunningBot } from './a-running-bot.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const changed = (to: string) => LINES.map((line) => line.replace('nine people', `${to} people`));

/** What a page shows from when on; `null`: a failure. */
const versions = new Map<string, string | null>();
const serve =
  (name: string): Endpoint =>
  ({ headers }) => {
    const body = versions.get(name) ?? null;
    if (body === null) return { status: 503, body: 'later' };
    const etag = `"${name}-${body.length}"`;
    if (headers['if-none-match'] === etag) return { status: 304 };
    return { headers: { 'content-type': 'text/html; charset=utf-8', etag }, body };
  };

const clock = createLeapingClock('2026-03-02T05:00:00Z');
let bot: Awaited<ReturnType<typeof aRunningBot>>;
let site: Awaited<ReturnType<typeof serveFeeds>>;
beforeAll(async () => {
  bot = await aRunningBot(clock);
  const names = ['/changing', '/quiet', '/failing', '/hostile', '/secret'];
  site = await serveFeeds(Object.fromEntries(names.map((name) => [name, serve(name)])), clock);
});
afterAll(async () => {
  await bot.close();
  await site.close();
});

const words = (card: Card) => JSON.stringify(card);
const isWhole = ({ card }: { readonly card: Card }) => card.blocks.length > 0;
const shownIn = (channel: string) =>
  bot.platform.messages.filter((one) => one.place.channel === channel && isWhole(one));
const notes = (channel: string) => shownIn(channel).filter(({ card }) => card.title.includes('was changed'));

async function brief(name: string, channel: string, options = ''): Promise<void> {
  versions.set(name, page(LINES));
  await bot.command('brief', `${site.origin}${name}${options}`, bot.at(channel));
  await eventually('the briefing', () => shownIn(channel).length > 0);
}
/** Until the page was asked for once more than before. */
async function reread(name: string, ms: number): Promise<void> {
  const before = site.of(name).length;
  clock.leap(ms);
  await eventually(`another look at ${name}`, () => {
    // The pages of one host are asked for some time apart.
    clock.leap(1_000);
    return site.of(name).length > before;
  });
}

test('a figure that is corrected is told once, in the thread, with before and after', async () => {
  await brief('/changing', 'c-changing');
  await brief('/secret', 'c-secret', ' --private');
  versions.set('/changing', page(changed('six')));
  versions.set('/secret', page(changed('six')));
  await reread('/changing', HOUR_MS + 60_000);
  const note = await eventually('the note', () => notes('c-changing')[0]);
  const [root] = shownIn('c-changing');
  expect(note.place).toMatchObject({ channel: 'c-changing', thread: root?.id });
  expect(words(note.card)).toContain('We carry nine people');
  expect(words(note.card)).toContain('We carry six people');
  // What one person alone saw was never watched.
  expect(site.of('/secret')).toHaveLength(1);
});

test('what was told is not told again; what changes once more is, in a note of its own; and that it stands again as it was', async () => {
  await reread('/changing', 3 * HOUR_MS);
  expect(site.of('/changing').at(-1)?.status).toBe(304);
  versions.set('/changing', page(changed('eleven')));
  await reread('/changing', 8 * HOUR_MS);
  const second = await eventually('another note', () => notes('c-changing')[1]);
  expect(second.card.title).toContain('changed again');
  expect(words(second.card)).toContain('We carry nine people');
  expect(words(second.card)).toContain('We carry eleven people');
  versions.set('/changing', page(LINES));
  await reread('/changing', 12 * HOUR_MS);
  const third = await eventually('a third note', () => notes('c-changing')[2]);
  expect(words(third.card)).toContain('again as it was briefed');
  versions.set('/changing', page(changed('eleven')));
  await reread('/changing', 23 * HOUR_MS);
  expect(notes('c-changing')).toHaveLength(3);
});

test('a page that stays as it is is asked for what changed, five times in two days, and nothing is told', async () => {
  await brief('/quiet', 'c-quiet');
  for (const hours of [1, 3, 8, 12, 23]) await reread('/quiet', hours * HOUR_MS + MINUTE_MS);
  const asked = site.of('/quiet');
  expect(asked.map(({ status }) => status)).toEqual([200, 200, 304, 304, 304, 304]);
  expect(notes('c-quiet')).toEqual([]);
});

test('a page that cannot be read, or lost most of its text, is no correction; when it is back, the change is told', async () => {
  await brief('/failing', 'c-failing');
  versions.set('/failing', null);
  await reread('/failing', HOUR_MS + 60_000);
  versions.set('/failing', page([`${LINES[0]}`, 'Subscribe to read the other 900 words.']));
  await reread('/failing', 3 * HOUR_MS);
  expect(notes('c-failing')).toEqual([]);
  versions.set('/failing', page(changed('3,400')));
  await reread('/failing', 8 * HOUR_MS);
  expect(words((await eventually('the note', () => notes('c-failing')[0])).card)).toContain('3,400 people');
});

test('what a hostile page puts into a changed passage stays plain words', async () => {
  await brief('/hostile', 'c-hostile');
  versions.set('/hostile', page(changed('99 &lt;!channel&gt; \u202e@everyone &lt;script&gt;')));
  await reread('/hostile', HOUR_MS + 60_000);
  const note = await eventually('the note', () => notes('c-hostile')[0]);
  expect(words(note.card)).toContain('99 <!channel> @everyone <script>');
});
