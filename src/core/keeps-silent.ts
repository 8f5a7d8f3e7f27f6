import { textAt } from './article.ts';
import askedFor from './data/asked-for.json' with { type: 'json' };
import type { Attribution } from './testimony.ts';

/** What whoever is asked for words does not do. */
const ASKED_FOR: ReadonlySet<string> = new Set(askedFor);

const DONE = /^to\s+(?:\p{L}+ly\s+)?(\p{L}+)/u;

/** Whether a statement declines to say anything ("to comment", "whether it would sail"), and not to do something ("to threaten a strike"). */
export function keepsSilent({ stance, content }: Attribution, text: string): boolean {
  const [first] = content;
  const deed = first === undefined ? undefined : DONE.exec(textAt(text, first).trimStart())?.[1];
  return stance === 'declines' && (deed === undefined || ASKED_FOR.has(deed));
}
