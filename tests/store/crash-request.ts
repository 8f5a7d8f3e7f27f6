import type { Shelves } from '#core/memory.ts';

/** Requests of one lane run in order; so many lanes there are. */
const LANES = 20;

/** What flow does with an arrival: its post and its job in one transaction. */
export async function acceptRequest(n: number, { posts, jobs }: Shelves): Promise<void> {
  const place = { platform: 'fake', workspace: 'w', channel: `c${n % LANES}`, thread: null };
  const waiting = { title: 'waiting', blocks: [] };
  const post = await posts.plan({ key: `k${n}`, place, audience: null, replyTo: null, card: waiting });
  if (!post.isNew) return;
  const person = { id: 'u', name: null, mayManage: false };
  await jobs.send({
    ...{ id: `${n}`, lane: `lane-${n % LANES}`, post: post.id, place, person, audience: null },
    ...{ command: 'brief', verb: null, args: {} },
  });
}
