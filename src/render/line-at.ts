import { type Span, textAt } from '#core/article.ts';

/** Words of the article as one line: cut from it, with every run of white space as one space. */
export function lineAt(text: string, span: Span): string {
  return textAt(text, span).replace(/\s+/g, ' ').trim();
}
