/** A whole bot in a process that a test kills; only its platform outlives it. */
import { openStore } from '#bot/open-store.ts';
import { startBot } from '#bot/start-bot.ts';
import type { DatabasePlace } from '#store/open-database.ts';
import { commands } from '../all-commands.ts';
import { aRing } from '../store/a-ring.ts';
import { callPlatform } from '../store/call-platform.ts';

/** What a child is told in its first argument, as JSON. */
export type ChildOrders = {
  readonly place: DatabasePlace;
  readonly platform: string;
  /** Where the server's data lies beside; of no use in a folder. */
  readonly folder: string;
  /** So far ahead goes its clock, in ms. */
  readonly aheadMs: number;
};

type BotParts = Parameters<typeof startBot>[0];

/** What nobody asks of this bot. */
export const never = () => Promise.reject(new Error('nobody asks for this'));

/** Starts it, says "up", and ends it whole on SIGTERM. `pool`: the heavy work that this test is about. */
export async function startChildBot(
  pool: Pick<BotParts['pool'], 'reread' | 'startNewsWalk'>,
  everyMs: NonNullable<BotParts['everyMs']> = {},
): Promise<void> {
  const orders: ChildOrders = JSON.parse(process.argv[2] ?? '{}');
  const clock = { now: () => new Date(Date.now() + orders.aheadMs) };
  const observe = () => undefined;
  const settings =
    orders.place.kind === 'server'
      ? { databaseUrl: orders.place.url, dataFolder: orders.folder, keys: aRing() }
      : { databaseUrl: null, dataFolder: orders.place.folder, keys: aRing() };
  const store = await openStore(settings, { clock, observe });
  const bot = await startBot({
    ...{ store, commands, clock, observe, pageOf: () => null, platforms: [callPlatform(orders.platform)] },
    pool: { startWalk: () => ({ read: never, brief: never, testimony: never, answer: never }), ...pool },
    everyMs,
  });
  process.on('SIGTERM', async () => {
    await bot.stop();
    await store.close();
    process.exit(0);
  });
  process.stdout.write('up\n');
}
