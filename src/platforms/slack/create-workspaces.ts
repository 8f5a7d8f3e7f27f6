import type { webApi } from '@slack/bolt';
import { Problem } from '#core/problem.ts';
import { createClient } from './create-client.ts';
import { PLATFORM } from './limits.ts';
import type { SlackOptions } from './options.ts';

/** The bot as it works in a workspace. */
export type Login = {
  readonly client: webApi.WebClient;
  readonly botToken: string;
  readonly botUser: string;
  readonly botId: string;
};

/** Logins by workspace, learned when they are needed. */
export type Workspaces = {
  /** @throws Problem `CHANNEL_GONE` where byline is not installed; `UNREACHABLE`, `NO_KEYS`, `BAD_SEAL`. */
  readonly login: (workspace: string | null, enterprise: string | null) => Promise<Login>;
  /**
   * All that goes when byline is removed from a workspace or, where `enterprise` is named, from the whole organization: with it
   * go the workspaces that it served, and not those that installed byline by themselves.
   */
  readonly leaving: (workspace: string, enterprise: string | null) => Promise<readonly string[]>;
  /** Installations have changed. */
  readonly forget: () => void;
};

/** So long a login is taken as good without another look at the installations; another process may have changed them. */
const KNOWN_FOR_MS = 60_000;

export function createWorkspaces(options: SlackOptions): Workspaces {
  const { installations, clock } = options;
  const known = new Map<string, { readonly login: Promise<Login>; readonly until: number }>();
  /** By the token of the settings; whose that is never changes. */
  let own: Promise<Login> | null = null;

  async function find(workspace: string | null, enterprise: string | null): Promise<Login> {
    const installed = options.oauth === null ? null : await findInstalled(workspace, enterprise);
    if (installed !== null) return installed;
    if (options.botToken === null)
      throw new Problem('CHANNEL_GONE', `byline is not installed in the workspace ${workspace ?? enterprise ?? '?'}`);
    own ??= greet(options.botToken);
    own.catch(() => {
      own = null;
    });
    return own;
  }

  /** A workspace's own installation, or its organization's; which one it is, is kept, for a post names only the workspace. */
  async function findInstalled(workspace: string | null, enterprise: string | null): Promise<Login | null> {
    const row = await get(workspace);
    const through = row?.facts.through ?? (row === null ? enterprise : null);
    const found = through === null ? row : await get(through);
    const { bot } = found?.tokens ?? {};
    if (found === null || bot === undefined) return null;
    if (row === null && workspace !== null && through !== null)
      await installations.save({
        ...{ platform: PLATFORM, workspace, enterprise: through, tokens: {}, facts: { through } },
      });
    return loginBy(bot, found.facts.botUser, found.facts.botId);
  }

  async function get(workspace: string | null) {
    return workspace === null ? null : installations.get({ platform: PLATFORM, workspace });
  }

  async function greet(token: string): Promise<Login> {
    const { user_id, bot_id } = await createClient(token, options.apiUrl).auth.test();
    return loginBy(token, user_id, bot_id);
  }

  function loginBy(botToken: string, botUser = '', botId = ''): Login {
    return { client: createClient(botToken, options.apiUrl), botToken, botUser, botId };
  }

  return {
    login(workspace, enterprise) {
      const key = `${workspace ?? ''} ${enterprise ?? ''}`;
      const now = clock.now().getTime();
      const found = known.get(key);
      if (found !== undefined && found.until > now) return found.login;
      const login = find(workspace, enterprise);
      known.set(key, { login, until: now + KNOWN_FOR_MS });
      // A failure is no knowledge.
      login.catch(() => known.delete(key));
      return login;
    },
    async leaving(workspace, enterprise) {
      if (enterprise === null) return [workspace];
      const rows = (await installations.list()).filter(({ platform }) => platform === PLATFORM);
      // A token that does not open is somebody else's: what goes with an organization holds none.
      const looks = await Promise.allSettled(rows.map(installations.get));
      const all = looks.flatMap((look) => (look.status === 'fulfilled' && look.value !== null ? [look.value] : []));
      const served = all.filter(({ facts }) => facts.through === enterprise).map((one) => one.workspace);
      const isOnItsOwn = all.some((one) => one.workspace === workspace && one.facts.through === undefined);
      return [...new Set([enterprise, ...served, ...(isOnItsOwn ? [] : [workspace])])];
    },
    forget: () => known.clear(),
  };
}
