/** Proves the life of an interaction: three seconds, one answer, a token of fifteen minutes, and who sees what. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerByHand, type Hands } from './answer-by-hand.ts';
import { complaintsIn } from './call-discord.ts';
import { textOf } from './json.ts';
import type { RawBot } from './raw-bot.ts';
import { many, row } from './sample-components.ts';
import type { DiscordStandIn } from './stand-in.ts';

const BUTTONS = [
  row(
    { type: 2, style: 1, label: 'More', custom_id: 'more' },
    { type: 2, style: 1, label: 'Off', custom_id: 'off', disabled: true },
  ),
];

let hands: Hands;
let stand: DiscordStandIn;
let bot: RawBot;

beforeEach(async () => {
  hands = await answerByHand();
  stand = hands.stand;
  bot = hands.bot;
});
afterEach(() => stand.close());

const call: Hands['call'] = (...all) => hands.call(...all);
const answer: Hands['answer'] = (...all) => hands.answer(...all);
const hook: Hands['hook'] = (...all) => hands.hook(...all);
const answered: Hands['answered'] = (...all) => hands.answered(...all);

describe('what the app is told', () => {
  test('a command comes with its options as registered, its place and its person', async () => {
    stand.command('follow', { subcommand: 'add', n: 3 }, { permissions: 32n }).catch(() => {});
    const interaction = await bot.next('INTERACTION_CREATE');
    expect(interaction).toMatchObject({
      type: 2,
      version: 1,
      application_id: stand.applicationId,
      guild_id: stand.guild,
      channel_id: stand.channel,
      channel: { id: stand.channel, type: 0 },
      member: { permissions: '32', user: { id: stand.person } },
      data: {
        name: 'follow',
        type: 1,
        options: [{ name: 'add', type: 1, options: [{ name: 'n', type: 4, value: 3 }] }],
      },
      context: 0,
      authorizing_integration_owners: { '0': stand.guild },
      locale: 'en-US',
    });
    expect(interaction.user).toBeUndefined();
  });

  test('in a DM there is a user and no member', async () => {
    stand.command('brief', {}, { guild: null }).catch(() => {});
    const interaction = await bot.next('INTERACTION_CREATE');
    expect(interaction).toMatchObject({ user: { id: stand.person }, channel: { type: 1 }, context: 1 });
    expect(interaction.member).toBeUndefined();
  });

  test('in a thread the channel says so', async () => {
    stand.addChannel({ id: '77', type: 11 });
    stand.command('brief', {}, { channel: '77' }).catch(() => {});
    const { channel } = await bot.next('INTERACTION_CREATE');
    expect(channel).toMatchObject({ type: 11, parent_id: stand.channel, thread_metadata: { archived: false } });
  });

  test('a message menu brings the message, words and all', async () => {
    const { id } = await stand.say('read https://a.example');
    stand.messageMenu('Brief this', id).catch(() => {});
    const { data } = await bot.next('INTERACTION_CREATE');
    expect(data).toMatchObject({
      type: 3,
      target_id: id,
      resolved: { messages: { [id]: { content: 'read https://a.example' } } },
    });
  });
});

describe('the first answer', () => {
  test('is a message, once', async () => {
    const given = stand.command('brief', { url: 'a.example' });
    const interaction = await bot.next('INTERACTION_CREATE');
    const reply = await answer(interaction, { type: 4, data: { content: 'x' } }, '?with_response=true');
    expect(reply.body).toMatchObject({
      interaction: { id: interaction.id, type: 2, response_message_loading: false, response_message_ephemeral: false },
      resource: { type: 4, message: { content: 'x', type: 20, interaction_metadata: { id: interaction.id } } },
    });
    expect(await given).toMatchObject({ isAcked: true, type: 4, data: { content: 'x' } });
    expect((await answer(interaction, { type: 4, data: { content: 'x' } })).body).toMatchObject({ code: 40060 });
    expect(stand.messages(stand.channel)).toHaveLength(1);
  });

  test('comes too late after three seconds', async () => {
    const given = stand.command('brief');
    const interaction = await bot.next('INTERACTION_CREATE');
    stand.ageTokens(2900);
    stand.ageTokens(101);
    expect(await given).toMatchObject({ isAcked: false, type: null });
    expect((await answer(interaction, { type: 5 })).body).toMatchObject({
      code: 10062,
      message: 'Unknown interaction',
    });
    expect((await call('PATCH', hook(interaction, '/messages/@original'), { content: 'x' })).body).toMatchObject({
      code: 10015,
    });
  });

  test('needs the right token', async () => {
    stand.command('brief').catch(() => {});
    const { id } = await bot.next('INTERACTION_CREATE');
    expect((await answer({ id, token: 'other' }, { type: 5 })).body).toMatchObject({ code: 10062 });
    expect((await answer({ id: '5', token: 'other' }, { type: 5 })).body).toMatchObject({ code: 10062 });
  });

  test.each([[6], [7], [8], [10], [0], ['4']])('to a command cannot be of type %s', async (type) => {
    stand.command('brief').catch(() => {});
    const interaction = await bot.next('INTERACTION_CREATE');
    expect((await answer(interaction, { type, data: {} })).body).toMatchObject({ code: 50035 });
    expect((await answer(interaction, { type: 5 })).status).toBe(204);
  });

  test('that is refused leaves the interaction open', async () => {
    stand.command('brief').catch(() => {});
    const interaction = await bot.next('INTERACTION_CREATE');
    expect((await answer(interaction, { type: 4, data: { content: 'x'.repeat(2001) } })).body).toMatchObject({
      code: 50035,
    });
    expect((await answer(interaction, { type: 4, data: {} })).body).toMatchObject({ code: 50006 });
    expect((await answer(interaction, { type: 4, data: { content: 'x' } })).status).toBe(204);
  });

  test('given twice after the same interaction came twice is refused the second time', async () => {
    const interaction = await answered({ type: 5 });
    expect(await stand.redeliver()).toMatchObject({ isAcked: true, id: interaction.id });
    const again = await bot.next('INTERACTION_CREATE');
    expect(again).toEqual(interaction);
    expect((await answer(again, { type: 5 })).body).toMatchObject({ code: 40060 });
  });
});

describe('after a deferral', () => {
  test('the message loads until it is filled', async () => {
    const interaction = await answered({ type: 5 });
    expect(stand.messages(stand.channel)).toMatchObject([{ isLoading: true, content: '', onlyFor: null }]);
    const edited = await call('PATCH', hook(interaction, '/messages/%40original'), { content: 'done' });
    expect(edited.body).toMatchObject({ content: 'done', flags: 0 });
    expect(stand.messages(stand.channel)).toMatchObject([{ isLoading: false, content: 'done', edits: 1 }]);
    expect((await call('GET', hook(interaction, '/messages/@original'))).body).toMatchObject({ content: 'done' });
  });

  test('of an ephemeral kind only one person sees the message, and the channel does not have it', async () => {
    const interaction = await answered({ type: 5, data: { flags: 64 } });
    const [message] = stand.messages(stand.channel);
    expect(message).toMatchObject({ onlyFor: stand.person, isLoading: true });
    await call('PATCH', hook(interaction, '/messages/@original'), { content: 'x', components: BUTTONS });
    expect((await call('GET', `/channels/${stand.channel}/messages`)).list).toEqual([]);
    expect((await call('GET', `/channels/${stand.channel}/messages/${message?.id}`)).body).toMatchObject({
      code: 10008,
    });
    expect(
      (await call('POST', `/channels/${stand.channel}/messages/${message?.id}/threads`, { name: 'x' })).body,
    ).toMatchObject({ code: 10008 });
    await expect(stand.press(message?.id ?? '', 'More', { user: '5' })).rejects.toThrow('does not see');
    expect(bot.heard.filter(({ t }) => t === 'MESSAGE_CREATE')).toEqual([]);
  });

  test('the first follow-up fills the message, as it does for old apps', async () => {
    const interaction = await answered({ type: 5, data: { flags: 64 } });
    await call('POST', hook(interaction), { content: 'x' });
    expect(stand.messages(stand.channel)).toMatchObject([{ content: 'x', onlyFor: stand.person }]);
  });

  test('no other flag than the ephemeral one can be set', async () => {
    stand.command('brief').catch(() => {});
    const interaction = await bot.next('INTERACTION_CREATE');
    const refused = await answer(interaction, { type: 5, data: { flags: 1 << 15 } });
    expect(complaintsIn(refused.body)).toEqual(['data.flags MESSAGE_FLAGS_INVALID']);
  });

  test('Components V2 may fill it', async () => {
    const interaction = await answered({ type: 5 });
    const filled = await call('PATCH', hook(interaction, '/messages/@original'), {
      flags: 1 << 15,
      components: [{ type: 10, content: 'x' }],
    });
    expect(filled.body).toMatchObject({ flags: 1 << 15, components: [{ id: 1 }] });
  });

  test('a message that was deleted is unknown', async () => {
    const interaction = await answered({ type: 5 });
    expect((await call('DELETE', hook(interaction, '/messages/@original'))).status).toBe(204);
    expect((await call('PATCH', hook(interaction, '/messages/@original'), { content: 'x' })).body).toMatchObject({
      code: 10008,
    });
  });
});

describe('the token', () => {
  test('is of no use before the first answer', async () => {
    stand.command('brief').catch(() => {});
    const interaction = await bot.next('INTERACTION_CREATE');
    expect((await call('POST', hook(interaction), { content: 'x' })).body).toMatchObject({
      code: 10015,
      message: 'Unknown Webhook',
    });
    expect((await call('GET', hook(interaction, '/messages/@original'))).body).toMatchObject({ code: 10015 });
  });

  test('is void after fifteen minutes', async () => {
    const interaction = await answered({ type: 4, data: { content: 'x' } });
    stand.ageTokens(15 * 60_000 - 1000);
    expect((await call('PATCH', hook(interaction, '/messages/@original'), { content: 'y' })).status).toBe(200);
    stand.ageTokens(2000);
    for (const late of [
      await call('PATCH', hook(interaction, '/messages/@original'), { content: 'z' }),
      await call('GET', hook(interaction, '/messages/@original')),
      await call('POST', hook(interaction), { content: 'z' }),
    ])
      expect(late).toMatchObject({ status: 401, body: { code: 50027, message: 'Invalid Webhook Token' } });
    expect(stand.messages(stand.channel)).toMatchObject([{ content: 'y' }]);
  });

  test('of nobody is an unknown webhook', async () => {
    expect((await call('POST', hook({ token: 'nobody' }), { content: 'x' })).body).toMatchObject({ code: 10015 });
  });

  test('reaches its own follow-ups and no other message', async () => {
    const interaction = await answered({ type: 4, data: { content: 'x' } });
    const made = await call('POST', hook(interaction), { content: 'more', flags: 64 });
    const id = textOf(made.body.id);
    expect(made.body).toMatchObject({
      flags: 64,
      message_reference: { message_id: stand.messages(stand.channel)[0]?.id },
    });
    expect((await call('PATCH', hook(interaction, `/messages/${id}`), { content: 'less' })).body).toMatchObject({
      content: 'less',
    });
    expect((await call('GET', hook(interaction, `/messages/${id}`))).body).toMatchObject({ content: 'less' });
    expect((await call('DELETE', hook(interaction, `/messages/${id}`))).status).toBe(204);
    const other = await stand.say('mine');
    expect((await call('PATCH', hook(interaction, `/messages/${other.id}`), { content: 'x' })).body).toMatchObject({
      code: 10008,
    });
  });

  test('of an app that only the user installed makes five follow-ups, and the bot sees nothing of the place', async () => {
    stand.addChannel({ id: '900', guild: '9' });
    const interaction = await answered({ type: 4, data: { content: 'x' } }, { guild: '9' });
    expect(interaction).toMatchObject({ authorizing_integration_owners: { '1': stand.person }, context: 0 });
    for (const _ of many(5, String)) expect((await call('POST', hook(interaction), { content: 'x' })).status).toBe(200);
    expect((await call('POST', hook(interaction), { content: 'x' })).body).toMatchObject({ code: 40094 });
    expect((await call('POST', '/channels/900/messages', { content: 'x' })).body).toMatchObject({ code: 50001 });
    expect(bot.heard.filter(({ t }) => t === 'MESSAGE_CREATE')).toEqual([]);
  });
});
