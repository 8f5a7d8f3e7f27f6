import type { Account, DigestSteps, NewsEntry, Story, Telling } from '#core/digest.ts';
import { Problem } from '#core/problem.ts';
import type { Gate } from './create-gate.ts';

/** A story with what could be read of it, and what could not. */
export type ReadStory = {
  readonly story: Story;
  readonly tellings: readonly Telling[];
  readonly failures: readonly { readonly entry: NewsEntry; readonly problem: Problem }[];
};

export type Reading = {
  readonly gate: Gate;
  /** The caller's. */
  readonly signal: AbortSignal;
  /** Ends earlier, when the time for reading is up. */
  readonly within: AbortSignal;
};

/** Enough to see who differs; more would be the morning of a dozen servers for one line. */
const MOST_ACCOUNTS = 4;
/** Where the first cannot be read, the next are tried, but not all of forty. */
const MOST_ATTEMPTS = 7;

/**
 * Reads a story's accounts, one for each outlet, those first whose feed carries the whole text. What cannot be read is replaced by
 * the next account. @throws Problem `CANCELLED`.
 */
export async function readStory(story: Story, steps: DigestSteps, reading: Reading): Promise<ReadStory> {
  const accounts = new Map<NewsEntry, Account>();
  const failures: { entry: NewsEntry; problem: Problem }[] = [];
  const queue = inReadingOrder(story.items, steps).slice(0, MOST_ATTEMPTS);
  while (accounts.size < MOST_ACCOUNTS && queue.length > 0) {
    const round = queue.splice(0, MOST_ACCOUNTS - accounts.size);
    const outcomes = await Promise.all(round.map((entry) => readEntry(entry, steps, reading)));
    for (const [at, outcome] of outcomes.entries()) {
      const entry = round[at];
      if (entry === undefined) continue;
      if (outcome instanceof Problem) failures.push({ entry, problem: outcome });
      else accounts.set(entry, outcome);
    }
  }
  return { story, tellings: story.items.map((entry) => ({ entry, account: accounts.get(entry) ?? null })), failures };
}

/**
 * The first of each site: those with their text at hand, then those with the longer summary. What the feeds show to be copies of one
 * report comes after the first of them, so that others are heard, too.
 */
function inReadingOrder(items: readonly NewsEntry[], { siteOf, countOrigins }: DigestSteps): NewsEntry[] {
  const sorted = items.toSorted(
    (a, b) =>
      (b.content?.length ?? 0) - (a.content?.length ?? 0) || (b.summary?.length ?? 0) - (a.summary?.length ?? 0),
  );
  const bySite = Map.groupBy(sorted, ({ url, outlet }) => siteOf(url) ?? outlet);
  const firsts = [...bySite.values()].flatMap(([first]) => first ?? []);
  const { groups } = countOrigins(firsts.map((entry) => ({ entry, account: null })));
  const isCopy = (_: NewsEntry, at: number) => groups.indexOf(groups[at] ?? -1) < at;
  return [...firsts.filter((entry, at) => !isCopy(entry, at)), ...firsts.filter(isCopy)];
}

async function readEntry(entry: NewsEntry, steps: DigestSteps, reading: Reading): Promise<Account | Problem> {
  const { signal, within, gate } = reading;
  try {
    const read = (await contentOf(entry, steps)) ?? (await fetchArticle(entry, steps, within, gate));
    // What an article attributes depends on whose it is: "told the Quay Gazette" stands between nobody in the Quay Gazette.
    const article = { ...read, outlet: steps.nameOutlet(entry, read) };
    return { entry, article, testimony: await steps.testimony(article, within) };
  } catch (error) {
    if (signal.aborted) throw new Problem('CANCELLED', 'the digest was called off', { cause: error });
    if (within.aborted) return new Problem('TOO_SLOW', 'the time for reading was up', { cause: error });
    if (error instanceof Problem) return error;
    steps.onFault?.(error);
    return new Problem('UNDECODABLE', 'reading it failed inside byline', { cause: error });
  }
}

async function contentOf(entry: NewsEntry, steps: DigestSteps): Promise<Article | null> {
  if ((entry.content ?? '') === '') return null;
  try {
    return await steps.readContent(entry);
  } catch (error) {
    // A teaser in the feed is no reason not to read the page.
    if (error instanceof Problem && entry.url !== null) return null;
    throw error;
  }
}

type Article = Account['article'];

async function fetchArticle({ url }: NewsEntry, steps: DigestSteps, within: AbortSignal, gate: Gate): Promise<Article> {
  const host = url === null ? null : URL.parse(url)?.host;
  if (url === null || host === null || host === undefined)
    throw new Problem('BAD_ADDRESS', 'the feed names no address for it');
  return gate(host, () => {
    within.throwIfAborted();
    return steps.read(url, within);
  });
}
