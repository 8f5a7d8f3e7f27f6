import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type GoldArticle, parseGold } from './parse-gold.ts';

const FOLDER = path.join(import.meta.dirname, 'articles');

/** The marked articles, by file name. Throws an Error that names the article and the field which is wrong. */
export function loadGold(): GoldArticle[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => parseGold(JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')), name));
}
