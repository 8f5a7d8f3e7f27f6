/** Feeds and digests in a channel of a running bot: everything is real but the chat, the time, and the sites, which are on loopback. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Button, Card } from '#core/card.ts';
import type { Place } from '#core/chat.ts';
import { eventually } from '../fakes/eventually.ts';
import type { FakeMessage } from '../fakes/fake-platform.ts';
import { createLeapingClock } from '../fakes/leaping-clock.ts';
import { serveFeeds } from './a-feed-server.ts';
import { aRunningBot } from './a-running-bot.ts';

const HOUR_MS = 3_600_000;

/** Monday, 2 March 2026, 06:00 in Berlin. */
const clock = createLeapingClock('2026-03-02T05:00:00Z');
let bot: Awaited<ReturnType<typeof aRunningBot>>;
let feeds: Awaited<ReturnType<typeof serveFeeds>>;

function item(guid: string, title: string, link: string, at: Date, about = ''): string {
  return `<item><guid>${guid}</guid><title>${title}</title><link>${link}</link><pubDate>${at.toUTCString()}</pubDate><description>${about}</description></item>`;
}
const channel = (title: string, items: string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>https://quay.example/</link>${items.join('')}</channel></rss>`;

beforeAll(async () => {
  bot = await aRunningBot(clock);
  const ago = (hours: number) => new Date(clock.now().getTime() - hours * HOUR_MS);
  const news = (): string =>
    channel('The Quay Gazette', [
      item(
        'a',
        'Sunday ferry to Lund ends in May',
        `${bot.site.url}/ferry`,
        ago(2),
        'Lund Lines stops its Sunday ferry.',
      ),
      item(
        'b',
        'Archive fire was set, investigators believe',
        `${bot.site.url}/inquiry`,
        ago(3),
        'A fire at the archive.',
      ),
      item('c', 'A year of tides', `${bot.site.url}/story?old`, ago(30 * 24), 'What the tide tables say.'),
    ]);
  const body = news();
  feeds = await serveFeeds(
    {
      '/gazette.xml': () => ({ body }),
      '/': () => ({
        headers: { 'content-type': 'text/html' },
        body: '<html><head><link rel="alternate" type="application/rss+xml" href="/gazette.xml"></head></html>',
      }),
      '/list.opml': () => ({
        headers: { 'content-type': 'text/x-opml' },
        body: `<opml version="2.0"><body><outline type="rss" text="Gazette" xmlUrl="${feeds.origin}/gazette.xml"/><outline type="rss" text="Herald" xmlUrl="${feeds.origin}/herald.xml"/></body></opml>`,
      }),
    },
    clock,
  );
});
afterAll(async () => {
  await bot.close();
  await feeds.close();
});
beforeEach(() => {
  bot.platform.messages.length = 0;
});

const words = (card: Card | undefined) => JSON.stringify(card);
const isFinal = ({ card }: FakeMessage) => card.blocks.length > 0;
const finals = () => bot.platform.messages.filter(isFinal);
const shown = (count = 1) => eventually(`${count} messages`, () => (finals().length >= count ? finals() : null));
const buttonsOf = (card: Card | undefined): readonly Button[] =>
  card?.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : [])) ?? [];

async function ask(command: string, input: string, place: Place): Promise<Card | undefined> {
  const before = finals().length;
  const receipt = await bot.command(command, input, place);
  if (receipt.kind === 'shown') return receipt.card;
  return (await shown(before + 1)).at(-1)?.card;
}

test('a feed is found at its site’s address, and shown with its newest headlines', async () => {
  const here = bot.at('c-add');
  expect(await ask('sources', '', here)).toMatchObject({ title: 'This channel follows no feeds yet' });
  const added = await ask('sources', `add ${feeds.origin}/`, here);
  expect(added?.title).toBe('Now following The Quay Gazette');
  expect(words(added)).toContain('Sunday ferry to Lund ends in May');
  expect((await ask('sources', `add ${feeds.origin}/gazette.xml`, here))?.title).toContain('already');
  const list = await ask('sources', '', here);
  expect(words(list)).toContain('1. The Quay Gazette');
  expect(await ask('sources', 'filter 1 ferry -tide', here)).toMatchObject({
    title: 'Of The Quay Gazette only some comes in',
  });
  expect(words(await ask('sources', 'list', here))).toContain('only: ferry -tide');
  expect(words(await ask('sources', 'pause gazette', here))).toContain('is paused');
  expect(words(await ask('sources', 'list', here))).toContain('paused since');
  expect(words(await ask('sources', 'export', here))).toContain('gazette.xml');
  expect((await ask('sources', 'remove the quay gazette', here))?.title).toContain('No longer following');
  expect(words(await ask('sources', 'remove 1', here))).toContain('follows no feeds yet');
  const audit = await bot.bot.memory.transact(({ audit }) => audit.list(here, 20));
  expect(audit.filter((one) => one.channel === 'c-add').map(({ action }) => action)).toEqual([
    'sources remove',
    'sources pause',
    'sources filter',
    'sources add',
  ]);
});

test('a list of feeds is followed at once', async () => {
  const here = bot.at('c-import');
  expect(await ask('sources', `import ${feeds.origin}/list.opml`, here)).toMatchObject({ title: '2 feeds added' });
  expect((await ask('sources', 'list', here))?.title).toBe('This channel follows 2 feeds');
});

test('a digest now: one entry a story, and a story is briefed in its thread, once', async () => {
  const here = bot.at('c-now');
  await ask('sources', `add ${feeds.origin}/`, here);
  const digest = await ask('digest', 'now', here);
  expect(digest?.title).toMatch(/^Digest of/);
  const stories = digest?.blocks.filter(({ kind }) => kind === 'story') ?? [];
  expect(stories).toHaveLength(2);
  expect(words(digest)).not.toContain('A year of tides');
  const [first] = buttonsOf(digest);
  if (first === undefined || !('press' in first)) throw new Error('no button');
  const root = finals().at(-1);
  bot.platform.messages.length = 0;
  expect(await bot.press(first.press, here)).toEqual({ kind: 'taken', isPrivate: false });
  expect(await bot.press(first.press, here)).toMatchObject({ kind: 'shown' });
  const [briefed] = await shown(1);
  expect(briefed?.place).toMatchObject({ channel: 'c-now', thread: root?.id });
  expect(words(briefed?.card)).toContain('Holt');
  // Questions in the digest's thread are about the story that was briefed there.
  await bot.platform.hears().receive({
    ...{ kind: 'message', id: 'q1', place: bot.at('c-now', root?.id ?? ''), text: 'How many people would be cut off?' },
    ...{ person: { id: 'bea', name: null, mayManage: false }, mentionsBot: false, mentionsOthers: false },
  });
  const [, answer] = await shown(2);
  expect(words(answer?.card)).toContain('340');
  expect(await bot.press({ ...first.press }, bot.at('c-other'))).toMatchObject({ kind: 'shown' });
});

test('words find what the feeds brought; nothing at all means the latest', async () => {
  const here = bot.at('c-words');
  expect(words(await ask('brief', 'ferry', here))).toContain('brought nothing about this');
  expect(words(await ask('brief', '', here))).toContain('/brief needs an address');
  await ask('sources', `add ${feeds.origin}/`, here);
  const found = await ask('brief', 'lund ferry', here);
  expect(found?.title).toContain('ferry');
  expect(words(found)).toContain('Karin Holt');
  expect((await ask('brief', '', here))?.title).toMatch(/^Digest of/);
});

test('a schedule is echoed with its next run; its digest comes once, at its time', async () => {
  const here = bot.at('c-plan');
  await ask('sources', `add ${feeds.origin}/`, here);
  const card = await ask('digest', 'schedule weekdays 08:00 Europe/Berlin', here);
  expect(words(card)).toContain('weekdays 08:00 Europe/Berlin');
  expect(words(card)).toMatch(/Next: Mon,? 2 Mar,? 08:00 Europe\/Berlin/);
  expect(words(await ask('digest', 'weekdays 8:00', here))).toContain('already');
  expect(words(await ask('digest', 'shedule', here))).toContain('schedule');
  expect(words(await ask('digest', 'sometimes', here))).toContain('cannot be understood');
  bot.platform.messages.length = 0;
  clock.leap(2 * HOUR_MS);
  const isHere = ({ place }: FakeMessage) => place.channel === 'c-plan';
  const digest = await eventually('the digest', () => finals().find(isHere) ?? null);
  expect(digest.card.title).toMatch(/^Digest of Monday/);
  expect(digest.history).toHaveLength(1);
  const status = await ask('digest', '', here);
  expect(words(status)).toMatch(/next: Tue,? 3 Mar,? 08:00 Europe\/Berlin/);
  expect(words(status)).toContain('Sunday ferry');
  expect(finals().filter(isHere)).toHaveLength(2);
  expect(words(await ask('digest', 'off', here))).toContain('no longer comes');
  expect(words(await ask('digest', 'off', here))).toContain('No digest is scheduled');
});

test('whoever may not manage is refused, and reads all the same', async () => {
  const place = bot.at('c-add');
  const person = { id: 'bea', name: null, mayManage: false };
  const command = (input: string) =>
    bot.platform.hears().receive({
      ...{ kind: 'command', id: `bea-${input}`, place, person, command: 'sources', input, verb: null, replyTo: null },
    });
  expect(await command('add https://example.org')).toMatchObject({ kind: 'shown' });
  expect(await command('list')).toMatchObject({ kind: 'taken' });
});
