import { contains, overlaps, type Span } from '#core/article.ts';
import type { Attribution } from '#core/testimony.ts';
import cues from '../data/layer-cues.json' with { type: 'json' };
import type { Passage } from '../read-passages.ts';

/** Words that say that somebody says something, as they stand; each is a whole word or a phrase. */
const CUE = new RegExp(`(?<![\\p{L}])(?:${[...cues.relay, ...cues.saying].join('|')})(?![\\p{L}])`, 'giu');
const RELAY = new RegExp(`(?<![\\p{L}])(?:${cues.relay.join('|')})(?![\\p{L}])`, 'giu');

/** UTF-16 units. A longer sentence is no sentence; every telling in it would be held against every cue. */
const LONGEST_SENTENCE = 2_000;

/**
 * Whether the sentence has one more layer of telling that nobody read: a second "according to" anywhere, or a verb of
 * saying in what would be left out. Then nothing of it may be left out.
 */
export function hasUnreadLayer(attribution: Attribution, passage: Passage, text: string): boolean {
  if (attribution.via.length > 0) return false;
  if (passage.span.end - passage.span.start > LONGEST_SENTENCE) return true;
  const read = [attribution, ...passage.attributions].flatMap(({ cue }) => (cue === null ? [] : [cue]));
  const isUnread = (place: Span): boolean => {
    const isQuoted = passage.quotations.some(({ inner }) => contains(inner, place));
    return !isQuoted && !read.some((cue) => overlaps(cue, place));
  };
  const isLeftOut = (place: Span): boolean => !attribution.content.some((piece) => overlaps(piece, place));
  return (
    placesOf(RELAY, passage.span, text).some(isUnread) ||
    placesOf(CUE, passage.span, text).some((place) => isUnread(place) && isLeftOut(place))
  );
}

function placesOf(pattern: RegExp, { start, end }: Span, text: string): Span[] {
  return [...text.slice(start, end).matchAll(pattern)].map(({ 0: words, index }) => ({
    start: start + index,
    end: start + index + words.length,
  }));
}
