/** What is objected to goes back to the model once; what fails again is withheld, and the article's words stand in for it. */
import { expect, test } from 'vitest';
import { briefingCard } from '#render/briefing-card.ts';
import { ARTICLE, aModel, GOOD, userOf, WISH, written } from './a-model.ts';

const WRONG = written('The bridge is to open on Sunday, officials said.', [3], { statements: ['a3'] });
const ONE_WRONG = { ...GOOD, points: [...GOOD.points.slice(0, 2), WRONG] };

test('a point that fails goes back with its words and the reason, and comes back mended', async () => {
  const { app, server } = await aModel();
  const mended = { points: [{ number: 3, ...GOOD.points[2] }] };
  server.answerWith((asked) => (userOf(asked).includes('OBJECTIONS') ? mended : ONE_WRONG));
  const briefing = await app.brief(ARTICLE, WISH);
  expect(briefing.points.map(({ text }) => text)).toEqual([
    'The bridge over the Sund has been closed since Monday.',
    'Holm and others looked twice and “found cracks”.',
    'The bridge is to open on Friday, officials said.',
  ]);
  expect(briefing.withheld).toEqual([]);
  const again = server.requests[1];
  expect(again === undefined ? '' : userOf(again)).toMatch(
    /Point 3: The bridge is to open on Sunday, officials said\.\n {2}its sentences: 3; its statements: a3\n {2}against “Sunday”: “Sunday” is not in the/,
  );
  // Both calls count.
  const [first] = server.requests;
  expect(briefing.usage?.in).toBeGreaterThan((first?.promptTokens ?? 0) * 1.5);
});

test('what fails again is withheld and counted, and a point in the article’s own words stands in, marked', async () => {
  const { app, server } = await aModel();
  server.answerWith((asked) =>
    userOf(asked).includes('OBJECTIONS') ? { points: [{ number: 3, ...WRONG }] } : ONE_WRONG,
  );
  const briefing = await app.brief(ARTICLE, WISH);
  expect(server.requests).toHaveLength(2);
  expect(briefing.engine.name).toBe('model');
  expect(briefing.withheld).toMatchObject([{ text: WRONG.text, reason: expect.stringContaining('Sunday') }]);
  expect(briefing.points.map(({ by }) => by)).toEqual([undefined, undefined, 'extractive']);
  const own = briefing.points[2]?.text ?? '';
  expect(ARTICLE.text.toLowerCase()).toContain(own.replace(/\.$/, '').toLowerCase());
  const card = JSON.stringify(briefingCard(briefing));
  expect(card).toMatch(/1 withheld/);
  expect(card).toMatch(/ · extractive: in the article’s own words"/);
});

test('where the mending itself fails, the good points stay', async () => {
  const { app, server } = await aModel();
  server.answerWith((asked) => (userOf(asked).includes('OBJECTIONS') ? 'no idea' : ONE_WRONG));
  const briefing = await app.brief(ARTICLE, WISH);
  expect(briefing.engine.name).toBe('model');
  expect(briefing.points.filter(({ by }) => by === undefined)).toHaveLength(2);
  expect(briefing.withheld).toHaveLength(1);
});

test('where nothing is left, the briefing is cut from the article and says what became of the model’s', async () => {
  const { app } = await aModel({ says: { ...GOOD, points: [WRONG, { ...WRONG, text: 'Nobody found a crack.' }] } });
  const briefing = await app.brief(ARTICLE, WISH);
  expect(briefing.engine).toMatchObject({
    name: 'extractive',
    fallback: expect.stringMatching(/^all 2 points .* withheld/),
  });
  expect(JSON.stringify(briefingCard(briefing))).toContain('Extractive: all 2 points of the model were withheld');
});

test('quoted words are cut from the article, however the model retypes them', async () => {
  const quotes = [{ sentence: 2, words: '"we LOOKED twice  and found cracks"', translation: null }];
  const points = [
    written('Ida Holm told the Quay Gazette: {1}.', [2], { statements: ['a2'], quotes }),
    written('“we looked twice and FOUND cracks,” Ida Holm told the Quay Gazette.', [2]),
  ];
  const { app } = await aModel({ says: { ...GOOD, points } });
  const briefing = await app.brief(ARTICLE, { ...WISH, points: 2 });
  expect(briefing.points.map(({ text }) => text)).toEqual([
    'Ida Holm told the Quay Gazette: “We looked twice and found cracks”.',
    '“We looked twice and found cracks,” Ida Holm told the Quay Gazette.',
  ]);
  // Whose words they are is known, whether the model says so or not.
  expect(briefing.points.map(({ attributions }) => attributions)).toEqual([['a2'], ['a2']]);
});

test('words that the article does not have, places that it does not have, ids that nobody gave: none of it gets through', async () => {
  const points = [
    written('Holm said {1}.', [2], { quotes: [{ sentence: 2, words: 'found holes', translation: null }] }),
    written('Holm said {7}.', [2]),
    written('The bridge over the Sund was closed on Monday.', [99]),
    written('The bridge over the Sund was closed.', [1], { statements: ['a99'] }),
    written('', [1]),
    GOOD.points[2],
  ];
  const { app } = await aModel({ says: { ...GOOD, points } });
  const briefing = await app.brief(ARTICLE, { ...WISH, points: 10 });
  expect(briefing.points.filter(({ by }) => by === undefined).map(({ text }) => text)).toEqual([GOOD.points[2]?.text]);
  expect(briefing.withheld).toHaveLength(5);
});

test('a source’s word is not told as a fact: who said it is found where the model leaves it out', async () => {
  const { app } = await aModel({ says: { ...GOOD, points: [written('The bridge is to open on Friday.', [3])] } });
  const { points } = await app.brief(ARTICLE, WISH);
  expect(points[0]?.attributions).toEqual(['a3']);
});
