import { expect, test } from 'vitest';
import type { Subscription } from '#core/following.ts';
import { findFollowed, matchFollowed } from '#flow/find-followed.ts';

const follow = (title: string, url: string): Subscription =>
  ({ feed: { title, url, site: null } }) as unknown as Subscription;
const ALL = [follow('The Quay Gazette', 'https://route7.example/feed')];

test('a number beyond the list means no feed, though an address holds it', () => {
  expect(matchFollowed('7', ALL)).toEqual([]);
  expect(() => findFollowed('7', ALL)).toThrow(expect.objectContaining({ code: 'NOT_THERE' }));
  expect(findFollowed('1', ALL)).toBe(ALL[0]);
  expect(findFollowed('route7', ALL)).toBe(ALL[0]);
});
