import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Feed } from '#core/feed.ts';
import { Problem } from '#core/problem.ts';
import { decodeFeed } from '#feeds/decode-feed.ts';
import { readFeed } from '#feeds/read-feed.ts';
import { readOpml } from '#feeds/read-opml.ts';
import type { Gate } from '#flow/create-gate.ts';
import type { FeedAnswer } from '#read/fetch-feed.ts';
import { discoverFeed } from './discover-feed.ts';

/** A feed and where it lies: an address, or a file's name. */
export type FoundFeed = { readonly where: string; readonly feed: Feed };
export type LostFeed = { readonly where: string; readonly problem: Problem };

export type FeedDoors = {
  /** A file's or a pipe's bytes; an address where the words are one. */
  readonly open: (
    input: string,
  ) => Promise<{ kind: 'address'; url: string } | { kind: 'bytes'; bytes: Uint8Array; name: string }>;
  readonly ask: (url: string) => Promise<FeedAnswer>;
  readonly gate: Gate;
  readonly now: Date;
};

/** A list with more feeds is read up to here. */
const MOST_FEEDS = 500;

/** Feeds from addresses, files and OPML lists, each once, in the order in which they were named. What cannot be read is told apart. */
export async function readFeeds(
  inputs: readonly string[],
  doors: FeedDoors,
): Promise<{ readonly found: readonly FoundFeed[]; readonly lost: readonly LostFeed[] }> {
  const lists = await Promise.all([...new Set(inputs)].map((input) => readInput(input, doors)));
  const parts = lists.flat();
  const once = parts.filter(({ where }, at) => parts.findIndex((other) => other.where === where) === at);
  const read = await Promise.all(
    once
      .slice(0, MOST_FEEDS)
      .map(async (part) => ('url' in part ? attempt(part.where, () => readAt(part.url, doors)) : part)),
  );
  return {
    found: read.filter((one) => 'feed' in one),
    lost: read.filter((one) => 'problem' in one),
  };
}

type Part = FoundFeed | LostFeed | { readonly where: string; readonly url: string };

async function readInput(input: string, doors: FeedDoors): Promise<readonly Part[]> {
  try {
    const opened = await doors.open(input);
    if (opened.kind === 'address') return await readAddress(opened.url, doors);
    const { bytes, name } = opened;
    if (isOpml(bytes)) return readOpml(decodeFeed(bytes, null), { folder: folderOf(name) }).map(partOf);
    return [{ where: name, feed: readFeed(bytes, { url: '' }) }];
  } catch (error) {
    return [lostOf(input, error)];
  }
}

/** What stands at an address: a list, whose feeds are meant, or whatever leads to a feed. It is asked for once. */
async function readAddress(url: string, doors: FeedDoors): Promise<readonly Part[]> {
  const asked = politely(url, doors);
  // Behind a page that fails there may be a feed all the same.
  const answer = await asked.catch(() => null);
  if (answer?.kind === 'whole' && isOpml(answer.bytes))
    return readOpml(decodeFeed(answer.bytes, answer.contentType)).map(partOf);
  const known: FeedDoors = { ...doors, ask: (one) => (one === url ? asked : doors.ask(one)) };
  return [{ where: url, feed: await readAt(url, known) }];
}

function folderOf(file: string): string {
  return pathToFileURL(`${path.dirname(path.resolve(file))}/`).href;
}

function partOf({ url }: { readonly url: string }): Part {
  return url.startsWith('file:') ? { where: path.relative('', fileURLToPath(url)), url } : { where: url, url };
}

/** Such a list names itself in its first element. */
function isOpml(bytes: Uint8Array): boolean {
  return /<opml[\s>]/i.test(decodeFeed(bytes.subarray(0, 2_048), null));
}

async function attempt(where: string, read: () => Promise<Feed>): Promise<FoundFeed | LostFeed> {
  try {
    return { where, feed: await read() };
  } catch (error) {
    return lostOf(where, error);
  }
}

function lostOf(where: string, error: unknown): LostFeed {
  if (error instanceof Problem) return { where, problem: error };
  throw error;
}

/** A feed of this machine, or the one that is meant by an address. */
async function readAt(url: string, doors: FeedDoors): Promise<Feed> {
  if (url.startsWith('file:')) {
    const opened = await doors.open(fileURLToPath(url));
    if (opened.kind === 'bytes') return readFeed(opened.bytes, { url: '' });
  }
  return (await discoverFeed(url, (one) => politely(one, doors), doors.now)).feed;
}

function politely(url: string, { ask, gate }: FeedDoors): Promise<FeedAnswer> {
  return gate(URL.parse(url)?.host ?? url, () => ask(url));
}
