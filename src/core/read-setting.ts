/** Something that is wrong with a setting, in words that hold no secret. */
export type SettingFault = { readonly name: string; readonly words: string };

/** Reads settings by name; what is wrong with one becomes a fault, and reading goes on. */
export type SettingReader = {
  /** What `parse` makes of it; `otherwise` where it is not set, or where `parse` throws, whose words are the fault. */
  readonly read: <T>(name: string, parse: (value: string) => T, otherwise: T) => T;
  readonly isSet: (name: string) => boolean;
  readonly complain: (name: string, words: string) => void;
};

/** A token in one line; what it is, is told to nobody. @throws Error in words */
export function parseToken(value: string): string {
  if (/\s/.test(value)) throw new Error('holds a blank; a token is one word');
  return value;
}

/** Where tokens are sent: over https, or on this machine. Without a slash at the end. @throws Error in words */
export function parseServiceUrl(value: string): string {
  if (!URL.canParse(value)) throw new Error('not an address; it is written https://host/api');
  const { protocol, hostname, href, search, hash } = new URL(value);
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(hostname)))
    throw new Error('begins with https://; http:// only on this machine, for tokens are sent there');
  if (`${search}${hash}` !== '') throw new Error('holds no “?” or “#”');
  return href.replace(/\/+$/, '');
}

/** Whether only this machine can reach a host. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);
}
