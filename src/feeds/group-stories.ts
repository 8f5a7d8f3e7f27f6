import { contentWords } from '#language/content-words.ts';
import { guessLanguage } from '#language/guess-language.ts';
import { canonicalUrl } from './canonical-url.ts';
import { findItemNames } from './find-item-names.ts';
import { isNear, joinCopies } from './join-copies.ts';
import { linkClusters } from './link-clusters.ts';
import { splitTopics } from './split-topics.ts';
import { storyText } from './story-text.ts';
import { weighNames } from './weigh-names.ts';
import { similarities, wordVectors } from './word-vectors.ts';

type StoryItem = {
  readonly id: string;
  readonly title: string;
  readonly summary?: string | null;
  readonly url?: string | null;
  readonly outlet?: string | null;
  readonly publishedAt?: string | null;
};

type Reading = {
  readonly title: readonly string[];
  readonly summary: readonly string[];
  readonly address: string | null;
  readonly at: number | null;
  readonly names: ReadonlySet<string>;
};

/** News of one event is told within three days; a follow-up after that is a story of its own. */
const SAME_STORY_MS = 3 * 24 * 3_600_000;

/** Fewer words than this stand over many stories: "Business highlights", "Live updates". */
const LEAST_TITLE_WORDS = 4;
const LEAST_SUMMARY_WORDS = 12;

/** A title says twice what a word of the summary says. */
const TITLE_TIMES = 2;

/** All pairs are weighed: time and memory grow with the square. More items than this are taken in portions, by time. */
const MOST_AT_ONCE = 2_500;

const SAMPLE_CHARACTERS = 20_000;

/**
 * Items that tell one story, together; every item is in one group. Groups stand in the order of their first items, and the
 * items in a group in the order they came in. The same address and copies of an agency's text first, then titles and summaries
 * that are alike in more than the words for such an event (`weighNames`). One agency's text in two outlets is one story, and no second source.
 */
export function groupStories<T extends StoryItem>(items: readonly T[]): T[][] {
  const readings = readItems(items);
  const copies = joinCopies(readings.map(marksOf), SAME_STORY_MS);
  const groups = inPortions(copies, readings).flatMap((portion) =>
    linkReadings(portion.map((copy) => readings[copy[0] ?? 0]).filter((one) => one !== undefined)).map((members) =>
      members.flatMap((member) => portion[member] ?? []).toSorted((a, b) => a - b),
    ),
  );
  return groups
    .toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
    .map((group) => group.flatMap((index) => items.slice(index, index + 1)));
}

function readItems(items: readonly StoryItem[]): Reading[] {
  const sample: string[] = [];
  let length = 0;
  for (const { title, summary } of items) {
    if (length > SAMPLE_CHARACTERS) break;
    const words = `${title} ${summary ?? ''}`;
    sample.push(words.slice(0, 1_000));
    length += words.length;
  }
  const language = guessLanguage(sample.join(' ')) ?? 'en';
  const texts = items.map(storyText);
  const names = findItemNames(
    texts.map(({ title, summary }) => [title, summary]),
    language,
  );
  return items.map(({ url, publishedAt }, index) => {
    const at = Date.parse(publishedAt ?? '');
    return {
      title: contentWords(texts[index]?.title ?? '', language),
      summary: contentWords(texts[index]?.summary ?? '', language),
      address: url === undefined || url === null || url === '' ? null : canonicalUrl(url),
      at: Number.isNaN(at) ? null : at,
      names: names[index] ?? new Set(),
    };
  });
}

function marksOf({ title, summary, address, at }: Reading) {
  const wordings = [
    ...(title.length < LEAST_TITLE_WORDS ? [] : [`title ${title.join(' ')}`]),
    ...(summary.length < LEAST_SUMMARY_WORDS ? [] : [`summary ${summary.join(' ')}`]),
  ];
  return { address, wordings, at };
}

function inPortions(copies: readonly number[][], readings: readonly Reading[]): number[][][] {
  if (copies.length <= MOST_AT_ONCE) return [[...copies]];
  const timeOf = (copy: readonly number[]): number => readings[copy[0] ?? 0]?.at ?? 0;
  const inOrder = copies.toSorted((a, b) => timeOf(a) - timeOf(b));
  const portions: number[][][] = [];
  for (let at = 0; at < inOrder.length; at += MOST_AT_ONCE) portions.push(inOrder.slice(at, at + MOST_AT_ONCE));
  return portions;
}

/** A copied text is one witness, however many carry it, and so stands here once. */
function linkReadings(readings: readonly Reading[]): number[][] {
  const byTitle = similarities(wordVectors(readings.map(({ title }) => title)));
  const hasSummaries = readings.some(({ summary }) => summary.length > 0);
  const whole = hasSummaries
    ? similarities(
        wordVectors(
          readings.map(({ title, summary }) => [
            ...Array.from({ length: TITLE_TIMES }, () => title).flat(),
            ...summary,
          ]),
        ),
      )
    : byTitle;
  const alike = readings.map((reading, index) => {
    const row = new Map<number, number>();
    for (const found of [byTitle[index], whole[index]])
      for (const [other, similarity] of found ?? []) {
        const beside = readings[other];
        if (beside !== undefined && isNear(reading.at, beside.at, SAME_STORY_MS))
          row.set(other, Math.max(row.get(other) ?? 0, weighNames(similarity, reading.names, beside.names)));
      }
    return row;
  });
  return splitTopics(
    linkClusters(alike),
    readings.map(({ title, summary }) => [...title, ...summary]),
  );
}
