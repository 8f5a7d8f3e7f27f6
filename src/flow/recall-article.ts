import type { Briefing } from '#core/briefing.ts';
import type { Place } from '#core/chat.ts';
import type { Memory } from '#core/memory.ts';
import { Problem } from '#core/problem.ts';

/** Finds what a place is about, once. `known` is what was found so far, or null. */
export type Recall = (() => Promise<Briefing>) & { readonly known: () => Promise<Briefing | null> };

/**
 * The briefing that a place is about: in a thread the one that it hangs under, or the last one posted in it; else the channel's last.
 * @throws Problem `NO_BRIEFING`, `FORGOTTEN` (its text was dropped).
 */
export function recallArticle(place: Place, memory: Memory): Recall {
  let found: Promise<Briefing> | null = null;
  const recall = () => {
    found ??= lookUp(place, memory);
    return found;
  };
  return Object.assign(recall, { known: async () => (found === null ? null : await found) });
}

async function lookUp(place: Place, memory: Memory): Promise<Briefing> {
  const kept = await memory.transact(async ({ posts, threads, channels, briefings }) => {
    const slug = place.thread === null ? await channels.lastBriefing(place) : await ofThread(place.thread);
    return slug === null ? null : briefings.get(slug);

    /** In a thread that is not about a briefing, the channel's last one would be the wrong article. */
    async function ofThread(thread: string): Promise<string | null> {
      const root = await posts.at(place, thread);
      return (root === null ? null : await threads.briefingOf(root.id)) ?? (await threads.lastBriefingIn(place));
    }
  });
  const here = place.thread === null ? 'here' : 'in this thread';
  if (kept === null) throw new Problem('NO_BRIEFING', `no article was briefed ${here}`);
  if (!kept.isWhole) throw new Problem('FORGOTTEN', kept.briefing.article.title);
  return kept.briefing;
}
