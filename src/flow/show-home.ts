import type { Card } from '#core/card.ts';
import type { Workspace } from '#core/chat.ts';
import type { Command } from '#core/command.ts';
import type { Memory } from '#core/memory.ts';
import type { HomeChannel, Wording } from '#core/wording.ts';

/** A person may be in hundreds of channels; a page has room for so many. */
const MOST_CHANNELS = 20;

/** The bot's own page for one person: those of their channels that the bot knows, and what was last briefed in each. */
export async function showHome(
  channels: readonly { readonly id: string; readonly name: string }[],
  { platform, workspace }: Workspace,
  parts: { readonly memory: Memory; readonly wording: Wording; readonly commands: readonly Command[] },
): Promise<Card> {
  const known = await parts.memory.transact(async (shelves) => {
    const ids = new Set(await shelves.channels.known({ platform, workspace }));
    const shown: HomeChannel[] = [];
    for (const { id, name } of channels.filter((channel) => ids.has(channel.id)).slice(0, MOST_CHANNELS)) {
      const slug = await shelves.channels.lastBriefing({ platform, workspace, channel: id });
      const kept = slug === null ? null : await shelves.briefings.get(slug);
      const here = { platform, workspace, channel: id };
      const feeds = await shelves.feeds.followed(here);
      const [next = null] = (await shelves.schedules.of(here)).toSorted(
        (a, b) => a.nextAt.getTime() - b.nextAt.getTime(),
      );
      shown.push({ name, headline: kept?.briefing.headline ?? null, feeds: feeds.length, next });
    }
    return shown;
  });
  return parts.wording.home(parts.commands, known);
}
