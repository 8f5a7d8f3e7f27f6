import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

type Difference = { readonly about: string; readonly sides: readonly (readonly number[])[] };
type Story = {
  readonly text: string;
  readonly attributions: readonly { readonly content: readonly string[]; readonly stance: string }[];
  readonly disagreements: Difference[];
};

const CORPUS = path.join(import.meta.dirname, '../../corpus');
const read = (file: string) => JSON.parse(readFileSync(path.join(CORPUS, file), 'utf8'));
const MARKED: [string, Difference[]][] = Object.entries(read('marks/disagreements.json'));
const storiesOf = (folder: string) =>
  readdirSync(path.join(CORPUS, folder)).map((name): [string, Story] => [name, read(`${folder}/${name}`)]);
const AGREEING = storiesOf('agreeing');
const STORIES = [...storiesOf('differing'), ...AGREEING];
const OF_ARTICLES: [string, Difference[], number][] = [
  ...MARKED.map(([slug, differences]): [string, Difference[], number] => [
    slug,
    differences,
    read(`${slug}.json`).attributions.length,
  ]),
  ...STORIES.filter(([, { disagreements }]) => disagreements.length > 0).map(
    ([name, { disagreements, attributions }]): [string, Difference[], number] => [
      name,
      disagreements,
      attributions.length,
    ],
  ),
];

test.each(OF_ARTICLES)(
  '%s: each difference has sides, and they are statements of the article',
  (_, differences, statements) => {
    const places = new Set(Array.from({ length: statements }).keys());
    expect(differences).not.toEqual([]);
    for (const { about, sides } of differences) {
      const named = sides.flat();
      expect(about).toMatch(/\S/);
      expect(sides.length).toBeGreaterThanOrEqual(2);
      expect(sides.filter((side) => side.length === 0)).toEqual([]);
      expect(named.filter((place) => !places.has(place))).toEqual([]);
      expect(new Set(named).size).toBe(named.length);
    }
  },
);

test.each(STORIES)('%s: what is marked as said stands in the text, in order', (_, { text, attributions }) => {
  for (const { content, stance } of attributions) {
    const ends = content.reduce((from, piece) => {
      const at = text.indexOf(piece, from);
      expect(at, piece).toBeGreaterThanOrEqual(from);
      return at + piece.length;
    }, 0);
    if (stance !== 'declines') expect(ends).toBeGreaterThan(0);
    expect(['asserts', 'denies', 'declines']).toContain(stance);
  }
});

test('most ordinary news has no difference, and marks no statement then', () => {
  const plain = AGREEING.filter(([, { disagreements }]) => disagreements.length === 0);
  expect(plain.length).toBeGreaterThan(AGREEING.length / 2);
  for (const [, { attributions }] of plain) expect(attributions).toEqual([]);
});

test('no difference of an article is marked twice', () => {
  for (const [, differences] of OF_ARTICLES) {
    const all = differences.map(({ sides }) => JSON.stringify(sides));
    expect(new Set(all).size).toBe(all.length);
    const matters = differences.map(({ about }) => about);
    expect(new Set(matters).size).toBe(matters.length);
  }
});
