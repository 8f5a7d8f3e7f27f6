import { createHash } from 'node:crypto';
import type { Article } from '#core/article.ts';

/** A key for what is made of an article: the same words, asked for in the same way, give the same one. */
export function contentKey(
  { title, outlet, authors, publishedAt, text, language }: Article,
  ...asked: readonly unknown[]
): string {
  const parts = [title, outlet, authors, publishedAt, text, language, asked];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
