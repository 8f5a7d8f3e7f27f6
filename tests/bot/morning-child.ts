/** A byline that `run-morning.ts` kills: a whole bot, but for its platform, which outlives it, and for what digests are made of. */
import { setTimeout as wait } from 'node:timers/promises';
import { openStore } from '#bot/open-store.ts';
import { startBot } from '#bot/start-bot.ts';
import type { Digest } from '#core/digest.ts';
import type { DatabasePlace } from '#store/open-database.ts';
import { commands } from '../all-commands.ts';
import { aRing } from '../store/a-ring.ts';
import { callPlatform } from '../store/call-platform.ts';

export type MorningOrders = {
  readonly place: DatabasePlace;
  readonly platform: string;
  /** Where the server's data lies beside; of no use in a folder. */
  readonly folder: string;
  /** So far ahead goes its clock, in ms. */
  readonly aheadMs: number;
};

/** Long enough to be killed in. */
const A_DIGEST_MS = 10;

const orders: MorningOrders = JSON.parse(process.argv[2] ?? '{}');
const clock = { now: () => new Date(Date.now() + orders.aheadMs) };
const observe = () => undefined;
const settings =
  orders.place.kind === 'server'
    ? { databaseUrl: orders.place.url, dataFolder: orders.folder, keys: aRing() }
    : { databaseUrl: null, dataFolder: orders.place.folder, keys: aRing() };
const never = () => Promise.reject(new Error('nobody asks for this'));
const store = await openStore(settings, { clock, observe });
const bot = await startBot({
  ...{ store, commands, clock, observe, pageOf: () => null, platforms: [callPlatform(orders.platform)] },
  pool: {
    startWalk: () => ({ read: never, brief: never, testimony: never, answer: never }),
    reread: never,
    startNewsWalk: () => ({
      ...{ findFeed: never, readOpml: never },
      async digest(_, { since, until, feeds }): Promise<Digest> {
        await wait(A_DIGEST_MS);
        const counts = { feeds, items: 0, stories: 0 };
        return { since: since.toISOString(), until: until.toISOString(), entries: [], left: [], unread: [], counts };
      },
    }),
  },
});
process.on('SIGTERM', async () => {
  await bot.stop();
  await store.close();
  process.exit(0);
});
process.stdout.write('up\n');
