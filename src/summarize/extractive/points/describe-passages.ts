import type { Article } from '#core/article.ts';
import { overlaps } from '#core/article.ts';
import type { Disagreement } from '#core/briefing.ts';
import type { Testimony } from '#core/testimony.ts';
import { contentWords } from '#language/content-words.ts';
import { findFigures } from '#language/find-figures.ts';
import { isMeasure } from '../is-measure.ts';
import type { Passage } from '../read-passages.ts';

/** What is looked at to tell how much a sentence matters; each is 0..1. Nothing here depends on a subject or a language. */
export const TRAITS = [
  /** How far down among the sentences it stands: 0 is the first, 1 the last. */
  'depth',
  /** It is one of the last two. */
  'isLast',
  /** It begins a paragraph. */
  'opensParagraph',
  /** Content words, up to fifteen. */
  'length',
  /** The mean weight of its words in the article. */
  'centrality',
  /** The share of the title's words that it holds. */
  'title',
  /** The share of its characters in quotation marks. */
  'quoted',
  'isQuestion',
  /** Money, percentages, durations and counts in digits. */
  'hasFigure',
  /** How many statements stand in it, up to three. */
  'statements',
  'isIndirect',
  'isMixed',
  'isDenial',
  'isRefusal',
  'citesDocument',
  /** One of its statements is a side of a difference. */
  'isDisputed',
] as const;

export type Traits = Readonly<Record<(typeof TRAITS)[number], number>>;

const FULL_LENGTH_WORDS = 15;
const MOST_STATEMENTS = 3;
const LAST_SENTENCES = 2;

/** The traits of each passage, in their order. One pass over the words: pairs of sentences are never compared. */
export function describePassages(
  passages: readonly Passage[],
  { title, language, paragraphs }: Article,
  { sources }: Testimony,
  disagreements: readonly Disagreement[],
): Traits[] {
  const titleWords = new Set(contentWords(title, language));
  const centralities = centralitiesOf(passages);
  const documents = new Set(sources.filter(({ kind }) => kind === 'document').map(({ id }) => id));
  const disputed = new Set(disagreements.flatMap(({ sides }) => sides.flatMap(({ attributions }) => attributions)));
  const prose = passages.filter(({ isProse }) => isProse).length;
  let place = 0;
  return passages.map((passage, at) => {
    const { text, words, span, attributions } = passage;
    const any = (holds: (one: (typeof attributions)[number]) => boolean) => flag(attributions.some(holds));
    const traits: Traits = {
      depth: place / Math.max(1, prose),
      isLast: flag(place >= prose - LAST_SENTENCES),
      opensParagraph: flag(span.start === paragraphs[passage.paragraph]?.start),
      length: Math.min(1, words.size / FULL_LENGTH_WORDS),
      centrality: centralities[at] ?? 0,
      title: shareOf(titleWords, words),
      quoted: quotedShare(passage),
      isQuestion: flag(/[?？؟]["”’»」']?$/u.test(text)),
      hasFigure: flag(hasFigure(text, language)),
      statements: Math.min(1, attributions.length / MOST_STATEMENTS),
      isIndirect: any(({ form }) => form === 'indirect'),
      isMixed: any(({ form }) => form === 'mixed'),
      isDenial: any(({ stance }) => stance === 'denies'),
      isRefusal: any(({ stance }) => stance === 'declines'),
      citesDocument: any(({ source }) => documents.has(source)),
      isDisputed: any(({ id }) => disputed.has(id)),
    };
    if (passage.isProse) place += 1;
    return traits;
  });
}

function flag(holds: boolean): number {
  return holds ? 1 : 0;
}

/** The mean weight of a passage's words, where the sum would choose the longest; the highest in the article is 1. */
function centralitiesOf(passages: readonly Passage[]): number[] {
  const counts = new Map<string, number>();
  for (const { words, isProse } of passages) {
    if (!isProse) continue;
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const means = passages.map(({ words }) => {
    // What an article repeats is what it is about; a word said once says nothing of its subject.
    let sum = 0;
    for (const word of words) sum += Math.log(counts.get(word) ?? 1);
    return words.size === 0 ? 0 : sum / words.size;
  });
  const most = means.reduce((highest, value) => Math.max(highest, value), Number.MIN_VALUE);
  return means.map((value) => value / most);
}

function shareOf(wanted: ReadonlySet<string>, words: ReadonlySet<string>): number {
  if (wanted.size === 0) return 0;
  let found = 0;
  for (const word of wanted) if (words.has(word)) found += 1;
  return found / wanted.size;
}

function quotedShare({ span, quotations }: Passage): number {
  const inside = quotations
    .filter(({ inner }) => overlaps(inner, span))
    .reduce((sum, { inner }) => sum + Math.min(inner.end, span.end) - Math.max(inner.start, span.start), 0);
  return inside / Math.max(1, span.end - span.start);
}

function hasFigure(text: string, language: string): boolean {
  return /\d/u.test(text) && findFigures(text, language).some((one) => isMeasure(one) && /\d/u.test(one.text));
}
