import { expect, test } from 'vitest';
import { answer } from '#index.ts';
import { TEXT } from '../a-briefing.ts';
import { anArticle } from '../an-article.ts';

test('an answer is cut from the article', async () => {
  const article = anArticle(TEXT);
  const { answered, evidence } = await answer('When was the bridge closed?', article);
  expect(answered).toBe(true);
  expect(article.text.slice(evidence[0]?.start, evidence[0]?.end)).toContain('closed on Monday');
});

test('asking a model that is not there is refused with its own code', async () => {
  await expect(answer('When?', anArticle(TEXT), { engine: 'model' })).rejects.toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
  });
});
