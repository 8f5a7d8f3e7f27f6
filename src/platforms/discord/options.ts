import type { Clock } from '#core/clock.ts';
import type { Command } from '#core/command.ts';

/** How Discord is reached. */
export type DiscordAccess = {
  readonly token: string;
  /** Null: Discord tells. */
  readonly applicationId: string | null;
  /** Another Discord than discord.com, ending in `/api`; or null. */
  readonly apiUrl: string | null;
};

export type DiscordOptions = DiscordAccess & {
  readonly commands: readonly Command[];
  readonly clock: Clock;
  /** For the log. Neither gets a token or a text. */
  readonly onTrouble: (what: string, cause: unknown) => void;
  readonly onNews: (what: string) => void;
};
