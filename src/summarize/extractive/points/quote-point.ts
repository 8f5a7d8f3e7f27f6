import type { Article, Span } from '#core/article.ts';
import { contains, overlaps, textAt } from '#core/article.ts';
import { isInDoubt } from '#core/is-in-doubt.ts';
import type { Quotation } from '#language/find-quotations.ts';
import type { Passage } from '../read-passages.ts';
import { hasUnreadLayer } from './has-unread-layer.ts';
import { isHeld } from './is-held.ts';
import { isMainCue } from './is-main-cue.ts';
import { endSentence } from './sentence-ends.ts';
import type { Wording } from './wording.ts';

/** A longer quotation is cut to a run of its sentences. */
const LONGEST_QUOTE_WORDS = 60;

/** Shorter quotations say little without the sentence around them. */
const SHORTEST_QUOTE_WORDS = 4;

/** A quotation that is a smaller part of its sentence leaves too much behind to stand for it. */
const LEAST_SHARE_OF_SENTENCE = 0.25;

/**
 * A direct quotation as a point: the words alone, in curly marks, since the credit says who spoke. Null where the
 * passage holds none, where its cue cuts the quotation in the middle of a sentence, and in languages that have marks
 * of their own, where the sentence stays whole.
 */
export function quotePoint(passage: Passage, passages: readonly Passage[], article: Article): Wording | null {
  if (!article.language.startsWith('en')) return null;
  for (const attribution of passage.attributions) {
    if (attribution.form !== 'direct' || attribution.stance === 'declines') continue;
    if (
      isInDoubt(attribution, passage.span) ||
      isHeld(attribution, passage) ||
      hasUnreadLayer(attribution, passage, article.text)
    )
      continue;
    const at = attribution.content.findIndex((one) => overlaps(one, passage.span));
    const piece = attribution.content[at];
    if (piece === undefined || goesOn(piece, article.text) || goesOn(attribution.content[at + 1], article.text))
      continue;
    const quotation = passage.quotations.find(({ inner }) => overlaps(inner, piece));
    const run = quotation === undefined ? null : fitRun(quotation, passage, passages);
    if (run === null || !isWorthAlone(run, passage, article.text)) continue;
    if (attribution.cue !== null && overlaps(attribution.cue, passage.span)) {
      if (!isMainCue(attribution.cue, attribution.content, passage.span, article)) continue;
    }
    const held = passages.filter(({ span }) => overlaps(span, run));
    const within = held.flatMap(({ attributions }) =>
      attributions.filter(({ content }) => content.some((one) => contains(run, one))),
    );
    return {
      text: `“${endSentence(textAt(article.text, run).replace(/\s+/gu, ' '))}”`,
      evidence: held.map(({ span }) => span),
      attributions: [...new Set([attribution.id, ...within.map(({ id }) => id)])],
      isDangling: false,
      passages: held.map(({ index }) => index),
    };
  }
  return null;
}

/** A piece that begins in lower case is the rest of a sentence: “It is,” she said, “a start.” */
function goesOn(piece: Span | undefined, text: string): boolean {
  return piece !== undefined && /^["“‘']?\p{Ll}/u.test(text.slice(piece.start, piece.start + 3));
}

/** The whole quotation, or as many of its sentences from this one on as fit. */
function fitRun({ inner }: Quotation, passage: Passage, passages: readonly Passage[]): Span | null {
  const parts = passages
    .filter(({ span }) => overlaps(span, inner))
    .map(({ index, span, text }) => {
      const part = { start: Math.max(span.start, inner.start), end: Math.min(span.end, inner.end) };
      const share = (part.end - part.start) / (span.end - span.start);
      return { index, part, words: Math.ceil(text.split(' ').length * share) };
    });
  if (parts.reduce((sum, { words }) => sum + words, 0) <= LONGEST_QUOTE_WORDS) return inner;
  const run = parts.filter(({ index }) => index >= passage.index);
  const [first] = run;
  if (first === undefined) return null;
  let words = first.words;
  let { end } = first.part;
  for (const next of run.slice(1)) {
    words += next.words;
    if (words > LONGEST_QUOTE_WORDS) break;
    end = next.part.end;
  }
  return { start: first.part.start, end };
}

/** It is whole sentences, long enough, and most of what its own sentence says. */
function isWorthAlone(run: Span, passage: Passage, text: string): boolean {
  const words = textAt(text, run).trim();
  if (isOnlyAsked(words)) return false;
  if (words.split(/\s+/u).length < SHORTEST_QUOTE_WORDS || !/^["“‘'([]*[\p{Lu}\p{N}]/u.test(words)) return false;
  const inside = Math.min(run.end, passage.span.end) - Math.max(run.start, passage.span.start);
  return inside >= LEAST_SHARE_OF_SENTENCE * (passage.span.end - passage.span.start);
}

/** "You think I will change?": what a question is about, only the words around it tell. */
function isOnlyAsked(words: string): boolean {
  return /\?["”’'»)]*$/u.test(words) && !/[.!…]["”’')]* /u.test(words);
}
