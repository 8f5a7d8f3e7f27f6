/** A story of a digest, written by a model: it has a prompt of its own, and passes the checks of every briefing. */
import { expect, test } from 'vitest';
import { type Article, overlaps } from '#core/article.ts';
import type { Briefing } from '#core/briefing.ts';
import { attribute } from '#index.ts';
import { ARTICLE, aModel, GOOD, userOf, WISH, written } from './a-model.ts';
import { citedSpans } from './drafts/cited-words.ts';
import { type BadDraft, type GoodDraft, loadDrafts } from './drafts/load-drafts.ts';

const STORY = { ...WISH, points: 3, purpose: 'digest' } as const;
const [LINE] = GOOD.points;

test('the line of a story is asked for by a prompt of its own, whatever the style, and is one', async () => {
  const { app, server } = await aModel();
  const briefing = await app.brief(ARTICLE, { ...STORY, style: 'short' });
  expect(briefing.engine).toEqual({ name: 'model', model: server.model, prompt: 'digest/standard@1' });
  expect(briefing.points.map(({ text }) => text)).toEqual([LINE?.text]);
  const [request] = server.requests;
  expect(request?.responseFormat?.name).toBe('briefing');
  expect(request === undefined ? '' : userOf(request)).toMatch(
    /Title: .*\n[\s\S]*Write at most\s1 key point: one sentence/,
  );
});

test('a briefing and a digest’s line of one article are not taken for each other', async () => {
  const { app, server } = await aModel();
  expect((await app.brief(ARTICLE, WISH)).points).toHaveLength(3);
  expect((await app.brief(ARTICLE, STORY)).points).toHaveLength(1);
  expect((await app.brief(ARTICLE, STORY)).usage).toBeUndefined();
  expect(server.requests).toHaveLength(2);
});

test('a line that the article does not bear goes back once; then the article’s own words stand there, in several points', async () => {
  const { app, server } = await aModel({
    says: { ...GOOD, points: [{ ...LINE, number: 1, text: 'The bridge over the Sund has been closed since Sunday.' }] },
  });
  const briefing = await app.brief(ARTICLE, STORY);
  expect(server.requests).toHaveLength(2);
  expect(briefing.engine).toMatchObject({
    ...{ name: 'extractive', fallback: 'what the model wrote was withheld by the checks' },
  });
  expect(briefing.points.length).toBeGreaterThan(1);
  expect(briefing.usage?.in).toBeGreaterThan(1_000);
});

const { articles, bad, good } = loadDrafts();
const plain = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** With every statement that its sentences hold, which is all that a model could name for it. */
function statementsIn(article: Article, sentences: readonly number[]): string[] {
  const evidence = citedSpans(article, sentences);
  return attribute(article).attributions.flatMap(({ id, content, cue }) =>
    [...content, ...(cue === null ? [] : [cue])].some((span) => evidence.some((cited) => overlaps(cited, span)))
      ? id
      : [],
  );
}

async function tellAll(drafts: readonly (BadDraft | GoodDraft)[]) {
  const { app, server } = await aModel();
  const told: { readonly draft: BadDraft | GoodDraft; readonly briefing: Briefing; readonly calls: number }[] = [];
  for (const draft of drafts) {
    const article = articles.find(({ id }) => id === draft.article)?.article;
    if (article === undefined) throw new Error(`${draft.id} has no article`);
    const statements = statementsIn(article, draft.sentences);
    const point = written(draft.text, draft.sentences, { statements, number: 1 });
    server.answerWith(() => ({ headline: '', headlineTranslation: null, points: [point] }));
    const before = server.requests.length;
    const briefing = await app.brief({ ...article, title: `${article.title} (${draft.id})` }, STORY);
    told.push({ draft, briefing, calls: server.requests.length - before });
  }
  return told;
}

/** Its words are among those that a reader would see, whoever is said to have written them. */
const isShown = (text: string, { points }: Briefing) => points.some((one) => plain(one.text).includes(plain(text)));

test('of 40 bad lines none reaches a digest, and each story is told all the same', { timeout: 120_000 }, async () => {
  const told = await tellAll(bad);
  expect(told.filter(({ draft, briefing }) => isShown(draft.text, briefing)).map(({ draft }) => draft.id)).toEqual([]);
  for (const { briefing } of told) {
    expect(briefing.engine.name).toBe('extractive');
    expect(briefing.points.length).toBeGreaterThan(0);
  }
});

test('of 40 good lines at least 38 reach it, without a repair', { timeout: 120_000 }, async () => {
  const told = await tellAll(good);
  const passed = told.filter(({ briefing, calls }) => briefing.engine.name === 'model' && calls === 1);
  expect(passed.length).toBeGreaterThanOrEqual(38);
});
