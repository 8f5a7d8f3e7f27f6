import type { Span } from '#core/article.ts';
import others from './data/other-cues-en.json' with { type: 'json' };
import zones from './data/zones.json' with { type: 'json' };

/** "At 11.20 p.m. Ana Ruiz rang": so few words are where the sentence begins, not all of it. */
const FRONTED_HOUR = 6;
/** "9 p.m. Eastern", "5 p.m. Monday": the hour goes on. */
const AFTER_HOUR: ReadonlySet<string> = new Set([...others.weekdays, ...others.months, ...zones]);
const HOUR = /\d\s?[ap]\.m\.\s(?=(\p{Lu}\p{Ll}+))/gu;

/** A sentence cut where another begins behind an hour: "… at 11.20 p.m. | Ostria's ministry denied that." */
export function splitAtHours(text: string, sentence: Span): Span[] {
  const pieces: Span[] = [];
  let { start } = sentence;
  for (const match of text.slice(sentence.start, sentence.end).matchAll(HOUR)) {
    const next = sentence.start + match.index + match[0].length;
    const isSentence = text.slice(start, next).trim().split(/\s+/).length > FRONTED_HOUR;
    if (!isSentence || AFTER_HOUR.has(match[1]?.toLowerCase() ?? '')) continue;
    pieces.push({ start, end: next - 1 });
    start = next;
  }
  return [...pieces, { start, end: sentence.end }];
}
