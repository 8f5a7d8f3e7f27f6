import { parseServiceUrl, parseToken, type SettingReader } from '#core/read-setting.ts';
import type { DiscordAccess } from './options.ts';

export const DISCORD_SETTING_NAMES = ['DISCORD_TOKEN', 'DISCORD_APPLICATION_ID', 'DISCORD_API_URL'] as const;

type Name = (typeof DISCORD_SETTING_NAMES)[number];

/** Discord's settings together; null without a token. What is missing or mistaken is complained of. */
export function readDiscordSettings({ read, isSet, complain }: SettingReader): DiscordAccess | null {
  const word = (name: Name, parse: (value: string) => string) => read<string | null>(name, parse, null);
  const token = word('DISCORD_TOKEN', parseBotToken);
  const applicationId = word('DISCORD_APPLICATION_ID', parseSnowflake);
  const apiUrl = word('DISCORD_API_URL', parseApiUrl);
  if (applicationId !== null && !isSet('DISCORD_TOKEN'))
    complain('DISCORD_TOKEN', 'is missing beside DISCORD_APPLICATION_ID');
  return token === null ? null : { token, applicationId, apiUrl };
}

/** A bot's token has three parts; a client secret or a public key, which lie nearby, have one. */
function parseBotToken(value: string): string {
  const token = parseToken(value);
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token))
    throw new Error(
      'this is no bot’s token, which has three parts with dots between them; it is under Bot, Reset Token',
    );
  return token;
}

/** With a version behind it every call would go to /api/v10/v10, and the token pass for a bad one. */
function parseApiUrl(value: string): string {
  const url = parseServiceUrl(value);
  if (/\/v\d+$/.test(url)) throw new Error('ends in /api, without the version, which is added to it');
  return url;
}

function parseSnowflake(value: string): string {
  if (!/^\d{15,21}$/.test(value)) throw new Error('a Discord id is a number of 17 to 20 digits');
  return value;
}
