import { openStore } from '#bot/open-store.ts';
import type { Clock } from '#core/clock.ts';
import type { Job } from '#core/memory.ts';
import { QUEUES } from '#store/make-queues.ts';
import { parseCard } from '#store/parse-card.ts';
import { aFolder } from '../store/on-both-engines.ts';

/** The real memory in a folder of its own, and a look at what was planned and sent. Nobody works on it. */
export async function aMemory(clock: Clock) {
  const where = aFolder();
  const store = await openStore(
    { databaseUrl: null, dataFolder: where.folder, keys: null },
    { clock, observe: () => undefined },
  );
  const { db } = store.open;
  return {
    memory: store.memory,
    /** The posts that this arrival led to. */
    async posts(key: string) {
      const rows = await db.selectFrom('post').selectAll().where('key', '=', key).execute();
      return rows.map((row) => ({
        id: row.id,
        audience: row.audience,
        card: parseCard(row.card),
        isFinal: row.is_final,
        topic: row.topic,
      }));
    },
    async jobs(id: string): Promise<readonly Job[]> {
      const found = await Promise.all(QUEUES.map((queue) => store.boss.findJobs<Job>(queue, { data: { id } })));
      return found.flat().map(({ data }) => data);
    },
    /** As the outbox writes it down when a platform shows a post. */
    async sent(id: string, message: string) {
      await db.updateTable('post').set({ message, state: 'sent' }).where('id', '=', id).execute();
    },
    dead: () => db.selectFrom('dead_job').selectAll().execute(),
    async close() {
      await store.close();
      await where.remove();
    },
  };
}
