import { type Selectable, sql } from 'kysely';
import { randomWord } from './random-word.ts';
import type { Database } from './schema.ts';
import type { WatchTables } from './watch-tables.ts';

type WatchRow = Selectable<WatchTables['watch']>;

/** Briefings of one page that are read again for with one request. */
export type ClaimedPage = { readonly url: string; readonly rows: readonly WatchRow[]; readonly claim: string };

/** Processes take turns at looking, or two that look at once would ask a host twice. Any number that nobody else uses. */
const TURN = 7_274_402;
/** Whatever is due within so long goes along with what is due now, in ms. */
const ALONG_MS = 30 * 60_000;
/** The pages of one host are asked for so far apart, and up to `SPREAD_MS` more, in ms: nobody waits for these. */
const GAP_MS = 15_000;
const SPREAD_MS = 10_000;
/** More briefings of one page than this are compared in the next round. */
const MOST = 50;

/** Takes the page that has been due for the longest, whose host nobody asks at this moment; null: there is none. */
export function claimWatch(
  db: Database,
  { now, leaseMs }: { readonly now: Date; readonly leaseMs: number },
): Promise<ClaimedPage | null> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${TURN}::bigint)`.execute(trx);
    const { rows: due } = await sql<{ url: string }>`
      select url from watch
      where next_at <= ${now} and (lease_until is null or lease_until <= ${now})
        and not exists (select 1 from watch busy where busy.host = watch.host and busy.lease_until > ${now})
      order by next_at limit 1
    `.execute(trx);
    const url = due[0]?.url;
    if (url === undefined) return null;
    const rows = await trx
      .selectFrom('watch')
      .selectAll()
      .where('url', '=', url)
      .where('next_at', '<=', new Date(now.getTime() + ALONG_MS))
      .where((is) => is.or([is('lease_until', 'is', null), is('lease_until', '<=', now)]))
      .orderBy('next_at')
      .limit(MOST)
      .forUpdate()
      .skipLocked()
      .execute();
    if (rows.length === 0) return null;
    const claim = randomWord();
    await trx
      .updateTable('watch')
      .set({ claim, lease_until: new Date(now.getTime() + leaseMs) })
      .where(
        'slug',
        'in',
        rows.map(({ slug }) => slug),
      )
      .execute();
    await keepApart(trx, url, now);
    return { url, rows, claim };
  });
}

/** The other pages of its host that are due as soon have to wait; those of one page wait equally long. */
async function keepApart(trx: Database, url: string, now: Date): Promise<void> {
  const from = new Date(now.getTime() + GAP_MS);
  await sql`
    update watch set next_at = ${from}::timestamptz + make_interval(secs => abs(hashtext(url)::bigint % ${SPREAD_MS}::integer) / 1000.0)
    where host = (select host from watch where url = ${url} limit 1) and url <> ${url} and next_at < ${from}
      and (lease_until is null or lease_until <= ${now})
  `.execute(trx);
}

/** When the next page is due; null: none is watched. One cheap statement. */
export async function nextWatch(db: Database): Promise<Date | null> {
  const first = await db.selectFrom('watch').select('next_at').orderBy('next_at').limit(1).executeTakeFirst();
  return first?.next_at ?? null;
}
