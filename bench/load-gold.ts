import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type GoldArticle, parseGold } from './parse-gold.ts';

/** The marked articles of a folder of the bench, by file name: English ones, English ones whose misses nobody has read, or those in other languages. Throws an Error that names the article and the field which is wrong. */
export function loadGold(folder: 'articles' | 'articles-unread' | 'articles-other' = 'articles'): GoldArticle[] {
  const place = path.join(import.meta.dirname, folder);
  return readdirSync(place)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => parseGold(JSON.parse(readFileSync(path.join(place, name), 'utf8')), name));
}
