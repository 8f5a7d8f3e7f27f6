import type { App } from '#core/app.ts';
import { textOf } from '#core/arguments.ts';
import type { Card } from '#core/card.ts';
import type { Command, Param, Reply, Verb } from '#core/command.ts';
import type { Desk } from '#core/desk.ts';
import { deskOf } from '#core/desk-of.ts';
import { changedCard, exportCard, feedsCard, followedCard, importedCard } from '#render/feeds-card.ts';
import { sourcesCard } from '#render/sources-card.ts';

const WHICH: Param = {
  name: 'which',
  about: 'its number in /sources list, its title or its address',
  kind: 'feed',
  required: true,
};

export const sources: Command = {
  name: 'sources',
  about: 'What this channel follows; and who an article credits, in what words, through which outlet',
  bare: { floor: 'list', thread: 'cited' },
  verbs: [
    {
      name: 'cited',
      about: 'who the article of this thread, or a given one, credits with what: the full record',
      params: [
        { name: 'article', about: 'the article to look into', kind: 'article', required: true, isRecalled: true },
      ],
      examples: ['', 'https://example.org/story'],
      permission: 'anyone',
      audience: 'channel',
      async run(args, app) {
        const given = textOf(args, 'article');
        const article = given === '' ? await app.recall() : await app.read(given);
        const testimony = await app.testimony(article);
        return { kind: 'testimony', card: sourcesCard(article, testimony), data: testimony };
      },
    },
    desk('list', 'the feeds that this channel follows, and how they are', 'anyone', [], [''], async (_, given) =>
      feedsCard(await given.followed(), await given.timeZone()),
    ),
    desk(
      'add',
      'follows the feed at an address, or that of the site there',
      'manager',
      [{ name: 'url', about: 'the address of a site or of its feed', kind: 'text', required: true }],
      ['https://example.org'],
      async (args, given) => followedCard(await given.follow(textOf(args, 'url'))),
    ),
    desk('remove', 'follows a feed no longer', 'manager', [WHICH], ['3'], async (args, given) =>
      changedCard('removed', await given.unfollow(textOf(args, 'which')), null),
    ),
    desk('pause', 'leaves a feed out of digests for a while', 'manager', [WHICH], ['3'], async (args, given) =>
      changedCard('paused', await given.pause(textOf(args, 'which')), null),
    ),
    desk('resume', 'takes a paused feed in again', 'manager', [WHICH], ['3'], async (args, given) =>
      changedCard('resumed', await given.resume(textOf(args, 'which')), null),
    ),
    desk(
      'filter',
      'takes only what has these words, or has not; without words everything again',
      'manager',
      [
        WHICH,
        { name: 'words', about: 'words to have; -word: not to have', kind: 'text', required: false, isPlaced: true },
      ],
      ['3 election -sport', '3'],
      async (args, given) => {
        const filter = textOf(args, 'words') || null;
        return changedCard('filtered', await given.filter(textOf(args, 'which'), filter), filter);
      },
    ),
    desk(
      'import',
      'follows all feeds of an OPML file',
      'manager',
      [{ name: 'url', about: 'the address of the OPML file', kind: 'text', required: true }],
      ['https://example.org/feeds.opml'],
      async (args, given) => importedCard(await given.followAll(textOf(args, 'url'))),
    ),
    desk(
      'export',
      'the feeds of this channel as an OPML file',
      'anyone',
      [],
      [''],
      async (_, given) => {
        const all = await given.followed();
        return exportCard(given.writeOpml(all), all.length);
      },
      'asker',
    ),
  ],
};

/** A verb that is about what the channel follows. */
function desk(
  name: string,
  about: string,
  permission: Verb['permission'],
  params: readonly Param[],
  examples: readonly string[],
  run: (args: Parameters<Verb['run']>[0], given: Desk) => Promise<Card>,
  audience: Verb['audience'] = 'channel',
): Verb {
  return {
    ...{ name, about, permission, params, examples, audience },
    run: async (args, app: App): Promise<Reply> => ({ kind: 'desk', card: await run(args, deskOf(app)), data: null }),
  };
}
