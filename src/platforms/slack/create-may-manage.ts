import { webApi } from '@slack/bolt';
import type { ChatPlatform } from '#core/chat.ts';
import { Problem } from '#core/problem.ts';
import type { Login, Workspaces } from './create-workspaces.ts';
import type { SlackOptions } from './options.ts';
import { problemOf } from './problem-of.ts';

/** Slack's ids of talks with the bot alone begin so. */
const DIRECT = 'D';
const NO_SCOPE =
  'SLACK_MANAGERS=admins needs the scope users:read: print the manifest anew, and install byline again with it';

/**
 * Whether somebody may change a channel's feeds and schedules. A talk with the bot alone is its person's own.
 * @throws Problem of the platform; `BAD_SETTINGS` where byline was installed without the right to know administrators.
 */
export function createMayManage(
  workspaces: Pick<Workspaces, 'login'>,
  managers: SlackOptions['managers'],
): NonNullable<ChatPlatform['mayManage']> {
  return async (person, { workspace, channel }, signal) => {
    if (managers === 'everyone' || channel.startsWith(DIRECT)) return true;
    signal.throwIfAborted();
    const { client } = await workspaces.login(workspace, null);
    return (await isAdmin(person, client)) || (await isCreator(person, channel, client));
  };
}

async function isAdmin(person: string, client: Login['client']): Promise<boolean> {
  try {
    const { user } = await client.users.info({ user: person });
    return user?.is_admin === true || user?.is_owner === true || user?.is_primary_owner === true;
  } catch (cause) {
    if (wordOf(cause) === 'missing_scope') throw new Problem('BAD_SETTINGS', NO_SCOPE, { cause });
    // Somebody from another workspace, in a channel that both share.
    if (wordOf(cause) === 'user_not_found' || wordOf(cause) === 'user_not_visible') return false;
    throw problemOf(cause, true);
  }
}

async function isCreator(person: string, channel: string, client: Login['client']): Promise<boolean> {
  try {
    const { channel: found } = await client.conversations.info({ channel });
    return found?.creator === person;
  } catch (cause) {
    // A talk of several has no creator, and byline may not look at it.
    if (wordOf(cause) === 'missing_scope') return false;
    throw problemOf(cause, true);
  }
}

function wordOf(cause: unknown): string | null {
  return cause instanceof webApi.WebAPIPlatformError ? cause.data.error : null;
}
