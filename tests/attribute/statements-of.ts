import { attribute } from '#attribute/attribute.ts';
import { type Article, textAt } from '#core/article.ts';
import { plainArticle } from '../../tools/plain-article.ts';

/** An article of plain text, without the reader, so that hostile texts arrive as they are. */
export const articleOf = plainArticle;

/** What the article credits, in plain words. */
export function statementsOf(text: string, more: Partial<Article> = {}) {
  const { sources, attributions } = attribute(articleOf(text, more));
  return attributions.map((one) => {
    const source = sources.find(({ id }) => id === one.source);
    return {
      ...one,
      name: source?.name ?? '',
      kind: source?.kind ?? 'unstated',
      named: source?.named ?? false,
      role: source?.role ?? null,
      said: one.content.map((span) => textAt(text, span)),
      quoted: one.quotes.map((span) => textAt(text, span)),
    };
  });
}

/** The last of them. */
export function lastIn(text: string) {
  return statementsOf(text).at(-1);
}

/** Each as who, by which verb, in which stance, and what first. */
export function toldIn(text: string) {
  return statementsOf(text).map(({ name, verb, stance, said }) => [name, verb, stance, said[0]]);
}
