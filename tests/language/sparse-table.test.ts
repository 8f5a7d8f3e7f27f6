import { expect, test } from 'vitest';
import { createRows } from '#language/sparse-table.ts';

test('there is room for no more rows than are added', () => {
  expect(createRows(128)).toHaveLength(128);
  expect(() => createRows(129)).toThrow(RangeError);
});
