import { expect, test } from 'vitest';
import { briefingCard } from '#render/briefing-card.ts';
import { aBriefing, anAttribution, spanOf, TEXT } from '../a-briefing.ts';
import { anArticle } from '../an-article.ts';

const allText = (briefing = aBriefing()) => JSON.stringify(briefingCard(briefing));

test('shows headline, points with their credit, the difference, and the counts', () => {
  const card = briefingCard(aBriefing());
  expect(card.title).toBe('The bridge over the Sund was closed on Monday');
  expect(card.blocks.map(({ kind }) => kind)).toEqual([
    'note',
    'point',
    'point',
    'heading',
    'passage',
    'passage',
    'note',
  ]);
  expect(card.blocks[1]).toMatchObject({ credit: 'Ida Holm, harbour master' });
  expect(card.blocks[2]).toMatchObject({ credit: 'Ida Holm, harbour master, via Quay Gazette' });
  expect(card.blocks[3]).toMatchObject({ text: 'Accounts differ: when the bridge opens' });
  expect(card.blocks[4]).toMatchObject({
    text: 'Officials said the bridge would open on Friday.',
    credit: 'officials (unnamed)',
  });
  expect(card.blocks[5]).toMatchObject({
    text: 'The ferry firm Lund Lines claimed it would stay shut until June.',
    credit: 'Lund Lines, ferry firm — the article says “claimed”',
  });
  expect(card.blocks[6]).toMatchObject({
    text: expect.stringContaining('2 of 2 points checked against the text · extractive: in the article’s own words'),
  });
});

test('says how many points were withheld, and why', () => {
  const briefing = aBriefing();
  const invented = {
    text: 'The bridge collapsed and killed 12 people.',
    evidence: [{ start: 0, end: 76 }],
    attributions: [],
  };
  const withOne = aBriefing({ points: [...briefing.points, invented] });
  expect(withOne.withheld).toHaveLength(1);
  expect(allText(withOne)).toContain('2 of 3 points checked');
  expect(allText(withOne)).toContain(`1 withheld: ${withOne.withheld[0]?.reason}`.replaceAll('"', '\\"'));
  expect(allText(withOne)).not.toContain('collapsed and killed');
});

test('says that only a part could be read', () => {
  expect(allText(aBriefing({}, anArticle(TEXT, { completeness: 'partial' })))).toContain(
    'Only part of this article could be read',
  );
  expect(allText()).not.toContain('Only part');
});

test('two sides that share a sentence are shown in their own words of it', () => {
  const text = 'Officials said the bridge would open on Friday, but Lund Lines said it would stay shut until June.';
  const attributions = [
    anAttribution('', { id: 'a3', source: 's2', content: [spanOf('the bridge would open on Friday', text)] }),
    anAttribution('', { id: 'a4', source: 's3', content: [spanOf('it would stay shut until June', text)] }),
  ];
  const points = [{ text, evidence: [{ start: 0, end: text.length }], attributions: ['a3', 'a4'] }];
  const { blocks } = briefingCard(aBriefing({ attributions, points, headline: text }, anArticle(text)));
  const sides = blocks.slice(blocks.findIndex(({ kind }) => kind === 'heading') + 1);
  expect(sides.map((block) => ('text' in block ? block.text : ''))).toEqual([
    'the bridge would open on Friday',
    'it would stay shut until June',
    expect.stringContaining('2 statements'),
  ]);
});

const side = (source: string, attribution: string) => ({ source, attributions: [attribution] });
const textsOf = (briefing = aBriefing()) =>
  briefingCard(briefing).blocks.map((block) => ('text' in block ? `${block.kind}: ${block.text}` : block.kind));

test('who wants few points is told of few differences, and what else there is', () => {
  const disagreements = [
    { about: 'the bridge', sides: [side('s2', 'a3'), side('s3', 'a4')] },
    { about: 'the cracks', sides: [side('s1', 'a1'), side('s3', 'a4')] },
    { about: 'the ferry', sides: [side('s1', 'a2'), side('s2', 'a3')] },
  ];
  const lines = textsOf(aBriefing({ disagreements }));
  expect(lines.filter((line) => line.startsWith('heading'))).toEqual(['heading: Accounts differ: the bridge']);
  expect(lines).toContain(
    'note: Also: Ida Holm and Lund Lines differ on the cracks; Ida Holm and officials differ on the ferry',
  );
});

test('as many bullets as the footer counts', () => {
  const lines = textsOf();
  expect(lines.filter((line) => line.startsWith('point')).length).toBe(2);
  expect(lines.at(-1)).toContain('2 of 2 points');
});

test('a model is named, and what stands in for its points is marked', () => {
  const [point, ...rest] = aBriefing().points;
  const points = point === undefined ? [] : [{ ...point, by: 'extractive' as const }, ...rest];
  const model = { name: 'model', model: 'quill-2', prompt: null, fallback: '1 of 2 parts were not read' } as const;
  const all = allText(aBriefing({ points, engine: model }));
  expect(all).toContain('written by the model quill-2');
  expect(all).toContain('Ida Holm, harbour master · extractive: in the article’s own words');
  expect(all).toContain('1 of 2 parts were not read.');
});
