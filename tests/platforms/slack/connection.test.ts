/** Connections come and go: nothing of what is said meanwhile is lost or doubled, and the process lives on. */
import { afterEach, expect, test } from 'vitest';
import { lookAt } from '../../contracts/slack-eyes.ts';
import { eventually } from '../../fakes/eventually.ts';
import { openSlackBot, type SlackBot } from './a-slack-bot.ts';

let bot: SlackBot;
afterEach(() => bot.close());

test.each(['refreshSockets', 'dropSockets'] as const)(
  '%s: it is back at once, and hears what was said meanwhile',
  async (how) => {
    bot = await openSlackBot();
    const { slack } = bot;
    slack[how]();
    await eventually('no connection', () => slack.sockets() === 0);
    await slack.say(`<@${slack.bot.userId}> ${bot.site.url}/ferry`);
    await slack.connected();
    await bot.awaitText('Sunday ferry');
    expect(bot.shown(null)).toHaveLength(1);
    expect((await slack.slash('/brief', 'help')).isAcked).toBe(true);
  },
);

test.each([
  { kind: 'status', status: 500 },
  { kind: 'rate-limited', retryAfter: 1 },
  { kind: 'error', error: 'invalid_auth' },
  { kind: 'drop-before' },
] as const)('Slack gives no new connection ($kind): it is asked again, and the log says so', async (fault) => {
  bot = await openSlackBot();
  const { slack } = bot;
  for (let i = 0; i < 2; i++) slack.fail('apps.connections.open', fault);
  slack.dropSockets();
  await eventually('no connection', () => slack.sockets() === 0);
  await slack.connected();
  expect((await slack.slash('/brief', 'help')).isAcked).toBe(true);
  expect(bot.told).toContainEqual(
    expect.objectContaining({ kind: 'trouble', what: expect.stringContaining('connected anew') }),
  );
});

test('a stop while it connects anew ends at once', async () => {
  bot = await openSlackBot();
  for (let i = 0; i < 20; i++) bot.slack.fail('apps.connections.open', { kind: 'status', status: 500 });
  bot.slack.dropSockets();
  await eventually('a failure', () => bot.told.some(({ kind }) => kind === 'trouble'));
  const began = performance.now();
  await bot.platform().stop();
  expect(performance.now() - began).toBeLessThan(10_000);
});

test('a thread whose root was deleted is not answered for the whole channel to read', async () => {
  bot = await openSlackBot();
  const { slack } = bot;
  await slack.slash('/brief', `${bot.site.url}/ferry`);
  const root = await eventually('the briefing', () =>
    bot.shown(null).find(({ blocks }) => lookAt(blocks).buttons.length > 0),
  );
  const place = { platform: 'slack', workspace: slack.team, channel: root.channel, thread: null };
  await eventually(
    'its row',
    async () => (await bot.memory.transact(({ posts }) => posts.at(place, root.ts))) !== null,
  );
  const post = {
    ...{ id: 'p'.repeat(22), place: { ...place, thread: '1.000001' }, audience: null, replyTo: null, topic: null },
    ...{ isFinal: true, card: { title: 'An answer', blocks: [] } },
  };
  await expect(bot.platform().post(post, new AbortController().signal)).rejects.toMatchObject({ code: 'CHANNEL_GONE' });
  expect(bot.shown(null).map(bot.textOf).join()).not.toContain('An answer');
});
