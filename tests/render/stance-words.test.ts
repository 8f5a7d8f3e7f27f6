import { expect, test } from 'vitest';
import { stanceWords } from '#render/stance-words.ts';
import { anAttribution, spanOf } from '../a-briefing.ts';
import { anArticle } from '../an-article.ts';

test.each([
  ['to comment on the ferry', 'declined to comment'],
  ['to publicly say who paid', 'declined to comment'],
  ['whether it would sail', 'declined to comment'],
  ['to threaten a strike', 'a refusal'],
])('%s: %s', (words, told) => {
  const attribution = anAttribution('', { stance: 'declines', content: [spanOf(words, words)] });
  expect(stanceWords(attribution, anArticle(words))).toBe(told);
});
