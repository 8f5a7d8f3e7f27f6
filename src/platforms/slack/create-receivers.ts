import { randomBytes } from 'node:crypto';
import { HTTPReceiver, type Logger, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { clientOptionsFor } from './create-client.ts';
import { installing } from './installing.ts';
import { type Connection, keepConnected } from './keep-connected.ts';
import type { SlackOptions } from './options.ts';
import { EVENTS_PATH } from './paths.ts';

export type Receivers = {
  /** What feeds the app. */
  readonly main: Receiver;
  /** Begins and ends listening; over HTTP whoever serves the pages does. */
  readonly connection: Connection | null;
  /** What answers requests below `/slack/`, each its own: events over HTTP, and the pages of an installation. */
  readonly http: readonly HTTPReceiver[];
};

/** Socket Mode or HTTP, and beside either the pages by which workspaces install byline. */
export function createReceivers(options: SlackOptions, logger: Logger, onInstalled: () => void): Receivers {
  const { appToken, signingSecret, oauth, apiUrl } = options;
  // Bolt takes no receiver with pages for an app that finds its tokens by itself: they have one of their own. It hears no events,
  // so nobody knows its secret.
  const pages =
    oauth === null
      ? []
      : [
          new HTTPReceiver({
            ...{ signingSecret: randomBytes(32).toString('hex'), endpoints: [], logger },
            ...installing(oauth, { ...options, onInstalled }),
          }),
        ];
  if (appToken === null) {
    if (signingSecret === null) throw new Error('neither Socket Mode nor a signing secret');
    const main = new HTTPReceiver({ signingSecret, endpoints: EVENTS_PATH, logger });
    return { main, connection: null, http: [main, ...pages] };
  }
  const main = new SocketModeReceiver({
    ...{ appToken, logger, autoReconnectEnabled: false },
    installerOptions: { clientOptions: clientOptionsFor(apiUrl) },
  });
  return { main, connection: keepConnected(main.client, options.onTrouble), http: pages };
}
