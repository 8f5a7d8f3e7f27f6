import type { Card } from '#core/card.ts';
import type { ChatPlatform } from '#core/chat.ts';
import type { Clock } from '#core/clock.ts';
import type { Command } from '#core/command.ts';
import type { Finding } from '#core/finding.ts';
import { examineDiscord } from '#platforms/discord/examine-discord.ts';
import { fitCard as fitOnDiscord } from '#platforms/discord/fit-card.ts';
import { createDiscord } from '#platforms/discord/index.ts';
import { examineSlack } from '#platforms/slack/examine-slack.ts';
import { fitCard as fitOnSlack } from '#platforms/slack/fit-card.ts';
import { createSlack, type Slack } from '#platforms/slack/index.ts';
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

/** All that the bot needs of a platform. Each answers null, or nothing, where it is not configured. */
type PlatformKit = {
  readonly name: string;
  /** A card in parts that fit into one message each; also in processes that are not connected. */
  readonly fit: (card: Card) => readonly Card[];
  readonly join: (settings: Settings, parts: JoinParts) => JoinedPlatform | null;
  /** Whether the platform takes its tokens. Never throws. */
  readonly examine: (settings: Settings) => Promise<readonly Finding[]>;
};

/** The platforms that have tokens; the console has none. To add one is to add an entry here and its settings in settings.ts. */
export const CHAT_PLATFORMS: readonly PlatformKit[] = [
  {
    name: 'slack',
    fit: fitOnSlack,
    join({ slack, publicUrl }, parts) {
      if (slack === null) return null;
      const oauth = slack.oauth === null ? null : { ...slack.oauth, publicUrl };
      const platform = createSlack({ ...slack, ...parts, oauth });
      const label = slack.appToken === null ? 'Slack (HTTP)' : 'Slack (Socket Mode)';
      return { platform, label, answerRequest: platform.answerRequest };
    },
    examine: async ({ slack, publicUrl }) => (slack === null ? [] : examineSlack({ ...slack, publicUrl })),
  },
  {
    name: 'discord',
    fit: fitOnDiscord,
    join({ discord }, parts) {
      if (discord === null) return null;
      return { platform: createDiscord({ ...discord, ...parts }), label: 'Discord' };
    },
    examine: async ({ discord }) => (discord === null ? [] : examineDiscord(discord)),
  },
];
