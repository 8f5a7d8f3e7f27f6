import { randomBytes } from 'node:crypto';
import type { Fields } from './fields.ts';
import type { StandInChannel, StandInEphemeral, StandInMessage, StandInView } from './stand-in.ts';

export type Team = {
  readonly id: string;
  readonly enterprise: string | null;
  isInstalled: boolean;
  isOrgWide: boolean;
};
export type Person = { readonly id: string; readonly team: string; readonly isAdmin: boolean };

/** A bot token speaks for one workspace, or for an organization. */
export type Token = {
  readonly token: string;
  readonly team: string;
  readonly enterprise: string | null;
  readonly isOrgWide: boolean;
  state: 'live' | 'revoked' | 'inactive';
};

export type Code = { readonly team: string; readonly isOrgWide: boolean; isUsed: boolean };

/** What people did in selects: message or view, then block, then action. */
export type Chosen = Map<string, Map<string, Fields>>;

export const APP = {
  appId: 'A0BYLINE00',
  botId: 'B0BYLINE00',
  userId: 'U0BYLINE00',
  name: 'byline',
  scopes:
    'app_mentions:read,channels:history,channels:read,chat:write,commands,groups:history,groups:read,im:history,im:read,users:read',
} as const;

export const HOME_TEAM = 'T0BYLINE00';
export const HOME_CHANNEL = 'C0NEWSROOM';
export const HOME_DM = 'D0READER00';
export const HOME_USER = 'U0READER00';

/** Everything that this Slack knows. */
export type World = ReturnType<typeof createWorld>;

export function createWorld() {
  const teams = new Map<string, Team>();
  const channels = new Map<string, StandInChannel>();
  const people = new Map<string, Person>();
  const tokens = new Map<string, Token>();
  const codes = new Map<string, Code>();
  const posts: StandInMessage[] = [];
  const ephemerals: StandInEphemeral[] = [];
  const views: StandInView[] = [];
  const homes = new Map<string, StandInView>();
  const chosen: Chosen = new Map();
  /** Extra fields of the app's own posts, as history gives them: `edited`, `subtype`. */
  const extras = new Map<string, Fields>();
  let lastMicros = 0;
  let count = 0;

  return {
    teams,
    channels,
    people,
    tokens,
    codes,
    posts,
    ephemerals,
    views,
    homes,
    chosen,
    extras,
    /** A ts is the time in seconds with six digits, and no two are the same. */
    nextTs(): string {
      lastMicros = Math.max(lastMicros + 1, Date.now() * 1000);
      const digits = String(lastMicros);
      return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
    },
    nextId(prefix: string): string {
      count += 1;
      return `${prefix}${count.toString(36).toUpperCase().padStart(9, '0')}`;
    },
    /** Bot user ids differ from workspace to workspace. */
    botUserOf: (team: string): string => (team === HOME_TEAM ? APP.userId : `U0BOT${team}`),
    botIdOf: (team: string): string => (team === HOME_TEAM ? APP.botId : `B0BOT${team}`),
    issueToken(team: string, isOrgWide: boolean): Token {
      const token = `xoxb-${team}-${randomBytes(9).toString('hex')}`;
      const enterprise = teams.get(team)?.enterprise ?? null;
      const issued: Token = { token, team, enterprise, isOrgWide, state: 'live' };
      tokens.set(token, issued);
      for (const one of teams.values())
        if (one.id === team || (isOrgWide && one.enterprise === enterprise)) {
          one.isInstalled = true;
          one.isOrgWide = isOrgWide;
        }
      return issued;
    },
    findPost: (channel: string, ts: string): StandInMessage | undefined =>
      posts.find((post) => post.ts === ts && post.channel === channel),
  };
}

/** A channel as a test describes it, with what it left out. */
export function makeChannel(channel: Partial<StandInChannel> & { readonly id: string }): StandInChannel {
  const kind = channel.kind ?? (channel.id.startsWith('D') ? 'im' : channel.id.startsWith('G') ? 'private' : 'public');
  return {
    team: HOME_TEAM,
    name: kind === 'im' ? '' : channel.id.toLowerCase(),
    kind,
    isMember: true,
    isArchived: false,
    members: [HOME_USER],
    creator: HOME_USER,
    ...channel,
  };
}
