import { sql } from 'kysely';
import type { Clock } from '#core/clock.ts';
import type { UsageKind, UsageShelf } from '#core/memory.ts';
import type { Session } from './schema.ts';

const KINDS: readonly UsageKind[] = ['briefings', 'answers', 'points', 'withheld', 'tokens-in', 'tokens-out'];

/** What was used, by UTC day, workspace and channel. */
export function createUsageShelf(session: Session, clock: Clock): UsageShelf {
  const today = () => clock.now().toISOString().slice(0, 10);
  return {
    async add({ platform, workspace, channel }, kind, amount) {
      if (amount === 0) return;
      await session
        .insertInto('usage')
        .values({ day: today(), platform, workspace, channel, kind, amount })
        .onConflict((conflict) =>
          conflict
            .columns(['platform', 'workspace', 'channel', 'day', 'kind'])
            .doUpdateSet({ amount: sql<number>`usage.amount + excluded.amount` }),
        )
        .execute();
    },
    async today({ platform, workspace, channel }) {
      const rows = await session
        .selectFrom('usage')
        .select(['kind', 'amount'])
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('channel', '=', channel)
        .where('day', '=', today())
        .execute();
      return amountsOf(rows);
    },
    async todayInAll({ platform, workspace }) {
      const rows = await session
        .selectFrom('usage')
        .select((columns) => ['kind', columns.fn.sum<string>('amount').as('amount')])
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('day', '=', today())
        .groupBy('kind')
        .execute();
      return amountsOf(rows);
    },
  };
}

/** Of kinds that this version knows; drivers give large numbers as text. */
function amountsOf(
  rows: readonly { readonly kind: string; readonly amount: number | string }[],
): Partial<Record<UsageKind, number>> {
  const amounts = new Map(rows.map(({ kind, amount }) => [kind, Number(amount)]));
  return Object.fromEntries(
    KINDS.flatMap((kind) => {
      const amount = amounts.get(kind);
      return amount === undefined ? [] : [[kind, amount]];
    }),
  );
}
