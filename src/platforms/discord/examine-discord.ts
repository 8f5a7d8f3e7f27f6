import type { Finding } from '#core/finding.ts';
import { Problem } from '#core/problem.ts';
import { createApi } from './create-api.ts';
import { getApplication } from './get-application.ts';
import { CALL_WITHIN_MS } from './limits.ts';
import type { DiscordAccess } from './options.ts';
import { inviteOf } from './register.ts';

const SUBJECT = 'Discord';

/** Whether Discord takes what is configured. Never throws. */
export async function examineDiscord(access: DiscordAccess): Promise<Finding[]> {
  try {
    const { id, name, readsContent } = await getApplication(createApi(access), AbortSignal.timeout(CALL_WITHIN_MS));
    const isOther = access.applicationId !== null && access.applicationId !== id;
    if (isOther)
      return [
        {
          ...{ subject: SUBJECT, state: 'broken', fact: `The token is that of the application ${id}.` },
          todo: `Leave DISCORD_APPLICATION_ID empty, or set it to ${id}.`,
        },
      ];
    const questions = readsContent
      ? 'questions in threads are heard'
      : 'MESSAGE_CONTENT is off, so a question in a thread needs its name';
    return [
      { subject: SUBJECT, state: 'works', fact: `@${name}; ${questions}.`, todo: `Invite it with ${inviteOf(id)}` },
    ];
  } catch (cause) {
    const { code, message } = cause instanceof Problem ? cause : new Problem('UNREACHABLE', String(cause));
    const isAway = code !== 'BAD_SETTINGS';
    const todo = isAway ? 'Check the connection, and DISCORD_API_URL if it is set.' : 'Check DISCORD_TOKEN.';
    return [{ subject: SUBJECT, state: 'broken', fact: `${message}.`, todo }];
  }
}
