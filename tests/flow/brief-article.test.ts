import { expect, test } from 'vitest';
import { brief } from '#index.ts';
import { TEXT } from '../a-briefing.ts';
import { anArticle } from '../an-article.ts';

test.each([0, -1, 11, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%s is no number of points', async (points) => {
  await expect(brief(anArticle(TEXT), { points })).rejects.toMatchObject({ code: 'BAD_USAGE' });
});

test('as many points as asked for, at most', async () => {
  expect((await brief(anArticle(TEXT), { points: 1 })).points).toHaveLength(1);
});

test('a call that was called off before it began ends as cancelled', async () => {
  await expect(brief(anArticle(TEXT), { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'CANCELLED' });
});
