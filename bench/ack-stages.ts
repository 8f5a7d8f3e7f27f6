import { joinCommands } from '#bot/join-commands.ts';
import { registerCommands } from '#platforms/discord/register.ts';
import { createDiscord } from '../tests/stand-ins/discord/create-discord.ts';
import { createSlack } from '../tests/stand-ins/slack/create-slack.ts';

/** An app in front of a stand-in of its own. */
export type Stage = {
  readonly script: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly isReady: () => boolean;
  /** One command as somebody gives it: how long until the app acknowledged it, in ms, or null. */
  readonly ask: (turn: number) => Promise<number | null>;
  /** Requests that the app has sent so far. */
  readonly requests: () => number;
  readonly close: () => Promise<void>;
};
export type Which = 'bare' | 'byline';

export async function onSlack(which: Which, channelCount: number): Promise<Stage> {
  const slack = await createSlack({ limits: 'off' });
  const channels = named(channelCount, (at) => `C0BENCH${String(at).padStart(3, '0')}`);
  for (const id of channels.all) slack.addChannel({ id });
  return {
    isReady: () => slack.sockets() > 0,
    requests: () => slack.requests.length,
    async ask(turn) {
      const { isAcked, ms } = await slack.slash('/brief', `https://127.0.0.1:1/${turn}`, {
        channel: channels.of(turn),
      });
      return isAcked ? ms : null;
    },
    ...(which === 'bare'
      ? { script: ['bench/bare-slack.ts', slack.apiUrl, slack.botToken, slack.appToken], environment: {} }
      : {
          script: ['src/main.ts', 'start'],
          environment: {
            ...{ SLACK_API_URL: slack.apiUrl, SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken },
          },
        }),
    close: slack.close,
  };
}

export async function onDiscord(which: Which, channelCount: number): Promise<Stage> {
  const discord = await createDiscord({ limits: 'off' });
  const channels = named(channelCount, (at) => `12000000000000${String(at).padStart(5, '0')}`);
  for (const id of channels.all) discord.addChannel({ id });
  const access = { token: discord.token, apiUrl: discord.apiUrl, applicationId: null };
  // The barest bot leaves it to others to register what can be asked; both are asked the same.
  if (which === 'bare') await registerCommands({ ...access, commands: joinCommands(false) });
  return {
    isReady: () => discord.connections() > 0 && discord.commands().length > 0,
    requests: () => discord.requests.length,
    async ask(turn) {
      const { isAcked, ms } = await discord.command(
        'brief',
        { article: `https://127.0.0.1:1/${turn}` },
        { channel: channels.of(turn) },
      );
      return isAcked ? ms : null;
    },
    ...(which === 'bare'
      ? { script: ['bench/bare-discord.ts', discord.apiUrl, discord.token], environment: {} }
      : {
          script: ['src/main.ts', 'start'],
          environment: { DISCORD_API_URL: discord.apiUrl, DISCORD_TOKEN: discord.token },
        }),
    close: discord.close,
  };
}

function named(count: number, name: (at: number) => string) {
  const all = Array.from({ length: count }, (_, at) => name(at));
  return { all, of: (turn: number) => all[((turn % count) + count) % count] };
}
