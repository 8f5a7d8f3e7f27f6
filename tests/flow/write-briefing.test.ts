/** The order of drafting, checking, mending and filling, with engines that do what the test says. */
import { expect, test } from 'vitest';
import type { BriefWish } from '#core/app.ts';
import type { Draft } from '#core/briefing.ts';
import { Problem } from '#core/problem.ts';
import type { Engine, Repair } from '#core/steps.ts';
import { answerQuestion } from '#flow/answer-question.ts';
import { briefArticle } from '#flow/brief-article.ts';
import type { BriefingSteps } from '#flow/briefing-steps.ts';
import { attribute } from '#index.ts';
import { chooseEngine } from '#summarize/choose-engine.ts';
import { findFaults, makeBriefing } from '#verify/make-briefing.ts';
import { TEXT } from '../a-briefing.ts';
import { anArticle } from '../an-article.ts';

const ARTICLE = anArticle(TEXT);
const WISH: BriefWish = { engine: null, points: null, style: null };
const RIGHT = {
  text: 'The bridge over the Sund was closed on Monday.',
  evidence: ARTICLE.sentences.slice(0, 1),
  attributions: [],
};
const WRONG = { ...RIGHT, text: 'The bridge over the Sund was closed on Sunday.' };
const NONE = { code: 'SERVICE_UNAVAILABLE' } as const;

function draftOf(points: Draft['points']): Draft {
  return {
    engine: { name: 'model', model: 'm', prompt: 'brief/standard@2' },
    headline: 'Bridge closed',
    points,
    ...attribute(ARTICLE),
    disagreements: [],
  };
}

function stepsWith(engine: Partial<Engine>, more: Partial<BriefingSteps> = {}): BriefingSteps {
  const model: Engine = {
    name: 'model',
    styles: ['standard'],
    draft: () => Promise.reject(new Problem('SERVICE_UNAVAILABLE', 'the model did not answer in time')),
    answer: () => Promise.reject(new Problem('SERVICE_UNAVAILABLE', 'the model did not answer in time')),
    repair: ({ draft }) => Promise.resolve(draft),
    ...engine,
  };
  const choose = (name: BriefWish['engine']) => (name === 'extractive' ? chooseEngine(name) : model);
  return { attribute, chooseEngine: choose, verify: makeBriefing, findFaults, ...more };
}

test('what is right is not sent back', async () => {
  let repairs = 0;
  const repair = async ({ draft }: Repair) => {
    repairs++;
    return draft;
  };
  const briefing = await briefArticle(ARTICLE, WISH, stepsWith({ draft: async () => draftOf([RIGHT]), repair }));
  expect(repairs).toBe(0);
  expect(briefing.points).toEqual([RIGHT]);
});

test('what is wrong is sent back once, with its place and the reasons', async () => {
  const asked: Repair[] = [];
  const repair = async (request: Repair) => {
    asked.push(request);
    return { ...request.draft, points: [RIGHT, { ...RIGHT, text: 'Holm said the bridge over the Sund was closed.' }] };
  };
  const briefing = await briefArticle(ARTICLE, WISH, stepsWith({ draft: async () => draftOf([RIGHT, WRONG]), repair }));
  expect(asked.map(({ faults }) => faults)).toMatchObject([[{ at: 1, objections: [{ text: 'Sunday' }] }]]);
  expect(briefing.points).toHaveLength(2);
  expect(briefing.withheld).toEqual([]);
});

test('no more gaps are filled than there are, and none with a passage that is told already', async () => {
  const briefing = await briefArticle(ARTICLE, WISH, stepsWith({ draft: async () => draftOf([RIGHT, WRONG]) }));
  expect(briefing.points.map(({ by }) => by)).toEqual([undefined, 'extractive']);
  expect(briefing.points[1]?.evidence).not.toEqual(RIGHT.evidence);
  expect(briefing.withheld).toHaveLength(1);
});

test('no gap is filled with what is read behind a point that is not there', async () => {
  const first = 'The bakery on the market square of Aldby was sold to a mill in March after forty years.';
  const article = anArticle(`${first} It will keep its name.`);
  const own = await chooseEngine('extractive').draft(article, attribute(article), { points: 3, style: 'standard' });
  expect(own.points.map(({ follows }) => follows)).toEqual([undefined, true]);
  const right = { text: first, evidence: article.sentences.slice(0, 1), attributions: [] };
  const wrong = { ...right, text: 'The bakery of Aldby was sold in May.' };
  const draft = { ...draftOf([right, wrong]), ...attribute(article) };
  const briefing = await briefArticle(article, WISH, stepsWith({ draft: async () => draft }));
  expect(briefing.points).toEqual([right]);
  expect(briefing.withheld).toHaveLength(1);
});

test('what a model took is added up and told, whatever becomes of it', async () => {
  const usage = { in: 100, out: 10 };
  const draft: Engine['draft'] = async (_, __, wish) => {
    wish.onUsage?.(usage);
    return draftOf([WRONG]);
  };
  const repair: Engine['repair'] = async ({ draft: same, wish }) => {
    wish.onUsage?.(usage);
    return same;
  };
  const briefing = await briefArticle(ARTICLE, WISH, stepsWith({ draft, repair }));
  expect(briefing.engine).toMatchObject({
    name: 'extractive',
    fallback: expect.stringMatching(/^the model’s one point was withheld: /),
  });
  expect(briefing.usage).toEqual({ in: 200, out: 20 });
  expect((await briefArticle(ARTICLE, { ...WISH, engine: 'extractive' }, stepsWith({}))).usage).toBeUndefined();
});

test('a model that does not answer is replaced, unless it was asked for by name', async () => {
  const briefing = await briefArticle(ARTICLE, WISH, stepsWith({}));
  expect(briefing.engine).toMatchObject({ name: 'extractive', fallback: 'the model did not answer in time' });
  await expect(briefArticle(ARTICLE, { ...WISH, engine: 'model' }, stepsWith({}))).rejects.toMatchObject(NONE);
});

test('wrong usage and a fault of byline’s own are not hidden behind a fallback', async () => {
  const usage = stepsWith({ draft: () => Promise.reject(new Problem('BAD_USAGE', 'no style')) });
  await expect(briefArticle(ARTICLE, WISH, usage)).rejects.toMatchObject({ code: 'BAD_USAGE' });
  const bug = stepsWith({ draft: () => Promise.reject(new TypeError('a bug')) });
  await expect(briefArticle(ARTICLE, WISH, bug)).rejects.toThrow('a bug');
});

test('a model is not asked where nobody checks it, nor where it may not be used', async () => {
  const draft = () => Promise.reject(new Error('asked'));
  const { findFaults: _, ...unchecked } = stepsWith({ draft });
  expect((await briefArticle(ARTICLE, WISH, unchecked)).engine.fallback).toMatch(/not checked/);
  const forbidden = stepsWith({ draft }, { mayUseModel: async () => 'the budget is used up' });
  expect((await briefArticle(ARTICLE, WISH, forbidden)).engine.fallback).toBe('the budget is used up');
});

test('drafting and mending have one time together', async () => {
  const stall = (signal?: AbortSignal) =>
    new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () =>
        reject(new Problem('SERVICE_UNAVAILABLE', 'the model did not answer in time')),
      );
    });
  const draft: Engine['draft'] = async () => draftOf([RIGHT, WRONG]);
  const steps = stepsWith({ draft, repair: (_, signal) => stall(signal) }, { writeWithinMs: 200 });
  const began = performance.now();
  const briefing = await briefArticle(ARTICLE, WISH, steps);
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(briefing.engine.name).toBe('model');
  expect(briefing.withheld).toHaveLength(1);
});

const ANSWER = { text: RIGHT.text, answered: true, evidence: RIGHT.evidence, attributions: [] };
const ask = (engine: Partial<Engine>) =>
  answerQuestion('When was the bridge closed?', ARTICLE, { engine: null }, stepsWith(engine));

test('an answer is checked like a point; one that is wrong is mended once, and then cut from the article', async () => {
  expect(await ask({ answer: async () => ANSWER })).toEqual(ANSWER);
  const wrong = async () => ({ ...ANSWER, text: WRONG.text, translation: 'Wrong.' });
  const mended = await ask({ answer: wrong, repair: async ({ draft }) => ({ ...draft, points: [RIGHT] }) });
  expect(mended).toEqual(ANSWER);
  const cut = await ask({ answer: wrong });
  expect(cut.engine).toMatchObject({
    name: 'extractive',
    fallback: expect.stringMatching(/^the model’s answer was withheld: .*Sunday/),
  });
  expect(cut.text).not.toContain('Sunday');
});

test('an answer without a sentence under it does not get through', async () => {
  const cut = await ask({ answer: async () => ({ ...ANSWER, evidence: [] }) });
  expect(cut.engine).toMatchObject({ name: 'extractive', fallback: expect.stringContaining('no passage is given') });
});

test('a plain “the article does not say” is an answer', async () => {
  const none = { text: 'The article does not say.', answered: false, evidence: [], attributions: [] };
  expect(await ask({ answer: async () => none })).toEqual(none);
});
