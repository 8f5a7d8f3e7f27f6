/** A page that changes after it was briefed: everything is real but the chat, the time, and the site, which is on loopback. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Card } from '#core/card.ts';
import { eventually } from '../fakes/eventually.ts';
import { createLeapingClock } from '../fakes/leaping-clock.ts';
import { type Endpoint, serveFeeds } from './a-feed-server.ts';
import { aRunningBot } from './a-running-bot.ts';

const HOUR_MS = 3_600_000;
const LINES = [
  'The ferry to Lund will stop running on Sundays from May, its owner said on Tuesday.',
  '“We carry nine people on a winter Sunday, and the crew is eight,” said Karin Holt, who runs Lund Lines.',
  'The island council called the decision a betrayal. Its chairman, Piet Vanning, said that 340 people would be cut off for a day each week.',
  'Two officials told the Quay Gazette that the ministry had known of the plan since January. A ministry spokeswoman denied that.',
  'Holt said that the company had lost 2.1 million crowns last year and would lose more.',
];
const page = (lines: readonly string[]) =>
  `<!doctype html><html lang="en"><head><title>Sunday ferry ends</title></head><body><article><h1>Sunday ferry ends</h1>${lines
    .map((line) => `<p>${line}</p>`)
    .join('')}</article></body></html>`;
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
  await eventually(`another look at ${name}`, () => site.of(name).length > before);
}

test('a figure that is corrected is told once, in the thread, with before and after', async () => {
  await brief('/changing', 'c-changing');
  await brief('/quiet', 'c-quiet');
  await brief('/secret', 'c-secret', ' --private');
  versions.set('/changing', page(changed('six')));
  versions.set('/secret', page(changed('six')));
  await reread('/changing', HOUR_MS + 60_000);
  const note = await eventually('the note', () => notes('c-changing')[0]);
  const [root] = shownIn('c-changing');
  expect(note.place).toMatchObject({ channel: 'c-changing', thread: root?.id });
  expect(words(note.card)).toContain('We carry nine people');
  expect(words(note.card)).toContain('We carry six people');
  // The watch is over, and what one person alone saw was never watched.
  await eventually('a look at the other page', () => site.of('/quiet').length === 2);
  versions.set('/changing', page(changed('two')));
  await reread('/quiet', 3 * HOUR_MS);
  expect(notes('c-changing')).toHaveLength(1);
  expect(site.of('/changing')).toHaveLength(2);
  expect(site.of('/secret')).toHaveLength(1);
});

test('a page that stays as it is is asked for what changed, five times in two days, and nothing is told', async () => {
  await reread('/quiet', 8 * HOUR_MS);
  await reread('/quiet', 12 * HOUR_MS);
  await reread('/quiet', 23 * HOUR_MS);
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
