/** A running bot with everything real but the chat: store, queue, outbox, worker threads, and a news site on loopback. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type OpenStore, openStore } from '#bot/open-store.ts';
import { type Bot, startBot } from '#bot/start-bot.ts';
import { createWalkPool } from '#bot/walk-pool.ts';
import type { Card } from '#core/card.ts';
import type { Person, Place, Receipt } from '#core/chat.ts';
import type { Press } from '#core/press.ts';
import { commands } from '../all-commands.ts';
import { eventually } from '../fakes/eventually.ts';
import { createFakePlatform, type FakeMessage, type FakePlatform } from '../fakes/fake-platform.ts';
import { openNewsSite } from '../fakes/news-site.ts';
import { describeEngines, type TestPlace } from '../store/on-both-engines.ts';

const clock = { now: () => new Date() };
const anna: Person = { id: 'anna', name: 'Anna', mayManage: false };

describeEngines('a running bot', (makePlace) => {
  let where: TestPlace;
  let store: OpenStore;
  let platform: FakePlatform;
  let bot: Bot;
  let site: Awaited<ReturnType<typeof openNewsSite>>;
  let arrivals = 0;
  const pool = createWalkPool({ allowed: '127.0.0.1' });
  const observe = () => undefined;

  beforeAll(async () => {
    [where, site] = await Promise.all([makePlace(), openNewsSite()]);
    const databaseUrl = where.place.kind === 'server' ? where.place.url : null;
    const dataFolder = where.place.kind === 'folder' ? where.place.folder : mkdtempSync(path.join(tmpdir(), 'byline-'));
    store = await openStore({ databaseUrl, dataFolder, keys: null }, { clock, observe });
    platform = createFakePlatform({ clock });
    bot = await startBot({ store, pool, commands, platforms: [platform], clock, observe, pageOf: () => null });
  });
  afterAll(async () => {
    await bot.stop();
    await Promise.all([pool.close(), store.close()]);
    site.close();
    await where.remove();
  });
  beforeEach(() => {
    platform.messages.length = 0;
  });

  const at = (thread: string | null = null, channel = 'c1', workspace = 'w1'): Place => ({
    ...{ platform: 'fake', workspace, channel, thread },
  });
  const id = () => `arrival-${arrivals++}`;
  const receive = () => platform.hears().receive;
  const command = (name: string, input: string, place = at(), given = id()): Promise<Receipt> =>
    receive()({ kind: 'command', id: given, place, person: anna, command: name, input, verb: null, replyTo: null });
  const say = (text: string, place: Place, more: { mentionsBot?: boolean; mentionsOthers?: boolean } = {}) =>
    receive()({
      kind: 'message',
      id: id(),
      place,
      person: anna,
      text,
      mentionsBot: false,
      mentionsOthers: false,
      ...more,
    });
  const press = (one: Press, place = at()) => receive()({ kind: 'press', id: id(), place, person: anna, press: one });
  const isFinal = ({ card }: FakeMessage) => card.blocks.length > 0;
  const shown = (count = 1) =>
    eventually('final messages', () => (platform.messages.filter(isFinal).length >= count ? platform.messages : null));
  const words = (card: Card | undefined) => JSON.stringify(card);
  const buttons = (card: Card | undefined) =>
    card?.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : [])) ?? [];
  const askForBriefing = (channel: string, workspace = 'w1') =>
    command('brief', `${site.url}/story`, at(null, channel, workspace));
  async function brief(channel: string, workspace = 'w1'): Promise<FakeMessage> {
    await askForBriefing(channel, workspace);
    return briefed(channel);
  }
  function briefed(channel: string): Promise<FakeMessage> {
    const found = () => platform.messages.find((one) => one.place.channel === channel && isFinal(one));
    // The thread is known once the message is written down as sent.
    return eventually('the briefing', async () => {
      const one = found();
      const known = one === undefined ? null : await bot.memory.transact(({ posts }) => posts.at(one.place, one.id));
      return known === null ? null : (one ?? null);
    });
  }

  test('a briefing comes as one message that shows its steps first', async () => {
    expect(await command('brief', `${site.url}/story`)).toEqual({ kind: 'taken', isPrivate: false });
    const [message] = await shown();
    expect(message?.card.title).toContain('harbour bridge');
    expect(words(message?.card)).toContain('Ines Calloway, Opposition leader');
    expect(buttons(message?.card).map(({ label }) => label)).toEqual([
      'Who says what',
      'Show passages',
      'Open article',
    ]);
    expect(platform.messages).toHaveLength(1);
    expect(message?.history.at(0)?.blocks).toEqual([]);
  });

  test('a question in the thread is answered there, once; thanks and chatter are left alone', async () => {
    const { id: thread } = await brief('c2');
    expect(await say('thanks!', at(thread, 'c2'))).toEqual({ kind: 'ignored' });
    expect(await say('what do you think?', at(thread, 'c2'))).toEqual({ kind: 'ignored' });
    expect(await say('@bo how many hangers?', at(thread, 'c2'), { mentionsOthers: true })).toEqual({ kind: 'ignored' });
    expect(await say('How many hangers have cracks?', at(thread, 'c2'))).toEqual({ kind: 'taken', isPrivate: false });
    const messages = await shown(2);
    expect(messages).toHaveLength(2);
    expect(messages[1]).toMatchObject({ place: at(thread, 'c2'), audience: null });
    expect(words(messages[1]?.card)).toContain('14 of the bridge');
    const root = await bot.memory.transact(({ posts }) => posts.at(at(null, 'c2'), thread));
    const turns = await bot.memory.transact(({ threads }) => threads.turns(root?.id ?? ''));
    expect(turns).toMatchObject([{ person: 'anna', question: 'How many hangers have cracks?' }]);
  });

  test('a question in a thread that is not ours is left alone', async () => {
    expect(await say('How many hangers have cracks?', at('m999', 'c2'))).toEqual({ kind: 'ignored' });
    expect(await say('How many hangers have cracks?', at(null, 'c2'))).toEqual({ kind: 'ignored' });
  });

  test('the bot’s name and an address ask for a briefing', async () => {
    expect(await say(`please ${site.url}/ferry thanks`, at(null, 'c3'), { mentionsBot: true })).toEqual({
      kind: 'taken',
      isPrivate: false,
    });
    const [message] = await shown();
    expect(message?.card.title).toContain('ferry');
  });

  test('/ask is about the last briefing here and for the asker alone; without one it says so', async () => {
    await command('ask', 'How many hangers have cracks?', at(null, 'empty'));
    const [none] = await shown();
    expect(none).toMatchObject({ audience: 'anna' });
    expect(none?.card.title).toBe('Nothing was briefed here yet.');
    platform.messages.length = 0;
    await brief('c4');
    await command('ask', 'How many hangers have cracks?', at(null, 'c4'));
    const messages = await shown(2);
    expect(messages[1]).toMatchObject({ audience: 'anna' });
    expect(words(messages[1]?.card)).toContain('14 of the bridge');
  });

  test('a private briefing is seen by the asker alone, and is not what the channel is about', async () => {
    await command('brief', `${site.url}/ferry private`, at(null, 'c5'));
    const [message] = await shown();
    expect(message).toMatchObject({ audience: 'anna' });
    await command('sources', 'cited', at(null, 'c5'));
    const messages = await shown(2);
    expect(messages[1]?.card.title).toBe('Nothing was briefed here yet.');
  });

  test('/sources in a thread, and the buttons, show who says what from what is kept', async () => {
    const message = await brief('c6');
    const asked = site.asked.get('/story');
    await command('sources', '', at(message.id, 'c6'));
    const [, record] = await shown(2);
    expect(words(record?.card)).toContain('Pavel Duarte');
    const [cited, passages] = buttons(message.card).flatMap((button) => ('press' in button ? [button.press] : []));
    if (cited === undefined || passages === undefined) throw new Error('the briefing lacks its buttons');
    expect(words(((await press(cited, at(null, 'c6'))) as { card: Card }).card)).toContain('Pavel Duarte');
    expect(words(((await press(passages, at(null, 'c6'))) as { card: Card }).card)).toContain('Who says what');
    expect(site.asked.get('/story')).toBe(asked);
  });

  test('a briefing of another workspace is not there, whoever knows its name', async () => {
    const message = await brief('c7');
    const [cited] = buttons(message.card).flatMap((button) => ('press' in button ? [button.press] : []));
    if (cited === undefined) throw new Error('the briefing lacks its buttons');
    const receipt = await press(cited, at(null, 'c7', 'w2'));
    expect(receipt).toMatchObject({ kind: 'shown', card: { title: 'Nothing was briefed here yet.' } });
    expect(await say('How many hangers have cracks?', at(message.id, 'c7', 'w2'))).toEqual({ kind: 'ignored' });
  });

  test.each([
    ['brif', 'x', 'did you mean “brief”?'],
    ['sources', 'ctied', 'did you mean “cited”?'],
    ['brief', 'https://a.example/x --ponits 3', 'did you mean “points”?'],
    ['brief', 'https://a.example/x points:99', 'from 1 to 10'],
    ['ask', '', 'needs question'],
  ])('a slip (/%s %s) is told at once and queues nothing', async (name, input, hint) => {
    const receipt = await command(name, input);
    expect(receipt.kind).toBe('shown');
    expect(JSON.stringify(receipt)).toContain(hint);
    expect(platform.messages).toEqual([]);
  });

  test('help is shown at once', async () => {
    expect(JSON.stringify(await command('help', ''))).toContain('/brief');
    expect(JSON.stringify(await command('brief', 'help'))).toContain('points');
    expect(JSON.stringify(await command('help', '/brief'))).toBe(JSON.stringify(await command('brief', 'help')));
  });

  test.each([
    ['/gone', 'There is nothing at this place.'],
    ['/forbidden', 'Access was refused.'],
    ['/broken', 'The site does not answer as it should.'],
    ['/cut', 'The site does not answer as it should.'],
    ['/home', 'There is no article on this page.'],
    ['/image', 'This is no kind of document that byline reads.'],
  ])('a page that is no article (%s) ends in words', async (path, title) => {
    await command('brief', `${site.url}${path}`);
    const [message] = await shown();
    expect(message?.card.title).toBe(title);
    expect(platform.messages).toHaveLength(1);
  });

  test('a private network is refused in words', async () => {
    await command('brief', 'http://10.1.2.3/story');
    const [message] = await shown();
    expect(message?.card.title).toContain('private or reserved network');
  });

  test('an event that is delivered twice is one message', async () => {
    const given = id();
    await Promise.all([1, 2, 3].map(() => command('brief', `${site.url}/story`, at(null, 'c8'), given)));
    await shown();
    await brief('c9');
    expect(platform.messages.filter(({ place }) => place.channel === 'c8')).toHaveLength(1);
  });

  test('200 questions at once in 50 threads are all answered, in order within each thread', {
    timeout: 120_000,
  }, async () => {
    const threads: FakeMessage[] = [];
    const channels = Array.from({ length: 50 }, (_, i) => `t${i}`);
    await Promise.all(channels.map((channel) => askForBriefing(channel)));
    for (const channel of channels) threads.push(await briefed(channel));
    const questions = [
      'How many hangers have cracks?',
      'Who is the spokesman?',
      'What would repairs cost?',
      'When is Thursday?',
    ];
    // The four of a thread come one after another, as from one connection; the threads all at once.
    await Promise.all(
      threads.map(async ({ id: thread, place }) => {
        for (const question of questions) await say(question, { ...place, thread });
      }),
    );
    await shown(250);
    for (const { id: thread } of threads) {
      const answers = platform.messages.filter(({ place }) => place.thread === thread);
      expect(answers.map(({ card }) => card.title)).toEqual(questions);
    }
    expect(platform.messages).toHaveLength(250);
  });

  test('a workspace that removes the bot is erased, and no other', async () => {
    await brief('c10', 'leaving');
    await brief('c11', 'staying');
    await platform.hears().removed({ platform: 'fake', workspace: 'leaving' });
    const left = await bot.memory.transact(({ channels }) => channels.lastBriefing(at(null, 'c10', 'leaving')));
    const kept = await bot.memory.transact(({ channels }) => channels.lastBriefing(at(null, 'c11', 'staying')));
    expect(left).toBeNull();
    expect(kept).toMatch(/^[\w-]{22}$/);
  });
});
