import type { Span } from '#core/article.ts';
import { phrasePattern } from '#language/phrase-pattern.ts';
import rebuttals from '../data/rebuttals-en.json' with { type: 'json' };
import refusals from '../data/refusals-en.json' with { type: 'json' };

const LISTS = { ...rebuttals.lists, ...refusals.lists };
const FRONT = phrasePattern('front', refusals.front, LISTS);
/** "Advice to ministers was something on which it never commented": where it tells of a matter. */
const END = phrasePattern('end', refusals.end, LISTS);
/** So near to the end such words stand, in characters. */
const END_REACH = 120;

/** "said it did not comment on pending cases": words that say nothing, although somebody said them. */
export function isRefusal(text: string, content: readonly Span[]): boolean {
  const [first] = content;
  const last = content.at(-1);
  if (first === undefined || last === undefined) return false;
  const end = text.slice(Math.max(last.start, last.end - END_REACH), last.end);
  return FRONT.test(text.slice(first.start, first.end)) || END.test(end);
}
