import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '#bot/read-clock.ts';
import type { Feed } from '#core/feed.ts';
import { createSuggest } from '#flow/create-suggest.ts';
import { findFollowed } from '#flow/find-followed.ts';
import { commands } from '../all-commands.ts';
import { aFeed, anItem } from '../store/a-feed.ts';
import { aMemory } from './a-memory.ts';

const PLACE = { platform: 'fake', workspace: 'w1', channel: 'c1', thread: null };
const LONG = `https://long.example/${'way/'.repeat(40)}feed.xml`;

let store: Awaited<ReturnType<typeof aMemory>>;
beforeAll(async () => {
  store = await aMemory(systemClock);
  const follow = (url: string, more: Partial<Feed>, channel = 'c1') =>
    store.memory.transact(({ feeds }) =>
      feeds.follow({ ...PLACE, channel }, { url, feed: aFeed([anItem(1)], more) }, 'anna'),
    );
  await follow('https://harbour.example/feed.xml', { title: 'The Harbour Post' });
  const { feed } = await follow('https://hill.example/feed.xml', { title: 'Hill News' });
  await follow(LONG, { title: 'A long way' });
  await follow('https://other.example/feed.xml', { title: 'Another channel’s' }, 'c2');
  await store.memory.transact(({ feeds }) => feeds.pause(PLACE, feed.id, new Date()));
});
afterAll(() => store.close());

const suggest = (typed: string, more: object = {}) =>
  createSuggest(
    commands,
    store.memory,
  )({ place: PLACE, command: 'sources', verb: 'remove', param: 'which', typed, ...more });
const names = async (typed: string) => (await suggest(typed)).map(({ name }) => name);

test('nothing typed yet offers all feeds of the channel, and none of another', async () => {
  expect(await names('')).toEqual(['1 The Harbour Post', '2 Hill News (paused)', '3 A long way']);
});

test('what is typed is looked for in number, title and address, and a title that begins with it stands first', async () => {
  expect(await names('h')).toEqual(['1 The Harbour Post', '2 Hill News (paused)', '3 A long way'].toSorted(hillFirst));
  expect(await names(' HILL ')).toEqual(['2 Hill News (paused)']);
  expect(await names('harbour.example')).toEqual(['1 The Harbour Post']);
  expect(await names('nothing of this name')).toEqual([]);
});

test('each value is understood as that feed by the command, and fits where platforms hand it back', async () => {
  const all = await store.memory.transact(({ feeds }) => feeds.followed(PLACE));
  const values = (await suggest('')).map(({ value }) => value);
  expect(values.map((value) => findFollowed(value, all).feed.title)).toEqual([
    'The Harbour Post',
    'Hill News',
    'A long way',
  ]);
  for (const value of values) expect(value.length).toBeLessThanOrEqual(100);
});

test('a parameter that takes no feed, and a command or verb that is none, get nothing', async () => {
  expect(await suggest('', { verb: 'add', param: 'address' })).toEqual([]);
  expect(await suggest('', { param: 'no such' })).toEqual([]);
  expect(await suggest('', { verb: 'no such' })).toEqual([]);
  expect(await suggest('', { command: 'no such' })).toEqual([]);
});

function hillFirst(a: string, b: string): number {
  return Number(b.includes('Hill')) - Number(a.includes('Hill'));
}
