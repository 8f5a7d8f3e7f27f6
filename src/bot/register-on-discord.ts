import { asServiceProblem } from '#core/as-service-problem.ts';
import { Problem } from '#core/problem.ts';
import { registerCommands } from '#platforms/discord/register.ts';
import { DISCORD_SETTING_NAMES } from '#platforms/discord/settings.ts';
import { type Settings, settingsProblem } from '#settings.ts';
import { joinCommands } from './join-commands.ts';

const OF_DISCORD: readonly string[] = DISCORD_SETTING_NAMES;

/**
 * Registers the commands with Discord; returns what to do next: the links by which the bot is invited.
 * @throws Problem `BAD_SETTINGS` without a token, or where Discord does not take what is set; `SERVICE_UNAVAILABLE`.
 */
export async function registerOnDiscord({
  discord,
  model,
  platformFaults,
}: Pick<Settings, 'discord' | 'model' | 'platformFaults'>): Promise<string> {
  const faults = platformFaults.filter(({ name }) => OF_DISCORD.includes(name));
  if (faults.length > 0) throw settingsProblem(faults);
  if (discord === null) throw settingsProblem([{ name: 'DISCORD_TOKEN', words: 'is missing' }]);
  try {
    const { count, toServer, toPerson } = await registerCommands({
      ...discord,
      commands: joinCommands(model !== null),
    });
    return [
      `${count} commands are registered. Invite the bot to a server with this link:`,
      toServer,
      'Or have its commands wherever you are on Discord, for yourself:',
      `${toPerson}\n`,
    ].join('\n');
  } catch (error) {
    throw error instanceof Problem ? asServiceProblem(error, 'Discord') : error;
  }
}
