import { expect, test } from 'vitest';
import { briefingButtons } from '#render/briefing-buttons.ts';
import { aBriefing, TEXT } from '../a-briefing.ts';
import { anArticle } from '../an-article.ts';

const SLUG = 'k2hT9wQ4vX7mB1nC5dE8rA';
const buttonsOf = (url: string | null, page: string | null) => {
  const block = briefingButtons(aBriefing({}, anArticle(TEXT, { url })), SLUG, page);
  return block.kind === 'buttons' ? block.buttons : [];
};

test('without a page of its own everything is pressed, with one the passages are opened', () => {
  expect(buttonsOf('https://example.org/a', null)).toEqual([
    { label: 'Who says what', press: { action: 'cited', briefing: SLUG, source: null } },
    { label: 'Show passages', press: { action: 'passages', briefing: SLUG, source: null } },
    { label: 'Open article', open: 'https://example.org/a' },
  ]);
  const page = `https://byline.example.org/b/${SLUG}`;
  expect(buttonsOf('https://example.org/a', page)[1]).toEqual({ label: 'Show passages', open: page });
});

test.each([null, 'javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x'])('%s is not opened', (url) => {
  expect(buttonsOf(url, null).map(({ label }) => label)).toEqual(['Who says what', 'Show passages']);
});
