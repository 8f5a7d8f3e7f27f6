/** A feeds' thread that does to itself what the worst feed could do to it. */
import { answerTask } from '#bot/answer-task.ts';
import type { FeedTask } from '#bot/feed-task.ts';
import { Problem } from '#core/problem.ts';

// biome-ignore lint/style/noDefaultExport: Piscina calls the default export
export default function runTask({ steps, order }: FeedTask) {
  return answerTask(steps, new Problem('CANCELLED', 'called off'), async () => {
    if (order.url.endsWith('/hang')) for (;;);
    return { outcome: { kind: 'gone', fact: 'well read' }, news: null };
  });
}
