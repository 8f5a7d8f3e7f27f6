/** A process that polls, for tests that end it in the middle. Its clock goes ahead when it is told so. */

import { readNews } from '#feeds/read-news.ts';
import { openShelves } from '#store/create-memory.ts';
import { makeQueues } from '#store/make-queues.ts';
import { openDatabase } from '#store/open-database.ts';
import { restoreBriefing } from '#verify/restore-briefing.ts';
import { POLLS_AT_ONCE } from '../../src/bot/create-feed-pool.ts';
import { pollFeedAt } from '../../src/bot/poll-feed-at.ts';
import { startPolling } from '../../src/bot/start-polling.ts';
import { aRing } from '../store/a-ring.ts';

const [, , url = '', name = ''] = process.argv;
let ahead = 0;
process.on('message', (ms: number) => {
  ahead += ms;
});
const clock = { now: () => new Date(Date.now() + ahead) };
const open = await openDatabase({ kind: 'server', url });
const boss = open.createBoss({ schedule: false, supervise: false });
await boss.start();
await makeQueues(boss);
startPolling({
  pool: {
    poll: (order, signal) =>
      pollFeedAt(order, { allow: (ip) => ip === '127.0.0.1', contact: `https://${name}.example`, signal }, clock.now()),
  },
  everySeconds: null,
  store: {
    open,
    shelves: (session) =>
      openShelves(session, { boss, clock, restore: restoreBriefing, news: readNews, ring: aRing() }),
  },
  clock,
  observe: (happening) => process.stderr.write(`${JSON.stringify(happening)}\n`),
  wake: () => undefined,
});
process.send?.(`ready ${POLLS_AT_ONCE}`);
