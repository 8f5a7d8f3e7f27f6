import { Problem } from '#core/problem.ts';
import { registerCommands } from '#platforms/discord/register.ts';
import type { Settings } from '#settings.ts';
import { joinCommands } from './join-commands.ts';

/**
 * Registers the commands with Discord; returns what to do next: the link by which the bot is invited.
 * @throws Problem `BAD_SETTINGS` without a token, or where Discord does not take it; `SERVICE_UNAVAILABLE`.
 */
export async function registerOnDiscord({ discord, model }: Pick<Settings, 'discord' | 'model'>): Promise<string> {
  if (discord === null) throw new Problem('BAD_SETTINGS', 'DISCORD_TOKEN: is missing');
  const { count, invite } = await registerCommands({ ...discord, commands: joinCommands(model !== null) });
  return `${count} commands are registered. Invite the bot with this link:\n${invite}\n`;
}
