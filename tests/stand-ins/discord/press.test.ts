/** Proves what a press of a button, a choice and a half-typed word bring, and how they may be answered. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerByHand, type Hands } from './answer-by-hand.ts';
import { complaintsIn } from './call-discord.ts';
import { type Json, recordOf } from './json.ts';
import type { RawBot } from './raw-bot.ts';
import { many, row } from './sample-components.ts';
import type { DiscordStandIn } from './stand-in.ts';

const BUTTONS = [
  row(
    { type: 2, style: 1, label: 'More', custom_id: 'more' },
    { type: 2, style: 1, label: 'Off', custom_id: 'off', disabled: true },
  ),
];
const SELECT = [
  row({
    type: 3,
    custom_id: 'pick',
    options: [
      { label: 'First', value: '1' },
      { label: 'Second', value: '2' },
    ],
  }),
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

async function shown(components: readonly Json[], flags = 0): Promise<string> {
  await answered({ type: 4, data: { content: 'x', components, flags } });
  return stand.messages(stand.channel).at(-1)?.id ?? '';
}

test('a press brings the message, and may change it', async () => {
  const id = await shown(BUTTONS);
  const pressed = stand.press(id, 'More');
  const interaction = await bot.next('INTERACTION_CREATE');
  expect(interaction).toMatchObject({
    type: 3,
    data: { custom_id: 'more', component_type: 2 },
    message: { id, content: 'x' },
  });
  const reply = await answer(interaction, { type: 7, data: { content: 'y' } }, '?with_response=true');
  expect(reply.body).toMatchObject({ resource: { type: 7, message: { id, content: 'y' } } });
  expect(await pressed).toMatchObject({ type: 7 });
  expect((await call('PATCH', hook(interaction, '/messages/@original'), { content: 'z' })).body).toMatchObject({
    id,
    content: 'z',
  });
});

test('a deferred update leaves the message, and the token edits it', async () => {
  const id = await shown(BUTTONS, 64);
  const pressed = stand.press(id, 'More');
  const interaction = await bot.next('INTERACTION_CREATE');
  expect((await answer(interaction, { type: 6 })).status).toBe(204);
  expect(await pressed).toMatchObject({ isAcked: true, type: 6 });
  expect((await call('PATCH', hook(interaction, '/messages/@original'), { content: 'z' })).body).toMatchObject({
    id,
    content: 'z',
    flags: 64,
  });
});

test('a choice brings its value', async () => {
  const id = await shown(SELECT);
  stand.choose(id, 'Second').catch(() => {});
  const interaction = await bot.next('INTERACTION_CREATE');
  expect(interaction).toMatchObject({ data: { custom_id: 'pick', component_type: 3, values: ['2'] } });
  expect((await answer(interaction, { type: 4, data: { content: 'z' } })).status).toBe(204);
  expect(stand.messages(stand.channel).at(-1)).toMatchObject({ replyTo: id });
});

test('nobody can press what is not there, or disabled', async () => {
  const id = await shown(BUTTONS);
  await expect(stand.press(id, 'Less')).rejects.toThrow('no button Less');
  await expect(stand.press(id, 'Off')).rejects.toThrow('disabled');
  await expect(stand.press('5', 'More')).rejects.toThrow('no message 5');
  await expect(stand.choose(id, 'First')).rejects.toThrow('no select');
});

test('autocomplete is answered with choices only, 25 at most', async () => {
  const asked = stand.autocomplete('brief', { focused: 'topic', topic: 'te' });
  const interaction = await bot.next('INTERACTION_CREATE');
  expect(interaction).toMatchObject({ type: 4, data: { options: [{ name: 'topic', value: 'te', focused: true }] } });
  const choices = (count: number) => many(count, (at) => ({ name: `c${at}`, value: `c${at}` }));
  expect((await answer(interaction, { type: 4, data: { content: 'x' } })).body).toMatchObject({ code: 50035 });
  const refused = await answer(interaction, { type: 8, data: { choices: choices(26) } });
  expect(complaintsIn(refused.body)).toEqual(['data.choices BASE_TYPE_BAD_LENGTH']);
  expect((await answer(interaction, { type: 8, data: { choices: choices(25) } })).status).toBe(204);
  expect(recordOf((await asked).data).choices).toHaveLength(25);
});
