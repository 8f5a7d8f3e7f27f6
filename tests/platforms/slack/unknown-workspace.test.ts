/** Somebody speaks to byline in a workspace for which it has no token, or cannot look it up just now. */
import { afterEach, expect, test } from 'vitest';
import { Problem } from '#core/problem.ts';
import type { SlackOptions } from '#platforms/slack/options.ts';
import { lookAt } from '../../contracts/slack-eyes.ts';
import type { SlackStandIn } from '../../stand-ins/slack/stand-in.ts';
import { openSlackPlatform, type SlackPlatform } from './a-slack-platform.ts';

let it: SlackPlatform;
afterEach(() => it.close());

/** What the shelf of installations does at the next looks, instead of finding nothing. */
let failures: unknown[];

async function open(isSocket: boolean): Promise<void> {
  failures = [];
  const options = (slack: SlackStandIn): Partial<SlackOptions> => ({
    ...{ botToken: null, appToken: isSocket ? slack.appToken : null },
    oauth: { clientId: slack.clientId, clientSecret: slack.clientSecret, publicUrl: null },
    installations: {
      save: async () => undefined,
      async get({ workspace }) {
        const failure = failures.shift();
        if (failure !== undefined) throw failure;
        const isHome = isInstalled && workspace === slack.team;
        const facts = { botUser: slack.bot.userId, botId: slack.bot.botId };
        return isHome
          ? { platform: 'slack', workspace, enterprise: null, tokens: { bot: slack.botToken }, facts }
          : null;
      },
      list: async () => [],
    },
  });
  // In Socket Mode Slack notices by the time alone that something was not acknowledged.
  it = await openSlackPlatform(options, { acknowledgeWithinMs: 300 });
  await it.platform.start(it.hears);
  if (isSocket) it.slack.requestUrl = null;
}
let isInstalled: boolean;
const whispers = () => it.slack.ephemerals.map(({ blocks }) => lookAt(blocks).text).join();
const mention = () => it.slack.say(`<@${it.slack.bot.userId}> https://example.org/story`);
const DATABASE = new Problem('DATABASE_UNAVAILABLE', 'no answer');

for (const isSocket of [true, false]) {
  const way = isSocket ? 'Socket Mode' : 'HTTP';

  test(`${way}: a command where byline is not installed is told so in words, and not handed in`, async () => {
    isInstalled = false;
    await open(isSocket);
    expect((await it.slack.slash('/brief', 'https://example.org/story')).isAcked).toBe(true);
    await expect.poll(whispers).toContain('install it anew');
    expect(it.heard.arrivals).toEqual([]);
    expect(it.troubles.map(({ what }) => what)).toContain('something came from a workspace that is not known');
  });

  test(`${way}: an event from there is no reason for Slack to come again`, async () => {
    isInstalled = false;
    await open(isSocket);
    expect((await mention()).isAcked).toBe(true);
    expect(it.heard.arrivals).toEqual([]);
  });

  test(`${way}: a command that comes while the workspace cannot be looked up is told to be tried again`, async () => {
    isInstalled = true;
    await open(isSocket);
    failures = [DATABASE];
    expect((await it.slack.slash('/brief', 'https://example.org/story')).isAcked).toBe(true);
    await expect.poll(whispers).toContain('Try again');
    await it.slack.slash('/brief', 'https://example.org/story');
    expect(it.heard.arrivals).toHaveLength(1);
  });

  test(`${way}: an event that comes then is not acknowledged, and heard when Slack comes again`, async () => {
    isInstalled = true;
    await open(isSocket);
    failures = [DATABASE, DATABASE];
    expect((await mention()).isAcked).toBe(false);
    await expect.poll(() => new Set(it.heard.arrivals.map(({ id }) => id)).size).toBe(1);
  });
}

test('a mention of which only the second telling names the bot is heard as one', async () => {
  isInstalled = true;
  await open(true);
  // Where Slack itself does not say by what name it delivers, the message alone names a stranger.
  const said = {
    user: 'U0READER00',
    text: '<@U0ANOTHERNAME> who says so?',
    ts: '1700000000.000100',
    channel: 'C0NEWSROOM',
  };
  const tell = (type: string, at: number) =>
    it.slack.deliver('events_api', {
      ...{ type: 'event_callback', team_id: it.slack.team, event_id: `Ev${at}`, event_time: 1 },
      event: { ...said, type, event_ts: said.ts, channel_type: 'channel' },
    });
  it.bot.respond = async (arrival) =>
    arrival.kind === 'message' && arrival.mentionsBot ? { kind: 'taken', isPrivate: false } : { kind: 'ignored' };
  for (const [at, type] of ['message', 'app_mention', 'message', 'app_mention'].entries())
    expect((await tell(type, at)).isAcked).toBe(true);
  expect(it.heard.arrivals).toMatchObject([
    { kind: 'message', mentionsBot: false },
    { kind: 'message', mentionsBot: true },
  ]);
  expect(new Set(it.heard.arrivals.map(({ id }) => id)).size).toBe(1);
});

test('in a channel that is shared with another company, the workspace that counts is the one through which byline hears', async () => {
  isInstalled = true;
  await open(true);
  const authorization = { enterprise_id: null, team_id: it.slack.team, user_id: it.slack.bot.userId, is_bot: true };
  await it.slack.deliver('events_api', {
    ...{
      type: 'event_callback',
      team_id: 'T0STRANGER',
      event_id: 'Ev1',
      event_time: 1,
      authorizations: [authorization],
    },
    event: {
      type: 'app_mention',
      user: 'U0STRANGER',
      text: 'who says so?',
      ts: '1.1',
      channel: 'C0SHARED',
      event_ts: '1.1',
    },
  });
  expect(it.heard.arrivals).toMatchObject([{ place: { workspace: it.slack.team, channel: 'C0SHARED' } }]);
});
