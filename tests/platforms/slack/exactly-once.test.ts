/** A whole bot in front of a Slack that fails at every turn, with its limits on: each command is answered, once. */
import { afterEach, expect, test } from 'vitest';
import { lookAt } from '../../contracts/slack-eyes.ts';
import { eventually } from '../../fakes/eventually.ts';
import { openSlackBot, READER, type SlackBot } from './a-slack-bot.ts';

const CHANNELS = 5;
const EACH = 3;
const FAILING = ['chat.postMessage', 'chat.update', 'conversations.history', 'conversations.replies', 'response_url'];

let bot: SlackBot;
afterEach(() => bot.close());

const isDone = (blocks: readonly Readonly<Record<string, unknown>>[]) =>
  lookAt(blocks).buttons.includes('Who says what');

test.each([
  ['whatever fails', 11, false],
  ['whatever fails, and though the process is replaced meanwhile', 12, true],
] as const)('%s', { timeout: 180_000 }, async (_, seed, isReplaced) => {
  bot = await openSlackBot(() => ({}), { perMinute: { 'chat.update': 600 } });
  const { slack, site } = bot;
  const channels = Array.from({ length: CHANNELS }, (__, at) => `C0ONCE${at}`);
  for (const id of channels) slack.addChannel({ id, members: [READER] });
  slack.failOften(FAILING, 0.25, seed);
  const pages = ['story', 'ferry', 'inquiry'];
  const asked = channels.flatMap((channel) =>
    pages.slice(0, EACH).map((page) => slack.slash('/brief', `${site.url}/${page}`, { channel })),
  );
  expect((await Promise.all(asked)).every(({ isAcked }) => isAcked)).toBe(true);
  if (isReplaced) await bot.restart();

  for (const channel of channels)
    await eventually(`all briefings in ${channel}`, () => {
      const shown = bot.shown(null, channel);
      return shown.length >= EACH && shown.filter(({ blocks }) => isDone(blocks)).length === EACH;
    });
  // A question in a thread of each channel.
  for (const channel of channels) {
    const [root] = bot.shown(null, channel);
    const place = { platform: 'slack', workspace: slack.team, channel };
    await eventually(
      'the thread',
      async () => (await bot.memory.transact(({ posts }) => posts.at(place, root?.ts ?? ''))) !== null,
    );
    await slack.say('Who said so, and when?', { channel, threadTs: root?.ts ?? '' });
  }
  for (const channel of channels) {
    const [root] = bot.shown(null, channel);
    await eventually('the answer', () =>
      bot.shown(root?.ts ?? '', channel).some((one) => !/moment|Looking for it/.test(bot.textOf(one))),
    );
  }
  for (const channel of channels) {
    expect(bot.shown(null, channel), channel).toHaveLength(EACH);
    expect(bot.shown(bot.shown(null, channel)[0]?.ts ?? '', channel), channel).toHaveLength(1);
  }
  // It was hard: something of every kind went wrong.
  expect(slack.requests.filter(({ status }) => status !== 200).length).toBeGreaterThan(10);
});
