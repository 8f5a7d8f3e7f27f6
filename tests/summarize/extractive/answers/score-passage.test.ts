import { expect, test } from 'vitest';
import { scorePassage } from '#summarize/extractive/answers/score-passage.ts';

const PLAIN = { coverage: 0.5, fit: 1, ground: 0.5, together: 0, takenUp: 0, isSaid: false, length: 0.5, depth: 0.2 };

test('a passage that gives a reason for what the sentence before tells goes before one that holds as much and gives none', () => {
  const other = scorePassage({ ...PLAIN, ledTo: 0, isReason: false });
  expect(scorePassage({ ...PLAIN, ledTo: 0, isReason: true })).toBeGreaterThan(other);
  expect(scorePassage({ ...PLAIN, ledTo: 0.5, isReason: false })).toBeGreaterThan(other);
});

test('of passages that hold as much the shorter goes first, and the one further up', () => {
  const one = { ...PLAIN, ledTo: 0, isReason: false };
  expect(scorePassage({ ...one, length: 0.1 })).toBeGreaterThan(scorePassage(one));
  expect(scorePassage({ ...one, depth: 0 })).toBeGreaterThan(scorePassage(one));
});
