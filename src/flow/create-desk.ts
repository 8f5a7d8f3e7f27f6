import type { NewsWalk } from '#core/app.ts';
import type { Clock } from '#core/clock.ts';
import type { ChannelDigest, Desk, FollowedAll } from '#core/desk.ts';
import { feedName } from '#core/feed-name.ts';
import { feedTitle } from '#core/feed-title.ts';
import type { Subscription } from '#core/following.ts';
import { isSameSchedule } from '#core/is-same-schedule.ts';
import type { Job, Memory, Shelves } from '#core/memory.ts';
import { Problem } from '#core/problem.ts';
import type { Schedule } from '#core/schedule.ts';
import { findFollowed } from './find-followed.ts';
import { findSchedules } from './find-schedules.ts';

export type DeskParts = NewsWalk & {
  readonly memory: Memory;
  readonly clock: Clock;
  readonly parseSchedule: (text: string, options: { readonly timeZone: string }) => Schedule;
  readonly nextRun: (schedule: Schedule, after: Date) => Date;
  readonly writeOpml: (
    feeds: readonly { readonly title: string | null; readonly url: string; readonly site: string | null }[],
  ) => string;
  /** The zone of whoever names none. */
  readonly timeZone: string;
};

/** `changes`: what was decided, to be done in the transaction that ends the job. */
export type OpenDesk = Desk & { readonly changes: (shelves: Shelves) => Promise<void> };

const HOUR_MS = 3_600_000;
/** Without an earlier digest, and for whoever asks now. */
const A_DAY_MS = 24 * HOUR_MS;
/** A digest looks no further back, whenever the last one was: a week, and a day for clocks. */
const FURTHEST_MS = 8 * A_DAY_MS;
/** `/brief <words>` looks so far back. */
const SEARCH_MS = 14 * A_DAY_MS;
const MOST_FOUND = 6;
/** A digest chooses among so many entries; a channel's feeds bring fewer in a day. */
const MOST_ITEMS = 1_000;
/** Later than this a digest says why. */
const LATE_MS = HOUR_MS / 2;
const NEWEST = 3;

/** A channel's feeds and schedules for one command: what it reads is there, what it changes happens with its reply. */
export function createDesk({ place, person, post, audience }: Job, parts: DeskParts): OpenDesk {
  const { memory, clock } = parts;
  const decided: ((shelves: Shelves) => Promise<void>)[] = [];
  const decide = (action: string, detail: string, work: (shelves: Shelves) => Promise<unknown>) => {
    decided.push(async (shelves) => {
      await work(shelves);
      await shelves.audit.add({ place, person: person.id, action, detail });
    });
  };
  const followed = () => memory.transact(({ feeds }) => feeds.followed(place));
  const schedules = () => memory.transact((shelves) => shelves.schedules.of(place));

  /** One of the channel's feeds, and something done with it. */
  async function change(
    which: string,
    action: string,
    work: (shelves: Shelves, feed: string) => Promise<void>,
  ): Promise<Subscription> {
    const one = findFollowed(which, await followed());
    decide(`sources ${action}`, one.feed.url, (shelves) => work(shelves, one.feed.id));
    return one;
  }

  return {
    followed,
    schedules,
    async follow(address) {
      const found = await parts.findFeed(address);
      const all = await followed();
      const isNew = !all.some(({ feed }) => feed.url === found.url);
      if (isNew && all.length >= MOST_FEEDS) throw tooMany();
      if (isNew) decide('sources add', found.url, ({ feeds }) => feeds.follow(place, found, person.id));
      const newest = found.feed.items.flatMap(({ title }) => (title === null ? [] : [title])).slice(0, NEWEST);
      return { title: feedTitle(found.feed.title) ?? found.url, url: found.url, isNew, newest, others: found.others };
    },
    unfollow: (which) => change(which, 'remove', ({ feeds }, feed) => feeds.unfollow(place, feed)),
    pause: (which) => change(which, 'pause', ({ feeds }, feed) => feeds.pause(place, feed, clock.now())),
    resume: (which) => change(which, 'resume', ({ feeds }, feed) => feeds.pause(place, feed, null)),
    filter: (which, filter) => change(which, 'filter', ({ feeds }, feed) => feeds.setFilter(place, feed, filter)),
    followAll: async (address) => {
      const listed = await parts.readOpml(address);
      const known = new Map((await followed()).map((one) => [one.feed.url, feedName(one.feed)]));
      const added = listed.filter(({ url }) => !known.has(url));
      if (known.size + added.length > MOST_FEEDS) throw tooMany();
      for (const { url, title } of added)
        decide('sources import', url, ({ feeds }) => feeds.followUnread(place, { url, title }, person.id));
      const result: FollowedAll = {
        added: added.map(({ url, title }) => feedTitle(title) ?? url),
        known: listed.flatMap(({ url }) => known.get(url) ?? []),
      };
      return result;
    },
    async schedule(when) {
      const kept = await schedules();
      const zone = kept.at(-1)?.schedule.timeZone ?? parts.timeZone;
      const schedule = parts.parseSchedule(when, { timeZone: zone });
      const nextAt = parts.nextRun(schedule, clock.now());
      const isNew = !kept.some((one) => isSameSchedule(one.schedule, schedule));
      if (isNew && kept.length >= MOST_SCHEDULES)
        throw new Problem('BAD_USAGE', `a channel has at most ${MOST_SCHEDULES} schedules; /digest off ends one`);
      if (isNew)
        decide('digest schedule', when, (shelves) => shelves.schedules.add(place, schedule, nextAt, person.id));
      return { schedule, nextAt, isNew };
    },
    async unschedule(which) {
      const ended = findSchedules(which, await schedules(), (words, timeZone) =>
        parts.parseSchedule(words, { timeZone }),
      );
      for (const { id } of ended) decide('digest off', id, (shelves) => shelves.schedules.remove(place, id));
      return ended;
    },
    async digest(slot) {
      const now = clock.now();
      const { since, items, kept, subscriptions } = await memory.transact(async (shelves) => {
        const begin = await beginOf(slot, now, shelves);
        return {
          since: begin,
          items: await shelves.feeds.items(place, begin, MOST_ITEMS),
          kept: await shelves.schedules.of(place),
          subscriptions: await shelves.feeds.followed(place),
        };
      });
      const filters = subscriptions.map(({ filter }) => filter);
      const digest = await parts.digest(items, { since, until: now, feeds: subscriptions.length, filters });
      const [first] = kept;
      const result: ChannelDigest = {
        digest,
        feeds: subscriptions,
        timeZone: first?.schedule.timeZone ?? parts.timeZone,
        under: audience === null ? post : null,
        lateFor: slot !== null && now.getTime() - slot.getTime() > LATE_MS ? slot : null,
      };
      return result;
    },
    timeZone: async () => (await schedules())[0]?.schedule.timeZone ?? parts.timeZone,
    writeOpml: (all) => parts.writeOpml(all.map(({ feed }) => ({ title: feed.title, url: feed.url, site: feed.site }))),
    lastDigest: () => memory.transact(({ digests }) => digests.last(place, true)),
    find: (words) =>
      memory.transact(({ feeds }) =>
        feeds.search(place, words, new Date(clock.now().getTime() - SEARCH_MS), MOST_FOUND),
      ),
    async item(id) {
      const found = await memory.transact(({ feeds }) => feeds.item(place, id));
      if (found === null) throw new Problem('NOT_FOUND', 'this story is no longer kept');
      return found;
    },
    async changes(shelves) {
      for (const work of decided) await work(shelves);
    },
  };

  /** Where the news of a digest begins: where the last scheduled one ended, else a day ago. */
  async function beginOf(slot: Date | null, now: Date, { digests }: Shelves): Promise<Date> {
    const aDayAgo = new Date(now.getTime() - A_DAY_MS);
    const last = slot === null ? null : await digests.last(place, false);
    if (last === null) return aDayAgo;
    return new Date(Math.max(last.until.getTime(), now.getTime() - FURTHEST_MS));
  }
}

/** More than this, and a channel is better served by several. */
const MOST_FEEDS = 500;
const MOST_SCHEDULES = 10;

function tooMany(): Problem {
  return new Problem('BAD_USAGE', `a channel follows at most ${MOST_FEEDS} feeds`);
}
