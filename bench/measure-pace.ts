import { joinCommands } from '#bot/join-commands.ts';
import { systemClock } from '#bot/read-clock.ts';
import { createDiscord } from '#platforms/discord/index.ts';
import { createSlack } from '#platforms/slack/index.ts';
import { openDatabase } from '#store/open-database.ts';
import { createDiscord as createDiscordStandIn } from '../tests/stand-ins/discord/create-discord.ts';
import { createSlack as createSlackStandIn } from '../tests/stand-ins/slack/create-slack.ts';
import { aDatabase, aFolder, SERVER } from '../tests/store/on-both-engines.ts';
import { type Paced, runPace, strictFake } from '../tests/store/run-pace.ts';

const commands = joinCommands(false);

type Opened = { readonly paced: Paced; readonly close: () => Promise<void> };

/**
 * How near the outbox comes to the pace that a platform allows, one message a second in a channel and 50 requests a second in all,
 * and how often that platform refuses: a strict fake, and the real Slack and Discord platforms in front of their stand-ins with
 * limits on. One sender on the embedded database, three on a server. Arguments: [channels, posts in each].
 */
export async function measurePace([channels = 300, each = 1]: readonly number[]) {
  const reports: Record<string, unknown> = {};
  for (const [name, open] of Object.entries({ fake: openFake, slack: openSlack, discord: openDiscord })) {
    const { paced, close } = await open(channels);
    reports[name] = await measure(paced, channels, each);
    await close();
  }
  return reports;
}

async function measure(paced: Paced, channels: number, each: number) {
  const where = SERVER === null ? aFolder() : await aDatabase(SERVER);
  const open = await openDatabase(where.place);
  const report = await runPace(open, paced, { channels, each, senders: where.place.kind === 'server' ? 3 : 1 });
  await open.close();
  await where.remove();
  return { engine: open.kind, ...report, shareOfPace: Number((report.atBest / report.seconds).toFixed(3)) };
}

async function openFake(): Promise<Opened> {
  return { paced: strictFake(), close: async () => undefined };
}

async function openSlack(channels: number): Promise<Opened> {
  const slack = await createSlackStandIn();
  for (let i = 0; i < channels; i++) slack.addChannel({ id: `C0PACE${i}` });
  const platform = createSlack({
    ...{ botToken: slack.botToken, oauth: null, appToken: slack.appToken, signingSecret: null, apiUrl: slack.apiUrl },
    installations: { save: async () => undefined, get: async () => null, list: async () => [] },
    ...{ managers: 'everyone', commands, clock: systemClock, onTrouble: () => undefined },
  });
  const placeOf = (channel: number) => ({ workspace: slack.team, channel: `C0PACE${channel}`, thread: null });
  return {
    paced: {
      platform,
      placeOf: (channel) => ({ platform: 'slack', ...placeOf(channel) }),
      shown: () => slack.messages().length,
      tooFast: slack.tooFast,
    },
    close: slack.close,
  };
}

async function openDiscord(channels: number): Promise<Opened> {
  const discord = await createDiscordStandIn();
  const ids = Array.from({ length: channels }, (_, at) => String(500_000_000_000_000_000n + BigInt(at)));
  for (const id of ids) discord.addChannel({ id, guild: discord.guild });
  const platform = createDiscord({
    ...{ token: discord.token, applicationId: null, apiUrl: discord.apiUrl },
    ...{ commands, clock: systemClock, onTrouble: () => undefined, onNews: () => undefined },
  });
  return {
    paced: {
      platform,
      placeOf: (channel) => ({
        ...{ platform: 'discord', workspace: discord.guild, channel: ids[channel] ?? '', thread: null },
      }),
      shown: () => ids.reduce((sum, id) => sum + discord.messages(id).length, 0),
      tooFast: discord.tooFast,
    },
    close: discord.close,
  };
}
