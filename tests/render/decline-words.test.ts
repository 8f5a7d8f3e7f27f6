import { expect, test } from 'vitest';
import { declineWords } from '#render/decline-words.ts';
import { anAttribution, spanOf } from '../a-briefing.ts';
import { anArticle } from '../an-article.ts';

test.each([
  ['to comment on the ferry', 'declined to comment'],
  ['to publicly say who paid', 'declined to comment'],
  ['whether it would sail', 'declined to comment'],
  ['to threaten a strike', 'a refusal'],
])('%s: %s', (words, told) => {
  const attribution = anAttribution('', { stance: 'declines', content: [spanOf(words, words)] });
  expect(declineWords(attribution, anArticle(words))).toBe(told);
});
