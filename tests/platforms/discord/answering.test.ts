/** How interactions and messages are acknowledged, whatever becomes of them. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '#core/card.ts';
import { eventually } from '../../fakes/eventually.ts';
import { lookAt } from './discord-eyes.ts';
import { longCard, type OpenDiscord, openDiscord, SIGNAL, word } from './open-discord.ts';

const EPHEMERAL = 64;
const LOADING = 128;
const LATE_MS = 2_100;
const ARTICLE = { article: 'https://example.org/' };

let open: OpenDiscord;
beforeEach(async () => {
  open = await openDiscord();
  await open.start();
});
afterEach(() => open.close());

const brief = () => open.discord.command('brief', ARTICLE);
const answered = () => open.messages().map(({ text }) => text);
const later = <T>(value: T) => new Promise<T>((done) => setTimeout(done, LATE_MS, value));

describe('an interaction', () => {
  test.each([false, true])('that is taken is acknowledged at once, privately: %s', async (isPrivate) => {
    open.respond = async () => ({ kind: 'taken', isPrivate });
    expect(await brief()).toMatchObject({ isAcked: true, type: 5 });
    expect(open.messages()).toMatchObject([
      {
        isLoading: true,
        onlyFor: isPrivate ? open.discord.person : null,
        flags: LOADING | (isPrivate ? EPHEMERAL : 0),
      },
    ]);
    expect(open.troubles).toEqual([]);
  });

  test('whose answer is there is shown it, alone, in as many messages as it needs', async () => {
    const card: Card = longCard();
    open.respond = async () => ({ kind: 'shown', card });
    const { type, data } = await brief();
    expect(type).toBe(4);
    expect(lookAt(data?.components).text).toContain('A long record');
    await eventually('the rest', () => open.messages().some(({ text }) => text.includes('Statement 59:')));
    const messages = open.messages();
    expect(messages.length).toBeGreaterThan(2);
    for (const { onlyFor } of messages) expect(onlyFor).toBe(open.discord.person);
    const all = messages.map(({ text }) => text).join(' ');
    for (let at = 0; at < 60; at++) expect(all.split(`Statement ${at}:`)).toHaveLength(2);
  });

  test('that is not for the bot is told so', async () => {
    open.respond = async () => ({ kind: 'ignored' });
    expect(await brief()).toMatchObject({ type: 4, data: { flags: EPHEMERAL | (1 << 15) } });
    expect(answered()).toEqual(['There is nothing for byline to do here.']);
  });

  test('that cannot be stored is told so, without the cause', async () => {
    open.respond = () => Promise.reject(new Error('the disk is full of secrets'));
    expect(await brief()).toMatchObject({ type: 4 });
    expect(answered()).toEqual([expect.stringContaining('Try again')]);
    expect(open.troubles).toMatchObject([{ what: 'an interaction could not be taken' }]);
  });

  test.each([
    ['a card', () => later({ kind: 'shown', card: word('late') } as const), ['late words of late']],
    [
      'a failure',
      () => later(null).then(() => Promise.reject(new Error('no'))),
      [expect.stringContaining('Try again')],
    ],
    ['nothing', () => later({ kind: 'ignored' } as const), [expect.stringContaining('nothing for byline')]],
  ])('that takes long is acknowledged in time, and then comes to %s', async (_, respond, expected) => {
    open.respond = respond;
    expect(await brief()).toMatchObject({ isAcked: true, type: 5, data: { flags: EPHEMERAL } });
    await eventually('the answer', () => open.messages().some(({ isLoading }) => !isLoading));
    expect(answered().map((text) => text.replace(/\s+/g, ' '))).toEqual(expected);
  });

  test('that takes long and is for all is answered by a message of its own', async () => {
    open.respond = () => later({ kind: 'taken', isPrivate: false } as const);
    await brief();
    await eventually('a word', () => open.messages().some(({ isLoading }) => !isLoading));
    const arrival = open.arrivals[0];
    const replyTo = arrival?.kind === 'command' ? arrival.replyTo : null;
    const id = await open.platform.post(open.aPost(word('for all'), { replyTo }), SIGNAL);
    expect(open.messages()).toMatchObject([
      { onlyFor: open.discord.person, text: expect.stringContaining('in this channel') },
      { id, onlyFor: null, text: expect.stringContaining('words of for all') },
    ]);
    // Another process sees that the first answer is for the asker alone.
    const elsewhere = await open.another().post(open.aPost(word('from elsewhere'), { replyTo }), SIGNAL);
    expect(open.messages().find((one) => one.id === elsewhere)).toMatchObject({ onlyFor: null, interaction: null });
  });

  test('that takes long and is for the asker is answered by what was promised', async () => {
    open.respond = () => later({ kind: 'taken', isPrivate: true } as const);
    await brief();
    await eventually('the arrival', () => open.arrivals.length === 1);
    const arrival = open.arrivals[0];
    const replyTo = arrival?.kind === 'command' ? arrival.replyTo : null;
    await open.platform.post(open.aPost(word('for you'), { replyTo, audience: open.discord.person }), SIGNAL);
    expect(open.messages()).toMatchObject([{ onlyFor: open.discord.person, text: expect.stringContaining('for you') }]);
  });

  test('that is delivered twice does no harm, and is one arrival by its id', async () => {
    open.respond = async () => ({ kind: 'shown', card: longCard() });
    await brief();
    await eventually('all parts', () => open.messages().some(({ text }) => text.includes('Statement 59:')));
    const count = open.messages().length;
    await open.discord.redeliver();
    await eventually('the second', () => open.troubles.length === 1);
    expect(new Set(open.arrivals.map(({ id }) => id)).size).toBe(1);
    expect(open.arrivals).toHaveLength(2);
    expect(open.messages()).toHaveLength(count);
    expect(open.troubles[0]?.cause).toMatchObject({ discord: 40060 });
  });

  test.each([
    { kind: 'status', status: 503 } as const,
    { kind: 'status', status: 503, isDone: true } as const,
    { kind: 'drop-before' } as const,
    { kind: 'drop-after' } as const,
  ])('is acknowledged although its first attempt meets %j', async (fault) => {
    open.discord.fail(/POST .*callback/, fault);
    expect(await brief()).toMatchObject({ isAcked: true, type: 5 });
    const arrival = open.arrivals[0];
    const replyTo = arrival?.kind === 'command' ? arrival.replyTo : null;
    await open.platform.post(open.aPost(word('done'), { replyTo }), SIGNAL);
    expect(open.messages()).toMatchObject([
      { text: expect.stringContaining('words of done'), interaction: open.arrivals[0]?.id },
    ]);
  });

  test('for which Discord waits no longer is no trouble but for the log', async () => {
    open.discord.fail(/POST .*callback/, { kind: 'error', status: 404, code: 10062 });
    const asked = brief();
    await eventually('the trouble', () => open.troubles.length === 1);
    const arrival = open.arrivals[0];
    const replyTo = arrival?.kind === 'command' ? arrival.replyTo : null;
    const before = open.discord.requests.length;
    await open.platform.post(open.aPost(word('all the same'), { replyTo }), SIGNAL);
    // It is known here that the token is of no use.
    expect(open.discord.requests.slice(before)).toMatchObject([
      { method: 'POST', path: `/channels/${open.discord.channel}/messages` },
    ]);
    await expect(
      open.platform.post(open.aPost(word('secret'), { replyTo, audience: open.discord.person }), SIGNAL),
    ).rejects.toMatchObject({ code: 'REPLY_EXPIRED' });
    await asked;
  });

  test('of a button that byline does not know is told so', async () => {
    open.discord.dispatch('INTERACTION_CREATE', {
      ...{ id: '5', application_id: open.discord.applicationId, token: 't', type: 3, channel_id: open.discord.channel },
      data: { custom_id: 'old', component_type: 2 },
    });
    await eventually('the answer', () => open.discord.requests.some(({ path }) => path.endsWith('/callback')));
    expect(open.discord.requests.at(-1)?.body).toMatchObject({ type: 4, data: { flags: EPHEMERAL | (1 << 15) } });
    expect(open.arrivals).toEqual([]);
  });

  test('while the bot stops is told to come back', async () => {
    const gate = Promise.withResolvers<void>();
    open.respond = async () => {
      await gate.promise;
      return { kind: 'taken', isPrivate: false };
    };
    const first = brief();
    await eventually('the first', () => open.arrivals.length === 1);
    const stopped = open.platform.stop();
    const { data } = await brief();
    expect(lookAt(data?.components).text).toContain('being restarted');
    gate.resolve();
    expect(await first).toMatchObject({ isAcked: true, type: 5 });
    await stopped;
    expect(open.arrivals).toHaveLength(1);
  });
});

describe('a menu', () => {
  test('on a message briefs what it links', async () => {
    const { id } = await open.discord.say('read <https://example.org/story>, it is good');
    await open.discord.messageMenu('Brief this', id);
    const briefed = open.arrivals.find(({ kind }) => kind === 'command');
    expect(briefed).toMatchObject({ command: 'brief', input: { article: 'https://example.org/story' } });
  });

  test('asks for the help of one command, or of all', async () => {
    open.respond = async () => ({ kind: 'shown', card: word('help') });
    await open.discord.command('help', { command: 'ask' });
    await open.discord.command('help');
    expect(open.arrivals).toMatchObject([
      { command: 'help', input: 'ask' },
      { command: 'help', input: '' },
    ]);
  });
});

describe('a press', () => {
  const card: Card = {
    title: 'Pressed',
    blocks: [
      {
        kind: 'buttons',
        buttons: [{ label: 'Who', press: { action: 'cited', briefing: 'a'.repeat(22), source: null } }],
      },
      {
        kind: 'choices',
        prompt: 'One source',
        choices: [
          { label: 'Ida Holm', detail: '2', press: { action: 'cited', briefing: 'a'.repeat(22), source: 's2' } },
        ],
      },
    ],
  };

  test('and a choice come back as what they were made of, from a thread too', async () => {
    open.respond = async () => ({ kind: 'shown', card: word('shown') });
    const root = await open.platform.post(open.aPost(word('root')), SIGNAL);
    const place = { ...open.aPost(card).place, thread: root };
    const message = await open.platform.post(open.aPost(card, { place }), SIGNAL);
    expect(lookAt((await open.discord.press(message, 'Who')).data?.components).text).toContain('words of shown');
    await open.discord.choose(message, 'Ida Holm');
    expect(open.arrivals).toMatchObject([
      { kind: 'press', press: { source: null }, place },
      { kind: 'press', press: { source: 's2' }, place },
    ]);
  });

  test('that is taken changes nothing in its message', async () => {
    const message = await open.platform.post(open.aPost(card), SIGNAL);
    expect(await open.discord.press(message, 'Who')).toMatchObject({ type: 6 });
    expect(open.messages()).toHaveLength(1);
  });
});

describe('a message', () => {
  test('that the bot answers at once is answered by a reply that pings nobody, once', async () => {
    open.respond = async () => ({ kind: 'shown', card: word('for <@1100000000000000003>') });
    const { id } = await open.discord.say(`<@${open.discord.bot.id}> help`);
    await eventually('the reply', () => open.messages().some(({ replyTo }) => replyTo === id));
    // The same event again, as after a resume.
    open.discord.dispatch('MESSAGE_CREATE', { id });
    await eventually('the second', () => open.arrivals.length === 2);
    await eventually('its request', () => open.discord.requests.filter(({ method }) => method === 'POST').length === 2);
    expect(open.messages().filter(({ replyTo }) => replyTo === id)).toMatchObject([{ pinged: [], onlyFor: null }]);
    expect(open.arrivals[0]).toMatchObject({ kind: 'message', id, text: 'help', mentionsBot: true });
  });

  test('that cannot be stored is told so to whoever spoke to the bot, and to nobody else', async () => {
    open.respond = () => Promise.reject(new Error('secret'));
    await open.discord.say('just talking');
    await open.discord.say(`<@${open.discord.bot.id}> what happened?`);
    await eventually('a word', () => open.messages().some(({ text }) => text.includes('Try again')));
    expect(open.messages().filter(({ author }) => author === open.discord.bot.id)).toHaveLength(1);
    expect(open.troubles).toHaveLength(2);
  });

  test('where the bot may not read what was said is answered without a reference', async () => {
    const blind = '1100000000000000040';
    open.discord.addChannel({ id: blind, botPermissions: (1n << 10n) | (1n << 11n) });
    open.respond = async () => ({ kind: 'shown', card: word('shown') });
    await open.discord.say(`<@${open.discord.bot.id}> help`, { channel: blind });
    await eventually('the answer', () => open.messages(blind).some(({ text }) => text.includes('words of shown')));
    expect(open.messages(blind).at(-1)).toMatchObject({ replyTo: null });
  });

  test('in a talk with the bot is for it', async () => {
    await open.discord.say('what happened?', { guild: null });
    await eventually('the message', () => open.arrivals.length === 1);
    const [arrival] = open.arrivals;
    expect(arrival).toMatchObject({ kind: 'message', mentionsBot: true, person: { mayManage: true } });
    expect(arrival?.place.workspace).toBe(`dm-${arrival?.place.channel}`);
    const { place } = open.arrivals[0] ?? open.aPost(word(''));
    const id = await open.platform.post(open.aPost(word('answer'), { place }), SIGNAL);
    expect(open.messages(place.channel).find((one) => one.id === id)).toBeDefined();
  });
});
