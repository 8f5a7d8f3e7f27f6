/** How posts answer interactions, and what becomes of them when that is no longer possible. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Receipt } from '#core/chat.ts';
import { eventually } from '../../fakes/eventually.ts';
import { longCard, type OpenDiscord, openDiscord, SIGNAL, word } from './open-discord.ts';

const MINUTE_MS = 60_000;
const DM = '1100000000000000020';
const ELSEWHERE = '1200000000000000001';

let open: OpenDiscord;
beforeEach(async () => {
  open = await openDiscord();
  await open.start();
});
afterEach(() => open.close());

const post = (...args: Parameters<OpenDiscord['aPost']>) => open.platform.post(open.aPost(...args), SIGNAL);
const requests = (pattern: RegExp) =>
  open.discord.requests.filter(({ method, path }) => pattern.test(`${method} ${path}`));
const bodies = () =>
  open.discord.requests.flatMap(({ body }) =>
    typeof body === 'object' && body !== null && 'components' in body ? [body] : [],
  );

describe('a post that answers an interaction', () => {
  test('fills the message that waits, and twice is once', async () => {
    const one = open.aPost(word('done'), { replyTo: await open.ask() });
    const id = await open.platform.post(one, SIGNAL);
    expect(await open.platform.post(one, SIGNAL)).toBe(id);
    expect(open.messages()).toMatchObject([{ id, isLoading: false, text: expect.stringContaining('words of done') }]);
  });

  test('waits until the acknowledgement is there', async () => {
    const gate = Promise.withResolvers<void>();
    open.respond = async (): Promise<Receipt> => {
      await gate.promise;
      return { kind: 'taken', isPrivate: false };
    };
    const asked = open.discord.command('brief', { article: 'https://example.org/' });
    await eventually('the arrival', () => open.arrivals.length === 1);
    const [arrival] = open.arrivals;
    const replyTo = arrival?.kind === 'command' ? arrival.replyTo : null;
    const shown = post(word('quick'), { replyTo });
    const off = new AbortController();
    const given = open.platform.post(open.aPost(word('called off'), { replyTo }), off.signal);
    off.abort();
    await expect(given).rejects.toMatchObject({ code: 'UNREACHABLE' });
    expect(requests(/webhooks/)).toEqual([]);
    gate.resolve();
    await asked;
    const id = await shown;
    expect(open.messages()).toMatchObject([{ id, text: expect.stringContaining('words of quick') }]);
  });

  test('is sent by another process as well, which waits while it may not be acknowledged', async () => {
    const another = open.another();
    const replyTo = await open.ask();
    const id = await another.post(open.aPost(word('worker'), { replyTo }), SIGNAL);
    expect(open.messages()).toMatchObject([{ id, text: expect.stringContaining('words of worker') }]);
    const { application, interaction } = JSON.parse(replyTo);
    const never = JSON.stringify({ application, interaction, token: 'never-acknowledged' });
    for (const audience of [null, open.discord.person])
      await expect(another.post(open.aPost(word('soon'), { replyTo: never, audience }), SIGNAL)).rejects.toMatchObject({
        code: 'UNREACHABLE',
      });
    // Later it is plain that nobody ever will.
    open.pass(11_000);
    await another.post(open.aPost(word('late'), { replyTo: never }), SIGNAL);
    expect(open.messages().at(-1)).toMatchObject({ interaction: null, text: expect.stringContaining('words of late') });
    await expect(
      another.post(open.aPost(word('late'), { replyTo: never, audience: open.discord.person }), SIGNAL),
    ).rejects.toMatchObject({ code: 'REPLY_EXPIRED' });
  });

  test('comes as a message of its own once the token is too old', async () => {
    const replyTo = await open.ask();
    open.pass(14 * MINUTE_MS + 1_000);
    const id = await post(word('late'), { replyTo });
    expect(requests(/webhooks/)).toEqual([]);
    expect(open.messages().find((one) => one.id === id)).toMatchObject({ interaction: null });
    await expect(post(word('secret'), { replyTo, audience: open.discord.person })).rejects.toMatchObject({
      code: 'REPLY_EXPIRED',
    });
  });

  test('comes as a message of its own where Discord knows the token no more, whatever our clock says', async () => {
    const replyTo = await open.ask();
    open.discord.ageTokens(16 * MINUTE_MS);
    const id = await post(word('late'), { replyTo });
    expect(open.messages().find((one) => one.id === id)).toMatchObject({ interaction: null });
    await expect(post(word('secret'), { replyTo, audience: open.discord.person })).rejects.toMatchObject({
      code: 'REPLY_EXPIRED',
    });
  });

  test('whose message somebody deleted is gone', async () => {
    const replyTo = await open.ask();
    open.discord.dispatch('MESSAGE_DELETE', { id: open.messages()[0]?.id ?? '' });
    await expect(post(word('late'), { replyTo })).rejects.toMatchObject({ code: 'CHANNEL_GONE' });
  });

  test('with a handle that cannot be read answers nothing', async () => {
    await post(word('all the same'), { replyTo: 'garbled' });
    await expect(post(word('secret'), { replyTo: 'garbled', audience: open.discord.person })).rejects.toMatchObject({
      code: 'REPLY_EXPIRED',
    });
    await expect(post(word('secret'), { audience: open.discord.person })).rejects.toMatchObject({
      code: 'REPLY_EXPIRED',
    });
  });
});

describe('an answer for one person', () => {
  test('in several messages is seen by nobody else, each part once', async () => {
    const [audience, replyTo] = [open.discord.person, await open.ask(true)];
    const [first, ...rest] = open.platform.fit(longCard()).map((card) => open.aPost(card, { audience, replyTo }));
    if (first === undefined) throw new Error('no part');
    // Two processes take turns, and each part is tried twice.
    const another = open.another();
    const ids: string[] = [];
    for (const [at, part] of [first, ...rest].entries()) {
      const platform = at % 2 === 0 ? open.platform : another;
      ids.push(await platform.post(part, SIGNAL));
      expect(await platform.post(part, SIGNAL)).toBe(ids.at(-1));
    }
    expect(open.messages().map(({ id }) => id)).toEqual(ids);
    for (const { onlyFor, isLoading } of open.messages()) expect([onlyFor, isLoading]).toEqual([audience, false]);
    const all = open
      .messages()
      .map(({ text }) => text)
      .join(' ');
    for (let at = 0; at < 60; at++) expect(all.split(`Statement ${at}:`)).toHaveLength(2);
    // Each can be changed by its id.
    await open.platform.edit({ ...first, card: word('changed') }, ids.at(-1) ?? '', SIGNAL);
    expect(open.messages().at(-1)?.text).toContain('words of changed');
  });

  test('is not shown to all where all see somebody think', async () => {
    const [audience, replyTo] = [open.discord.person, await open.ask(false)];
    await post(word('told'), { audience, replyTo });
    expect(open.messages()).toMatchObject([{ onlyFor: audience, text: expect.stringContaining('words of told') }]);
  });

  test('can no longer be changed once the token is too old', async () => {
    const [audience, replyTo] = [open.discord.person, await open.ask(true)];
    const one = open.aPost(word('first'), { audience, replyTo });
    const id = await open.platform.post(one, SIGNAL);
    await open.platform.edit({ ...one, card: word('second') }, id, SIGNAL);
    expect(open.messages()[0]?.text).toContain('words of second');
    open.pass(15 * MINUTE_MS);
    for (const given of [replyTo, null])
      await expect(open.platform.edit({ ...one, replyTo: given }, id, SIGNAL)).rejects.toMatchObject({
        code: 'REPLY_EXPIRED',
      });
  });
});

describe('an edit', () => {
  test('goes by the token while it is good, and then as the bot', async () => {
    const one = open.aPost(word('reading'), { replyTo: await open.ask(), isFinal: false });
    const id = await open.platform.post(one, SIGNAL);
    await open.platform.edit({ ...one, card: word('checking') }, id, SIGNAL);
    expect(requests(/^PATCH \/channels/)).toEqual([]);
    // Discord's clock, then ours.
    open.discord.ageTokens(16 * MINUTE_MS);
    await open.platform.edit({ ...one, card: word('writing') }, id, SIGNAL);
    open.pass(16 * MINUTE_MS);
    await open.platform.edit({ ...one, card: word('done') }, id, SIGNAL);
    expect(requests(/^PATCH \/channels/)).toHaveLength(2);
    expect(open.messages()).toMatchObject([{ id, edits: 4, text: expect.stringContaining('words of done') }]);
  });

  test('finds a message that was sent beside its interaction', async () => {
    const replyTo = await open.ask();
    const one = open.aPost(word('apart'));
    const id = await open.platform.post(one, SIGNAL);
    await open.platform.edit({ ...one, replyTo, card: word('changed') }, id, SIGNAL);
    expect(open.messages().find((message) => message.id === id)?.text).toContain('words of changed');
  });
});

describe('every message', () => {
  test('pings nobody, and says so', async () => {
    open.respond = async () => ({ kind: 'shown', card: longCard() });
    await open.discord.command('help');
    await open.discord.say(`<@${open.discord.bot.id}> help`);
    await eventually(
      'all answers',
      () => open.messages().filter(({ text }) => text.includes('Statement 59:')).length === 2,
    );
    const replyTo = await open.ask();
    const one = open.aPost(word('@everyone <@1100000000000000003>'), { replyTo, topic: 'x' });
    const id = await open.platform.post(one, SIGNAL);
    await open.platform.edit({ ...one, replyTo: null }, id, SIGNAL);
    await post(word('plain'));
    for (const body of bodies()) expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
    expect(bodies().length).toBeGreaterThan(6);
    for (const { pinged } of open.messages()) expect(pinged).toEqual([]);
  });

  test('sent twice in a channel is there once', async () => {
    const one = open.aPost(word('once'));
    expect(await open.platform.post(one, SIGNAL)).toBe(await open.another().post(one, SIGNAL));
    expect(open.messages()).toHaveLength(1);
  });

  test('can be sent before the bot listens, and after', async () => {
    await open.platform.stop();
    await open.another().post(open.aPost(word('worker')), SIGNAL);
    expect(open.messages()).toHaveLength(1);
  });
});

describe('outside guilds', () => {
  test('a talk with the bot has no threads: parts follow as replies, and questions are asked by command', async () => {
    open.discord.addChannel({ id: DM, guild: null, type: 1 });
    const place = { platform: 'discord', workspace: `dm-${DM}`, channel: DM, thread: null };
    const root = await post(word('briefing'), { place, topic: 'A briefing' });
    const part = open.aPost(word('part'), { place: { ...place, thread: root } });
    const id = await open.platform.post(part, SIGNAL);
    expect(open.messages(DM)).toMatchObject([
      { id: root, text: expect.stringContaining('Ask a question with /ask.') },
      { id, replyTo: root },
    ]);
    await open.platform.edit({ ...part, card: word('changed') }, id, SIGNAL);
    expect(open.messages(DM)[1]?.text).toContain('words of changed');
    expect(await open.platform.find(part, new Date(0), SIGNAL)).toEqual({ kind: 'there', message: id });
    expect(open.discord.threads()).toEqual([]);
  });

  test('where somebody has byline for themselves alone, it answers by the token', async () => {
    open.discord.addChannel({ id: ELSEWHERE, guild: '1200000000000000009', botPermissions: 0n });
    open.respond = async () => ({ kind: 'taken', isPrivate: false });
    await open.discord.command(
      'brief',
      { article: 'https://example.org/' },
      { channel: ELSEWHERE, guild: '1200000000000000009' },
    );
    const [arrival] = open.arrivals;
    if (arrival?.kind !== 'command') throw new Error('no command');
    expect(arrival.place).toMatchObject({ workspace: '1200000000000000009', channel: ELSEWHERE });
    const { place, replyTo } = arrival;
    const one = open.aPost(word('briefing'), { place, replyTo, topic: 'A briefing' });
    const id = await open.platform.post(one, SIGNAL);
    expect(open.messages(ELSEWHERE)).toMatchObject([
      { id, text: expect.stringContaining('Ask a question with /ask.') },
    ]);
    await open.platform.edit({ ...one, card: word('changed') }, id, SIGNAL);
    expect(open.messages(ELSEWHERE)[0]?.text).toContain('words of changed');
    // What does not fit into one message follows it the same way, once, and nothing is said where it stood.
    const part = open.aPost(word('part'), { place: { ...place, thread: id } });
    const next = await open.platform.post(part, SIGNAL);
    expect(await open.platform.post(part, SIGNAL)).toBe(next);
    expect(await open.platform.find(part, new Date(0), SIGNAL)).toEqual({ kind: 'there', message: next });
    expect(open.messages(ELSEWHERE)).toMatchObject([
      { id, text: expect.stringContaining('words of changed') },
      { id: next, onlyFor: null, text: expect.stringContaining('words of part') },
    ]);
    // Behind a message that answers nobody there is no such way, nor once the token is too old.
    const behind = { ...part, id: `${part.id}-2`, place: { ...place, thread: '1300000000000000001' } };
    await expect(open.platform.post(behind, SIGNAL)).rejects.toMatchObject({ code: 'MAY_NOT_POST' });
    open.pass(15 * MINUTE_MS);
    const late = { ...part, id: `${part.id}-3` };
    await expect(open.platform.post(late, SIGNAL)).rejects.toMatchObject({ code: 'MAY_NOT_POST' });
  });
});
