import { expect, test } from 'vitest';
import { putTables } from '../../tools/put-tables.ts';

const README =
  '# tool\n\n```\nSPEED    ms\nread    9.1\n\nQUALITY   %\nkind   50.0\n\nUNREAD ARTICLES   %\nkind   40.0\n```\n\nMore.\n';
const PRINTED =
  'SPEED    ms\nread   $&1.2\n\nQUALITY   %\nkind   60.0\nform   70.0\n\nUNREAD ARTICLES   %\nkind   41.0\n\nOTHER LANGUAGES   %\nda   1.0\n';

test('the tables stand where the old ones stood, and nothing else is touched', () => {
  expect(putTables(README, PRINTED)).toBe(
    '# tool\n\n```\nSPEED    ms\nread   $&1.2\n\nQUALITY   %\nkind   60.0\nform   70.0\n\nUNREAD ARTICLES   %\nkind   41.0\n```\n\nMore.\n',
  );
});

test('a table that is missing is told by its name', () => {
  expect(() => putTables(README, 'SPEED   ms\nread   1.0\n')).toThrow('no table QUALITY');
});
