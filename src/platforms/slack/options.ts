import type { Clock } from '#core/clock.ts';
import type { Command } from '#core/command.ts';
import type { InstallationShelf } from '#core/memory.ts';

/** How byline is connected to Slack. */
export type SlackOptions = {
  /** One workspace, by its bot token. */
  readonly botToken: string | null;
  /** Many workspaces, each of which installs byline by OAuth. */
  readonly oauth: {
    readonly clientId: string;
    readonly clientSecret: string;
    /** Where others reach the pages, or null: on this machine. */
    readonly publicUrl: string | null;
  } | null;
  /** Socket Mode, or null: HTTP. */
  readonly appToken: string | null;
  readonly signingSecret: string | null;
  /** Another Slack than slack.com, ending in `/api/`; null: the real one. */
  readonly apiUrl: string | null;
  /** Who may change feeds and schedules: everyone, or the workspace's administrators and whoever created the channel. */
  readonly managers: 'everyone' | 'admins';
  readonly installations: InstallationShelf;
  readonly commands: readonly Command[];
  readonly clock: Clock;
  /** Something went wrong; what it is told holds no token and no text of anybody's. */
  readonly onTrouble: (what: string, cause: unknown) => void;
};
