import { expect, test } from 'vitest';
import { Problem } from '#core/problem.ts';
import type { Attribution, Source } from '#core/testimony.ts';
import { makeBriefing } from '#verify/make-briefing.ts';
import { ARTICLE, ATTRIBUTIONS, aDraft, CRACKED, GOOD, point, SOURCES, says } from './a-draft.ts';
import { placeOf, plainArticle } from './plain-article.ts';

test('keeps a rightly credited point in a script without spaces', () => {
  const text = '東の町の山本花子町長は会見で「橋は来年まで閉じる」と述べた。市民は驚いている。';
  const article = plainArticle(text, { language: 'ja', sentences: [{ start: 0, end: text.length }], title: '橋' });
  const content = placeOf('橋は来年まで閉じる', text);
  const place: Source = { id: 's1', name: '山本花子', role: '町長', kind: 'person', named: true, mentions: [] };
  const said: Attribution = {
    ...says('a1', 's1', 'found no cracks'),
    content: [content],
    quotes: [content],
    form: 'direct',
  };
  const points = [{ text: '「橋は来年まで閉じる」', evidence: [{ start: 0, end: text.length }], attributions: ['a1'] }];
  const draft = aDraft({ headline: '', points, sources: [place], attributions: [said] });
  const briefing = makeBriefing(draft, article);
  expect(briefing.withheld).toEqual([]);
  expect(briefing.sources[0]?.name).toBe('山本花子');
  const stranger = aDraft({ headline: '', points, sources: [{ ...place, name: '佐藤花子' }], attributions: [said] });
  expect(() => makeBriefing(stranger, article)).toThrow(Problem);
});

test('tells a reader of a lost statement without its id', () => {
  const { withheld } = makeBriefing(aDraft({ points: [GOOD, point(`${CRACKED}.`, CRACKED, ['a99'])] }), ARTICLE);
  expect(withheld[0]?.reason).not.toContain('a99');
});

test('withholds a point that leans on the whole article, and keeps a long quotation with its sentences', () => {
  const long = Array.from({ length: 12 }, (_, at) => `The wall of quay number ${at + 20} has been cracked since May.`);
  const article = plainArticle(`“${long.slice(0, 5).join(' ')}” said Holm.\n\n${long.slice(5).join(' ')}`);
  const whole = { start: 0, end: article.text.length };
  const quote = article.text.slice(0, article.text.indexOf('”') + 1);
  const evidence = [{ start: 0, end: quote.length + ' said Holm.'.length }];
  const points = [
    { text: quote, evidence, attributions: [] },
    { text: 'The wall has been cracked since May.', evidence: [whole], attributions: [] },
  ];
  const { points: kept, withheld } = makeBriefing(aDraft({ points, attributions: [] }), article);
  expect(kept.map(({ text }) => text)).toEqual([quote]);
  expect(withheld).toMatchObject([{ check: 'evidence', reason: expect.stringContaining('proves nothing') }]);
});

test('withholds the second of two points in the same words', () => {
  const { points, withheld } = makeBriefing(aDraft({ points: [GOOD, { ...GOOD, text: `${CRACKED}!` }] }), ARTICLE);
  expect(points).toEqual([GOOD]);
  expect(withheld).toMatchObject([{ check: 'repetition' }]);
});

test('leaves out what a draft holds that has not the form of a draft', () => {
  const holes = [
    null,
    undefined,
    7,
    {},
    { text: 'Cracks.' },
    { ...GOOD, evidence: [null] },
    { ...GOOD, attributions: 3 },
  ];
  const draft = JSON.parse(
    JSON.stringify({
      ...aDraft(),
      headline: null,
      points: [...holes, GOOD],
      sources: [null, {}, ...SOURCES],
      attributions: [null, { id: 'a7' }, ...ATTRIBUTIONS],
      disagreements: [null, { about: 'wall', sides: [null] }],
    }),
  );
  const briefing = makeBriefing(draft, ARTICLE);
  expect(briefing.points).toEqual([GOOD]);
  expect(briefing.withheld).toHaveLength(holes.length);
  expect(briefing.headline).toBe(ARTICLE.title);
  expect(briefing.disagreements).toEqual([]);
  const { points, sources, attributions, ...rest } = draft;
  expect(() => makeBriefing({ ...rest, sources, attributions }, ARTICLE)).toThrow(Problem);
});
