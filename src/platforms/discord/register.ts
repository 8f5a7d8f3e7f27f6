import { PermissionFlagsBits as Permission, RequestMethod, Routes } from 'discord.js';
import type { Command } from '#core/command.ts';
import { Problem } from '#core/problem.ts';
import { commandMenu } from './command-menu.ts';
import { type Api, createApi } from './create-api.ts';
import { badToken, getApplication } from './get-application.ts';
import { CALL_WITHIN_MS } from './limits.ts';
import type { DiscordAccess } from './options.ts';

export type Registered = {
  readonly count: number;
  /** The link by which the bot is invited to a server. */
  readonly toServer: string;
  /** The link by which a person has the commands for themself, wherever they are on Discord. */
  readonly toPerson: string;
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
 * @throws Problem `BAD_SETTINGS` where Discord does not take the token, or the application is not the token's; `UNREACHABLE`,
 * `RATE_LIMITED`, `POST_REFUSED`.
 */
export async function registerCommands(
  { commands, ...access }: DiscordAccess & { readonly commands: readonly Command[] },
  api: Api = createApi(access),
): Promise<Registered> {
  const application = access.applicationId ?? (await getApplication(api, AbortSignal.timeout(CALL_WITHIN_MS))).id;
  const body = commandMenu(commands);
  const call = { method: RequestMethod.Put, route: Routes.applicationCommands(application), body };
  try {
    await api.asBot(call, AbortSignal.timeout(CALL_WITHIN_MS));
  } catch (cause) {
    throw problemOfRegistering(cause);
  }
  return { count: body.length, toServer: inviteOf(application), toPerson: personalInviteOf(application) };
}

/** A bot may change its own application only: any other is gone, or forbidden. */
function problemOfRegistering(cause: unknown): unknown {
  if (!(cause instanceof Problem)) return cause;
  if (cause.code === 'BAD_SETTINGS') return badToken();
  return cause.code === 'CHANNEL_GONE' || cause.code === 'MAY_NOT_POST' ? otherApplication(cause) : cause;
}

function otherApplication(cause: Problem): Problem {
  const words = 'DISCORD_APPLICATION_ID is not that of the bot of DISCORD_TOKEN: leave it empty, byline asks Discord';
  return new Problem('BAD_SETTINGS', words, { cause });
}

export function inviteOf(application: string): string {
  return `https://discord.com/oauth2/authorize?client_id=${application}&scope=bot+applications.commands&permissions=${PERMISSIONS}`;
}

/** `integration_type=1` installs to a user (docs.discord.com/developers/resources/application, installation contexts). */
function personalInviteOf(application: string): string {
  return `https://discord.com/oauth2/authorize?client_id=${application}&scope=applications.commands&integration_type=1`;
}
