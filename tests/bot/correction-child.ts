/** A byline that `run-correction.ts` kills: it reads a real page again. */
import { rereadPage } from '#bot/reread-page.ts';
import { never, startChildBot } from './start-child-bot.ts';

/** So soon a page's moment comes, and another look. */
const LOOK_EVERY_MS = 500;

await startChildBot(
  {
    reread: (order, signal) => rereadPage(order, { signal, allow: (ip) => ip === '127.0.0.1' }),
    startNewsWalk: () => ({ findFeed: never, readOpml: never, digest: never }),
  },
  { corrections: LOOK_EVERY_MS },
);
