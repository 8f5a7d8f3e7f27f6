/** What must hold for any text at all, through the whole walk. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Span } from '#core/article.ts';
import { answer, attribute, brief, Problem, readText } from '#index.ts';
import { TEXT } from './a-briefing.ts';

const words = fc.constantFrom(
  ...'the minister said that according to Reuters “ ” " \' ‘ ’ he told officials denied . , ! ? … : — ( ) Ida Holm 3.5 $4m 20% U.S. Mr. \n\n \n 東京 قال “quoted'.split(
    ' ',
  ),
);
const texts = fc.oneof(
  fc.array(words, { maxLength: 120 }).map((list) => list.join(' ')),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.constant(TEXT),
);

function expectInside(spans: readonly Span[], text: string): void {
  for (const { start, end } of spans) {
    expect(Number.isInteger(start) && Number.isInteger(end)).toBe(true);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
  }
}

const orProblem = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
};

test('every span of the testimony is a trimmed piece of the text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const article = orProblem(() => readText(text));
      if (article === null) return;
      const { sources, attributions } = attribute(article);
      expectInside([...article.sentences, ...article.paragraphs], article.text);
      expectInside(
        sources.flatMap(({ mentions }) => mentions),
        article.text,
      );
      for (const { content, quotes, cue, source } of attributions) {
        expectInside([...content, ...quotes, ...(cue === null ? [] : [cue])], article.text);
        expect(sources.map(({ id }) => id)).toContain(source);
      }
    }),
    { numRuns: 300 },
  );
});

test('every point stands on spans of the article, and the engine’s own draft is never objected to', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const article = orProblem(() => readText(text));
      if (article === null) return;
      const briefing = await brief(article).catch((error) => {
        if (error instanceof Problem && error.code === 'NOTHING_VERIFIED') return null;
        throw error;
      });
      if (briefing === null) return;
      expect(briefing.withheld).toEqual([]);
      for (const { evidence } of briefing.points) {
        expect(evidence.length).toBeGreaterThan(0);
        expectInside(evidence, article.text);
      }
    }),
    { numRuns: 200 },
  );
});

test('an answer stands on spans of the article, whatever is asked', async () => {
  await fc.assert(
    fc.asyncProperty(texts, fc.string({ maxLength: 80 }), async (text, question) => {
      const article = orProblem(() => readText(text));
      if (article === null) return;
      const { answered, evidence } = await answer(question, article);
      expectInside(evidence, article.text);
      if (answered) expect(evidence.length).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
});

test('the same text gives the same briefing', async () => {
  const twice = await Promise.all([brief(readText(TEXT)), brief(readText(TEXT))]);
  expect(JSON.stringify(twice[0])).toBe(JSON.stringify(twice[1]));
});
