import { describe, expect, test } from 'vitest';
import { fieldsOf } from '#platforms/discord/field-of.ts';
import { linkedAddress } from '#platforms/discord/linked-address.ts';
import { readInteraction } from '#platforms/discord/read-interaction.ts';
import { readMessage } from '#platforms/discord/read-message.ts';
import { readReplyHandle, writeReplyHandle } from '#platforms/discord/reply-handle.ts';
import { snowflakeOf, timeOf } from '#platforms/discord/snowflake-of.ts';
import { SLUG } from '../../contracts/full-card.ts';

const MANAGE_CHANNELS = String(1n << 4n);
const ADMINISTRATOR = String(1n << 3n);
const USER = { id: '7', username: 'ida', global_name: 'Ida Holm' };
const HEAD = { id: '11', application_id: '9', token: 'secret', channel_id: '5', version: 1 };
const IN_GUILD = {
  ...HEAD,
  guild_id: '3',
  channel: { id: '5', type: 0 },
  member: { user: USER, nick: null, permissions: '0' },
};
const IN_DM = { ...HEAD, channel: { id: '5', type: 1 }, user: USER };
const brief = (options: unknown = []) => ({ id: '1', type: 1, name: 'brief', options });

function arrivalIn(event: object) {
  const heard = readInteraction(event);
  return heard?.kind === 'arrival' ? heard.arrival : null;
}

describe('an interaction', () => {
  test('with typed options is a command with these', () => {
    const options = [
      { name: 'article', type: 3, value: 'https://example.org/' },
      { name: 'points', type: 4, value: 3 },
      { name: 'private', type: 5, value: false },
    ];
    expect(arrivalIn({ ...IN_GUILD, type: 2, data: brief(options) })).toEqual({
      ...{ kind: 'command', id: '11', command: 'brief', verb: null },
      place: { platform: 'discord', workspace: '3', channel: '5', thread: null },
      person: { id: '7', name: 'Ida Holm', mayManage: false },
      input: { article: 'https://example.org/', points: 3, private: false },
      replyTo: JSON.stringify({ application: '9', interaction: '11', token: 'secret' }),
    });
  });

  test('with a subcommand has its verb', () => {
    const options = [{ name: 'cited', type: 1, options: [{ name: 'article', type: 3, value: 'x.org/y' }] }];
    const data = { id: '1', type: 1, name: 'sources', options };
    expect(arrivalIn({ ...IN_GUILD, type: 2, data })).toMatchObject({ verb: 'cited', input: { article: 'x.org/y' } });
    expect(arrivalIn({ ...IN_GUILD, type: 2, data: { ...data, options: [{ name: 'cited', type: 1 }] } })).toMatchObject(
      {
        ...{ verb: 'cited', input: {} },
      },
    );
  });

  test('in a thread hangs under the thread’s channel', () => {
    const channel = { id: '6', type: 11, parent_id: '5' };
    const place = arrivalIn({ ...IN_GUILD, channel_id: '6', channel, type: 2, data: brief() })?.place;
    expect(place).toEqual({ platform: 'discord', workspace: '3', channel: '5', thread: '6' });
  });

  test('outside guilds has a workspace of its own, and everyone may manage it', () => {
    expect(arrivalIn({ ...IN_DM, type: 2, data: brief() })).toMatchObject({
      place: { workspace: 'dm-5', channel: '5', thread: null },
      person: { id: '7', mayManage: true },
    });
  });

  test.each([
    [MANAGE_CHANNELS, true],
    [ADMINISTRATOR, true],
    ['2048', false],
    ['none', false],
  ])('with permissions %s may manage: %s', (permissions, mayManage) => {
    const member = { user: USER, nick: 'Captain', permissions };
    expect(arrivalIn({ ...IN_GUILD, member, type: 2, data: brief() })?.person).toEqual({
      id: '7',
      name: 'Captain',
      mayManage,
    });
  });

  test('asks for help in words', () => {
    const help = (options: unknown) => arrivalIn({ ...IN_GUILD, type: 2, data: { ...brief(options), name: 'help' } });
    expect(help([])).toMatchObject({ command: 'help', input: '' });
    expect(help([{ name: 'command', type: 3, value: 'ask' }])).toMatchObject({ command: 'help', input: 'ask' });
  });

  test('on a message briefs what it links, or says what it needs', () => {
    const menu = (message: object) =>
      arrivalIn({
        ...{ ...IN_GUILD, type: 2 },
        data: { id: '1', type: 3, name: 'Brief this', target_id: '77', resolved: { messages: { '77': message } } },
      });
    expect(menu({ content: 'see <https://example.org/a>, and https://example.org/b' })).toMatchObject({
      ...{ kind: 'command', command: 'brief', verb: null, input: { article: 'https://example.org/a' } },
    });
    expect(menu({ content: 'nothing' })).toMatchObject({ command: 'brief', input: {} });
  });

  test.each([
    [{ custom_id: `cited:${SLUG}`, component_type: 2 }, null],
    [{ custom_id: `cited:${SLUG}#3`, component_type: 2 }, null],
    [{ custom_id: 'choices', component_type: 3, values: [`cited:${SLUG}:s4#1`] }, 's4'],
  ])('%j is a press', (data, source) => {
    expect(arrivalIn({ ...IN_GUILD, type: 3, data })).toMatchObject({
      ...{ kind: 'press', id: '11', press: { action: 'cited', briefing: SLUG, source } },
    });
  });

  test('that byline does not know can be answered all the same', () => {
    for (const event of [
      { ...IN_GUILD, type: 3, data: { custom_id: 'forged', component_type: 2 } },
      { ...IN_GUILD, type: 3, data: { custom_id: 'choices', component_type: 3, values: [] } },
      { ...IN_GUILD, type: 5, data: { custom_id: 'a form' } },
      { ...IN_GUILD, type: 2, data: { id: '1', type: 3, name: 'Another menu' } },
      { ...IN_GUILD, type: 2, data: {} },
      { ...HEAD, type: 2, data: brief() },
    ])
      expect(readInteraction(event)).toMatchObject({ kind: 'unknown', handle: { interaction: '11' } });
    expect(readInteraction({ ...IN_GUILD, type: 4, data: brief() })).toMatchObject({ kind: 'typing', typing: null });
    expect(readInteraction({ ...HEAD, type: 4, data: brief() })).toMatchObject({ kind: 'typing', typing: null });
  });

  test.each([null, 'x', 3, [], {}, { ...IN_GUILD, token: 5 }, { ...IN_GUILD, id: null }])('%j is none', (event) => {
    expect(readInteraction(event)).toBeNull();
  });
});

describe('a message', () => {
  const BOT = { user: '9', rolesIn: (guild: string) => (guild === '3' ? ['99'] : []) };

  const said = (more: object = {}) =>
    readMessage(
      { id: '21', type: 0, channel_id: '5', guild_id: '3', author: USER, content: 'Why?', mentions: [], ...more },
      BOT,
    );

  test('by a person is heard', () => {
    expect(said()).toEqual({
      ...{
        kind: 'message',
        id: '21',
        channel: '5',
        guild: '3',
        text: 'Why?',
        mentionsBot: false,
        mentionsOthers: false,
      },
      person: { id: '7', name: 'Ida Holm', mayManage: false },
    });
    expect(said({ type: 19 })).not.toBeNull();
  });

  test.each([
    { author: { ...USER, bot: true } },
    { author: { id: '9' } },
    { webhook_id: '4' },
    { type: 7 },
    { type: 18 },
    { author: null },
    { id: 5 },
  ])('with %j is not', (more) => {
    expect(said(more)).toBeNull();
  });

  test('to the bot is heard without its name', () => {
    const named = said({ content: '<@9> what  happened, <@!9>?', mentions: [{ id: '9' }] });
    expect(named).toMatchObject({ mentionsBot: true, mentionsOthers: false });
    expect(named?.text).toMatch(/^what {2}happened, {2}\?$/);
  });

  test('to the role that bears its name is to the bot', () => {
    expect(said({ content: '<@&99> what happened?', mention_roles: ['99'] })).toMatchObject({
      ...{ text: 'what happened?', mentionsBot: true, mentionsOthers: false },
    });
    expect(said({ mention_roles: ['99', '4'] })).toMatchObject({ mentionsBot: true, mentionsOthers: true });
    expect(said({ guild_id: '2', mention_roles: ['99'] })).toMatchObject({ mentionsBot: false, mentionsOthers: true });
  });

  test('to others is known as such, and names them', () => {
    const mentions = [{ id: '8', username: 'mira', global_name: null }];
    expect(said({ content: '<@8> did it open?', mentions })).toMatchObject({
      text: '@mira did it open?',
      mentionsOthers: true,
    });
    for (const more of [{ mention_everyone: true }, { mention_roles: ['4'] }])
      expect(said(more)).toMatchObject({ mentionsBot: false, mentionsOthers: true });
  });

  test('in a talk with the bot is always to it', () => {
    expect(said({ guild_id: undefined })).toMatchObject({
      guild: null,
      mentionsBot: true,
      person: { mayManage: true },
    });
  });

  test('has its links and emoji as they were typed', () => {
    expect(said({ content: 'see <https://example.org/a_b> <:harbour:123> <a:wave:4> <t:1:R>' })?.text).toBe(
      'see https://example.org/a_b :harbour: :wave: <t:1:R>',
    );
  });
});

describe('the address that a message links', () => {
  test.each([
    [{ content: 'read https://example.org/story.' }, 'https://example.org/story'],
    [{ content: '[the story](https://example.org/story) is long' }, 'https://example.org/story'],
    [{ content: 'Booking.com, then <https://example.org/a?b=1&c=(d)>' }, 'https://example.org/a?b=1&c=(d)'],
    [
      { content: '', embeds: [{ title: 'x' }, { url: 'https://example.org/embedded' }] },
      'https://example.org/embedded',
    ],
    [
      { content: '', message_snapshots: [{ message: { content: 'http://example.org/forwarded' } }] },
      'http://example.org/forwarded',
    ],
    [{ content: 'nothing at all' }, null],
    [{}, null],
  ])('%j', (message, address) => {
    expect(linkedAddress(fieldsOf(message))).toBe(address);
  });
});

describe('what an answer needs', () => {
  test('comes back as it was written', () => {
    const handle = { application: '9', interaction: '11', token: 'se"cret' };
    expect(readReplyHandle(writeReplyHandle(handle))).toEqual(handle);
  });

  test.each(['', 'x', '[]', '{}', '{"application":"9","interaction":"x","token":"t"}', 'null'])(
    '%j is none',
    (written) => {
      expect(readReplyHandle(written)).toBeNull();
    },
  );

  test('an id tells when it was made', () => {
    const at = new Date('2026-11-28T10:00:00.123Z');
    expect(timeOf(snowflakeOf(at))).toEqual(at);
    expect(snowflakeOf(new Date(0))).toBe('0');
    expect(timeOf('175928847299117063').toISOString()).toBe('2016-04-30T11:18:25.796Z');
  });
});
