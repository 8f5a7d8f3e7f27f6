import { sql } from 'kysely';
import { QUEUES } from './make-queues.ts';
import type { Database } from './schema.ts';

/** How much work there is, and what was given up: for `byline doctor` and the metrics. */
export type QueueLook = {
  readonly jobs: { readonly ready: number; readonly active: number; readonly dead: number };
  readonly posts: { readonly planned: number; readonly unclear: number; readonly refused: number };
  /** The newest first. */
  readonly dead: readonly {
    readonly id: string;
    readonly command: string;
    readonly reason: string;
    readonly at: Date;
  }[];
};

/** A screen of dead letters; the rest is in the table. */
const MOST_DEAD = 20;

export async function lookAtQueue(db: Database): Promise<QueueLook> {
  const jobs = await sql<{ state: string; count: string }>`
    select state::text, count(*) from pgboss.job
    where name in (${sql.join(QUEUES)}) and state in ('created', 'retry', 'active') group by 1
  `.execute(db);
  const posts = await sql<{ state: string; count: string }>`
    select state, count(*) from post
    where state in ('unclear', 'refused') or shown < revision group by 1
  `.execute(db);
  // One statement, so that what is counted is what is listed.
  const found = await db
    .selectFrom('dead_job')
    .select((is) => ['id', 'command', 'reason', 'at', is.fn.countAll<string>().over().as('all')] as const)
    .orderBy('at', 'desc')
    .limit(MOST_DEAD)
    .execute();
  const dead = found.map(({ id, command, reason, at }) => ({ id, command, reason, at }));
  const job = (...states: string[]) => sum(jobs.rows, states);
  const post = (...states: string[]) => sum(posts.rows, states);
  return {
    jobs: { ready: job('created', 'retry'), active: job('active'), dead: Number(found[0]?.all ?? 0) },
    posts: { planned: post('planned', 'sent'), unclear: post('unclear'), refused: post('refused') },
    dead,
  };
}

function sum(rows: readonly { state: string; count: string }[], states: readonly string[]): number {
  return rows.filter(({ state }) => states.includes(state)).reduce((total, { count }) => total + Number(count), 0);
}
