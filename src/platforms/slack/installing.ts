import { createHmac } from 'node:crypto';
import type { HTTPReceiverOptions } from '@slack/bolt';
import type { InstallationShelf } from '#core/memory.ts';
import { clientOptionsFor } from './create-client.ts';
import { PLATFORM } from './limits.ts';
import { scopesFor } from './manifest.ts';
import type { SlackOptions } from './options.ts';
import { INSTALL_PATH, REDIRECT_PATH } from './paths.ts';
import { showInstalled, showNotInstalled } from './show-installed.ts';

/** What a workspace's installation by OAuth needs; tokens go to our own shelf, sealed. */
export function installing(
  { clientId, clientSecret, publicUrl }: NonNullable<SlackOptions['oauth']>,
  {
    apiUrl,
    managers,
    installations,
    onInstalled,
  }: Pick<SlackOptions, 'apiUrl' | 'managers'> & {
    readonly installations: Pick<InstallationShelf, 'save'>;
    /** A workspace has a token, perhaps a new one in the place of another. */
    readonly onInstalled: () => void;
  },
): Omit<HTTPReceiverOptions, 'signingSecret'> {
  return {
    ...{ clientId, clientSecret, scopes: scopesFor(managers) },
    // Signs the state that comes back with the browser; derived, so that it is the same on every machine.
    stateSecret: createHmac('sha256', clientSecret).update('byline/oauth-state').digest('hex'),
    ...(publicUrl === null ? {} : { redirectUri: `${publicUrl}${REDIRECT_PATH}` }),
    installerOptions: {
      ...{ directInstall: true, installPath: INSTALL_PATH, redirectUriPath: REDIRECT_PATH },
      ...{ clientOptions: clientOptionsFor(apiUrl) },
      callbackOptions: { success: showInstalled, failure: showNotInstalled },
    },
    installationStore: {
      async storeInstallation({ team, enterprise, bot, isEnterpriseInstall, appId }) {
        const workspace = isEnterpriseInstall === true ? enterprise?.id : team?.id;
        if (workspace === undefined || bot === undefined) throw new Error('Slack names no workspace or no bot');
        await installations.save({
          ...{ platform: PLATFORM, workspace, enterprise: enterprise?.id ?? null, tokens: { bot: bot.token } },
          facts: { botUser: bot.userId, botId: bot.id, scopes: bot.scopes.join(','), app: appId ?? '' },
        });
        onInstalled();
      },
      // Events are matched with their workspace by our own authorize.
      fetchInstallation: () => Promise.reject(new Error('not asked for')),
    },
  };
}
