import { expect, test } from 'vitest';
import { feedTitle } from '#core/feed-title.ts';

test('a feed that calls itself a page is called by its beginning', () => {
  expect(feedTitle('The Quay Gazette')).toBe('The Quay Gazette');
  expect(feedTitle('W'.repeat(400))).toHaveLength(120);
  expect(feedTitle(`${'W'.repeat(119)}😀`)?.isWellFormed()).toBe(true);
  expect(feedTitle('\u001b')).toBeNull();
  expect(feedTitle(null)).toBeNull();
});
