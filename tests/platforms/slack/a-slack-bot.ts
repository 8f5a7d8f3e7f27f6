/** A whole byline in front of a Slack that stands in for the real one: store, queue, outbox, worker threads and articles are real. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore } from '#bot/open-store.ts';
import { systemClock } from '#bot/read-clock.ts';
import { startBot } from '#bot/start-bot.ts';
import { createWalkPool } from '#bot/walk-pool.ts';
import { commands } from '#commands/index.ts';
import type { Happening } from '#core/observer.ts';
import { createSlack } from '#platforms/slack/index.ts';
import type { SlackOptions } from '#platforms/slack/options.ts';
import { lookAt } from '../../contracts/slack-eyes.ts';
import { eventually } from '../../fakes/eventually.ts';
import { openNewsSite } from '../../fakes/news-site.ts';
import { createSlack as createStandIn } from '../../stand-ins/slack/create-slack.ts';
import type { SlackStandIn, StandInMessage } from '../../stand-ins/slack/stand-in.ts';

export const CHANNEL = 'C0NEWSROOM';
export const READER = 'U0READER00';

export type SlackBot = Awaited<ReturnType<typeof openSlackBot>>;

export async function openSlackBot(
  more: (slack: SlackStandIn) => Partial<SlackOptions> = () => ({}),
  standIn: Parameters<typeof createStandIn>[0] = { limits: 'off' },
  keys: Parameters<typeof openStore>[0]['keys'] = null,
) {
  const folder = mkdtempSync(path.join(tmpdir(), 'byline-slack-'));
  const told: Happening[] = [];
  const observe = (one: Happening) => void told.push(one);
  const [slack, site, store] = await Promise.all([
    createStandIn(standIn),
    openNewsSite(),
    openStore({ databaseUrl: null, dataFolder: folder, keys }, { clock: systemClock, observe }),
  ]);
  const pool = createWalkPool({ allowed: '127.0.0.1' });
  const newPlatform = () =>
    createSlack({
      ...{ botToken: slack.botToken, oauth: null, appToken: slack.appToken, signingSecret: null, apiUrl: slack.apiUrl },
      ...{ installations: store.installations, commands, clock: systemClock },
      onTrouble: (what, cause) => observe({ kind: 'trouble', what, cause }),
      ...more(slack),
    });
  let platform = newPlatform();
  const begin = () => startBot({ store, pool, clock: systemClock, observe, platforms: [platform], pageOf: () => null });
  let bot = await begin();

  /** What the bot shows in the channel or in a thread, as people read it. */
  const shown = (thread: string | null, channel = CHANNEL) =>
    slack.messages(channel).filter((one) => one.isByBot && one.threadTs === thread);
  const textOf = ({ blocks }: Pick<StandInMessage, 'blocks'>) => lookAt(blocks).text;
  return {
    ...{ slack, site, store, told, shown, textOf, memory: bot.memory },
    platform: () => platform,
    /** Another process in the place of this one, on the same store. */
    async restart() {
      await bot.stop();
      platform = newPlatform();
      bot = await begin();
    },
    /** Waits for a message of the bot that says this. */
    awaitText: (words: string, thread: string | null = null, channel = CHANNEL) =>
      eventually(`“${words}”`, () => shown(thread, channel).find((one) => textOf(one).includes(words))),
    awaitWhisper: (words: string) =>
      eventually(`“${words}”, privately`, () =>
        slack.ephemerals.find((one) => `${one.text} ${lookAt(one.blocks).text}`.includes(words)),
      ),
    async close() {
      await bot.stop();
      await pool.close();
      await store.close();
      await Promise.all([slack.close(), site.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
