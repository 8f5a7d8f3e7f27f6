import type { Article } from '#core/article.ts';
import type { Attribution } from '#core/testimony.ts';
import askedFor from './asked-for.json' with { type: 'json' };
import { lineAt } from './line-at.ts';

/** What whoever is asked for words does not do. */
const ASKED_FOR: ReadonlySet<string> = new Set(askedFor);

const DONE = /^to (?:\p{L}+ly )?(\p{L}+)/u;

/** What a reader is told of a statement that denies or refuses; null for one that asserts. */
export function stanceWords(attribution: Attribution, article: Article): string | null {
  const { stance } = attribution;
  return stance === 'denies' ? 'a denial' : stance === 'declines' ? declineWords(attribution, article) : null;
}

/** "Declined to threaten a strike" is no silence, and told as a refusal; whoever declined to say anything declined to comment. */
function declineWords({ content }: Attribution, article: Article): string {
  const [first] = content;
  const deed = first === undefined ? undefined : DONE.exec(lineAt(article.text, first))?.[1];
  return deed === undefined || ASKED_FOR.has(deed) ? 'declined to comment' : 'a refusal';
}
