import { expect, test } from 'vitest';
import { keepsSilent } from '#core/keeps-silent.ts';
import { anAttribution, spanOf } from '../a-briefing.ts';

test.each([
  ['to comment on the ferry', true],
  ['to publicly\nsay who paid', true],
  ['whether it would sail', true],
  ['to threaten a strike', false],
])('%s: %s', (words, isSilence) => {
  const attribution = anAttribution('', { stance: 'declines', content: [spanOf(words, words)] });
  expect(keepsSilent(attribution, words)).toBe(isSilence);
});

test('whoever says something keeps no silence', () => {
  const words = 'to comment is unwise';
  expect(keepsSilent(anAttribution('', { content: [spanOf(words, words)] }), words)).toBe(false);
});
