import { type HTTPReceiver, type Logger, LogLevel } from '@slack/bolt';
import type { ChatPlatform, Hears } from '#core/chat.ts';
import { Problem } from '#core/problem.ts';
import { createReceivers } from './create-receiver.ts';
import { clientOptionsFor, createWorkspaces } from './create-workspaces.ts';
import { fitCard } from './fit-card.ts';
import { PACE, PLATFORM } from './limits.ts';
import { createListener } from './listen.ts';
import type { SlackOptions } from './options.ts';
import { problemOf } from './problem-of.ts';
import { PromptApp } from './prompt-app.ts';
import { createSending } from './send.ts';

export type Slack = ChatPlatform & {
  /** Answers a request below `/slack/`; false where there is nothing of ours. */
  readonly answerRequest: (...exchange: Parameters<HTTPReceiver['requestListener']>) => boolean;
};

/** What was received is finished within this time, then the connection ends all the same, in ms. */
const FINISH_WITHIN_MS = 5_000;

/** Slack, by Socket Mode or HTTP, for one workspace or many. */
export function createSlack(options: SlackOptions): Slack {
  const workspaces = createWorkspaces(options);
  const logger = createBoltLogger(options.onTrouble);
  // Over HTTP requests may come before the app listens; they are told to come again.
  const receivers = createReceivers(options, logger);
  let running: { readonly finish: () => Promise<void> } | null = null;

  async function start(hears: Hears): Promise<void> {
    if (running !== null) return;
    if (options.botToken !== null) await greet();
    const app = new PromptApp({
      receiver: receivers.main,
      clientOptions: clientOptionsFor(options.apiUrl),
      async authorize({ teamId, enterpriseId }) {
        const { botToken, botId, botUser } = await workspaces.login(teamId ?? null, enterpriseId ?? null);
        return { botToken, botId, botUserId: botUser };
      },
      ...{ logger, convoStore: false, ignoreSelf: true },
    });
    const listener = createListener(app, { hears, workspaces, options });
    try {
      await receivers.connection?.start();
    } catch (cause) {
      throw refusal(cause, 'SLACK_APP_TOKEN');
    }
    running = { finish: listener.finish };
  }

  /** A token that Slack does not take is better known now than at the first command. */
  async function greet(): Promise<void> {
    try {
      await workspaces.login(null, null);
    } catch (cause) {
      throw refusal(cause, 'SLACK_BOT_TOKEN');
    }
  }

  return {
    name: PLATFORM,
    pace: PACE,
    editsPrivate: false,
    fit: fitCard,
    start,
    async stop() {
      if (running === null) return;
      const { finish } = running;
      running = null;
      // Acknowledgements still go out by the connection.
      const limit = new Promise<void>((done) => setTimeout(done, FINISH_WITHIN_MS).unref());
      await Promise.race([finish(), limit]);
      await receivers.connection?.stop();
    },
    answerRequest(request, response) {
      const { http } = receivers;
      if (http === null || request.url?.startsWith('/slack/') !== true) return false;
      if (running === null) {
        response.writeHead(503, { 'retry-after': '5' }).end('byline is not ready yet\n');
        return true;
      }
      http.requestListener(request, response);
      return true;
    },
    ...createSending(workspaces, options.apiUrl),
  };
}

function refusal(cause: unknown, setting: string): Problem {
  const { message, code } = problemOf(cause, false);
  return code === 'UNREACHABLE'
    ? new Problem('SERVICE_UNAVAILABLE', message, { cause })
    : new Problem('BAD_SETTINGS', `${setting}: ${message}`, { cause });
}

/** Bolt's own words for the log; anything that looks like a token is struck out, and long ones may quote what was said. */
function createBoltLogger(onTrouble: SlackOptions['onTrouble']): Logger {
  const tell = (...words: readonly unknown[]) => {
    const line = words
      .map(String)
      .join(' ')
      .replace(/xox[a-z]-[\w-]+|xapp-[\w-]+/g, '…');
    onTrouble('Bolt reports', line.slice(0, 200).toWellFormed());
  };
  return {
    ...{ debug: () => undefined, info: () => undefined, warn: tell, error: tell },
    ...{ setLevel: () => undefined, getLevel: () => LogLevel.WARN, setName: () => undefined },
  };
}
