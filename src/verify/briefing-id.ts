import { createHash } from 'node:crypto';
import type { Article } from '#core/article.ts';
import type { Draft, KeyPoint } from '#core/briefing.ts';

/** 128 bits as hex digits: nobody meets one by chance, or guesses one without the article. */
const ID_DIGITS = 32;

/** The same article, engine and points give the same id on every machine. */
export function briefingId(article: Article, engine: Draft['engine'], points: readonly KeyPoint[]): string {
  const parts = [
    article.url,
    article.text,
    engine.name,
    engine.model,
    engine.prompt,
    points.map((point) => point.text),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, ID_DIGITS);
}
