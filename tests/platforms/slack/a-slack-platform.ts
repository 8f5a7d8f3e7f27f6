/** The platform alone in front of a Slack that stands in for the real one: a test says how the bot behind it answers. */

import type { Arrival, Channel, Hears, Receipt, Workspace } from '#core/chat.ts';
import type { Installation } from '#core/memory.ts';
import { createSlack } from '#platforms/slack/index.ts';
import type { SlackOptions } from '#platforms/slack/options.ts';
import { commands } from '../../all-commands.ts';
import { createFakeClock } from '../../fakes/fake-clock.ts';
import { createSlack as createStandIn } from '../../stand-ins/slack/create-slack.ts';
import type { SlackStandIn } from '../../stand-ins/slack/stand-in.ts';
import { serveSlack } from './serve-slack.ts';

export type SlackPlatform = Awaited<ReturnType<typeof openSlackPlatform>>;

/** Slack repeats an event much later than a test can wait. */
const SOON = { limits: 'off', retryDelaysMs: [50, 100, 200] } as const;

export async function openSlackPlatform(
  options: (slack: SlackStandIn) => Partial<SlackOptions> = () => ({}),
  standIn: Parameters<typeof createStandIn>[0] = {},
) {
  const slack = await createStandIn({ ...SOON, ...standIn });
  const clock = createFakeClock();
  const heard: { arrivals: Arrival[]; removed: Workspace[]; left: Channel[] } = { arrivals: [], removed: [], left: [] };
  const troubles: { readonly what: string; readonly cause: unknown }[] = [];
  const rows = new Map<string, Installation>();
  const platform = createSlack({
    ...{ botToken: slack.botToken, oauth: null, appToken: slack.appToken, signingSecret: slack.signingSecret },
    ...{ apiUrl: slack.apiUrl, managers: 'everyone', commands, clock },
    installations: {
      save: async (one) => void rows.set(one.workspace, one),
      get: async ({ workspace }) => rows.get(workspace) ?? null,
      list: async () => [...rows.values()],
    },
    onTrouble: (what, cause) => void troubles.push({ what, cause }),
    ...options(slack),
  });
  const pages = await serveSlack(() => platform);
  slack.requestUrl = `${pages.url}/slack/events`;
  /** How the bot answers; a test sets it anew. */
  const bot: { respond: (arrival: Arrival) => Promise<Receipt> } = {
    respond: async () => ({ kind: 'taken', isPrivate: false }),
  };
  const hears: Hears = {
    receive(arrival) {
      heard.arrivals.push(arrival);
      return bot.respond(arrival);
    },
    suggest: async () => [],
    removed: async (workspace) => void heard.removed.push(workspace),
    left: async (channel) => void heard.left.push(channel),
  };
  return {
    ...{ slack, platform, clock, heard, troubles, rows, bot, hears, url: pages.url },
    async close() {
      await platform.stop();
      await Promise.all([pages.close(), slack.close()]);
    },
  };
}
