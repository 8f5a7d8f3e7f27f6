import { parseToken, type SettingReader } from '#core/read-setting.ts';

/** Where a model is and what it is called, as an operator sets it. */
export type ModelSettings = {
  /** Null where the server wants none. */
  readonly apiKey: string | null;
  /** Without a slash at the end; null: OpenAI's own. */
  readonly baseUrl: string | null;
  readonly model: string;
};

const LONGEST_NAME = 200;

/** A model's name is passed on as it stands. @throws Error in words */
function parseModelName(value: string): string {
  if (/\p{Cc}/u.test(value) || value.length > LONGEST_NAME) throw new Error('is no model’s name');
  return value;
}

/** A number of tokens, such as 200000, 200,000 or 200_000. @throws Error in words */
export function parseTokens(value: string): number {
  const digits = value.replaceAll(/[,_ ]/g, '');
  if (!/^\d{1,12}$/.test(digits)) throw new Error(`a whole number of tokens, not “${value.slice(0, 40)}”`);
  return Number(digits);
}

/**
 * The address under which a server has `chat/completions`. Articles and a key go there: over https, or within one's own network.
 * @throws Error in words
 */
function parseModelUrl(value: string): string {
  if (!URL.canParse(value)) throw new Error('not an address; it is written https://host/v1');
  const { protocol, href, search, hash, username, password } = new URL(value);
  if (protocol !== 'https:' && !(protocol === 'http:' && isNear(value)))
    throw new Error('begins with https://; http:// only on this machine or in your own network');
  if (`${username}${password}${search}${hash}` !== '') throw new Error('holds no user name, password, “?” or “#”');
  return href.replace(/\/+$/, '');
}

/**
 * The three settings together; null where no model is named, for a shell often has a key or an address for other programs: then
 * neither is looked at. What a named model lacks is complained of.
 */
export function joinModelSettings({ read, isSet, complain }: SettingReader): ModelSettings | null {
  if (!isSet('OPENAI_MODEL')) return null;
  const apiKey = read<string | null>('OPENAI_API_KEY', parseToken, null);
  const baseUrl = read<string | null>('OPENAI_BASE_URL', parseModelUrl, null);
  const model = read<string | null>('OPENAI_MODEL', parseModelName, null);
  const isOwnServer = isSet('OPENAI_BASE_URL') && (baseUrl === null || isNear(baseUrl));
  if (!isSet('OPENAI_API_KEY') && !isOwnServer)
    complain('OPENAI_API_KEY', 'is missing; only a server of your own (OPENAI_BASE_URL) needs none');
  return model === null ? null : { apiKey, baseUrl, model };
}

/** Whether an address leads to this machine or one's own network: by its name, or a private IP address (RFC 1918, RFC 4193). */
function isNear(url: string): boolean {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  const isName = /^(?:[a-z0-9-]+|.+\.(?:localhost|local|internal|lan|home\.arpa))$/i.test(host);
  const isPrivate =
    /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.)|^(?:::1|f[cd][0-9a-f]{2}:.*|fe80:.*)$/i;
  return isName || isPrivate.test(host);
}
