import type { Candidate, Ranked, RankWish } from '#core/digest.ts';
import { contentWords } from '#language/content-words.ts';

/** The rule in full stands in ARCHITECTURE.md, "Which stories a digest shows". All weights are points. */
const EACH_ORIGIN = 2;
/** The sixth outlet that reports it by itself says no more than the fifth. */
const MOST_ORIGINS = 5;
/** Others carry the same report: somebody found it worth printing, and nobody looked into it. */
const EACH_COPY = 0.5;
const MOST_COPIES = 3;
const FRESH = 2;
const TOPIC = 3;
/** A story of an outlet that is on the page already; so one busy feed does not fill it. */
const SAME_OUTLET = 1.5;

const HOUR_MS = 3_600_000;

/** A story with its points before variety. */
type Scored<T> = { readonly candidate: Candidate<T>; readonly points: number; readonly why: readonly string[] };

/**
 * The best first, at most `wish.most` of them chosen: taken one by one, each time the one with the most points, which stories
 * chosen before from the same outlet lower. Of equals the newer, then by title. No model has a say.
 */
export function rankStories<T>(candidates: readonly Candidate<T>[], wish: RankWish): Ranked<T>[] {
  const topics = new Map(wish.topics.map((topic) => [topic, contentWords(topic, 'en')]));
  const waiting = candidates.map((candidate) => scoreOf(candidate, topics, wish)).toSorted(byPoints);
  const chosen = new Map<string, number>();
  const ranked: Ranked<T>[] = [];
  while (waiting.length > 0 && ranked.length < wish.most) {
    let best = 0;
    for (const [at, one] of waiting.entries())
      if (pointsAfter(one, chosen) > pointsAfter(waiting[best] ?? one, chosen)) best = at;
    const [taken] = waiting.splice(best, 1);
    if (taken === undefined) break;
    ranked.push({ story: taken.candidate.story, isChosen: true, why: wordsOf(taken, chosen) });
    const outlet = outletOf(taken);
    chosen.set(outlet, (chosen.get(outlet) ?? 0) + 1);
  }
  return [
    ...ranked,
    ...waiting.map((one) => ({ story: one.candidate.story, isChosen: false, why: wordsOf(one, chosen) })),
  ];
}

function scoreOf<T>(
  candidate: Candidate<T>,
  topics: ReadonlyMap<string, readonly string[]>,
  { since, until }: RankWish,
): Scored<T> {
  const { origins, outlets, publishedAt, title, summary } = candidate;
  const copies = Math.max(0, outlets.length - origins);
  const words = new Set(contentWords(`${title} ${summary ?? ''}`, 'en'));
  const matched = [...topics].filter(([, stems]) => stems.length > 0 && stems.every((stem) => words.has(stem)));
  const coverage = EACH_ORIGIN * Math.min(origins, MOST_ORIGINS);
  const carried = EACH_COPY * Math.min(copies, MOST_COPIES);
  const span = Math.max(1, until.getTime() - since.getTime());
  const age = publishedAt === null ? span : Math.min(span, Math.max(0, until.getTime() - publishedAt.getTime()));
  const fresh = FRESH * (1 - age / span);
  const followed = matched.length === 0 ? 0 : TOPIC;
  const why = [
    origins === 1 ? `one origin (+${coverage})` : `${origins} independent origins (+${coverage})`,
    ...(copies === 0 ? [] : [`carried by ${copies} more (+${round(carried)})`]),
    publishedAt === null ? 'no date (+0)' : `${Math.round(age / HOUR_MS)} h old (+${round(fresh)})`,
    ...(matched.length === 0 ? [] : [`about ${matched.map(([topic]) => `“${topic}”`).join(', ')} (+${followed})`]),
  ];
  return { candidate, points: coverage + carried + fresh + followed, why };
}

function byPoints<T>(a: Scored<T>, b: Scored<T>): number {
  const [x, y] = [a.candidate, b.candidate];
  return (
    b.points - a.points ||
    (y.publishedAt?.getTime() ?? 0) - (x.publishedAt?.getTime() ?? 0) ||
    (x.title < y.title ? -1 : x.title > y.title ? 1 : 0)
  );
}

function outletOf<T>({ candidate }: Scored<T>): string {
  return candidate.outlets[0] ?? '';
}

function pointsAfter<T>(one: Scored<T>, chosen: ReadonlyMap<string, number>): number {
  return one.points - SAME_OUTLET * (chosen.get(outletOf(one)) ?? 0);
}

function wordsOf<T>(one: Scored<T>, chosen: ReadonlyMap<string, number>): string[] {
  const before = chosen.get(outletOf(one)) ?? 0;
  const variety = before === 0 ? [] : [`${before} from ${outletOf(one)} above it (-${round(SAME_OUTLET * before)})`];
  return [...one.why, ...variety];
}

function round(points: number): number {
  return Math.round(points * 10) / 10;
}
