import type { Article, Span } from '#core/article.ts';
import { overlaps, textAt } from '#core/article.ts';
import { countLeading } from '#core/count-leading.ts';
import type { Attribution, Testimony } from '#core/testimony.ts';
import { SHOWN_FROM_CONFIDENCE } from '#core/testimony.ts';
import { contentWords } from '#language/content-words.ts';
import { findQuotations, type Quotation } from '#language/find-quotations.ts';
import { findUnreal } from '#language/find-unreal.ts';
import { isSecondHand } from '#language/is-second-hand.ts';
import { isProse } from './is-prose.ts';

/** A sentence of the article with all that ranking and wording ask of it. */
export type Passage = {
  /** Its place among the article's sentences. */
  readonly index: number;
  readonly span: Span;
  /** Its characters, with every run of white space as one space. */
  readonly text: string;
  readonly words: ReadonlySet<string>;
  /** Its paragraph's place among the article's paragraphs. */
  readonly paragraph: number;
  /** Statements that stand in it, in order; only those that are sure enough to be shown. */
  readonly attributions: readonly Attribution[];
  /** Those that are not sure enough to be shown. */
  readonly unsure: readonly Attribution[];
  /** Those of the shown ones that only an outlet stands for: their credit is a part of what is told. */
  readonly secondHand: readonly Attribution[];
  /** Outermost quotations that reach into it. */
  readonly quotations: readonly Quotation[];
  /** False for headings, list marks, page furniture, orders to the program that reads it, and sentences that only say who told the one before. */
  readonly isProse: boolean;
  /** The first sentence of prose: there is nothing before it that it could lean on. */
  readonly opens: boolean;
};

/** The article's sentences, each with its words, statements and quotations. Takes n log n steps. */
export function readPassages(article: Article, testimony: Testimony): Passage[] {
  const { text, sentences, paragraphs, language } = article;
  const isShown = ({ confidence }: Attribution) => confidence >= SHOWN_FROM_CONFIDENCE;
  const attributions = spread(testimony.attributions.filter(isShown), sentences);
  const unsure = spread(
    testimony.attributions.filter((one) => !isShown(one)),
    sentences,
  );
  const credits = creditsAlone(testimony, sentences);
  const sources = new Map(testimony.sources.map((source) => [source.id, source]));
  const quotations = findQuotations(text, language).filter(({ depth }) => depth === 0);
  const unread = readsAsNews(article);
  let paragraph = 0;
  let quotation = 0;
  let isOpen = false;
  return sentences.map((span, index) => {
    while ((paragraphs[paragraph]?.end ?? Number.POSITIVE_INFINITY) <= span.start) paragraph += 1;
    while ((quotations[quotation]?.outer.end ?? Number.POSITIVE_INFINITY) <= span.start) quotation += 1;
    const line = textAt(text, span).replace(/\s+/gu, ' ').trim();
    const isCredit = credits.has(index) && !attributions.has(index) && line.split(' ').length <= CREDIT_WORDS;
    const prose = isProse(line, span, article, paragraphs[paragraph]) && !isCredit && !unread.has(span);
    const opens = prose && !isOpen;
    isOpen ||= prose;
    return {
      index,
      span,
      text: line,
      words: new Set(contentWords(line, language)),
      paragraph,
      attributions: attributions.get(index) ?? [],
      secondHand: (attributions.get(index) ?? []).filter((one) => isSecondHand(one, sources.get(one.source))),
      unsure: unsure.get(index) ?? [],
      quotations: reaching(quotations, quotation, span),
      isProse: prose,
      opens,
    };
  });
}

/**
 * The sentences that only those around them tell not to be news: the next line of a scene, the words of what is called a fake further on;
 * and what only invites to imagine something.
 */
function readsAsNews(article: Article): ReadonlySet<Span> {
  const unreal = findUnreal(article).filter(({ isFramed, kind }) => !isFramed || kind === 'supposed');
  return new Set(
    unreal.flatMap(({ sentence, isFramed, from }) =>
      isFramed && from > sentence.start + INVITES_WITHIN ? [] : [sentence],
    ),
  );
}

/** “Let us imagine” stands at the front, in UTF-16 units. */
const INVITES_WITHIN = 16;

/** More words tell something beside who said what stands in the sentences before. */
const CREDIT_WORDS = 12;

/** The places of sentences that hold a cue without anything that it tells: “Das teilte der Verein am Montag mit.” */
function creditsAlone({ attributions }: Testimony, sentences: readonly Span[]): ReadonlySet<number> {
  const alone = attributions.flatMap(({ cue, content }) => {
    if (cue === null || content.length === 0) return [];
    const told = new Set(content.flatMap((piece) => sentencesAt(sentences, piece)));
    return sentencesAt(sentences, cue).filter((place) => !told.has(place));
  });
  return new Set(alone);
}

/** The places of all sentences that share a character with the span. */
export function sentencesAt(sentences: readonly Span[], span: Span): number[] {
  const first = countLeading(sentences.length, (at) => (sentences[at]?.end ?? 0) <= span.start);
  const found: number[] = [];
  for (let at = first; at < sentences.length; at += 1) {
    const sentence = sentences[at];
    if (sentence === undefined || !overlaps(sentence, span)) break;
    found.push(at);
  }
  return found;
}

/** Attributions by the sentences in which their content stands. */
function spread(attributions: readonly Attribution[], sentences: readonly Span[]): Map<number, Attribution[]> {
  const bySentence = new Map<number, Attribution[]>();
  for (const attribution of attributions) {
    const places = new Set(attribution.content.flatMap((piece) => sentencesAt(sentences, piece)));
    for (const place of places) {
      const list = bySentence.get(place);
      if (list === undefined) bySentence.set(place, [attribution]);
      else list.push(attribution);
    }
  }
  return bySentence;
}

function reaching(quotations: readonly Quotation[], from: number, span: Span): Quotation[] {
  const found: Quotation[] = [];
  for (let at = from; at < quotations.length; at += 1) {
    const quotation = quotations[at];
    if (quotation === undefined || quotation.outer.start >= span.end) break;
    found.push(quotation);
  }
  return found;
}
