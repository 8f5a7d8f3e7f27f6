/** Whether an attempt at a post of which nobody knows arrived. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Post } from '#core/chat.ts';
import { longCard, type OpenDiscord, openDiscord, SIGNAL, word } from './open-discord.ts';

let open: OpenDiscord;
beforeEach(async () => {
  open = await openDiscord();
});
afterEach(() => open.close());

const now = () => new Date();
const find = (post: Post, since = now(), platform = open.platform) => platform.find(post, since, SIGNAL);
const send = (post: Post) => open.platform.post(post, SIGNAL);
const ABSENT = { kind: 'absent' };
const UNCLEAR = { kind: 'unclear' };

describe('in a channel', () => {
  test.each([{ kind: 'drop-after' } as const, { kind: 'status', status: 502, isDone: true } as const])(
    'a post that arrived although %j is found, by any process',
    async (fault) => {
      open.discord.fail(/POST .*messages/, fault);
      const post = open.aPost(word('once'));
      await expect(send(post)).rejects.toMatchObject({ code: 'UNREACHABLE' });
      const message = open.messages()[0]?.id;
      expect(await find(post)).toEqual({ kind: 'there', message });
      expect(await find({ ...post, card: word('other') }, now(), open.another())).toEqual({ kind: 'there', message });
    },
  );

  test('a post that never arrived is not, among others that did', async () => {
    open.discord.fail(/POST .*messages/, { kind: 'drop-before' });
    const post = open.aPost(word('lost'));
    await expect(send(post)).rejects.toMatchObject({ code: 'UNREACHABLE' });
    expect(await find(post)).toEqual(ABSENT);
    await send(open.aPost(word('lost')));
    await open.discord.say('words of lost');
    expect(await find(post)).toEqual(ABSENT);
  });

  test('is found behind a hundred other messages, and beyond five hundred nobody can tell', async () => {
    for (let at = 0; at < 150; at++) await open.discord.say(`message ${at}`);
    const post = open.aPost(word('far'));
    const message = await send(post);
    expect(await find(post, new Date(0))).toEqual({ kind: 'there', message });
    for (let at = 0; at < 400; at++) await open.discord.say(`message ${at}`);
    expect(await find(open.aPost(word('never')), new Date(0))).toEqual(UNCLEAR);
  });

  test('only what is as old as the attempt is looked at', async () => {
    for (let at = 0; at < 600; at++) await open.discord.say(`message ${at}`);
    const before = open.discord.requests.length;
    expect(await find(open.aPost(word('never')), new Date(Date.now() + 3_600_000))).toEqual(ABSENT);
    expect(open.discord.requests.slice(before).map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  test('of which the bot may not read the history, nobody can tell once something was said', async () => {
    const blind = '1100000000000000040';
    open.discord.addChannel({ id: blind, botPermissions: (1n << 10n) | (1n << 11n) });
    const post = open.aPost(word('blind'), { place: { ...open.aPost(word('')).place, channel: blind } });
    expect(await find(post)).toEqual(ABSENT);
    await send(post);
    expect(await find(post)).toEqual(UNCLEAR);
  });

  test('that is gone is named so, and one that the bot may not see', async () => {
    const at = (channel: string, thread: string | null = null) =>
      open.aPost(word('x'), { place: { ...open.aPost(word('')).place, channel, thread } });
    await expect(find(at('1100000000000000041'))).rejects.toMatchObject({ code: 'CHANNEL_GONE' });
    await expect(find(at('1100000000000000041', '1100000000000000042'))).rejects.toMatchObject({
      code: 'CHANNEL_GONE',
    });
    open.discord.addChannel({ id: '1100000000000000043', botPermissions: 0n });
    await expect(find(at('1100000000000000043'))).rejects.toMatchObject({ code: 'MAY_NOT_POST' });
  });

  test('in a thread that nobody has opened, nothing is', async () => {
    const root = await send(open.aPost(word('root')));
    const post = open.aPost(word('reply'), { place: { ...open.aPost(word('')).place, thread: root } });
    expect(await find(post)).toEqual(ABSENT);
    const message = await send(post);
    expect(await find(post)).toEqual({ kind: 'there', message });
  });
});

describe('as an answer to an interaction', () => {
  beforeEach(() => open.start());

  test('it is what waits, or what was filled', async () => {
    const replyTo = await open.ask();
    const post = open.aPost(word('answer'), { replyTo });
    expect(await find(post)).toEqual(ABSENT);
    open.discord.fail(/PATCH .*original/, { kind: 'drop-after' });
    await expect(send(post)).rejects.toMatchObject({ code: 'UNREACHABLE' });
    const message = open.messages()[0]?.id;
    expect(await find(post)).toEqual({ kind: 'there', message });
    expect(await find(post, now(), open.another())).toEqual({ kind: 'there', message });
    // With the token too old, the channel tells, though the message is older than the attempt.
    open.pass(16 * 60_000);
    expect(await find(post, new Date(Date.now() + 10 * 60_000))).toEqual({ kind: 'there', message });
  });

  test('it may have gone to the channel, for the token was no good', async () => {
    const replyTo = await open.ask();
    const post = open.aPost(word('late'), { replyTo });
    open.discord.ageTokens(16 * 60_000);
    expect(await find(post)).toEqual(ABSENT);
    const message = await send(post);
    expect(await find(post)).toEqual({ kind: 'there', message });
  });

  test('that may not be acknowledged yet in another process, is looked for later', async () => {
    const { application, interaction } = JSON.parse(await open.ask());
    const replyTo = JSON.stringify({ application, interaction, token: 'never-acknowledged' });
    const post = open.aPost(word('soon'), { replyTo });
    await expect(find(post, now(), open.another())).rejects.toMatchObject({ code: 'UNREACHABLE' });
    open.pass(11_000);
    expect(await find(post, now(), open.another())).toEqual(ABSENT);
  });

  test('whose message was deleted, it is not', async () => {
    const replyTo = await open.ask();
    open.discord.dispatch('MESSAGE_DELETE', { id: open.messages()[0]?.id ?? '' });
    expect(await find(open.aPost(word('x'), { replyTo }))).toEqual(ABSENT);
  });

  test('for one person it is found, but of a part behind it only this process knows', async () => {
    const [audience, replyTo] = [open.discord.person, await open.ask(true)];
    const [first, second] = open.platform.fit(longCard()).map((card) => open.aPost(card, { audience, replyTo }));
    if (first === undefined || second === undefined) throw new Error('too few parts');
    expect(await find(first)).toEqual(ABSENT);
    expect(await find(first, now(), open.another())).toEqual(ABSENT);
    const message = await send(first);
    expect(await find(first, now(), open.another())).toEqual({ kind: 'there', message });
    expect(await find(second)).toEqual(UNCLEAR);
    const part = await send(second);
    expect(await find(second)).toEqual({ kind: 'there', message: part });
    expect(await find(second, now(), open.another())).toEqual(UNCLEAR);
    open.pass(16 * 60_000);
    expect(await find(first)).toEqual(ABSENT);
    await expect(send(first)).rejects.toMatchObject({ code: 'REPLY_EXPIRED' });
  });
});
