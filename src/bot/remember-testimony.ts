import { createHash } from 'node:crypto';
import type { Article } from '#core/article.ts';
import { createLatest } from '#core/create-latest.ts';
import type { Testimony } from '#core/testimony.ts';

type Attribute = (article: Article) => Testimony;

/**
 * Who says what in the articles that were asked about last, `most` of them. Each question of a thread brings its article anew from
 * another thread of the machine, and reading who says what in it takes longer than the answer.
 */
export function rememberTestimony(attribute: Attribute, most: number): Attribute {
  const known = createLatest<Testimony>(most);
  return (article) => {
    const key = createHash('sha256').update(JSON.stringify(article)).digest('base64url');
    const old = known.get(key);
    if (old !== undefined) return old;
    const testimony = attribute(article);
    known.set(key, testimony);
    return testimony;
  };
}
