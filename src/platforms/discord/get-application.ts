import { ApplicationFlags, RequestMethod, Routes } from 'discord.js';
import { Problem } from '#core/problem.ts';
import type { Api } from './create-api.ts';
import { fieldsOf, numberOf, textOf } from './field-of.ts';

/** What Discord knows of the bot. */
export type Application = {
  readonly id: string;
  /** The bot's name, as people write it. */
  readonly name: string;
  /** Whether the box for MESSAGE_CONTENT is ticked. */
  readonly readsContent: boolean;
};

const READS_CONTENT = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;

/** @throws Problem `BAD_SETTINGS` where Discord does not take the token; `UNREACHABLE`, `RATE_LIMITED`. */
export async function getApplication(api: Api, signal: AbortSignal): Promise<Application> {
  try {
    const found = fieldsOf(await api.asBot({ method: RequestMethod.Get, route: Routes.currentApplication() }, signal));
    const name = textOf(fieldsOf(found.bot).username) ?? textOf(found.name) ?? 'byline';
    const flags = numberOf(found.flags) ?? 0;
    return { id: textOf(found.id) ?? '', name, readsContent: (flags & READS_CONTENT) !== 0 };
  } catch (cause) {
    throw cause instanceof Problem && cause.code === 'BAD_SETTINGS' ? badToken() : cause;
  }
}

/** Discord does not know the token. */
export function badToken(): Problem {
  return new Problem(
    'BAD_SETTINGS',
    'Discord does not accept DISCORD_TOKEN: make a new one on the application’s page, under Bot, Reset Token',
  );
}
