/** Slack under the contract, by Socket Mode and over HTTP: the real Bolt in front of a Slack that stands in for the real one. */
import { afterEach } from 'vitest';
import { createSlack } from '#platforms/slack/index.ts';
import { commands } from '../all-commands.ts';
import { eventually } from '../fakes/eventually.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { serveSlack } from '../platforms/slack/serve-slack.ts';
import { createSlack as createStandIn } from '../stand-ins/slack/create-slack.ts';
import type { Acknowledgement } from '../stand-ins/slack/stand-in.ts';
import type { Feedback, Harness } from './harness.ts';
import { describePlatform } from './platform-contract.ts';
import { lookAt } from './slack-eyes.ts';

const troubles: unknown[] = [];
afterEach(() => {
  troubles.length = 0;
});

async function openHarness(isSocket: boolean): Promise<Harness> {
  // Slack repeats what was not acknowledged for an hour; a test that holds it back must not hear it again behind its back.
  const slack = await createStandIn({ limits: 'off', retryDelaysMs: [] });
  slack.addChannel({ id: 'C0OUTSIDE', isMember: false });
  const platform = createSlack({
    botToken: slack.botToken,
    oauth: null,
    appToken: isSocket ? slack.appToken : null,
    signingSecret: slack.signingSecret,
    apiUrl: slack.apiUrl,
    managers: 'everyone',
    installations: { save: async () => undefined, get: async () => null, list: async () => [] },
    commands,
    clock: createFakeClock(),
    onTrouble: (what, cause) => troubles.push([what, cause]),
  });
  const pages = await serveSlack(() => platform);
  if (!isSocket) slack.requestUrl = `${pages.url}/slack/events`;

  const channel = HOME;
  const whispered = new Map<number, string>();
  let stalls = 0;
  const place = { platform: 'slack', workspace: slack.team, channel, thread: null };

  /** What the asker sees at once: the acknowledgement's words, a window, or what was whispered meanwhile. */
  async function after(act: () => Promise<Acknowledgement>, isShownLater = false): Promise<Feedback> {
    const [whispers, views] = [slack.ephemerals.length, slack.views.length];
    const acknowledgement = await act();
    if (!acknowledgement.isAcked) return { isTaken: false, text: 'This app did not respond.' };
    // A window opens after the acknowledgement.
    if (isShownLater)
      await eventually('what was pressed', () => slack.views.length > views || slack.ephemerals.length > whispers);
    const shown = [
      ...slack.ephemerals.slice(whispers).map(({ blocks, text }) => (blocks.length === 0 ? text : lookAt(blocks).text)),
      ...slack.views.slice(views).map(({ view }) => lookAt(view.blocks as never).text),
    ].join(' ');
    const isTaken = !/could not take|being restarted/.test(shown);
    return { isTaken, text: shown === '' ? null : shown };
  }

  return {
    platform: {
      ...platform,
      async post(post, signal) {
        const id = await platform.post(post, signal);
        if (post.audience !== null) whispered.set(slack.ephemerals.length - 1, id);
        return id;
      },
    },
    place,
    gone: { ...place, channel: 'C0NOWHERE' },
    forbidden: { ...place, channel: 'C0OUTSIDE' },
    asker: ASKER,
    canFind: true,
    // The contract stalls a post, an edit and a look, in this order.
    stall: () => slack.fail(STALLED[stalls++ % STALLED.length] ?? '', { kind: 'stall' }),
    command: (line) => {
      // Slack keeps /help for itself.
      const [, name = '', words = ''] = /^\/(\S+)\s?([\s\S]*)$/.exec(line === '/help' ? '/brief help' : line) ?? [];
      return after(() => slack.slash(`/${name}`, words));
    },
    say: (text, thread) => after(() => slack.say(text, { threadTs: thread })),
    async deliverTwice(line) {
      const [, name = '', words = ''] = /^\/(\S+)\s?([\s\S]*)$/.exec(line) ?? [];
      await slack.slash(`/${name}`, words);
      await slack.redeliver();
    },
    mention: (text) => after(() => slack.say(`<@${slack.bot.userId}> ${text}`)),
    press: (ts, label) => after(() => slack.press({ ts }, label), true),
    // The event alone: after a real removal the token is dead, and nothing more could be tried.
    remove: async () =>
      void (await slack.deliver('events_api', {
        ...{ type: 'event_callback', event_id: 'Ev0REMOVED', event_time: 1, api_app_id: slack.bot.appId },
        ...{ token: 'unused', team_id: slack.team, event: { type: 'app_uninstalled' } },
      })),
    seen: async (thread) =>
      [
        ...slack.ephemerals.map((one, at) => ({ ...one, ts: whispered.get(at) ?? '', isByBot: true })),
        ...slack.messages(channel),
      ]
        .filter(({ isByBot, threadTs }) => isByBot && threadTs === thread)
        .map((message) => ({
          ...lookAt(message.blocks),
          id: message.ts,
          thread: message.threadTs,
          isPrivate: 'how' in message,
        })),
    async close() {
      await Promise.all([slack.close(), pages.close()]);
    },
  };
}

const STALLED = ['chat.postMessage', 'chat.update', 'conversations.history'];
const HOME = 'C0NEWSROOM';
const ASKER = 'U0READER00';

describePlatform('Slack, Socket Mode', () => openHarness(true));
describePlatform('Slack, HTTP', () => openHarness(false));
