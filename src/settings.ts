import path from 'node:path';
import type { Budgets } from '#core/budgets.ts';
import { Problem } from '#core/problem.ts';
import { allowAddresses } from '#read/allow-addresses.ts';
import { type KeyRing, parseKeyRing } from '#store/key-ring.ts';
import {
  joinModelSettings,
  type ModelSettings,
  parseModelName,
  parseModelUrl,
  parseTokens,
} from '#summarize/model/model-settings.ts';

/** What an operator can set. The environment is read here and nowhere else, once. */
export type Settings = {
  /** ALLOW_PRIVATE_ADDRESSES as it is written, for worker threads read it again. */
  readonly allowed: string;
  /** Whether a private or local address may be fetched nevertheless. */
  readonly allow: (address: string) => boolean;
  /** A PostgreSQL server; null: the embedded database in `dataFolder`. */
  readonly databaseUrl: string | null;
  /** An absolute path. */
  readonly dataFolder: string;
  readonly keys: KeyRing | null;
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Where others reach the pages, without a slash at the end; null: nowhere but on this machine. */
  readonly publicUrl: string | null;
  readonly logLevel: string;
  readonly slack: SlackSettings | null;
  readonly discord: DiscordSettings | null;
  /** Who writes briefings; null: they are cut from the article. */
  readonly model: ModelSettings | null;
  /** What the model may take in a day. */
  readonly budgets: Budgets;
  /** Days for which articles keep their text, and threads what was asked in them. */
  readonly retentionDays: number;
};

/** One workspace by its bot token, or many by OAuth; Socket Mode where there is an app token, otherwise HTTP. */
type SlackSettings = {
  readonly botToken: string | null;
  readonly oauth: { readonly clientId: string; readonly clientSecret: string } | null;
  readonly appToken: string | null;
  readonly signingSecret: string | null;
  /** Another Slack than slack.com, ending in `/api/`; or null. */
  readonly apiUrl: string | null;
};

type DiscordSettings = {
  readonly token: string;
  /** Null: Discord tells. */
  readonly applicationId: string | null;
  /** Another Discord than discord.com, ending in `/api`; or null. */
  readonly apiUrl: string | null;
};

/** Every setting by name; `.env.example` lists the same names, and a test compares the two. */
export const SETTING_NAMES = [
  'ALLOW_PRIVATE_ADDRESSES',
  'DATABASE_URL',
  'DATA_DIR',
  'SECRET_KEYS',
  'PORT',
  'HOST',
  'PUBLIC_URL',
  'LOG_LEVEL',
  'RETENTION_DAYS',
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_CLIENT_ID',
  'SLACK_CLIENT_SECRET',
  'SLACK_API_URL',
  'DISCORD_TOKEN',
  'DISCORD_APPLICATION_ID',
  'DISCORD_API_URL',
  'OPENAI_API_KEY',
  'OPENAI_BASE_URL',
  'OPENAI_MODEL',
  'MODEL_TOKENS_PER_CHANNEL_A_DAY',
  'MODEL_TOKENS_PER_WORKSPACE_A_DAY',
] as const;

type Name = (typeof SETTING_NAMES)[number];

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
const LAST_PORT = 65_535;
const TEN_YEARS = 3_650;

/**
 * Reads the settings from the environment. Relative paths start at `project`.
 * @throws Problem `BAD_SETTINGS` that names every setting which cannot be understood, not only the first, and no secret.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>, project: string): Settings {
  const complaints: string[] = [];
  const attempt = <T>(name: Name, parse: (value: string) => T, otherwise: T): T => {
    const value = environment[name]?.trim() ?? '';
    try {
      return value === '' ? otherwise : parse(value);
    } catch (cause) {
      complaints.push(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`);
      return otherwise;
    }
  };
  const word = (name: Name) => attempt<string | null>(name, parseToken, null);
  const settings: Settings = {
    allowed: environment.ALLOW_PRIVATE_ADDRESSES ?? '',
    allow: attempt('ALLOW_PRIVATE_ADDRESSES', allowAddresses, () => false),
    databaseUrl: attempt<string | null>('DATABASE_URL', parseDatabaseUrl, null),
    dataFolder: path.resolve(project, attempt('DATA_DIR', String, 'data')),
    keys: attempt<KeyRing | null>('SECRET_KEYS', parseKeyRing, null),
    port: attempt('PORT', (value) => parseWhole(value, 0, LAST_PORT), 3_000),
    host: attempt('HOST', parseHost, '127.0.0.1'),
    publicUrl: attempt<string | null>('PUBLIC_URL', parsePublicUrl, null),
    logLevel: attempt('LOG_LEVEL', parseLogLevel, 'info'),
    retentionDays: attempt('RETENTION_DAYS', (value) => parseWhole(value, 1, TEN_YEARS), 30),
    slack: joinSlack(
      {
        ...{ botToken: word('SLACK_BOT_TOKEN'), appToken: word('SLACK_APP_TOKEN') },
        ...{ signingSecret: word('SLACK_SIGNING_SECRET'), clientId: word('SLACK_CLIENT_ID') },
        clientSecret: word('SLACK_CLIENT_SECRET'),
        apiUrl: attempt<string | null>('SLACK_API_URL', (value) => `${parseServiceUrl(value)}/`, null),
        hasKeys: (environment.SECRET_KEYS ?? '').trim() !== '',
      },
      complaints,
    ),
    discord: joinDiscord(
      word('DISCORD_TOKEN'),
      attempt<string | null>('DISCORD_APPLICATION_ID', parseSnowflake, null),
      attempt<string | null>('DISCORD_API_URL', parseServiceUrl, null),
      complaints,
    ),
    model: joinModelSettings(
      {
        apiKey: word('OPENAI_API_KEY'),
        baseUrl: attempt<string | null>('OPENAI_BASE_URL', parseModelUrl, null),
        model: attempt<string | null>('OPENAI_MODEL', parseModelName, null),
      },
      complaints,
    ),
    budgets: {
      channel: attempt<number | null>('MODEL_TOKENS_PER_CHANNEL_A_DAY', parseTokens, null),
      workspace: attempt<number | null>('MODEL_TOKENS_PER_WORKSPACE_A_DAY', parseTokens, null),
    },
  };
  if (complaints.length > 0) throw new Problem('BAD_SETTINGS', complaints.join('; '));
  return settings;
}

/**
 * The model alone, for a program that uses byline as a library: no other setting matters to it.
 * @throws Problem `BAD_SETTINGS`
 */
export function readModelSettings(environment: Readonly<Record<string, string | undefined>>): ModelSettings | null {
  const { OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL } = environment;
  return readSettings({ OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL }, '.').model;
}

/** Whether only this machine can reach a host. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);
}

/** A token in one line; what it is, is told to nobody. */
function parseToken(value: string): string {
  if (/\s/.test(value)) throw new Error('holds a blank; a token is one word');
  return value;
}

function parseSnowflake(value: string): string {
  if (!/^\d{15,21}$/.test(value)) throw new Error('a Discord id is a number of 17 to 20 digits');
  return value;
}

/** Where tokens are sent: over https, or on this machine. Without a slash at the end. */
function parseServiceUrl(value: string): string {
  if (!URL.canParse(value)) throw new Error('not an address; it is written https://host/api');
  const { protocol, hostname, href, search, hash } = new URL(value);
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(hostname)))
    throw new Error('begins with https://; http:// only on this machine, for tokens are sent there');
  if (`${search}${hash}` !== '') throw new Error('holds no “?” or “#”');
  return href.replace(/\/+$/, '');
}

/** What is wrong is said without the value, which holds a password. */
function parseDatabaseUrl(value: string): string {
  if (!URL.canParse(value)) throw new Error('not an address; it is written postgres://user:password@host:5432/name');
  if (!/^postgres(?:ql)?:$/.test(new URL(value).protocol)) throw new Error('does not begin with postgres://');
  return value;
}

function parseWhole(value: string, least: number, most: number): number {
  const isWithin = /^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most;
  if (!isWithin) throw new Error(`a whole number from ${least} to ${most}, not “${value.slice(0, 40)}”`);
  return Number(value);
}

function parseHost(value: string): string {
  const isHost = /^(?:[\w.-]{1,253}|[\da-f:.]{2,45})$/i.test(value);
  if (!isHost) throw new Error(`“${value.slice(0, 40)}” is neither a name nor an IP address; a port goes into PORT`);
  return value;
}

function parsePublicUrl(value: string): string {
  if (!URL.canParse(value)) throw new Error('not an address; it is written https://byline.example.org');
  const { protocol, hostname, username, password, search, hash, href } = new URL(value);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  if (!isSafe) throw new Error('begins with https://; http:// only on this machine');
  if (`${username}${password}${search}${hash}` !== '') throw new Error('holds no user name, password, “?” or “#”');
  return href.replace(/\/+$/, '');
}

function parseLogLevel(value: string): string {
  if (!LOG_LEVELS.includes(value)) throw new Error(`one of ${LOG_LEVELS.join(', ')}, not “${value.slice(0, 40)}”`);
  return value;
}

type SlackWords = {
  readonly botToken: string | null;
  readonly appToken: string | null;
  readonly signingSecret: string | null;
  readonly clientId: string | null;
  readonly clientSecret: string | null;
  readonly apiUrl: string | null;
  readonly hasKeys: boolean;
};

/** Slack's settings together; null where none of its tokens is set. What is missing or mistaken is complained of. */
function joinSlack(words: SlackWords, complaints: string[]): SlackSettings | null {
  const { botToken, appToken, signingSecret, clientId, clientSecret, apiUrl, hasKeys } = words;
  if ([botToken, appToken, signingSecret, clientId, clientSecret].every((word) => word === null)) return null;
  if (botToken !== null && /^(?:xapp-|xoxp-)/.test(botToken))
    complaints.push('SLACK_BOT_TOKEN: this is another kind of token; the bot’s begins with xoxb-');
  if (appToken !== null && /^xox/.test(appToken))
    complaints.push('SLACK_APP_TOKEN: this is another kind of token; the app’s begins with xapp-');
  if ((clientId === null) !== (clientSecret === null))
    complaints.push(`${clientId === null ? 'SLACK_CLIENT_ID' : 'SLACK_CLIENT_SECRET'}: is missing beside the other`);
  const oauth = clientId === null || clientSecret === null ? null : { clientId, clientSecret };
  if (botToken === null && oauth === null)
    complaints.push('SLACK_BOT_TOKEN: is missing (or, for many workspaces, SLACK_CLIENT_ID and SLACK_CLIENT_SECRET)');
  if (appToken === null && signingSecret === null)
    complaints.push('SLACK_APP_TOKEN: is missing (or, over HTTP, SLACK_SIGNING_SECRET)');
  if (oauth !== null && !hasKeys)
    complaints.push('SECRET_KEYS: is missing; it seals the tokens of the workspaces that install byline');
  return { botToken, oauth, appToken, signingSecret, apiUrl };
}

function joinDiscord(
  token: string | null,
  applicationId: string | null,
  apiUrl: string | null,
  complaints: string[],
): DiscordSettings | null {
  if (token === null) {
    if (applicationId !== null) complaints.push('DISCORD_TOKEN: is missing beside DISCORD_APPLICATION_ID');
    return null;
  }
  return { token, applicationId, apiUrl };
}
