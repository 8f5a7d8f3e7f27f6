import type { Card } from '#core/card.ts';
import type { ChatPlatform } from '#core/chat.ts';
import type { Clock } from '#core/clock.ts';
import type { Command } from '#core/command.ts';
import type { Finding } from '#core/finding.ts';
import { fitCard as fitOnDiscord } from '#platforms/discord/fit-card.ts';
import { fitCard as fitOnSlack } from '#platforms/slack/fit-card.ts';
import type { Slack } from '#platforms/slack/index.ts';
import type { Settings } from '#settings.ts';
import type { OpenStore } from './open-store.ts';

export type JoinParts = {
  readonly installations: OpenStore['installations'];
  readonly commands: readonly Command[];
  readonly clock: Clock;
  /** Something went wrong; for the log. */
  readonly onTrouble: (what: string, cause: unknown) => void;
  /** Something that an operator may want to know, in words. */
  readonly onNews: (what: string) => void;
};

/** A platform as the running bot has it. */
type JoinedPlatform = {
  readonly platform: ChatPlatform;
  /** What runs, for the line that says so. */
  readonly label: string;
  /** Takes requests below the platform's own path; absent where it sends none. */
  readonly answerRequest?: Slack['answerRequest'];
};

/**
 * All that the bot needs of a platform. Each answers null, or nothing, where it is not configured; a platform's own packages are loaded
 * only where it is.
 */
type PlatformKit = {
  readonly name: string;
  /** A card in parts that fit into one message each; also in processes that are not connected. */
  readonly fit: (card: Card) => readonly Card[];
  readonly join: (settings: Settings, parts: JoinParts) => Promise<JoinedPlatform | null>;
  /** Whether the platform takes its tokens. Never throws. */
  readonly examine: (settings: Settings) => Promise<readonly Finding[]>;
};

/** The platforms that have tokens; the console has none. To add one is to add an entry here and its settings in settings.ts. */
export const CHAT_PLATFORMS: readonly PlatformKit[] = [
  {
    name: 'slack',
    fit: fitOnSlack,
    async join({ slack, publicUrl }, parts) {
      if (slack === null) return null;
      const { createSlack } = await import('#platforms/slack/index.ts');
      const oauth = slack.oauth === null ? null : { ...slack.oauth, publicUrl };
      const platform = createSlack({ ...slack, ...parts, oauth });
      const label = slack.appToken === null ? 'Slack (HTTP)' : 'Slack (Socket Mode)';
      return { platform, label, answerRequest: platform.answerRequest };
    },
    async examine({ slack, publicUrl }) {
      if (slack === null) return [];
      const { examineSlack } = await import('#platforms/slack/examine-slack.ts');
      return examineSlack({ ...slack, publicUrl });
    },
  },
  {
    name: 'discord',
    fit: fitOnDiscord,
    async join({ discord }, parts) {
      if (discord === null) return null;
      const { createDiscord } = await import('#platforms/discord/index.ts');
      return { platform: createDiscord({ ...discord, ...parts }), label: 'Discord' };
    },
    async examine({ discord }) {
      if (discord === null) return [];
      const { examineDiscord } = await import('#platforms/discord/examine-discord.ts');
      return examineDiscord(discord);
    },
  },
];
