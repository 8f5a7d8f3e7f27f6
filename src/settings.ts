import path from 'node:path';
import { Problem } from '#core/problem.ts';
import { allowAddresses } from '#read/allow-addresses.ts';
import { type KeyRing, parseKeyRing } from '#store/key-ring.ts';

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
  /** Days for which articles keep their text, and threads what was asked in them. */
  readonly retentionDays: number;
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
  };
  if (complaints.length > 0) throw new Problem('BAD_SETTINGS', complaints.join('; '));
  return settings;
}

/** Whether only this machine can reach a host. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);
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
