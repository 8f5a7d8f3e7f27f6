import { type HTTPReceiver, HTTPReceiverDeferredRequestError } from '@slack/bolt';
import type { ChatPlatform, Hears } from '#core/chat.ts';
import { createBoltLogger } from './create-bolt-logger.ts';
import { clientOptionsFor } from './create-client.ts';
import { createMayManage } from './create-may-manage.ts';
import { createReceivers } from './create-receivers.ts';
import { createWorkspaces } from './create-workspaces.ts';
import { draw } from './draw.ts';
import { fitCard } from './fit-card.ts';
import { PACE, PLATFORM } from './limits.ts';
import { listen } from './listen.ts';
import type { SlackOptions } from './options.ts';
import { PromptApp } from './prompt-app.ts';
import { refusedSetting, type TokenSetting } from './refused-setting.ts';
import { respondTo } from './respond-to.ts';
import { createSending } from './send.ts';

type Exchange = Parameters<HTTPReceiver['requestListener']>;

export type Slack = ChatPlatform & {
  /** Answers a request below `/slack/`; false where there is nothing of ours. */
  readonly answerRequest: (...exchange: Exchange) => boolean;
};

/** What was received is finished within this time, then the connection ends all the same, in ms. */
const FINISH_WITHIN_MS = 5_000;

/** Slack, by Socket Mode or HTTP, for one workspace or many. */
export function createSlack(options: SlackOptions): Slack {
  const { apiUrl, botToken, onTrouble } = options;
  const workspaces = createWorkspaces(options);
  const logger = createBoltLogger(onTrouble);
  // Over HTTP requests may come before the app listens; they are told to come again.
  const { main, connection, http } = createReceivers(options, logger, workspaces.forget);
  let running: { readonly finish: () => Promise<void> } | null = null;

  async function start(hears: Hears): Promise<void> {
    if (running !== null) return;
    // A token that Slack does not take is better known now than at the first command.
    if (botToken !== null) await refusing('SLACK_BOT_TOKEN', workspaces.login(null, null));
    const app = new PromptApp(
      {
        ...{ receiver: main, clientOptions: clientOptionsFor(apiUrl), logger, convoStore: false, ignoreSelf: true },
        async authorize({ teamId, enterpriseId }) {
          const login = await workspaces.login(teamId ?? null, enterpriseId ?? null);
          return { botToken: login.botToken, botId: login.botId, botUserId: login.botUser };
        },
      },
      { onTrouble, respond: (address, card) => respondTo(address, { ...draw(card), thread: null }, apiUrl) },
    );
    const listening = listen(app, hears, { workspaces, onTrouble });
    await refusing('SLACK_APP_TOKEN', connection?.start());
    running = listening;
  }

  return {
    ...{ name: PLATFORM, pace: PACE, editsPrivate: false, fit: fitCard, start },
    async stop() {
      if (running === null) return;
      const { finish } = running;
      running = null;
      // Acknowledgements still go out by the connection.
      const limit = new Promise<void>((done) => setTimeout(done, FINISH_WITHIN_MS).unref());
      await Promise.race([finish(), limit]);
      await connection?.stop();
    },
    ...(connection === null ? {} : { isConnected: connection.isOpen }),
    answerRequest(request, response) {
      if (http.length === 0 || request.url?.startsWith('/slack/') !== true) return false;
      if (running === null) {
        response.writeHead(503, { 'retry-after': '5' }).end('byline is not ready yet\n');
        return true;
      }
      return http.some((receiver) => isAnswered(receiver, [request, response]));
    },
    mayManage: createMayManage(workspaces, options.managers),
    ...createSending(workspaces, options),
  };
}

/** False where Bolt has nothing at this address, which it says by throwing. */
function isAnswered(receiver: HTTPReceiver, exchange: Exchange): boolean {
  try {
    receiver.requestListener(...exchange);
    return true;
  } catch (error) {
    if (error instanceof HTTPReceiverDeferredRequestError) return false;
    throw error;
  }
}

/** @throws Problem that names the setting by which Slack did not let us in, or says that it does not answer. */
async function refusing(setting: TokenSetting, work: Promise<unknown> | undefined): Promise<void> {
  try {
    await work;
  } catch (cause) {
    throw refusedSetting(setting, cause);
  }
}
