import type { ChatPlatform } from '#core/chat.ts';
import type { Slack } from '#platforms/slack/index.ts';
import type { Settings } from '#settings.ts';
import { CHAT_PLATFORMS, type JoinParts } from './chat-platforms.ts';

/** The platforms that have their tokens. */
export type Joined = {
  readonly platforms: readonly ChatPlatform[];
  /** Takes the requests that platforms send; null where none of them sends any. False where a request is none of theirs. */
  readonly answerRequest: Slack['answerRequest'] | null;
  /** What runs, for the line that says so. */
  readonly names: readonly string[];
};

export async function joinPlatforms(settings: Settings, parts: JoinParts): Promise<Joined> {
  const all = await Promise.all(CHAT_PLATFORMS.map(({ join }) => join(settings, parts)));
  const joined = all.filter((one) => one !== null);
  const takers = joined.flatMap(({ answerRequest }) => answerRequest ?? []);
  return {
    platforms: joined.map(({ platform }) => platform),
    answerRequest: takers.length === 0 ? null : (...exchange) => takers.some((answer) => answer(...exchange)),
    names: joined.map(({ label }) => label),
  };
}
