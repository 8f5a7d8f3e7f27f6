import type { Place } from '#core/chat.ts';
import type { Shelves, Taken } from '#core/memory.ts';
import type { Observer } from '#core/observer.ts';
import type { Wording } from '#core/wording.ts';

/**
 * Plans the post that will hold the answer, and the job that finds it; both or neither. Says whether they are new: an event
 * that is delivered twice leads to one post.
 */
export async function planTaken(
  taken: Taken,
  shelves: Shelves,
  parts: { readonly wording: Wording; readonly observe: Observer },
): Promise<boolean> {
  const { replyTo, ...order } = taken;
  const { id, place, person, audience, command } = order;
  await shelves.channels.visit(place);
  const card = parts.wording.progress('waiting');
  const { under = null } = order;
  const post = await shelves.posts.plan({ key: id, place, audience, replyTo, card, asker: person.id, under });
  if (!post.isNew) return false;
  await shelves.jobs.send({ ...order, lane: under ?? (await laneOf(place, post.id, shelves)), post: post.id });
  parts.observe({ kind: 'asked', platform: place.platform, command, id });
  return true;
}

/** What is asked in a thread waits for what the thread hangs under, and for the questions before it. */
async function laneOf(place: Place, post: string, shelves: Shelves): Promise<string> {
  if (place.thread === null) return post;
  const root = await shelves.posts.at(place, place.thread);
  return root?.id ?? post;
}
