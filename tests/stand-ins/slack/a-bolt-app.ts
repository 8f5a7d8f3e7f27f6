import { App, SocketModeReceiver } from '@slack/bolt';
import { quietLogger } from './quiet-logger.ts';
import type { SlackStandIn } from './stand-in.ts';

/** So long the real client waits before it connects again; its own five seconds would be long for a test. */
const RECONNECT_MS = 600;

/** A real Bolt app in Socket Mode against the stand-in, without a word in the log. */
export function makeSocketApp(slack: SlackStandIn): App {
  const clientOptions = { slackApiUrl: slack.apiUrl };
  return new App({
    token: slack.botToken,
    logger: quietLogger,
    clientOptions,
    receiver: new SocketModeReceiver({
      appToken: slack.appToken,
      clientPingTimeout: RECONNECT_MS,
      logger: quietLogger,
      installerOptions: { clientOptions },
    }),
  });
}

/** A real Bolt app that takes signed requests on loopback. Sets the stand-in's request URL. */
export async function startHttpApp(slack: SlackStandIn, build: (app: App) => void): Promise<App> {
  const app = new App({
    token: slack.botToken,
    signingSecret: slack.signingSecret,
    logger: quietLogger,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  build(app);
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  const address = server.address();
  slack.requestUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/slack/events`;
  return app;
}
