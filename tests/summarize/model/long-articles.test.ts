/** An article that is longer than the model can read is read in parts, all of it; nothing is cut without a word. */
import { describe, expect, test } from 'vitest';
import { anArticle } from '../../an-article.ts';
import type { ChatRequest } from '../../stand-ins/openai/stand-in.ts';
import { aModel, userOf, WISH, written } from './a-model.ts';

/** Some 4,000 words; each sentence is another. */
const WHO = 'council school mill theatre court bakery museum library harbour station hospital'.split(' ');
const WHERE = ['Aldby', 'Brakke', 'Corsund', 'Dalen', 'Estrup', 'Fjelle', 'Gamborg', 'Hvide', 'Ivarsund', 'Jelling'];
const WHAT = 'closed painted sold opened rented fenced lit'.split(' ');
const THINGS = 'bridge roof garden tower kitchen cellar ferry gate lawn clock oven stage well'.split(' ');
const of = (words: readonly string[], at: number) => words[at % words.length];
const LONG = anArticle(
  Array.from(
    { length: 160 },
    (_, at) =>
      `The ${of(WHO, at)} of ${of(WHERE, at)} ${of(WHAT, at)} its ${of(THINGS, at)} number ${at + 100}, mayor Ida Holm said. Nobody asked ${of(WHERE, at + 3)} about the ${of(THINGS, at + 5)} or the ${at + 300} crowns.`,
  ).join('\n\n'),
);
const QUESTION = 'Who opened tower number 255?';

/** A model that writes about the first sentence that it is shown. */
function firstShown(asked: ChatRequest): object {
  const [, number = '1', text = ''] = /\[(\d+)\] ([^\n[]+)/.exec(userOf(asked)) ?? [];
  return { headline: '', headlineTranslation: null, points: [written(text.trim(), [Number(number)])] };
}

/** The numbers of the sentences that a request showed. */
function shownIn(asked: ChatRequest): number[] {
  const [article = ''] = userOf(asked).split(/ END ARTICLE\n/);
  return [...article.matchAll(/\[(\d+)\] /g)].map(([, number]) => Number(number));
}

const ALL = LONG.sentences.map((_, at) => at + 1);

describe.each(['llama.cpp', 'vllm', 'openai', 'ollama', 'lm-studio'] as const)(
  '%s with a context of 4,096 tokens',
  (kind) => {
    test('every sentence is read, in parts that fit, and the briefing is one', async () => {
      const { app, server } = await aModel({ kind, context: 4_096 });
      server.answerWith(firstShown);
      const briefing = await app.brief(LONG, { ...WISH, points: 5 });
      const answered = server.requests.filter(({ outcome }) => outcome.status === 200 && !outcome.isTruncated);
      expect(answered.length).toBeGreaterThan(2);
      expect([...new Set(answered.flatMap(shownIn))].toSorted((a, b) => a - b)).toEqual(ALL);
      expect(briefing.engine.name).toBe('model');
      expect(briefing.engine.fallback).toBeUndefined();
      expect(briefing.points).toHaveLength(Math.min(5, answered.length));
      // The parts have statements of their own only.
      for (const asked of answered) {
        const places = new Set(shownIn(asked));
        const told = [...userOf(asked).matchAll(/sentence (\d+)$/gm)].map(([, number]) => Number(number));
        expect(told.filter((number) => !places.has(number))).toEqual([]);
      }
    });
  },
);

test('a question is put to every part, and answered from the one that holds the answer', async () => {
  const { app, server } = await aModel({ kind: 'vllm', context: 4_096 });
  server.answerWith((asked) => {
    const [, number, text = ''] = /\[(\d+)\] (The [^[\n]+ number 255, mayor Ida Holm said\.)/.exec(userOf(asked)) ?? [];
    if (number === undefined) return { answered: false, ...written('', []) };
    return { answered: true, ...written(text, [Number(number)]) };
  });
  const answer = await app.answer(QUESTION, LONG, { engine: null });
  expect(answer).toMatchObject({ answered: true, engine: { name: 'model' } });
  expect(answer.text).toContain('number 255');
  expect([...new Set(server.requests.flatMap(shownIn))].length).toBe(ALL.length);
});

test('where a part is not answered the reader is told how much was read', async () => {
  const { app, server } = await aModel({ kind: 'vllm', context: 4_096 });
  server.answerWith(firstShown);
  server.fail({ kind: 'refusal' });
  const briefing = await app.brief(LONG, WISH);
  expect(briefing.engine.name).toBe('model');
  expect(briefing.engine.fallback).toMatch(/^1 of \d+ parts of this long article were not read by the model$/);
});

test('a part that does not answer leaves a question open, and the extractive engine takes it', async () => {
  const { app, server } = await aModel({ kind: 'vllm', context: 4_096, says: { answered: false, ...written('', []) } });
  server.fail({ kind: 'refusal' });
  expect((await app.answer(QUESTION, LONG, { engine: null })).engine).toMatchObject({ name: 'extractive' });
});

test('mending asks only for the parts that hold what failed', async () => {
  const { app, server } = await aModel({ kind: 'vllm', context: 4_096 });
  server.answerWith((asked) => {
    if (userOf(asked).includes('OBJECTIONS')) return { points: [] };
    const draft = firstShown(asked);
    const isFirst = shownIn(asked)[0] === 1;
    return isFirst ? { ...draft, points: [written('The council of Aldby closed its bridge number 999.', [1])] } : draft;
  });
  await app.brief(LONG, WISH);
  const mending = server.requests.filter((asked) => userOf(asked).includes('OBJECTIONS'));
  expect(mending).toHaveLength(1);
  expect(mending.flatMap(shownIn)[0]).toBe(1);
});

test('a short article asks nobody for the size of the context', async () => {
  const { app, server } = await aModel({ kind: 'vllm' });
  await app.brief(anArticle('The bridge was closed on Monday. It will open on Friday, Ida Holm said.'), WISH);
  expect(server.modelLists()).toBe(0);
});
