import { expect, test } from 'vitest';
import type { Briefing } from '#core/briefing.ts';
import type { Block, Card } from '#core/card.ts';
import { passagesCard } from '#render/passages-card.ts';
import { sourcesCard } from '#render/sources-card.ts';
import { fillPassages, quotedPassages } from '#store/passages.ts';
import { ATTRIBUTIONS, aBriefing, anAttribution, spanOf, TEXT } from '../a-briefing.ts';
import { anArticle } from '../an-article.ts';

const FILLER = ['Ferries ran late.', 'Nobody in town had seen the like of it since the storm of that other year.'];
const LONG = `${FILLER[0]} ${TEXT}\n\n${FILLER[1]}`;

/** As the store hands it out once the article's text was dropped. */
function dropped(briefing: Briefing): Briefing {
  const { text, ...article } = briefing.article;
  const filled = fillPassages({ ...article, textLength: text.length }, quotedPassages(briefing));
  return { ...briefing, article: filled as Briefing['article'] };
}

const blocksOf = (card: Card, kind: Block['kind']) => card.blocks.filter((block) => block.kind === kind);

/** Every text that a reader would see. */
function seen({ title, blocks }: Card): string[] {
  return [
    title,
    ...blocks.flatMap((block) => {
      if (block.kind === 'table') return [block.caption, ...block.columns, ...block.rows.flat()];
      if (block.kind === 'choices') return [block.prompt];
      if (block.kind === 'buttons') return block.buttons.map(({ label }) => label);
      if (block.kind === 'story') return [block.title, block.text ?? ''];
      const credit = 'credit' in block && block.credit !== null ? [block.credit] : [];
      const passage = 'passage' in block && block.passage !== null ? [block.passage] : [];
      return [block.text, ...credit, ...passage];
    }),
  ];
}

test('beside each point stand the words of the article that bear it', () => {
  const [closed, cracks] = blocksOf(passagesCard(aBriefing()), 'point');
  expect(closed).toMatchObject({
    text: 'The bridge over the Sund was closed on Monday.',
    credit: 'Ida Holm, harbour master',
    passage: 'The bridge over the Sund was closed on Monday, harbour master Ida Holm said.',
  });
  expect(cracks).toMatchObject({ passage: '“We looked twice and found cracks,” Holm told the Quay Gazette.' });
});

test('who says what is a table with a cell for every column', () => {
  const [table] = passagesCard(aBriefing()).blocks.filter((block) => block.kind === 'table');
  expect(table?.rows).toEqual([
    ['Ida Holm, harbour master', 'The bridge over the Sund was closed on Monday', 'the article’s', ''],
    ['Ida Holm, harbour master', '“We looked twice and found cracks”', 'quoted', 'Quay Gazette'],
    ['officials (unnamed)', 'the bridge would open on Friday', 'the article’s', ''],
    ['Lund Lines, ferry firm', 'it would stay shut until June', 'the article’s · “claimed”', ''],
  ]);
  for (const row of table?.rows ?? []) expect(row).toHaveLength(table?.columns.length ?? 0);
});

test('what is not certain is in no row, and without rows there is no table', () => {
  const attributions = ATTRIBUTIONS.map((one) => ({ ...one, confidence: 0.2 }));
  expect(blocksOf(passagesCard(aBriefing({ attributions, disagreements: [] })), 'table')).toEqual([]);
});

test('shows what was withheld and why, and that only a part could be read', () => {
  const invented = { text: 'The bridge killed 12 people.', evidence: [{ start: 0, end: 76 }], attributions: [] };
  const points = [...aBriefing().points, invented];
  const card = passagesCard(aBriefing({ points }, anArticle(TEXT, { completeness: 'partial' })));
  expect(card.blocks).toContainEqual({ kind: 'heading', text: 'Withheld', detail: 'what the article does not bear' });
  expect(card.blocks).toContainEqual(
    expect.objectContaining({ text: 'The bridge killed 12 people.', credit: expect.stringMatching(/^\w+: /) }),
  );
  expect(seen(card).join('\n')).toContain('Only part of this article could be read');
});

test('of a text that was dropped every passage is the same, and no blank is shown', () => {
  const briefing = briefingOf(LONG);
  expect(dropped(briefing).article.text).not.toContain(FILLER[1]);
  expect(dropped(briefing).article.text).toHaveLength(LONG.length);
  expect(passagesCard(dropped(briefing))).toEqual(passagesCard(briefing));
  for (const text of seen(passagesCard(dropped(briefing)))) expect(text).not.toMatch(/ {2}|^ | $/);
});

test('of a text that was dropped no sentence is put together from what is left of it', () => {
  const text = 'Lund Lines claimed, to the surprise of many in the town, that it would stay shut. The rest is silence.';
  const cue = spanOf('claimed', text);
  const attributions = [anAttribution('', { source: 's3', cue, content: [spanOf('stay shut', text)] })];
  const briefing = { ...aBriefing(), points: [], disagreements: [], attributions, article: anArticle(text) };
  const last = (one: Briefing) => blocksOf(sourcesCard(one.article, one), 'point').at(-1);
  expect(last(briefing)).toMatchObject({ text: text.slice(0, text.indexOf(' The rest')) });
  expect(last(dropped(briefing))).toMatchObject({ text: 'stay shut' });
});

test('a dropped text is as long to read as it was', () => {
  const long = briefingOf(`${LONG}\n\n${`${FILLER[1]} `.repeat(80)}`.trim());
  const [line] = passagesCard(long).blocks;
  expect(line).toMatchObject({ text: expect.stringMatching(/[5-9] min read/) });
  const minutes = (briefing: Briefing) => Number(/(\d+) min read/.exec(JSON.stringify(passagesCard(briefing)))?.[1]);
  expect(Math.abs(minutes(dropped(long)) - minutes(long))).toBeLessThanOrEqual(1);
});

/** The briefing of `aBriefing`, its spans moved to where the same words stand in a longer text. */
function briefingOf(text: string): Briefing {
  const by = text.indexOf(TEXT);
  const moved = <T extends { readonly start: number; readonly end: number }>({ start, end }: T) => ({
    start: start + by,
    end: end + by,
  });
  const { points } = aBriefing();
  return aBriefing(
    {
      points: points.map((point) => ({ ...point, evidence: point.evidence.map(moved) })),
      attributions: ATTRIBUTIONS.map((one) => ({
        ...one,
        cue: one.cue === null ? null : moved(one.cue),
        content: one.content.map(moved),
        quotes: one.quotes.map(moved),
      })),
    },
    anArticle(text),
  );
}

test('a statement of a thousand words is told by its beginning', () => {
  const words = 'it would stay shut until June '.repeat(200).trim();
  const attributions = [anAttribution('', { content: [{ start: 0, end: words.length }] })];
  const article = { ...anArticle(TEXT), text: words };
  const wide = { ...aBriefing(), points: [], disagreements: [], attributions, article };
  const [table] = passagesCard(wide).blocks.filter((block) => block.kind === 'table');
  expect(table?.rows[0]?.[1]).toMatch(/^it would .{100,200} …$/);
});

test('of a flood of statements the first are rows, and the others counted', () => {
  const many = Array.from({ length: 1_000 }, (_, at) =>
    anAttribution('the bridge would open on Friday', { id: `m${at}`, source: 's2' }),
  );
  const { blocks } = passagesCard(aBriefing({ attributions: [...ATTRIBUTIONS, ...many], disagreements: [] }));
  const [table] = blocks.filter((block) => block.kind === 'table');
  expect(table?.rows).toHaveLength(400);
  expect(blocks).toContainEqual({ kind: 'note', text: '604 more, too many to list here' });
});
