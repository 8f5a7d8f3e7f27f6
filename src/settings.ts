import path from 'node:path';
import type { Budgets } from '#core/budgets.ts';
import { Problem } from '#core/problem.ts';
import { isLoopback, type SettingFault, type SettingReader } from '#core/read-setting.ts';
import type { DiscordAccess } from '#platforms/discord/options.ts';
import { DISCORD_SETTING_NAMES, readDiscordSettings } from '#platforms/discord/settings.ts';
import { readSlackSettings, SLACK_SETTING_NAMES, type SlackSettings } from '#platforms/slack/settings.ts';
import { allowAddresses } from '#read/allow-addresses.ts';
import { type KeyRing, parseKeyRing } from '#store/key-ring.ts';
import { joinModelSettings, type ModelSettings, parseTokens } from '#summarize/model/model-settings.ts';

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
  readonly discord: DiscordAccess | null;
  /** Who writes briefings; null: they are cut from the article. */
  readonly model: ModelSettings | null;
  /** What is set for a model though none is named: a shell often has a key for other programs, so that is no fault. */
  readonly idleModelSettings: readonly string[];
  /** What the model may take in a day. */
  readonly budgets: Budgets;
  /** What keeps a platform from being started: its settings are mistaken, or set in half. Nothing else needs them. */
  readonly platformFaults: readonly SettingFault[];
  /** Days for which articles keep their text, and threads what was asked in them. */
  readonly retentionDays: number;
  /** Between two polls of a feed, in the place of the computed pause; null: computed. */
  readonly pollSeconds: number | null;
  /** The IANA zone of whoever names none in a schedule. */
  readonly timeZone: string;
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
  'POLL_SECONDS',
  'TIME_ZONE',
  ...SLACK_SETTING_NAMES,
  ...DISCORD_SETTING_NAMES,
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
const LEAST_POLL_S = 5;
const DAY_S = 86_400;

/**
 * Reads the settings from the environment. Relative paths start at `project`. What is wrong with a platform's tokens stops only
 * what starts the platform: it is handed on in `platformFaults`.
 * @throws Problem `BAD_SETTINGS` that names every setting which cannot be understood, not only the first, and no secret.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>, project: string): Settings {
  const faults: (SettingFault & { readonly isOfPlatform: boolean })[] = [];
  const wordsOf = (name: string) => environment[name]?.trim() ?? '';
  const readerOf = (isOfPlatform: boolean): SettingReader => {
    const complain = (name: string, words: string) => void faults.push({ name, words, isOfPlatform });
    return {
      complain,
      isSet: (name) => wordsOf(name) !== '',
      read(name, parse, otherwise) {
        const value = wordsOf(name);
        try {
          return value === '' ? otherwise : parse(value);
        } catch (cause) {
          complain(name, cause instanceof Error ? cause.message : String(cause));
          return otherwise;
        }
      },
    };
  };
  const own = readerOf(false);
  const ofPlatforms = readerOf(true);
  const attempt = <T>(name: Name, parse: (value: string) => T, otherwise: T) => own.read(name, parse, otherwise);
  const settings = {
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
    pollSeconds: attempt<number | null>('POLL_SECONDS', (value) => parseWhole(value, LEAST_POLL_S, DAY_S), null),
    timeZone: attempt('TIME_ZONE', parseTimeZone, 'UTC'),
    slack: readSlackSettings(ofPlatforms),
    discord: readDiscordSettings(ofPlatforms),
    model: joinModelSettings(own),
    idleModelSettings: own.isSet('OPENAI_MODEL') ? [] : ['OPENAI_API_KEY', 'OPENAI_BASE_URL'].filter(own.isSet),
    budgets: {
      channel: attempt<number | null>('MODEL_TOKENS_PER_CHANNEL_A_DAY', parseTokens, null),
      workspace: attempt<number | null>('MODEL_TOKENS_PER_WORKSPACE_A_DAY', parseTokens, null),
    },
  };
  if (faults.some(({ isOfPlatform }) => !isOfPlatform)) throw settingsProblem(faults);
  return { ...settings, platformFaults: faults.map(({ name, words }) => ({ name, words })) };
}

/**
 * The model alone, for a program that uses byline as a library: no other setting matters to it.
 * @throws Problem `BAD_SETTINGS`
 */
export function readModelSettings(environment: Readonly<Record<string, string | undefined>>): ModelSettings | null {
  const { OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL } = environment;
  return readSettings({ OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL }, '.').model;
}

/** All that is wrong with the settings, as the failure that stops what needs them. */
export function settingsProblem(faults: readonly SettingFault[]): Problem {
  return new Problem('BAD_SETTINGS', faults.map(({ name, words }) => `${name}: ${words}`).join('; '));
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
  const isHost = /^(?:[\w.-]{1,253}|(?=[^:]*:[^:]*:)[\da-f:.]{2,45})$/i.test(value);
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

function parseTimeZone(value: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    // What begins with a sign is an offset, which does not know of summer time.
    if (/^\p{L}/u.test(value)) return value;
  } catch {}
  throw new Error('is no time zone; write one as Europe/Berlin');
}

function parseLogLevel(value: string): string {
  if (!LOG_LEVELS.includes(value)) throw new Error(`one of ${LOG_LEVELS.join(', ')}, not “${value.slice(0, 40)}”`);
  return value;
}
