import { Problem } from '#core/problem.ts';
import { allowAddresses } from '#read/allow-addresses.ts';

/** What an operator can set. The environment is read here and nowhere else, once. */
export type Settings = {
  /** Whether a private or local address may be fetched nevertheless. */
  readonly allow: (address: string) => boolean;
};

/** Every setting by name; `.env.example` lists the same names, and a test compares the two. */
export const SETTING_NAMES = ['ALLOW_PRIVATE_ADDRESSES'] as const;

/**
 * Reads the settings from the environment.
 * @throws Problem `BAD_SETTINGS` that names every setting which cannot be understood, not only the first.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const complaints: string[] = [];
  const attempt = <T>(name: (typeof SETTING_NAMES)[number], parse: (value: string) => T, otherwise: T): T => {
    try {
      return parse(environment[name] ?? '');
    } catch (cause) {
      complaints.push(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`);
      return otherwise;
    }
  };
  const allow = attempt('ALLOW_PRIVATE_ADDRESSES', allowAddresses, () => false);
  if (complaints.length > 0) throw new Problem('BAD_SETTINGS', complaints.join('; '));
  return { allow };
}
