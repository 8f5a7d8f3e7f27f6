/**
 * Marks on one letter beyond what any language writes (Vietnamese has two, Hebrew with its accents four, and syllables of Brahmic
 * scripts up to six signs that count as marks): stacked by the hundred they cover the lines above and below, and a text of nothing
 * else takes minutes to read.
 */
const STACKED = /(\p{M}{8})\p{M}+/gu;

/** Text with no more than eight marks on a letter. */
export function cutMarks(text: string): string {
  return text.replace(STACKED, '$1');
}
