import { LogLevel, webApi } from '@slack/bolt';
import type { Workspace } from '#core/chat.ts';
import { Problem } from '#core/problem.ts';
import { CALL_WITHIN_MS, PLATFORM } from './limits.ts';
import type { SlackOptions } from './options.ts';

/** A workspace as the bot works in it. */
export type Login = {
  readonly client: webApi.WebClient;
  readonly botToken: string;
  readonly botUser: string;
  readonly botId: string;
  readonly team: string | null;
  readonly enterprise: string | null;
};

/** Logins by workspace, learned when they are needed. */
export type Workspaces = {
  /** @throws Problem `CHANNEL_GONE` where byline is not installed; `UNREACHABLE`, `NO_KEYS`, `BAD_SEAL`. */
  readonly login: (team: string | null, enterprise: string | null) => Promise<Login>;
  /** Every workspace that goes with an organization-wide installation. */
  readonly ofEnterprise: (enterprise: string) => Promise<readonly Workspace[]>;
  /** Tokens have changed. */
  readonly forget: () => void;
};

/** So long a login is taken as good without another look at the installations; another process may have changed them. */
const KNOWN_FOR_MS = 60_000;

export function createWorkspaces(options: SlackOptions): Workspaces {
  const { installations, clock } = options;
  const known = new Map<string, { readonly login: Promise<Login>; readonly until: number }>();
  const clients = new Map<string, webApi.WebClient>();

  function clientOf(token: string): webApi.WebClient {
    const client = clients.get(token) ?? createClient(token, options.apiUrl);
    clients.set(token, client);
    return client;
  }

  async function find(team: string | null, enterprise: string | null): Promise<Login> {
    if (options.oauth !== null) {
      const installed = await findInstallation(team, enterprise);
      if (installed !== null) return installed;
    }
    if (options.botToken === null)
      throw new Problem('CHANNEL_GONE', `byline is not installed in the Slack workspace ${team ?? enterprise ?? '?'}`);
    return greet(options.botToken);
  }

  /** A workspace's own installation, or its organization's; which one it is, is kept, for a post names only the workspace. */
  async function findInstallation(team: string | null, enterprise: string | null): Promise<Login | null> {
    const own = team === null ? null : await installations.get({ platform: PLATFORM, workspace: team });
    const through = own?.facts.through ?? (own === null ? enterprise : null);
    const found = through === null ? own : await installations.get({ platform: PLATFORM, workspace: through });
    const token = found?.tokens.bot;
    if (found === null || token === undefined) return null;
    if (own === null && team !== null && through !== null)
      await installations.save({
        ...{ platform: PLATFORM, workspace: team, enterprise: through, tokens: {}, facts: { through } },
      });
    const { botUser = '', botId = '' } = found.facts;
    return { client: clientOf(token), botToken: token, botUser, botId, team, enterprise: found.enterprise };
  }

  async function greet(token: string): Promise<Login> {
    const client = clientOf(token);
    const { user_id: botUser = '', bot_id: botId = '', team_id, enterprise_id } = await client.auth.test();
    return { client, botToken: token, botUser, botId, team: team_id ?? null, enterprise: enterprise_id ?? null };
  }

  return {
    login(team, enterprise) {
      const key = `${team ?? ''} ${enterprise ?? ''}`;
      const now = clock.now().getTime();
      const found = known.get(key);
      if (found !== undefined && found.until > now) return found.login;
      const login = find(team, enterprise);
      known.set(key, { login, until: now + KNOWN_FOR_MS });
      // A failure is no knowledge.
      login.catch(() => known.delete(key));
      return login;
    },
    async ofEnterprise(enterprise) {
      const all = await installations.list();
      const found = await Promise.all(all.filter(({ platform }) => platform === PLATFORM).map(installations.get));
      return found.flatMap((one) => (one?.enterprise === enterprise ? [one] : []));
    },
    forget: () => known.clear(),
  };
}

export function createClient(token: string | undefined, apiUrl: string | null): webApi.WebClient {
  return new webApi.WebClient(token, { ...clientOptionsFor(apiUrl), logger: SILENT });
}

/** A client says at once what went wrong: the outbox, which looks before it sends again, is the one that retries. */
export function clientOptionsFor(apiUrl: string | null): webApi.WebClientOptions {
  return {
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
    ...{ retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: CALL_WITHIN_MS },
  };
}

/** What fails is thrown, and told by whoever called. */
const SILENT: webApi.WebClientOptions['logger'] = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};
