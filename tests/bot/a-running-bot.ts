import { openStore } from '#bot/open-store.ts';
import { startBot } from '#bot/start-bot.ts';
import { createWalkPool } from '#bot/walk-pool.ts';
import type { Person, Place } from '#core/chat.ts';
import type { Clock } from '#core/clock.ts';
import type { Press } from '#core/press.ts';
import { commands } from '../all-commands.ts';
import { createFakePlatform } from '../fakes/fake-platform.ts';
import { openNewsSite } from '../fakes/news-site.ts';
import { aFolder } from '../store/on-both-engines.ts';

const observe = () => undefined;
const ANNA: Person = { id: 'anna', name: 'Anna', mayManage: true };

/** A bot with everything real but the chat: an embedded database, queue, outbox, worker threads, and a news site on loopback. */
export async function aRunningBot(clock: Clock = { now: () => new Date() }) {
  const where = aFolder();
  const site = await openNewsSite();
  const store = await openStore({ databaseUrl: null, dataFolder: where.folder, keys: null }, { clock, observe });
  const pool = createWalkPool({ allowed: '127.0.0.1' });
  const platform = createFakePlatform({ clock });
  const bot = await startBot({
    ...{ store, pool, commands, clock, observe },
    platforms: [platform],
    pageOf: () => null,
    // The clock of these tests leaps over hours.
    everyMs: { digests: 200, corrections: 200 },
  });
  let arrivals = 0;

  return {
    site,
    platform,
    bot,
    at: (channel: string, thread: string | null = null): Place => ({
      ...{ platform: platform.name, workspace: 'w1', channel, thread },
    }),
    command: (command: string, input: string, place: Place) =>
      platform.hears().receive({
        ...{ kind: 'command', id: `arrival-${arrivals++}`, place, person: ANNA, command, input },
        ...{ verb: null, replyTo: null },
      }),
    press: (press: Press, place: Place) =>
      platform.hears().receive({ kind: 'press', id: `arrival-${arrivals++}`, place, person: ANNA, press }),
    async close() {
      await bot.stop();
      await Promise.all([pool.close(), store.close()]);
      site.close();
      await where.remove();
    },
  };
}
