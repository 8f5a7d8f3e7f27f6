import { type Article, overlaps, type Span, textAt } from '#core/article.ts';
import type { Briefing } from '#core/briefing.ts';
import type { Correction } from '#core/corrections.ts';
import { foldText } from '#core/fold-text.ts';
import { findFigures } from '#language/find-figures.ts';
import { findQuotations } from '#language/find-quotations.ts';
import negative from './data/negative.json' with { type: 'json' };
import { createFindCue } from './words/cues.ts';

/** With less of its text or of its sentences left, a page is another one now, or a part: a paywall, an error, an older live blog. */
const KEPT_TEXT = 0.5;
const KEPT_SENTENCES = 0.5;
/** Sentences that share this much of their words are one sentence before and after. */
const ALIKE = 0.5;
/** A sentence may be parted or joined without a word of it changing: so many are looked at together. */
const RUN = 3;
/** More of a passage is neither told nor kept, in characters. */
const LONGEST = 2_000;

const findNegative = createFindCue(negative);

/**
 * What a page that was read again no longer says as it did when it was briefed: passages under the briefing's points that hold a
 * quotation or a figure, and whose words changed or are gone. Marks, white space, the writing of a figure and words that were only
 * added do not count. Nothing where the page cannot be compared: only a part of it, or most of the article is gone.
 * `told`: what was told of it before, the latest last; that is not told again, and that it stands again as it was is, once.
 */
export function findCorrections(briefing: Briefing, now: Article, told: readonly Correction[] = []): Correction[] {
  const { article, points } = briefing;
  const before = sentencesOf(article);
  const after = sentencesOf(now);
  if (!isComparable(article, now, before, after)) return [];
  const runs = runsOf(after);
  const evidence = points.flatMap((point) => point.evidence);
  const known = new Set(before.map(({ key }) => key));
  const candidates = after.filter(({ key }) => !known.has(key));
  const wordsOf = (text: string | null) => (text === null ? null : readWords(text, now.language).key);
  const wasTold = new Set(told.map((one) => JSON.stringify([one.before, wordsOf(one.after)])));
  const firstTold = new Set(told.map((one) => one.before));

  /** What stands in the place of a sentence; itself where it does not say anything else. */
  function standsNow(sentence: Sentence, at: number): string | null {
    if (runs.has(sentence.key) || [...runsOf(before, at)].some((run) => runs.has(run))) return sentence.text;
    const found = mostAlike(sentence, candidates);
    const isKept = found === null ? areQuotesKept(sentence, now) : isOnlyMore(sentence, found, now.language);
    return isKept ? sentence.text : (found?.text ?? null);
  }
  return before.flatMap((sentence, at): Correction[] => {
    if (!evidence.some((span) => overlaps(span, sentence.span)) || !isTelling(sentence)) return [];
    const stands = standsNow(sentence, at);
    const [then, after] = [beginningOf(sentence.text), stands === null ? null : beginningOf(stands)];
    if (stands === sentence.text && !firstTold.has(then)) return [];
    // Changed where nothing is told any more: both beginnings would say that it stands as it was.
    if (stands !== sentence.text && after === then) return [];
    return wasTold.has(JSON.stringify([then, wordsOf(after)])) ? [] : [{ before: then, after }];
  });
}

function beginningOf(text: string): string {
  return text.slice(0, LONGEST).toWellFormed();
}

/** A sentence, and its words with every figure as its value: what is the same in both says the same. */
type Sentence = {
  readonly span: Span;
  readonly text: string;
  readonly words: readonly string[];
  readonly key: string;
  readonly figures: number;
  readonly quotes: readonly string[];
};

/** Of a text that was dropped only the quoted passages are left; what is blank is no sentence. */
function sentencesOf({ text, sentences, language }: Article): Sentence[] {
  const quotations = findQuotations(text, language).filter(({ depth }) => depth === 0);
  let next = 0;
  return sentences.flatMap((span) => {
    const words = textAt(text, span);
    if (words.trim() === '') return [];
    while ((quotations[next]?.outer.end ?? Number.POSITIVE_INFINITY) <= span.start) next++;
    const quotes: string[] = [];
    for (let i = next; (quotations[i]?.outer.start ?? span.end) < span.end; i++) {
      const inner = quotations[i]?.inner;
      if (inner !== undefined) quotes.push(foldText(textAt(text, inner)));
    }
    return [{ span, text: words.replace(/\s+/g, ' ').trim(), quotes, ...readWords(words, language) }];
  });
}

function readWords(text: string, language: string): Pick<Sentence, 'words' | 'key' | 'figures'> {
  const figures = findFigures(text, language);
  const words: string[] = [];
  let from = 0;
  for (const { span, value, unit, text: given } of figures) {
    words.push(...fold(text.slice(from, span.start)));
    const sign = /(?:^|[\s(])[-−–]$/u.test(text.slice(Math.max(0, span.start - 2), span.start)) ? '-' : '';
    words.push(value === null ? `#${unit ?? foldText(given)}` : `#${sign}${value}${unit ?? ''}`);
    from = span.end;
  }
  words.push(...fold(text.slice(from)));
  return { words, key: words.join(''), figures: figures.length };
}

function fold(text: string): string[] {
  return foldText(text)
    .split(' ')
    .filter((word) => word !== '');
}

function isTelling({ figures, quotes }: Sentence): boolean {
  return figures > 0 || quotes.some((quote) => quote.includes(' '));
}

function isComparable(then: Article, now: Article, before: readonly Sentence[], after: readonly Sentence[]): boolean {
  if (now.completeness === 'partial' && then.completeness === 'full') return false;
  const size = (all: readonly Sentence[]) => all.reduce((sum, { key }) => sum + key.length, 0);
  if (size(after) < KEPT_TEXT * size(before)) return false;
  const keys = new Set(after.map(({ key }) => key));
  return before.filter(({ key }) => keys.has(key)).length >= KEPT_SENTENCES * before.length;
}

/** The keys of all runs of neighbouring sentences; with `around` of those that hold this one. */
function runsOf(all: readonly Sentence[], around: number | null = null): Set<string> {
  const runs = new Set<string>();
  const [first, last] = around === null ? [0, all.length - 1] : [Math.max(0, around - RUN + 1), around];
  for (let from = first; from <= last; from++) {
    let key = '';
    for (let to = from; to < Math.min(from + RUN, all.length); to++) {
      key += all[to]?.key ?? '';
      if (around === null || to >= around) runs.add(key);
    }
  }
  return runs;
}

function mostAlike(sentence: Sentence, candidates: readonly Sentence[]): Sentence | null {
  let best: Sentence | null = null;
  let most = ALIKE;
  for (const candidate of candidates) {
    const share = likeness(sentence.words, candidate.words);
    if (share >= most) [best, most] = [candidate, share];
  }
  return best;
}

/** Dice's measure over words as often as they occur, 0 to 1; what was added weighs less than what was taken. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of b) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of a) {
    const left = counts.get(word) ?? 0;
    if (left > 0) shared++;
    counts.set(word, left - 1);
  }
  return a.length === 0 ? 0 : Math.max((2 * shared) / (a.length + b.length), (shared / a.length) * 0.6);
}

/** Every word is there in its order, with others between, and none of them turns it around. */
function isOnlyMore(before: Sentence, after: Sentence, language: string): boolean {
  let at = 0;
  for (const word of after.words) if (word === before.words[at]) at++;
  if (at < before.words.length) return false;
  return findNegative(after.text, language) === null || findNegative(before.text, language) !== null;
}

/** A quotation that stands elsewhere now, whole, was not taken back. */
function areQuotesKept({ quotes }: Sentence, now: Article): boolean {
  const telling = quotes.filter((quote) => quote.includes(' '));
  if (telling.length === 0) return false;
  const text = ` ${foldText(now.text)} `;
  return telling.every((quote) => text.includes(` ${quote} `));
}
