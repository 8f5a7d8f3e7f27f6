import type { ChatPlatform } from '#core/chat.ts';
import type { Clock } from '#core/clock.ts';
import type { Command } from '#core/command.ts';
import type { Observer } from '#core/observer.ts';
import { createDiscord } from '#platforms/discord/index.ts';
import { createSlack, type Slack } from '#platforms/slack/index.ts';
import type { Settings } from '#settings.ts';
import type { OpenStore } from './open-store.ts';

/** The platforms that have their tokens. */
export type Joined = {
  readonly platforms: readonly ChatPlatform[];
  /** Takes requests below `/slack/`, where Slack is among them. */
  readonly answerRequest: Slack['answerRequest'] | null;
  /** What runs, for the line that says so. */
  readonly names: readonly string[];
};

export function joinPlatforms(
  settings: Pick<Settings, 'slack' | 'discord' | 'publicUrl'>,
  parts: {
    readonly installations: OpenStore['installations'];
    readonly commands: readonly Command[];
    readonly clock: Clock;
    readonly observe: Observer;
    /** Something that an operator may want to know, in words. */
    readonly onNews: (what: string) => void;
  },
): Joined {
  const { installations, commands, clock, observe, onNews } = parts;
  const onTrouble = (what: string, cause: unknown) => observe({ kind: 'trouble', what, cause });
  const slack =
    settings.slack === null
      ? null
      : createSlack({
          ...{ ...settings.slack, installations, commands, clock, onTrouble },
          oauth: settings.slack.oauth === null ? null : { ...settings.slack.oauth, publicUrl: settings.publicUrl },
        });
  const discord =
    settings.discord === null ? null : createDiscord({ ...settings.discord, commands, clock, onNews, onTrouble });
  return {
    platforms: [slack, discord].filter((platform) => platform !== null),
    answerRequest: slack?.answerRequest ?? null,
    names: [
      ...(settings.slack === null ? [] : [settings.slack.appToken === null ? 'Slack (HTTP)' : 'Slack (Socket Mode)']),
      ...(discord === null ? [] : ['Discord']),
    ],
  };
}
