import { expect, test } from 'vitest';
import { statementsOf } from '../statements-of.ts';

test('what is said of a noun in its clause is theirs who say it', () => {
  expect(statementsOf('It is a case that lawyers say could change how tenants are heard.')).toMatchObject([
    { name: 'lawyers', said: ['could change how tenants are heard'], hedge: 'could' },
  ]);
});

test('and ends where the sentence goes on with its own verb', () => {
  expect(statementsOf('The ash that experts say was poisoned last year has been felled.')).toMatchObject([
    { name: 'experts', said: ['was poisoned last year'] },
  ]);
});
