import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeSocketApp } from './a-bolt-app.ts';
import { createSlack } from './create-slack.ts';
import type { SlackStandIn } from './stand-in.ts';
import { HOME_CHANNEL as channel, HOME_USER } from './world.ts';

let slack: SlackStandIn;
let app: ReturnType<typeof makeSocketApp>;
beforeEach(async () => {
  slack = await createSlack({ limits: 'off' });
  app = makeSocketApp(slack);
});
afterEach(async () => {
  await app.stop();
  await slack.close();
});

const start = async (): Promise<void> => {
  await app.start();
  await slack.connected();
};
const button = { type: 'button', action_id: 'sources', text: { type: 'plain_text', text: 'Sources' } } as const;

test('a real Bolt app reads a command, posts, updates, opens a modal and answers in the thread', async () => {
  app.command('/brief', async ({ ack, command, client, respond }) => {
    await ack({ response_type: 'ephemeral', text: `Reading ${command.text}` });
    const { ts = '' } = await client.chat.postMessage({ channel: command.channel_id, text: 'Reading' });
    const blocks = [{ type: 'actions' as const, elements: [button] }];
    await client.chat.update({ channel: command.channel_id, ts, text: 'Done', blocks });
    await respond('It is there.');
  });
  app.action('sources', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions') return;
    const title = { type: 'plain_text', text: 'Sources' } as const;
    await client.views.open({ trigger_id: body.trigger_id, view: { type: 'modal', title, blocks: [] } });
  });
  app.message('why', async ({ message, say }) => {
    if (message.subtype === undefined) await say({ text: 'Because.', thread_ts: message.thread_ts ?? message.ts });
  });
  await start();

  const acknowledgement = await slack.slash('/brief', 'https://a.example');
  expect(acknowledgement).toMatchObject({ isAcked: true, status: null, body: { text: 'Reading https://a.example' } });
  await expect.poll(() => slack.ephemerals.map(({ how }) => how)).toEqual(['acknowledgement', 'response_url']);
  const [card] = slack.messages(channel);
  expect(card).toMatchObject({ text: 'Done', edits: 1, isByBot: true });

  expect(await slack.press({ ts: card?.ts ?? '' }, 'Sources')).toMatchObject({ isAcked: true });
  await expect.poll(() => slack.views.length).toBe(1);
  expect(slack.views[0]).toMatchObject({ user: HOME_USER });

  expect(await slack.say('why?', { threadTs: card?.ts ?? '' })).toMatchObject({ isAcked: true });
  await expect.poll(() => slack.messages(channel).at(-1)).toMatchObject({ text: 'Because.', threadTs: card?.ts });
  expect(slack.refusals).toEqual([]);
});

test('a real Bolt app hears an event that is delivered twice twice, and can tell by its id', async () => {
  const heard: { readonly id: string; readonly retryNum: number | undefined }[] = [];
  app.event('app_mention', async ({ body, context }) => {
    heard.push({ id: body.event_id, retryNum: context.retryNum });
  });
  await start();
  await slack.say(`<@${slack.bot.userId}> hello`);
  await slack.redeliver();
  await expect.poll(() => heard.length).toBe(2);
  expect(heard.map(({ retryNum }) => retryNum)).toEqual([0, 1]);
  expect(new Set(heard.map(({ id }) => id)).size).toBe(1);
});

test('a real Bolt app is not told of its own posts, yet of their edits', async () => {
  const heard: unknown[] = [];
  app.message(async ({ message }) => void heard.push(message.subtype));
  await start();
  const { ts = '' } = await app.client.chat.postMessage({ channel, text: 'a' });
  await app.client.chat.update({ channel, ts, text: 'b' });
  await expect.poll(() => heard).toEqual(['message_changed']);
});

test.each(['refreshSockets', 'dropSockets'] as const)(
  'after %s the real client comes back and hears what was said',
  async (leave) => {
    const heard: unknown[] = [];
    app.message(async ({ message }) => void heard.push('text' in message ? message.text : undefined));
    await start();
    slack[leave]();
    expect(await slack.say('are you there?')).toMatchObject({ isAcked: false });
    await slack.connected();
    await expect.poll(() => heard).toEqual(['are you there?']);
    expect(await slack.say('and now?')).toMatchObject({ isAcked: true });
    expect(slack.sockets()).toBe(1);
  },
);

test('a real Bolt app that acknowledges too late has not acknowledged', async () => {
  await slack.close();
  await app.stop();
  slack = await createSlack({ acknowledgeWithinMs: 100 });
  app = makeSocketApp(slack);
  app.command('/brief', async ({ ack }) => {
    await new Promise((done) => setTimeout(done, 150));
    await ack('late');
  });
  await start();
  expect(await slack.slash('/brief', 'a')).toMatchObject({ isAcked: false, body: null });
  await new Promise((done) => setTimeout(done, 100));
  expect(slack.ephemerals).toEqual([]);
});
