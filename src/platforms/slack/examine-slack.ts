import type { Finding } from '#core/finding.ts';
import { createClient } from './create-client.ts';
import type { SlackOptions } from './options.ts';
import { problemOf } from './problem-of.ts';

type Looked = Pick<SlackOptions, 'botToken' | 'appToken' | 'apiUrl'> & { readonly oauth: unknown };

/** Whether Slack takes what is configured. Never throws. */
export async function examineSlack(options: Looked): Promise<Finding[]> {
  const { botToken, appToken, oauth, apiUrl } = options;
  const findings: Finding[] = [];
  if (botToken !== null)
    findings.push(
      await look('SLACK_BOT_TOKEN', async () => {
        const { team, user } = await createClient(botToken, apiUrl).auth.test();
        return `@${user ?? '?'} in the workspace ${team ?? '?'}.`;
      }),
    );
  if (appToken !== null)
    findings.push(
      await look('SLACK_APP_TOKEN', async () => {
        await createClient(appToken, apiUrl).apps.connections.open({});
        return 'Socket Mode answers.';
      }),
    );
  else
    findings.push({
      ...{ subject: 'Slack', state: 'works', todo: null },
      fact: 'Events come over HTTP to /slack/events, proven by SLACK_SIGNING_SECRET.',
    });
  if (oauth !== null)
    findings.push({
      ...{ subject: 'Slack', state: 'works', todo: null },
      fact: 'Workspaces install byline at /slack/install.',
    });
  return findings;
}

async function look(setting: string, ask: () => Promise<string>): Promise<Finding> {
  try {
    return { subject: 'Slack', state: 'works', fact: await ask(), todo: null };
  } catch (cause) {
    const { message, code } = problemOf(cause, false);
    const todo = code === 'UNREACHABLE' ? 'Check the connection, and SLACK_API_URL if it is set.' : `Check ${setting}.`;
    return { subject: 'Slack', state: 'broken', fact: `${message}.`, todo };
  }
}
