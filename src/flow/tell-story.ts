import { type Article, textAt } from '#core/article.ts';
import type { Briefing, EngineLabel, KeyPoint } from '#core/briefing.ts';
import type {
  Account,
  Difference,
  DigestEntry,
  DigestSteps,
  FoundDifference,
  NewsEntry,
  Origins,
} from '#core/digest.ts';
import { Problem } from '#core/problem.ts';
import type { Meter } from './create-meter.ts';
import { LINE_WITHHELD } from './label-digest.ts';
import type { ReadStory } from './read-story.ts';

/** What is told of a story under its title. */
type Told = Pick<DigestEntry, 'outlet' | 'text' | 'from' | 'isPartial' | 'passages' | 'credit' | 'by'>;

export type TellOptions = {
  readonly signal: AbortSignal;
  /** Aborts when the time of a model is over, for all stories of a digest together. */
  readonly within: AbortSignal;
  readonly meter: Meter;
};

/** `engine`: who wrote the line; null where it is the feed's. */
export type ToldStory = { readonly entry: DigestEntry; readonly engine: EngineLabel | null };

/**
 * One entry of a digest: the fullest account briefed, where it cannot be the next one, and where none can the feed's own words.
 * @throws Problem `CANCELLED`.
 */
export async function tellStory(
  { read, origins }: { readonly read: ReadStory; readonly origins: Origins },
  why: readonly string[],
  steps: DigestSteps,
  options: TellOptions,
): Promise<ToldStory> {
  const accounts = read.tellings.flatMap(({ account }, at) =>
    account === null ? [] : [{ account, origin: origins.groups[at] ?? at }],
  );
  const { entry, told, engine } = (await briefFullest(
    accounts.map(({ account }) => account),
    steps,
    options,
  )) ?? {
    ...bestUnread(read.story.items, steps),
    engine: null,
  };
  const story: DigestEntry = {
    id: entry.id,
    title: entry.title,
    url: entry.url,
    publishedAt: entry.publishedAt?.toISOString() ?? null,
    ...told,
    also: othersOf(entry, read.story.items, steps),
    origins: origins.count,
    uncompared: origins.uncompared,
    agency: origins.agency,
    differ: steps.compare(accounts).map((found) => differenceOf(found, steps)),
    why,
  };
  return { entry: story, engine };
}

async function briefFullest(
  accounts: readonly Account[],
  steps: DigestSteps,
  options: TellOptions,
): Promise<{ entry: NewsEntry; told: Told; engine: EngineLabel } | null> {
  let left = accounts;
  for (let best = steps.chooseFullest(left); best !== null; best = steps.chooseFullest(left)) {
    const briefing = await briefOne(best.article, steps, options);
    const point = briefing === null ? null : steps.choosePoint(briefing, best.entry.title);
    if (briefing !== null && point !== null) {
      const { text } = briefing.article;
      const engine = engineOf(briefing, point);
      const credit = steps.credit(point.attributions, briefing, briefing.article);
      const told: Told = {
        outlet: best.article.outlet ?? best.entry.outlet,
        text: credit === null ? point.text : (point.beside ?? point.text),
        from: 'article',
        isPartial: best.article.completeness === 'partial',
        passages: point.evidence.map((span) => textAt(text, span)),
        credit,
        ...(engine.name === 'model' ? { by: 'model' as const } : {}),
      };
      return { entry: best.entry, told, engine };
    }
    left = left.filter((account) => account !== best);
  }
  return null;
}

/** Of a model's briefing a point that stands in for one of its own is the article's. */
function engineOf({ engine }: Briefing, { by }: KeyPoint): EngineLabel {
  if (by === undefined) return engine;
  return { name: 'extractive', model: null, prompt: null, fallback: engine.fallback ?? LINE_WITHHELD };
}

/** Null where nothing of it can be told. */
async function briefOne(
  article: Article,
  steps: DigestSteps,
  { signal, within, meter }: TellOptions,
): Promise<Briefing | null> {
  try {
    const briefing = await steps.brief(article, signal, within);
    if (briefing.usage !== undefined) meter.add(briefing.usage);
    return briefing;
  } catch (error) {
    if (signal.aborted) throw new Problem('CANCELLED', 'the digest was called off', { cause: error });
    if (!(error instanceof Problem)) steps.onFault?.(error);
    return null;
  }
}

/** The entry whose feed says most about it, and what it says. */
function bestUnread(items: readonly NewsEntry[], steps: DigestSteps): { entry: NewsEntry; told: Told } {
  const [first, ...others] = items.map((entry) => ({
    entry,
    text: entry.summary === null ? null : steps.openingOf(entry.summary, entry.title),
  }));
  if (first === undefined) throw new TypeError('a story has an item');
  const { entry, text } = [first, ...others].find((one) => one.text !== null) ?? first;
  return {
    entry,
    told: {
      outlet: entry.outlet,
      text,
      from: text === null ? null : 'feed',
      isPartial: false,
      passages: text === null ? [] : [text],
      credit: null,
    },
  };
}

/** Other outlets, each once, and each site once: its feeds for several sections are one outlet. */
function othersOf(entry: NewsEntry, items: readonly NewsEntry[], { siteOf }: DigestSteps): DigestEntry['also'] {
  const outlets = new Set([entry.outlet]);
  const sites = new Set([siteOf(entry.url)]);
  return items.flatMap((item) => {
    const site = siteOf(item.url);
    if (outlets.has(item.outlet) || (site !== null && sites.has(site))) return [];
    outlets.add(item.outlet);
    sites.add(site);
    return [{ outlet: item.outlet, url: item.url, title: item.title }];
  });
}

/** A sentence of its article, whole, as one line. */
function differenceOf({ kind, about, sides }: FoundDifference, steps: DigestSteps): Difference {
  return {
    kind,
    about,
    sides: sides.map(({ account: { entry, article, testimony }, span, attributions }) => ({
      outlet: article.outlet ?? entry.outlet,
      url: entry.url,
      text: textAt(article.text, span).replace(/\s+/g, ' ').trim(),
      credit: steps.credit(attributions, testimony, article),
      at: entry.publishedAt?.toISOString() ?? article.publishedAt,
    })),
  };
}
