import { PermissionFlagsBits as Permission, RequestMethod, Routes } from 'discord.js';
import type { Command } from '#core/command.ts';
import { commandMenu } from './command-menu.ts';
import { type Api, createApi } from './create-api.ts';
import { getApplication } from './get-application.ts';
import { CALL_WITHIN_MS } from './limits.ts';
import type { DiscordAccess } from './options.ts';

export type Registered = {
  readonly count: number;
  /** The link by which the bot is invited. */
  readonly invite: string;
};

/** The least that a bot needs which posts, opens threads and finds its posts again. */
const PERMISSIONS =
  Permission.ViewChannel |
  Permission.SendMessages |
  Permission.SendMessagesInThreads |
  Permission.CreatePublicThreads |
  Permission.ReadMessageHistory;

/**
 * Makes Discord's menu of our commands, everywhere; what was registered before is replaced.
 * @throws Problem `BAD_SETTINGS` where Discord does not take the token; `UNREACHABLE`, `RATE_LIMITED`.
 */
export async function registerCommands(
  { commands, ...access }: DiscordAccess & { readonly commands: readonly Command[] },
  api: Api = createApi(access),
): Promise<Registered> {
  const application = access.applicationId ?? (await getApplication(api, AbortSignal.timeout(CALL_WITHIN_MS))).id;
  const body = commandMenu(commands);
  const call = { method: RequestMethod.Put, route: Routes.applicationCommands(application), body };
  await api.asBot(call, AbortSignal.timeout(CALL_WITHIN_MS));
  return { count: body.length, invite: inviteOf(application) };
}

export function inviteOf(application: string): string {
  return `https://discord.com/oauth2/authorize?client_id=${application}&scope=bot+applications.commands&permissions=${PERMISSIONS}`;
}
