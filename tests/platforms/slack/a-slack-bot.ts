/** A whole byline in front of a Slack that stands in for the real one: store, queue, outbox, worker threads and articles are real. */
import { openStore } from '#bot/open-store.ts';
import { systemClock } from '#bot/read-clock.ts';
import { startBot } from '#bot/start-bot.ts';
import { createWalkPool } from '#bot/walk-pool.ts';
import type { Happening } from '#core/observer.ts';
import { createSlack } from '#platforms/slack/index.ts';
import type { SlackOptions } from '#platforms/slack/options.ts';
import { commands } from '../../all-commands.ts';
import { lookAt } from '../../contracts/slack-eyes.ts';
import { eventually } from '../../fakes/eventually.ts';
import { openNewsSite } from '../../fakes/news-site.ts';
import { createSlack as createStandIn } from '../../stand-ins/slack/create-slack.ts';
import type { SlackStandIn, StandInMessage } from '../../stand-ins/slack/stand-in.ts';
import { aFolder } from '../../store/on-both-engines.ts';
import { serveSlack } from './serve-slack.ts';

export const CHANNEL = 'C0NEWSROOM';
export const READER = 'U0READER00';

export type SlackBot = Awaited<ReturnType<typeof openSlackBot>>;

type BotOptions = {
  /** How it differs from a bot of one workspace in Socket Mode. */
  readonly options?: (slack: SlackStandIn) => Partial<SlackOptions>;
  readonly standIn?: Parameters<typeof createStandIn>[0];
  readonly keys?: Parameters<typeof openStore>[0]['keys'];
};

export async function openSlackBot({ options, standIn = { limits: 'off' }, keys = null }: BotOptions = {}) {
  const { folder, remove } = aFolder();
  const told: Happening[] = [];
  const observe = (one: Happening) => void told.push(one);
  const [slack, site] = await Promise.all([createStandIn(standIn), openNewsSite()]);
  const pool = createWalkPool({ allowed: '127.0.0.1' });

  /** What ends with a process and begins anew with the next. */
  async function begin() {
    const store = await openStore({ databaseUrl: null, dataFolder: folder, keys }, { clock: systemClock, observe });
    const platform = createSlack({
      ...{ botToken: slack.botToken, oauth: null, appToken: slack.appToken, signingSecret: null, apiUrl: slack.apiUrl },
      ...{ managers: 'everyone', installations: store.installations, commands, clock: systemClock },
      onTrouble: (what, cause) => observe({ kind: 'trouble', what, cause }),
      ...options?.(slack),
    });
    const bot = await startBot({
      store,
      pool,
      commands,
      clock: systemClock,
      observe,
      platforms: [platform],
      pageOf: () => null,
    });
    return { store, platform, bot };
  }
  let now = await begin();
  const pages = await serveSlack(() => now.platform);

  async function end(): Promise<void> {
    await now.bot.stop();
    await now.store.close();
  }

  /** What the bot shows in the channel or in a thread, as people read it. */
  const shown = (thread: string | null, channel = CHANNEL) =>
    slack.messages(channel).filter((one) => one.isByBot && one.threadTs === thread);
  const textOf = ({ blocks }: Pick<StandInMessage, 'blocks'>) => lookAt(blocks).text;
  return {
    ...{ slack, site, told, shown, textOf, url: pages.url },
    get store() {
      return now.store;
    },
    get platform() {
      return now.platform;
    },
    get memory() {
      return now.bot.memory;
    },
    /** The process ends in good order, and another one opens the same folder. */
    async restart() {
      await end();
      now = await begin();
    },
    /** Waits for a message of the bot that says this. */
    awaitText: (words: string, thread: string | null = null, channel = CHANNEL) =>
      eventually(`“${words}”`, () => shown(thread, channel).find((one) => textOf(one).includes(words))),
    awaitWhisper: (words: string) =>
      eventually(`“${words}”, privately`, () =>
        slack.ephemerals.find((one) => `${one.text} ${lookAt(one.blocks).text}`.includes(words)),
      ),
    /** Waits until a message is known to be ours, so that questions in its thread are. */
    awaitThread: (ts: string, channel = CHANNEL, workspace = slack.team) =>
      eventually('its row', async () => {
        const place = { platform: 'slack', workspace, channel };
        return (await now.bot.memory.transact(({ posts }) => posts.at(place, ts))) !== null;
      }),
    async close() {
      await end();
      await Promise.all([pool.close(), pages.close(), slack.close(), site.close()]);
      await remove();
    },
  };
}
