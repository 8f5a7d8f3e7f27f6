import { textAt } from '#core/article.ts';
import type { Attribution } from '#core/testimony.ts';
import { contentWords } from '#language/content-words.ts';

/** The content words of what was said. */
export function stemsOfContent({ content }: Attribution, text: string, language: string): Set<string> {
  return new Set(content.flatMap((piece) => contentWords(textAt(text, piece), language)));
}
