import type { Database } from './schema.ts';

/** Between two looks for what other processes on the same server changed. */
const LOOK_MS = 1_000;
/** So many changes may be written at once, each by a connection: a later one may be there to see before an earlier one is. */
const AT_ONCE = 100;
/** More in one look would be a flood; the rest is told at the next. */
const MOST_AT_A_LOOK = 300;

/** Tells the id of every entry of the transcript that is new or changed from now on. Returns what ends it. */
export function followEntries(db: Database, tell: (id: string) => Promise<void>): () => void {
  let last: number | null = null;
  /** Revisions near the last one that are known already. */
  let known = new Set<number>();
  let isLooking = false;
  let hasEnded = false;

  const changesSince = (revision: number) =>
    db
      .selectFrom('entry')
      .select(['id', 'revision'])
      .where('revision', '>', revision)
      .orderBy('revision')
      .limit(MOST_AT_A_LOOK)
      .execute();

  async function begin(): Promise<void> {
    const row = await db
      .selectFrom('entry')
      .select((is) => is.fn.max('revision').as('revision'))
      .executeTakeFirst();
    const newest = Number(row?.revision ?? 0);
    known = new Set((await changesSince(newest - AT_ONCE)).map(({ revision }) => Number(revision)));
    last = newest;
  }

  async function look(newest: number): Promise<void> {
    const since = newest - AT_ONCE;
    known = new Set([...known].filter((revision) => revision > since));
    for (const { id, revision } of await changesSince(since)) {
      if (hasEnded) return;
      if (known.has(Number(revision))) continue;
      known.add(Number(revision));
      last = Math.max(newest, Number(revision));
      await tell(id);
    }
  }

  const step = async () => {
    if (isLooking) return;
    isLooking = true;
    try {
      await (last === null ? begin() : look(last));
    } catch {
      // A server that is away for a moment is asked again the next time, from where we were.
    }
    isLooking = false;
  };
  void step();
  const timer = setInterval(step, LOOK_MS).unref();
  return () => {
    hasEnded = true;
    clearInterval(timer);
  };
}
