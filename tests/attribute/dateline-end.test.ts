import { expect, test } from 'vitest';
import { sureDatelineEnd } from '#attribute/dateline-end.ts';
import { statementsOf } from './statements-of.ts';

test('nobody says a dateline', () => {
  const [one] = statementsOf('KEIM, Oct 9 (Vale Press) — The port will be sold, Finance Minister Ada Roe said.');
  expect(one).toMatchObject({ name: 'Ada Roe', said: ['The port will be sold'] });
});

test('a place in capitals before a dash is nobody’s subject', () => {
  const [one] = statementsOf('SANDERLING — The owner of the mill rejected a report that it had burned for hours.');
  expect(one).toMatchObject({ name: 'the owner of the mill', stance: 'denies' });
  const [other] = statementsOf('PORT KEIM — A team led by the geologist Ada Roe reported cracks in the dam on Friday.');
  expect(other?.name).not.toMatch(/keim/i);
});

test.each(['The plan — a poor one — failed', 'Ana Ruiz — who left — was right', 'NATO — at last — agreed'])(
  'a dash alone makes no dateline: %s',
  (text) => {
    expect(sureDatelineEnd(text)).toBe(0);
  },
);
