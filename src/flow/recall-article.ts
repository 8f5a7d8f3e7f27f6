import type { Briefing } from '#core/briefing.ts';
import type { Place } from '#core/chat.ts';
import type { Memory } from '#core/memory.ts';
import { Problem } from '#core/problem.ts';

/** Finds what a place is about, once. `known` is what was found so far, or null. */
export type Recall = (() => Promise<Briefing>) & { readonly known: () => Promise<Briefing | null> };

/**
 * The briefing that a place is about: of the thread, else the last one in the channel.
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
    const root = place.thread === null ? null : await posts.at(place, place.thread);
    const ofThread = root === null ? null : await threads.briefingOf(root.id);
    // In a thread that is not a briefing's, the channel's last briefing would be the wrong article.
    const slug = ofThread ?? (root === null ? await channels.lastBriefing(place) : null);
    return slug === null ? null : briefings.get(slug);
  });
  if (kept === null) throw new Problem('NO_BRIEFING', 'no article was briefed here');
  if (!kept.isWhole) throw new Problem('FORGOTTEN', kept.briefing.article.title);
  return kept.briefing;
}
