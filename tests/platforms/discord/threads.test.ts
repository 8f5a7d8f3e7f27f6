/** Threads under briefings, and what happens where there can be none. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Post } from '#core/chat.ts';
import { eventually } from '../../fakes/eventually.ts';
import { type OpenDiscord, openDiscord, SIGNAL, word } from './open-discord.ts';

const NO_THREADS = '1100000000000000030';
const USUAL = (1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 38n);
const IN_THREAD = 'Ask a question in this thread.';
const BY_COMMAND = 'Ask a question with /ask.';
const TOPIC = 'Bridge closed on Monday';

let open: OpenDiscord;
beforeEach(async () => {
  open = await openDiscord();
});
afterEach(() => open.close());

const send = (post: Post) => open.platform.post(post, SIGNAL);
const inThread = (thread: string, title: string) =>
  open.aPost(word(title), { place: { ...open.aPost(word('')).place, thread } });
const opening = () => open.discord.requests.filter(({ path }) => path.endsWith('/threads'));

describe('a final post with a topic', () => {
  test('has a thread of that name under it, and says what it is for', async () => {
    const id = await send(open.aPost(word('briefing'), { topic: TOPIC }));
    expect(open.discord.threads()).toMatchObject([{ id, parent: open.discord.channel, name: TOPIC }]);
    expect(opening()[0]?.body).toEqual({ name: TOPIC, auto_archive_duration: 1440 });
    expect(open.messages()[0]?.text).toContain(IN_THREAD);
    // Small print, and the last of it.
    expect(JSON.stringify(open.messages()[0]?.components.at(-1))).toContain('-# Ask a question in this thread.');
  });

  test('gets it when it is edited to be final, once, also in the message that answers an interaction', async () => {
    await open.start();
    const replyTo = await open.ask();
    const reading = open.aPost(word('reading'), { replyTo, isFinal: false, topic: TOPIC });
    const id = await send(reading);
    expect(open.discord.threads()).toEqual([]);
    expect(open.messages()[0]?.text).not.toContain(IN_THREAD);
    const done = { ...reading, isFinal: true, card: word('done') };
    for (let i = 0; i < 2; i++) await open.platform.edit(done, id, SIGNAL);
    expect(open.discord.threads()).toMatchObject([{ id, name: TOPIC }]);
    expect(open.messages()).toMatchObject([{ text: expect.stringContaining(IN_THREAD) }]);
  });

  test.each([
    ['name '.repeat(60), /^(?:name )+…$/],
    ['\u200b \n', 'Questions'],
    ['a\u202eb\ncd \ud83d', 'ab cd'],
  ])('called %j has a name that Discord takes', async (topic, name) => {
    await send(open.aPost(word('briefing'), { topic }));
    const [thread] = open.discord.threads();
    expect(thread?.name).toMatch(name);
    expect(thread?.name.length).toBeLessThanOrEqual(100);
  });

  test('for one person, or in a thread, has none', async () => {
    await open.start();
    const [audience, replyTo] = [open.discord.person, await open.ask(true)];
    await send(open.aPost(word('private'), { topic: TOPIC, audience, replyTo }));
    const root = await send(open.aPost(word('root')));
    await send({ ...inThread(root, 'answer'), topic: TOPIC });
    expect(opening().filter(({ path }) => !path.includes(root))).toEqual([]);
    expect(open.messages(root).map(({ text }) => text)).toEqual([expect.not.stringContaining(IN_THREAD)]);
  });

  test('in a channel where the bot opens no threads says how else to ask, and from then on at once', async () => {
    open.discord.addChannel({ id: NO_THREADS, botPermissions: USUAL });
    const place = { ...open.aPost(word('')).place, channel: NO_THREADS };
    for (let i = 0; i < 2; i++) await send(open.aPost(word('briefing'), { place, topic: TOPIC }));
    expect(open.messages(NO_THREADS)).toMatchObject([
      { text: expect.stringContaining(BY_COMMAND), edits: 1 },
      { text: expect.stringContaining(BY_COMMAND), edits: 0 },
    ]);
    expect(opening()).toHaveLength(1);
    // Somebody may grant it.
    open.discord.addChannel({ id: NO_THREADS });
    open.pass(11 * 60_000);
    const id = await send(open.aPost(word('briefing'), { place, topic: TOPIC }));
    expect(open.discord.threads()).toMatchObject([{ id }]);
  });

  test('in a channel that has no threads says so, too', async () => {
    open.discord.addChannel({ id: NO_THREADS, type: 2 });
    await send(
      open.aPost(word('briefing'), { place: { ...open.aPost(word('')).place, channel: NO_THREADS }, topic: TOPIC }),
    );
    expect(open.messages(NO_THREADS)).toMatchObject([{ text: expect.stringContaining(BY_COMMAND) }]);
  });

  test.each([
    { kind: 'status', status: 500 } as const,
    { kind: 'rate-limited', retryAfter: 300 } as const,
    { kind: 'drop-before' } as const,
  ])('is seen although its thread meets %j, and gets it when it is tried again', async (fault) => {
    open.discord.fail(/POST .*threads/, fault);
    const post = open.aPost(word('briefing'), { topic: TOPIC });
    // Never "too often": that would hold every other message back.
    await expect(send(post)).rejects.toMatchObject({ code: 'UNREACHABLE' });
    const sighting = await open.platform.find(post, new Date(0), SIGNAL);
    if (sighting.kind !== 'there') throw new Error('it is not there');
    await open.platform.edit(post, sighting.message, SIGNAL);
    expect(open.discord.threads()).toMatchObject([{ id: sighting.message }]);
    expect(open.messages()).toHaveLength(1);
  });
});

describe('a post in a thread', () => {
  test('opens it where nobody has, also when two do at once', async () => {
    const root = await send(open.aPost(word('root')));
    await Promise.all([send(inThread(root, 'one')), open.another().post(inThread(root, 'two'), SIGNAL)]);
    expect(open.discord.threads()).toMatchObject([{ id: root, name: 'one' }].map(() => ({ id: root })));
    expect(open.messages(root)).toHaveLength(2);
    expect(open.messages()).toHaveLength(1);
  });

  test('follows its message as a reply where the bot opens no threads, and is changed and found there', async () => {
    open.discord.addChannel({ id: NO_THREADS, botPermissions: USUAL });
    const place = { ...open.aPost(word('')).place, channel: NO_THREADS };
    const root = await send(open.aPost(word('root'), { place }));
    const part = open.aPost(word('part'), { place: { ...place, thread: root } });
    const id = await send(part);
    await open.platform.edit({ ...part, card: word('changed') }, id, SIGNAL);
    expect(open.messages(NO_THREADS)).toMatchObject([
      { id: root },
      { id, replyTo: root, text: expect.stringContaining('changed') },
    ]);
    expect(await open.platform.find(part, new Date(0), SIGNAL)).toEqual({ kind: 'there', message: id });
  });

  test('of a message that is gone is gone with it', async () => {
    await expect(send(inThread('1100000000000000099', 'lost'))).rejects.toMatchObject({ code: 'CHANNEL_GONE' });
  });

  test('wakes it when it is archived', async () => {
    const root = await send(open.aPost(word('briefing'), { topic: TOPIC }));
    const [thread] = open.discord.threads();
    if (thread === undefined) throw new Error('no thread');
    thread.isArchived = true;
    const answer = inThread(root, 'answer');
    const id = await send(answer);
    expect(open.discord.threads()).toMatchObject([{ isArchived: false }]);
    thread.isArchived = true;
    await open.platform.edit({ ...answer, card: word('changed') }, id, SIGNAL);
    expect(open.messages(root)[0]?.text).toContain('words of changed');
  });

  test('that is locked is refused', async () => {
    const root = await send(open.aPost(word('briefing'), { topic: TOPIC }));
    const answer = inThread(root, 'answer');
    const id = await send(answer);
    const [thread] = open.discord.threads();
    if (thread === undefined) throw new Error('no thread');
    thread.isLocked = true;
    await expect(send(inThread(root, 'late'))).rejects.toMatchObject({ code: 'MAY_NOT_POST' });
    thread.isArchived = true;
    await expect(send(inThread(root, 'later'))).rejects.toMatchObject({ code: 'MAY_NOT_POST' });
    await expect(open.platform.edit(answer, id, SIGNAL)).rejects.toMatchObject({ code: 'MAY_NOT_POST' });
  });

  test('that somebody has just deleted does not open it anew', async () => {
    await open.start();
    const root = await send(open.aPost(word('briefing'), { topic: TOPIC }));
    open.discord.dispatch('THREAD_DELETE', { id: root });
    const marker = await open.discord.say('heard?');
    await eventually('what was said after it', () => open.arrivals.some(({ id }) => id === marker.id));
    await expect(send(inThread(root, 'late'))).rejects.toMatchObject({ code: 'CHANNEL_GONE' });
    expect(open.left).toEqual([]);
  });
});

describe('what is said in a thread', () => {
  test('is heard in its place, whether the thread is new or was archived before the bot came', async () => {
    const root = await send(open.aPost(word('briefing'), { topic: TOPIC }));
    const [thread] = open.discord.threads();
    if (thread === undefined) throw new Error('no thread');
    thread.isArchived = true;
    await open.start();
    const first = await open.discord.say('Who said so?', { channel: root });
    await eventually('it', () => open.arrivals.length === 1);
    expect(open.arrivals[0]).toMatchObject({
      id: first.id,
      text: 'Who said so?',
      mentionsBot: false,
      place: { channel: open.discord.channel, thread: root },
    });
    const other = await send(open.aPost(word('another'), { topic: TOPIC }));
    await open.discord.say('And here?', { channel: other });
    await eventually('it, too', () => open.arrivals.length === 2);
    expect(open.arrivals[1]?.place).toMatchObject({ channel: open.discord.channel, thread: other });
    expect(open.troubles).toEqual([]);
  });

  test('asks with a command in its place as well', async () => {
    await open.start();
    const root = await send(open.aPost(word('briefing'), { topic: TOPIC }));
    await open.discord.command('sources', { subcommand: 'cited' }, { channel: root });
    expect(open.arrivals[0]?.place).toMatchObject({ channel: open.discord.channel, thread: root });
    const [arrival] = open.arrivals;
    const replyTo = arrival?.kind === 'command' ? arrival.replyTo : null;
    const answer = open.aPost(word('cited'), { place: arrival?.place ?? open.aPost(word('')).place, replyTo });
    const id = await send(answer);
    expect(open.messages(root)).toMatchObject([{ id, text: expect.stringContaining('words of cited') }]);
  });
});
