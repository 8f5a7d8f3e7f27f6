import { parseServiceUrl, parseToken, type SettingReader } from '#core/read-setting.ts';
import type { SlackOptions } from './options.ts';

/**
 * One workspace by its bot token, or many by OAuth; Socket Mode where there is an app token, otherwise HTTP. What is set up in
 * half is here in half: the faults say what is missing, and nothing is started on it.
 */
export type SlackSettings = {
  readonly botToken: string | null;
  readonly oauth: { readonly clientId: string; readonly clientSecret: string } | null;
  readonly appToken: string | null;
  readonly signingSecret: string | null;
  /** Another Slack than slack.com, ending in `/api/`; or null. */
  readonly apiUrl: string | null;
  readonly managers: SlackOptions['managers'];
};

export const SLACK_SETTING_NAMES = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_CLIENT_ID',
  'SLACK_CLIENT_SECRET',
  'SLACK_API_URL',
  'SLACK_MANAGERS',
] as const;

type Name = (typeof SLACK_SETTING_NAMES)[number] | 'SECRET_KEYS' | 'PUBLIC_URL';

/** Slack's settings together; null where none but its address is set. What is missing or mistaken is complained of. */
export function readSlackSettings({ read, isSet, complain }: SettingReader): SlackSettings | null {
  const word = (name: Name, parse = parseToken) => read<string | null>(name, parse, null);
  const botToken = word('SLACK_BOT_TOKEN', (value) => parseKind(value, 'bot', 'xoxb-'));
  const appToken = word('SLACK_APP_TOKEN', (value) => parseKind(value, 'app', 'xapp-'));
  const signingSecret = word('SLACK_SIGNING_SECRET');
  const clientId = word('SLACK_CLIENT_ID');
  const clientSecret = word('SLACK_CLIENT_SECRET');
  const apiUrl = word('SLACK_API_URL', (value) => `${parseServiceUrl(value)}/`);
  const managers = read<SlackSettings['managers']>('SLACK_MANAGERS', parseManagers, 'everyone');
  const has = (...names: readonly Name[]) => names.some(isSet);
  const isMissing = (name: Name, words: string) => complain(name, `is missing${words}`);

  if (!has('SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET'))
    return null;
  if (!has('SLACK_BOT_TOKEN', 'SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET'))
    isMissing('SLACK_BOT_TOKEN', ' (or, for many workspaces, SLACK_CLIENT_ID and SLACK_CLIENT_SECRET)');
  if (!has('SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'))
    isMissing('SLACK_APP_TOKEN', ' (or, over HTTP, SLACK_SIGNING_SECRET)');
  if (has('SLACK_CLIENT_ID') !== has('SLACK_CLIENT_SECRET'))
    isMissing(has('SLACK_CLIENT_ID') ? 'SLACK_CLIENT_SECRET' : 'SLACK_CLIENT_ID', ' beside the other');
  if (has('SLACK_CLIENT_ID') && has('SLACK_CLIENT_SECRET')) {
    if (!has('SECRET_KEYS')) isMissing('SECRET_KEYS', '; it seals the tokens of the workspaces that install byline');
    if (!has('PUBLIC_URL')) isMissing('PUBLIC_URL', '; workspaces install byline there, at /slack/install');
  }
  const oauth = clientId === null || clientSecret === null ? null : { clientId, clientSecret };
  return { botToken, oauth, appToken, signingSecret, apiUrl, managers };
}

function parseManagers(value: string): SlackSettings['managers'] {
  if (value === 'everyone' || value === 'admins') return value;
  throw new Error('is everyone, or admins: the workspace’s administrators and whoever created the channel');
}

/** Slack's tokens say by their beginning what they are for. */
function parseKind(value: string, whose: string, beginning: string): string {
  const token = parseToken(value);
  if (!token.startsWith(beginning))
    throw new Error(`this is another kind of token; the ${whose}’s begins with ${beginning}`);
  return token;
}
