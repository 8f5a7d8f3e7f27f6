import { createHmac, randomBytes } from 'node:crypto';
import { HTTPReceiver, type Logger, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { clientOptionsFor } from './create-workspaces.ts';
import { keepConnected } from './keep-connected.ts';
import { PLATFORM } from './limits.ts';
import { BOT_SCOPES } from './manifest.ts';
import type { SlackOptions } from './options.ts';

/** Where events, commands and interactions come in over HTTP. */
const EVENTS_PATH = '/slack/events';
const REDIRECT_PATH = '/slack/oauth_redirect';
export type Receivers = {
  /** What feeds the app. */
  readonly main: Receiver;
  /** Begins and ends listening; over HTTP whoever serves the pages does. */
  readonly connection: ReturnType<typeof keepConnected> | null;
  /** Answers requests below `/slack/`: events over HTTP, and the pages of an installation; null where there are none. */
  readonly http: HTTPReceiver | null;
};

/** Socket Mode or HTTP, and beside either the pages by which workspaces install byline. */
export function createReceivers(options: SlackOptions, logger: Logger): Receivers {
  const { appToken, signingSecret } = options;
  if (appToken === null) {
    if (signingSecret === null) throw new Error('neither Socket Mode nor a signing secret');
    const http = new HTTPReceiver({ signingSecret, endpoints: EVENTS_PATH, logger, ...installing(options) });
    return { main: http, connection: null, http };
  }
  const main = new SocketModeReceiver({
    ...{ appToken, logger, autoReconnectEnabled: false },
    installerOptions: { clientOptions: clientOptionsFor(options.apiUrl) },
  });
  const connection = keepConnected(main.client, options.onTrouble);
  if (options.oauth === null) return { main, connection, http: null };
  // No events come in here, so nobody knows its secret.
  const secret = randomBytes(32).toString('hex');
  return {
    main,
    connection,
    http: new HTTPReceiver({ signingSecret: secret, endpoints: [], logger, ...installing(options) }),
  };
}

/** What a workspace's installation by OAuth needs; tokens go to our own shelf, sealed. */
function installing({
  oauth,
  apiUrl,
  installations,
}: SlackOptions): Partial<ConstructorParameters<typeof HTTPReceiver>[0]> {
  if (oauth === null) return {};
  const { clientId, clientSecret, publicUrl } = oauth;
  return {
    ...{ clientId, clientSecret, scopes: [...BOT_SCOPES] },
    // Signs the state that comes back with the browser; derived, so that it is the same on every machine.
    stateSecret: createHmac('sha256', clientSecret).update('byline/oauth-state').digest('hex'),
    ...(publicUrl === null ? {} : { redirectUri: `${publicUrl}${REDIRECT_PATH}` }),
    installerOptions: {
      directInstall: true,
      redirectUriPath: REDIRECT_PATH,
      clientOptions: clientOptionsFor(apiUrl),
    },
    installationStore: {
      async storeInstallation({ team, enterprise, bot, isEnterpriseInstall, appId }) {
        const workspace = isEnterpriseInstall === true ? enterprise?.id : team?.id;
        if (workspace === undefined || bot === undefined) throw new Error('Slack names no workspace or no bot');
        await installations.save({
          ...{ platform: PLATFORM, workspace, enterprise: enterprise?.id ?? null, tokens: { bot: bot.token } },
          facts: { botUser: bot.userId, botId: bot.id, scopes: bot.scopes.join(','), app: appId ?? '' },
        });
      },
      // Events are matched with their workspace by our own authorize.
      fetchInstallation: () => Promise.reject(new Error('not asked for')),
    },
  };
}
