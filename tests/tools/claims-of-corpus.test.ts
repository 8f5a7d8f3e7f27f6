import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

type Marked = {
  readonly text: string;
  readonly speaker: string | null;
  readonly quote: string | null;
  readonly faithful: boolean;
  readonly kind: string;
};

const CORPUS = path.join(import.meta.dirname, '../../corpus');
const read = (file: string) => JSON.parse(readFileSync(path.join(CORPUS, file), 'utf8'));
const CLAIMS: [string, Marked[]][] = Object.entries(read('marks/claims.json'));

test.each(CLAIMS)(
  '%s: claims are of both sorts, and only an altered quotation does not stand in the article',
  (slug, claims) => {
    const { text } = read(`${slug}.json`);
    expect(claims.filter(({ faithful, kind }) => faithful !== (kind === 'faithful'))).toEqual([]);
    expect(claims.filter(({ faithful }) => faithful).length).toBeGreaterThanOrEqual(6);
    expect(claims.filter(({ faithful }) => !faithful).length).toBeGreaterThanOrEqual(7);
    const quoting = claims.filter(({ quote }) => quote !== null);
    expect(quoting.filter((claim) => !claim.text.includes(claim.quote ?? ''))).toEqual([]);
    expect(quoting.filter(({ quote, kind }) => text.includes(quote) !== (kind !== 'quote-altered'))).toEqual([]);
  },
);

test('no claim is made twice, and none is a sentence of its article', () => {
  const all = CLAIMS.flatMap(([, claims]) => claims.map(({ text }) => text));
  expect(new Set(all).size).toBe(all.length);
  const copied = CLAIMS.flatMap(([slug, claims]) => {
    const { text } = read(`${slug}.json`);
    return claims.filter((claim) => text.includes(claim.text));
  });
  expect(copied).toEqual([]);
});
