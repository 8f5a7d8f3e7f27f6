import { type Article, type Span, textAt } from '#core/article.ts';

/** The passages of sentences by their numbers, which begin at 1. */
export function citedSpans({ sentences }: Article, numbers: readonly number[]): Span[] {
  return numbers.map((number) => sentences[number - 1]).filter((span) => span !== undefined);
}

/** The words of those sentences. */
export function citedWords(article: Article, numbers: readonly number[]): string {
  return citedSpans(article, numbers)
    .map((span) => textAt(article.text, span))
    .join(' ');
}
