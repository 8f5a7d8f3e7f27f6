/** A byline that `run-morning.ts` kills: its digests are made of nothing. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Digest } from '#core/digest.ts';
import { never, startChildBot } from './start-child-bot.ts';

/** Long enough to be killed in. */
const A_DIGEST_MS = 10;

await startChildBot({
  reread: never,
  startNewsWalk: () => ({
    ...{ findFeed: never, readOpml: never },
    async digest(_, { since, until, feeds }): Promise<Digest> {
      await wait(A_DIGEST_MS);
      const counts = { feeds, items: 0, stories: 0 };
      return { since: since.toISOString(), until: until.toISOString(), entries: [], left: [], unread: [], counts };
    },
  }),
});
