import type { Finding } from '#core/finding.ts';
import { createClient } from './create-client.ts';
import type { SlackOptions } from './options.ts';
import { refusedSetting, type TokenSetting } from './refused-setting.ts';

type Looked = Pick<SlackOptions, 'botToken' | 'appToken' | 'signingSecret' | 'apiUrl'> & {
  readonly oauth: unknown;
  readonly publicUrl: string | null;
};

/** Whether Slack takes what is configured. Never throws. */
export async function examineSlack(options: Looked): Promise<Finding[]> {
  const { botToken, appToken, signingSecret, oauth, apiUrl, publicUrl } = options;
  const findings: Finding[] = [];
  if (botToken !== null)
    findings.push(
      await look('Slack, bot token', 'SLACK_BOT_TOKEN', async () => {
        const { team, user } = await createClient(botToken, apiUrl).auth.test();
        return `@${user ?? '?'} in the workspace ${team ?? '?'}.`;
      }),
    );
  if (appToken !== null)
    findings.push(
      await look('Slack, app token', 'SLACK_APP_TOKEN', async () => {
        await createClient(appToken, apiUrl).apps.connections.open({});
        return 'Socket Mode answers.';
      }),
    );
  else if (signingSecret !== null)
    findings.push({
      ...{ subject: 'Slack, events', state: 'works' },
      fact: 'They come over HTTP to /slack/events, proven by SLACK_SIGNING_SECRET.',
      todo: publicUrl === null ? 'Set PUBLIC_URL, so that “manifest slack --http” tells Slack where that is.' : null,
    });
  if (oauth !== null)
    findings.push({
      ...{ subject: 'Slack, installing', state: 'works', todo: null },
      fact: 'Workspaces install byline at /slack/install.',
    });
  return findings;
}

async function look(subject: string, setting: TokenSetting, ask: () => Promise<string>): Promise<Finding> {
  try {
    return { subject, state: 'works', fact: await ask(), todo: null };
  } catch (cause) {
    const { message, code } = refusedSetting(setting, cause);
    const isAway = code === 'SERVICE_UNAVAILABLE';
    const todo = isAway ? 'Check the connection, and SLACK_API_URL if it is set.' : `Check ${setting}.`;
    return { subject, state: 'broken', fact: `${message}.`, todo };
  }
}
