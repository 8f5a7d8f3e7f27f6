import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

type Difference = { readonly about: string; readonly sides: readonly (readonly number[])[] };

const CORPUS = path.join(import.meta.dirname, '../../corpus');
const read = (file: string) => JSON.parse(readFileSync(path.join(CORPUS, file), 'utf8'));
const MARKED: [string, Difference[]][] = Object.entries(read('marks/disagreements.json'));

test.each(MARKED)('%s: each difference has sides, and they are statements of the article', (slug, differences) => {
  const places = new Set(read(`${slug}.json`).attributions.keys());
  expect(differences).not.toEqual([]);
  for (const { about, sides } of differences) {
    const named = sides.flat();
    expect(about).toMatch(/\S/);
    expect(sides.length).toBeGreaterThanOrEqual(2);
    expect(sides.filter((side) => side.length === 0)).toEqual([]);
    expect(named.filter((place) => !places.has(place))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  }
});

test('no difference of an article is marked twice', () => {
  for (const [, differences] of MARKED) {
    const all = differences.map(({ sides }) => JSON.stringify(sides));
    expect(new Set(all).size).toBe(all.length);
    const matters = differences.map(({ about }) => about);
    expect(new Set(matters).size).toBe(matters.length);
  }
});
