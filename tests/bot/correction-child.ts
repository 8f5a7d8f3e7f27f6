/** A byline that `run-correction.ts` kills: a whole bot that reads a real page again; only its platform outlives it. */
import { openStore } from '#bot/open-store.ts';
import { rereadPage } from '#bot/reread-page.ts';
import { startBot } from '#bot/start-bot.ts';
import type { Reread } from '#core/corrections.ts';
import { commands } from '../all-commands.ts';
import { aRing } from '../store/a-ring.ts';
import { callPlatform } from '../store/call-platform.ts';
import type { MorningOrders } from './morning-child.ts';

/** So soon a page's moment comes, and another look. */
const LOOK_EVERY_MS = 500;

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
    reread: (order, signal): Promise<Reread> => rereadPage(order, { signal, allow: (ip) => ip === '127.0.0.1' }),
    startNewsWalk: () => ({ findFeed: never, readOpml: never, digest: never }),
  },
  everyMs: { corrections: LOOK_EVERY_MS },
});
process.on('SIGTERM', async () => {
  await bot.stop();
  await store.close();
  process.exit(0);
});
process.stdout.write('up\n');
