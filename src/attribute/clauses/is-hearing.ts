import people from '../data/people-en.json' with { type: 'json' };
import type { Scan } from '../scan-article.ts';
import type { SourcePhrase } from './source-phrase.ts';

/** A body that hears what others say before it: a court, a jury, an inquest. */
export function isHearing({ text }: Scan, { span }: SourcePhrase): boolean {
  const name = text.slice(span.start, span.end).toLowerCase();
  return people.hearing.some((body) => name.endsWith(body));
}
