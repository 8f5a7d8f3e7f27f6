import {
  type Candidate,
  type Digest,
  type DigestSteps,
  type DigestWish,
  type LeftOut,
  MOST_ENTRIES,
  type NewsEntry,
  type Origins,
  type Story,
  type Telling,
  type Unread,
} from '#core/digest.ts';
import { wantedIn } from '#core/match-filter.ts';
import { Problem } from '#core/problem.ts';
import { createGate } from './create-gate.ts';
import { createMeter } from './create-meter.ts';
import { labelDigest } from './label-digest.ts';
import { type ReadStory, readStory } from './read-story.ts';
import { tellStory } from './tell-story.ts';

export type DigestLimits = {
  /** Articles that are read at once, of all sites. */
  readonly readAtOnce: number;
  /** Of one site. */
  readonly readForHost: number;
  /** Stories that are read beside those that are shown: what is read may change their order. */
  readonly spare: number;
  /** All reading together, in ms; what is not read by then is told by its feed's words. */
  readonly readWithinMs: number;
  /** Stories that are told at once: a model on a small machine gets slower with each. */
  readonly tellAtOnce: number;
  /** What a model may take for all stories together, in ms; what it has not written by then is cut from the articles. */
  readonly writeWithinMs: number;
};

const LIMITS: DigestLimits = {
  ...{ readAtOnce: 8, readForHost: 2, spare: 4, readWithinMs: 90_000 },
  ...{ tellAtOnce: 4, writeWithinMs: 30_000 },
};

/** A list of what was not shown is for looking something up; nobody reads hundreds. */
const MOST_LEFT = 60;

/**
 * What feeds reported, one entry a story: grouped, ranked by what the feeds say, the first ones read, ranked again by what is
 * known then, and the best told. A story that cannot be read is told by its feed. The same input and the same answers of the
 * sites give the same digest.
 * @throws Problem `CANCELLED`.
 */
export async function makeDigest(
  items: readonly NewsEntry[],
  wish: DigestWish,
  steps: DigestSteps,
  signal: AbortSignal = new AbortController().signal,
  options: Partial<DigestLimits> = {},
): Promise<Digest> {
  const limits = { ...LIMITS, ...options };
  const { since, until, most = MOST_ENTRIES } = wish;
  const topics = [...new Set([...(wish.topics ?? []), ...(wish.filters ?? []).flatMap(wantedIn)])];
  const stories = steps.group(items);
  const guessed = steps.rank(
    stories.map((story) => candidateOf(unreadOf(story), steps)),
    { since, until, topics, most: most + limits.spare },
  );
  const gate = createGate({ atOnce: limits.readAtOnce, forKey: limits.readForHost });
  const within = AbortSignal.any([signal, AbortSignal.timeout(limits.readWithinMs)]);
  const read = await Promise.all(
    guessed
      .filter(({ isChosen }) => isChosen)
      .map(({ story }) => readStory(story.read.story, steps, { gate, signal, within })),
  );
  const ranked = steps.rank(
    read.map((one) => candidateOf(one, steps)),
    { since, until, topics, most },
  );
  const shown = ranked.filter(({ isChosen }) => isChosen);
  const meter = createMeter();
  const telling = { signal, within: AbortSignal.timeout(limits.writeWithinMs), meter };
  const tellGate = createGate({ atOnce: limits.tellAtOnce, forKey: limits.tellAtOnce });
  const told = await Promise.all(
    shown.map(({ story, why }) =>
      tellGate('', () => {
        if (signal.aborted) throw new Problem('CANCELLED', 'the digest was called off');
        return tellStory(story, why, steps, telling);
      }),
    ),
  );
  const engine = labelDigest(told.flatMap((one) => one.engine ?? []));
  const rest = [...ranked, ...guessed.filter((one) => !one.isChosen)].filter(({ isChosen }) => !isChosen);
  return {
    since: since.toISOString(),
    until: until.toISOString(),
    entries: told.map(({ entry }) => entry),
    left: rest.slice(0, MOST_LEFT).map(({ story, why }) => leftOut(story.read, why)),
    unread: shown.flatMap(({ story }) => story.read.failures.map((failure) => unreadWords(failure, steps))),
    counts: { feeds: wish.feeds, items: items.length, stories: stories.length },
    ...(engine === undefined ? {} : { engine }),
    ...meter.spent(),
  };
}

/** A story with its origins, as ranking and telling take it. */
type Weighed = { readonly read: ReadStory; readonly origins: Origins };

function unreadOf(story: Story): ReadStory {
  return { story, tellings: story.items.map((entry) => ({ entry, account: null })), failures: [] };
}

function candidateOf(read: ReadStory, steps: DigestSteps): Candidate<Weighed> {
  const origins = steps.countOrigins(read.tellings);
  const first = read.tellings.find(({ account }) => account !== null) ?? read.tellings[0];
  const times = read.story.items.flatMap(({ publishedAt }) => publishedAt ?? []);
  return {
    story: { read, origins },
    title: first?.entry.title ?? '',
    summary: first?.entry.summary ?? null,
    outlets: [...new Set(read.tellings.map(outletOf))],
    origins: origins.count,
    publishedAt: times.toSorted((a, b) => b.getTime() - a.getTime())[0] ?? null,
  };
}

function outletOf({ entry }: Telling): string {
  return entry.outlet;
}

function leftOut({ story }: ReadStory, why: readonly string[]): LeftOut {
  const [first] = story.items;
  return {
    title: first?.title ?? '',
    url: first?.url ?? null,
    outlet: first?.outlet ?? '',
    why: `ranked lower: ${why.join(', ')}`,
  };
}

function unreadWords(
  { entry, problem }: { readonly entry: NewsEntry; readonly problem: Problem },
  steps: DigestSteps,
): Unread {
  const { title, url, outlet } = entry;
  return { title, url, outlet, code: problem.code, words: steps.words(problem) };
}
