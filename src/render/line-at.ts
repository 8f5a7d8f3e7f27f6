import { type Span, textAt } from '#core/article.ts';

/** Words of the article as one line: cut from it, with every run of white space as one space. */
export function lineAt(text: string, span: Span): string {
  return textAt(text, span).replace(/\s+/g, ' ').trim();
}

/**
 * The same, or null where not all of it is kept: of a text that was dropped only the quoted passages are, with blanks between,
 * and what stands to the left and the right of a blank must never be read as one.
 */
export function wholeLineAt(text: string, span: Span): string | null {
  return /^ | {2,}| $/.test(textAt(text, span)) ? null : lineAt(text, span);
}
