import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '#core/article.ts';
import type { KeyPoint } from '#core/briefing.ts';
import { Problem } from '#core/problem.ts';
import type { Source } from '#core/testimony.ts';
import { makeBriefing } from '#verify/make-briefing.ts';
import { ARTICLE, ATTRIBUTIONS, aDraft, CRACKED, GOOD, point, SOURCES, says, TEXT } from './a-draft.ts';
import { placeOf, plainArticle } from './plain-article.ts';

const WORDS = '“We had no intention of closing it,” Holm said.';
const CLOSING = point(WORDS, WORDS, ['a2']);

/** Why the point was withheld; null where it was not. */
function withheldFor(bad: KeyPoint, article: Article = ARTICLE): string | null {
  return makeBriefing(aDraft({ points: [GOOD, bad] }), article).withheld[0]?.check ?? null;
}

function codeOf(run: () => unknown): string | null {
  try {
    run();
    return null;
  } catch (error) {
    return error instanceof Problem ? error.code : String(error);
  }
}

test('keeps points that the article bears, and says nothing was withheld', () => {
  const points = [GOOD, CLOSING];
  const briefing = makeBriefing(aDraft({ points }), ARTICLE);
  expect(briefing.points).toEqual(points);
  expect(briefing.withheld).toEqual([]);
  expect(briefing.headline).toBe(CRACKED);
});

test('withholds a quote that differs by one word', () => {
  const words = '“We had no intention of closing it,” Holm said.';
  expect(withheldFor(point('“We had no plans of closing it,” Holm said.', words, ['a2']))).toBe('quotes');
});

test('withholds a figure that the article does not have', () => {
  expect(withheldFor(point('The harbour wall of Sundby has cracked in 15 places.', CRACKED))).toBe('figures');
  expect(withheldFor(point('The repairs would cost £31bn.', 'the repairs would cost £31m'))).toBe('figures');
});

test('withholds a name that the article does not have', () => {
  expect(withheldFor(point('The harbour wall of Sundby has cracked, Astrid Holm said.', CRACKED))).toBe('names');
});

test('withholds a point whose passage says something else', () => {
  expect(withheldFor(point('The mayor was arrested after a long trial.', CRACKED))).toBe('evidence');
  expect(withheldFor(point('A survey of 2019 found no cracks.', CRACKED))).toBe('evidence');
});

test('withholds a point that is read behind one that is withheld', () => {
  const second: KeyPoint = { ...GOOD, follows: true };
  expect(makeBriefing(aDraft({ points: [CLOSING, second] }), ARTICLE).withheld).toEqual([]);
  const { withheld } = makeBriefing(aDraft({ points: [CLOSING, { ...GOOD, evidence: [] }, second] }), ARTICLE);
  expect(withheld.map(({ check }) => check)).toEqual(['evidence', 'order']);
});

test('what is objected to stands as its whole sentence, where there is one and nothing is against that', () => {
  const { text, attributions } = GOOD;
  const bad = { ...GOOD, text: `${text.slice(0, -1)} in Atlantis.` };
  const pointsOf = (whole: unknown) => {
    const { points, withheld } = makeBriefing(aDraft({ points: [CLOSING, { ...bad, whole } as KeyPoint] }), ARTICLE);
    return [...points.slice(1), ...withheld.map(({ check }) => check)];
  };
  expect(pointsOf({ text, attributions })).toEqual([GOOD]);
  expect(pointsOf({ text: bad.text.replace('Atlantis', 'Utopia'), attributions })).toEqual(['names']);
  expect(pointsOf({ text: 7 })).toEqual(['names']);
  expect(pointsOf('no record')).toEqual(['names']);
  expect(makeBriefing(aDraft({ points: [{ ...GOOD, whole: CLOSING }] }), ARTICLE).points).toEqual([GOOD]);
});

test('withholds a point without evidence, or with a passage that is none', () => {
  for (const evidence of [[], [{ start: -1, end: 5 }], [{ start: 9, end: 4 }], [{ start: 3, end: 3 }]]) {
    expect(withheldFor({ ...GOOD, evidence })).toBe('evidence');
  }
  for (const start of [Number.NaN, 0.5, Number.POSITIVE_INFINITY, TEXT.length]) {
    expect(withheldFor({ ...GOOD, evidence: [{ start, end: TEXT.length + 1 }] })).toBe('evidence');
  }
});

test('withholds a point that reports an unknown statement, or one from elsewhere in the article', () => {
  expect(withheldFor({ ...GOOD, attributions: ['a99'] })).toBe('speaker');
  expect(withheldFor({ ...GOOD, attributions: ['a3'] })).toBe('speaker');
});

test('withholds a point whose words credit somebody else than the passage does', () => {
  const words = 'the repairs would cost £31m';
  expect(withheldFor(point('The repairs would cost £31m, Holm said.', words, ['a3']))).toBe('speaker');
  expect(withheldFor(point('The repairs would cost £31m, two people said.', words, ['a3']))).toBe('outlet');
  expect(
    withheldFor(point('The repairs would cost £31m, two people told the Quay Gazette.', words, ['a3'])),
  ).toBeNull();
  expect(
    withheldFor(point('Holm told the Quay Gazette the wall has cracked in 14 places.', CRACKED, ['a1'])),
  ).toBeNull();
});

test('withholds empty, endless and surplus points', () => {
  expect(withheldFor({ ...GOOD, text: ' \n' })).toBe('length');
  expect(withheldFor({ ...GOOD, text: 'wall '.repeat(100_000) })).toBe('length');
  const { points, withheld } = makeBriefing(aDraft({ points: Array.from({ length: 10_000 }, () => GOOD) }), ARTICLE);
  expect(points.length).toBeLessThan(100);
  expect(points.length + withheld.length).toBe(10_000);
});

test('ends in a Problem when nothing is left', () => {
  expect(codeOf(() => makeBriefing(aDraft({ points: [] }), ARTICLE))).toBe('NOTHING_VERIFIED');
  expect(codeOf(() => makeBriefing(aDraft({ points: [{ ...GOOD, evidence: [] }] }), ARTICLE))).toBe('NOTHING_VERIFIED');
});

test('gives a headline that fails over to the title, and without a title to the first point', () => {
  const draft = aDraft({ headline: 'Mayor Bodil Krag arrested' });
  expect(makeBriefing(draft, ARTICLE).headline).toBe('Harbour wall cracks');
  expect(makeBriefing(draft, { ...ARTICLE, title: ' ' }).headline).toBe(GOOD.text);
  expect(makeBriefing(aDraft({ headline: '' }), ARTICLE).headline).toBe('Harbour wall cracks');
});

test('counts statements by their sources, and an outlet once for each statement', () => {
  const { sourcing } = makeBriefing(aDraft(), ARTICLE);
  expect(sourcing).toEqual({
    named: 2,
    unnamed: 1,
    documents: 1,
    unstated: 1,
    via: { 'Quay Gazette': 2, 'Sund Radio': 1 },
  });
  expect(Object.keys(sourcing.via)).toEqual(['Quay Gazette', 'Sund Radio']);
});

test('drops statements that stand outside the text, and disagreements that lived on them', () => {
  const gone = says('a6', 's2', 'no cracks', { content: [{ start: 10, end: 9_999 }] });
  const orphan = says('a7', 's9', 'no cracks');
  const sides = [
    { source: 's3', attributions: ['a4'] },
    { source: 's2', attributions: ['a6'] },
  ];
  const draft = aDraft({
    attributions: [...ATTRIBUTIONS, gone, orphan],
    disagreements: [
      { about: 'cracks', sides },
      {
        about: 'cracks',
        sides: [sides[0] ?? { source: '', attributions: [] }, { source: 's1', attributions: ['a1', 'a6'] }],
      },
    ],
  });
  const briefing = makeBriefing(draft, ARTICLE);
  expect(briefing.attributions).toEqual(ATTRIBUTIONS);
  expect(briefing.disagreements).toEqual([
    { about: 'cracks', sides: [sides[0], { source: 's1', attributions: ['a1'] }] },
  ]);
});

test('is plain data with an id that depends on the article and the points alone', () => {
  const briefing = makeBriefing(aDraft(), ARTICLE);
  expect(JSON.parse(JSON.stringify(briefing))).toEqual(briefing);
  expect(briefing.id).toMatch(/^[0-9a-f]{32}$/);
  expect(makeBriefing(aDraft({ headline: 'Cracks' }), ARTICLE).id).toBe(briefing.id);
  expect(makeBriefing(aDraft(), { ...ARTICLE, url: 'https://quay.example/1' }).id).not.toBe(briefing.id);
});

test('drops sources and outlets whose names are not made of the article’s words, and an invented role', () => {
  const invented: Source = { id: 's5', name: 'Bodil Krag', role: null, kind: 'person', named: true, mentions: [] };
  const draft = aDraft({
    sources: [...SOURCES.map((source) => ({ ...source, role: 'swindler' })), invented],
    attributions: [
      ...ATTRIBUTIONS,
      says('a6', 's5', 'no cracks'),
      says('a7', 's1', 'no cracks', { via: ['Kattegat Herald'] }),
    ],
  });
  const briefing = makeBriefing(draft, ARTICLE);
  expect(briefing.attributions).toEqual(ATTRIBUTIONS);
  expect(briefing.sources).toEqual(SOURCES.map((source) => ({ ...source, role: null })));
});

test('ends in a briefing or a Problem whatever a draft holds', () => {
  const place = fc.record({ start: fc.double(), end: fc.double() });
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom(CRACKED, '“', '\ud800', 'a1', 's1'),
  );
  const points = fc.array(
    fc.record({
      text: words,
      evidence: fc.array(fc.oneof(place, fc.constant(placeOf(CRACKED, TEXT))), { maxLength: 3 }),
      attributions: fc.array(words, { maxLength: 3 }),
    }),
  );
  const disagreements = fc.array(
    fc.record({
      about: words,
      sides: fc.array(fc.record({ source: words, attributions: fc.array(words, { maxLength: 2 }) }), { maxLength: 3 }),
    }),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(words, points, disagreements, (headline, some, sides) => {
      const code = codeOf(() => makeBriefing(aDraft({ headline, points: some, disagreements: sides }), ARTICLE));
      return code === null || code === 'NOTHING_VERIFIED';
    }),
    { numRuns: 200 },
  );
});

test('keeps no place that cuts a character in two', () => {
  const article = plainArticle(`${TEXT} \u{1F6A2}`);
  const at = article.text.length - 1;
  expect(withheldFor({ ...GOOD, evidence: [{ start: 0, end: at }] }, article)).toBe('evidence');
});

test('what stands beside a credit is checked as well, and left out where the article does not bear it', () => {
  const besideOf = (beside: string, more: Partial<KeyPoint> = {}) =>
    makeBriefing(aDraft({ points: [{ ...GOOD, beside, ...more }] }), ARTICLE).points[0]?.beside;
  expect(besideOf(CRACKED)).toBe(CRACKED);
  expect(besideOf('The harbour wall of Sundby has cracked in 15 places.')).toBeUndefined();
});
