import type { Hears, Suggestion } from '#core/chat.ts';
import type { Command } from '#core/command.ts';
import { feedName } from '#core/feed-name.ts';
import type { Subscription } from '#core/following.ts';
import type { Memory } from '#core/memory.ts';
import { matchFollowed } from './find-followed.ts';

/** Longer ones no platform hands back; Discord's limit. */
const LONGEST_VALUE = 100;

/** What whoever types could mean: of a parameter that takes a feed, the feeds of that channel; of all others nothing. */
export function createSuggest(commands: readonly Command[], memory: Memory): Hears['suggest'] {
  return async ({ place, command, verb, param, typed }) => {
    const verbs = commands.find(({ name }) => name === command)?.verbs ?? [];
    const params = (verb === null ? verbs[0] : verbs.find(({ name }) => name === verb))?.params ?? [];
    if (params.find(({ name }) => name === param)?.kind !== 'feed') return [];
    return suggestFeeds(typed, await memory.look(({ feeds }) => feeds.followed(place)));
  };
}

/** Those whose number, title or address holds what is typed; whose title begins with it first, else in the list's order. */
function suggestFeeds(typed: string, all: readonly Subscription[]): Suggestion[] {
  const wanted = typed.trim().toLowerCase();
  return all
    .map((one, at) => ({ one, name: nameOf(one, at + 1) }))
    .filter(({ one, name }) => `${name} ${one.feed.url}`.toLowerCase().includes(wanted))
    .toSorted((a, b) => Number(begins(b.one, wanted)) - Number(begins(a.one, wanted)))
    .flatMap(({ one, name }) => {
      const value = uniqueName(one, all);
      return value === null ? [] : [{ name, value }];
    });
}

function begins({ feed }: Subscription, wanted: string): boolean {
  return feedName(feed).toLowerCase().startsWith(wanted);
}

function nameOf({ feed, pausedAt }: Subscription, number: number): string {
  return `${number} ${feedName(feed)}${pausedAt === null ? '' : ' (paused)'}`;
}

/** What means this feed and no other, also after the list has changed; its number where nothing else does. */
function uniqueName(one: Subscription, all: readonly Subscription[]): string | null {
  const ways = [one.feed.url, feedName(one.feed), String(all.indexOf(one) + 1)];
  return ways.find((way) => way.length <= LONGEST_VALUE && isMeant(one, matchFollowed(way, all))) ?? null;
}

function isMeant(one: Subscription, [first, second]: readonly Subscription[]): boolean {
  return first === one && second === undefined;
}
