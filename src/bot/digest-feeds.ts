import { attribute } from '#attribute/attribute.ts';
import { type Digest, MOST_ENTRIES } from '#core/digest.ts';
import { Problem } from '#core/problem.ts';
import { createGate } from '#flow/create-gate.ts';
import { makeDigest } from '#flow/make-digest.ts';
import type { DigestOrder } from '#platforms/terminal/parse-digest.ts';
import { readInput } from '#platforms/terminal/read-input.ts';
import { fetchFeed } from '#read/fetch-feed.ts';
import { readUrl } from '#read/read-url.ts';
import { problemWords } from '#render/problem-words.ts';
import type { Settings } from '#settings.ts';
import { entriesOf } from './entries-of.ts';
import { joinDigest } from './join-digest.ts';
import { joinEngines, joinWalk } from './join-walk.ts';
import { systemClock } from './read-clock.ts';
import { type FoundFeed, type LostFeed, readFeeds } from './read-feeds.ts';

const FEEDS_AT_ONCE = { atOnce: 8, forKey: 2 } as const;

/**
 * `byline digest`: feeds read, what they brought made a digest. `tell` is given a line for whoever waits: what is being done, and
 * each feed that could not be read.
 * @throws Problem: the first feed's, where none could be read.
 */
export async function digestFeeds(
  order: DigestOrder,
  settings: Pick<Settings, 'allow' | 'model'>,
  stdin: AsyncIterable<Uint8Array>,
  tell: (line: string) => void,
): Promise<Digest> {
  const { allow, model } = settings;
  const until = order.until ?? systemClock.now();
  const since = 'at' in order.since ? order.since.at : new Date(until.getTime() - order.since.backMs);
  if (since >= until) throw new Problem('BAD_USAGE', '--since is not before the end');
  const { found, lost } = await readFeeds(order.inputs, {
    open: (input) => readInput(input, stdin),
    ask: (url) => fetchFeed(url, { allow }),
    gate: createGate(FEEDS_AT_ONCE),
    now: systemClock.now(),
  });
  // The first is what it ends with.
  for (const one of found.length === 0 ? lost.slice(1) : lost) tell(lostLine(one));
  if (found.length === 0) throw whyNone(lost);
  const items = found.flatMap(({ feed, where }) => entriesOf(feed, where, since, until));
  tell(`byline: ${count(items.length, 'item')} of ${count(found.length, 'feed')}${nextWords(items.length, found)}`);
  const chooseEngine = joinEngines(model);
  // Who asks for the model by name hears at once that there is none.
  if (order.engine !== null) chooseEngine(order.engine);
  const engine = order.engine === 'extractive' ? order.engine : null;
  const steps = joinDigest({
    read: (url, signal) => readUrl(url, { allow, signal, byPerson: false }),
    testimony: async (article) => attribute(article),
    brief: (article, wish, signal, within) =>
      joinWalk(async () => article, signal, undefined, { chooseEngine, within }).brief(article, { ...wish, engine }),
  });
  const wish = { since, until, feeds: found.length, topics: order.topics, most: order.most ?? MOST_ENTRIES };
  return makeDigest(items, wish, steps);
}

/** What comes next, or where there is nothing to do, what helps. */
function nextWords(items: number, found: readonly FoundFeed[]): string {
  if (items > 0) return '; reading what most report…';
  const newest = newestOf(found);
  return newest === null ? '' : `; the newest is of ${newest}: --since and --until say which time is meant`;
}

/** The day of the newest item of all feeds, or null where none has a date. */
function newestOf(found: readonly FoundFeed[]): string | null {
  const dates = found.flatMap(({ feed }) =>
    feed.items.map(({ publishedAt, updatedAt }) => publishedAt ?? updatedAt ?? ''),
  );
  return dates.toSorted().at(-1)?.slice(0, 10) || null;
}

function whyNone([first]: readonly LostFeed[]): Problem {
  if (first === undefined) return new Problem('NOT_A_FEED', 'the list names no feed');
  const { where, problem } = first;
  return new Problem(problem.code, `${where}: ${problem.message}`, { cause: problem });
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}

function lostLine({ where, problem }: LostFeed): string {
  return `byline: ${problem.code}: ${where}: ${problemWords(problem)}`;
}
