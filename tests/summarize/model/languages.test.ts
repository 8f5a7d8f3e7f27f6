/** What is checked is in the article's language; a translation stands beside it, marked as ours. */
import { expect, test } from 'vitest';
import { briefingCard } from '#render/briefing-card.ts';
import { anArticle } from '../../an-article.ts';
import { ARTICLE, aModel, GOOD, systemOf, WISH, written } from './a-model.ts';

const GERMAN = anArticle(
  [
    'Die Brücke über den Sund ist seit Montag gesperrt, wie Hafenmeisterin Ida Holm mitteilte.',
    '„Wir haben zweimal nachgesehen und 14 Risse gefunden“, sagte Holm der Zeitung Hafenpost.',
    'Sie soll nach Angaben der Behörde am Freitag wieder öffnen.',
  ].join('\n\n'),
  { title: 'Brücke gesperrt' },
);

const IN_GERMAN = {
  headline: 'Brücke über den Sund gesperrt',
  headlineTranslation: 'Bridge over the Sund closed',
  points: [
    written('Die Brücke über den Sund ist seit Montag gesperrt.', [1], {
      translation: 'The bridge over the Sund has been closed since Monday.',
    }),
    written('Ida Holm sagte der Hafenpost: {1}.', [2], {
      quotes: [{ sentence: 2, words: '14 Risse gefunden', translation: 'found 14 cracks' }],
      translation: 'Ida Holm told the Hafenpost: {1}.',
    }),
  ],
};

test('points are in the article’s language, translations beside them, quotations in both', async () => {
  const { app, server } = await aModel({ says: IN_GERMAN });
  const briefing = await app.brief(GERMAN, { ...WISH, language: 'en', points: 2 });
  expect(briefing).toMatchObject({
    language: 'en',
    headline: IN_GERMAN.headline,
    headlineTranslation: IN_GERMAN.headlineTranslation,
  });
  expect(briefing.points).toMatchObject([
    { text: 'Die Brücke über den Sund ist seit Montag gesperrt.', translation: IN_GERMAN.points[0]?.translation },
    {
      text: 'Ida Holm sagte der Hafenpost: “14 Risse gefunden”.',
      translation: 'Ida Holm told the Hafenpost: “14 Risse gefunden” [found 14 cracks].',
    },
  ]);
  const [asked] = server.requests;
  expect(asked === undefined ? '' : systemOf(asked)).toMatch(/which is German.*Then give the same in English/);
  const card = briefingCard(briefing);
  expect(card.title).toBe('Bridge over the Sund closed');
  expect(card.blocks.filter(({ kind }) => kind === 'point')).toMatchObject([
    { text: briefing.points[0]?.translation, passage: briefing.points[0]?.text },
    { text: briefing.points[1]?.translation, passage: briefing.points[1]?.text },
  ]);
  expect(JSON.stringify(card)).toContain('Translated by the model');
});

test.each([
  ['a figure that is not there', 'The bridge over the Sund has been closed for 15 days.'],
  ['a quotation that is not there', 'The bridge over the Sund is “closed for good”.'],
])('a translation with %s is left out, and the point stays', async (_, translation) => {
  const [first] = IN_GERMAN.points;
  const { app } = await aModel({ says: { ...IN_GERMAN, points: [{ ...first, translation }] } });
  const { points, withheld } = await app.brief(GERMAN, { ...WISH, language: 'en', points: 1 });
  expect(points[0]).toEqual({ text: first?.text, evidence: [GERMAN.sentences[0]], attributions: expect.anything() });
  expect(withheld).toEqual([]);
});

test('nobody is asked for a translation into the article’s own language, and one that comes all the same is dropped', async () => {
  const says = {
    ...GOOD,
    headlineTranslation: 'x',
    points: GOOD.points.map((point) => ({ ...point, translation: 'Something else.' })),
  };
  for (const language of [null, 'en', 'en-GB']) {
    const { app, server } = await aModel({ says });
    const briefing = await app.brief(ARTICLE, { ...WISH, language });
    expect(briefing.language).toBeUndefined();
    expect(briefing.headlineTranslation).toBeUndefined();
    expect(briefing.points.map(({ translation }) => translation)).toEqual([undefined, undefined, undefined]);
    const [asked] = server.requests;
    expect(asked === undefined ? '' : systemOf(asked)).toMatch(/which is English\. Every `translation`/);
  }
});

test('an answer comes in the language of the question, too', async () => {
  const says = {
    answered: true,
    ...written('Die Brücke ist seit Montag gesperrt.', [1], {
      translation: 'The bridge has been closed since Monday.',
    }),
  };
  const { app, server } = await aModel({ says });
  const answer = await app.answer('Since when is the bridge closed?', GERMAN, { engine: null });
  expect(answer).toMatchObject({ text: 'Die Brücke ist seit Montag gesperrt.', translation: says.translation });
  const [asked] = server.requests;
  expect(asked === undefined ? '' : systemOf(asked)).toContain('Where the question is in another language');
});

test('without a model a translation is missed aloud, and what is no language is refused', async () => {
  const { app } = await aModel();
  const briefing = await app.brief(GERMAN, { ...WISH, engine: 'extractive', language: 'en' });
  expect(briefing.engine.fallback).toBe('a translation needs a model');
  await expect(app.brief(GERMAN, { ...WISH, language: 'not a language' })).rejects.toMatchObject({ code: 'BAD_USAGE' });
});
