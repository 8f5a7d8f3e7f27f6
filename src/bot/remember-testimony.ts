import { createHash } from 'node:crypto';
import type { Article } from '#core/article.ts';
import type { Testimony } from '#core/testimony.ts';

type Attribute = (article: Article) => Testimony;

/**
 * Who says what in the articles that were asked about last, `most` of them. Each question of a thread brings its article anew from
 * another thread of the machine, and reading who says what in it takes longer than the answer.
 */
export function rememberTestimony(attribute: Attribute, most: number): Attribute {
  const known = new Map<string, Testimony>();
  return (article) => {
    const key = createHash('sha256').update(JSON.stringify(article)).digest('base64url');
    const testimony = known.get(key) ?? attribute(article);
    known.delete(key);
    known.set(key, testimony);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return testimony;
  };
}
