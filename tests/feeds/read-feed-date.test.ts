import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFeedDate } from '#feeds/read-feed-date.ts';

test.each([
  ['Tue, 03 Nov 2026 10:15:30 GMT', '2026-11-03T10:15:30.000Z'],
  ['3 Nov 26 10:15 EST', '2026-11-03T15:15:00.000Z'],
  ['Tue, 3 November 2026 10:15:30 +0530', '2026-11-03T04:45:30.000Z'],
  ['03-Nov-2026 10:15:30 -0200', '2026-11-03T12:15:30.000Z'],
  ['Tue Nov  3 10:15:30 PST 2026', '2026-11-03T18:15:30.000Z'],
  ['November 3rd, 2026, 4:05 pm', '2026-11-03T16:05:00.000Z'],
  ['12:30 AM, Nov 3, 2026', '2026-11-03T00:30:00.000Z'],
  ['2026-11-03T10:15:30.123+01:00', '2026-11-03T09:15:30.000Z'],
  ['2026-11-03 10:15', '2026-11-03T10:15:00.000Z'],
  ['20261103T101530Z', '2026-11-03T10:15:30.000Z'],
  ['2026-11', '2026-11-01T00:00:00.000Z'],
  ['2026-307', '2026-11-03T00:00:00.000Z'],
  ['2026-11-03T24:00:00Z', '2026-11-04T00:00:00.000Z'],
  ['Di, 3 Dez 2026 10:15:30 MEZ', '2026-12-03T09:15:30.000Z'],
  ['mardi 3 février 2026 à 10:15', '2026-02-03T10:15:00.000Z'],
  ['3 ноября 2026 10:15', '2026-11-03T10:15:00.000Z'],
  ['3.11.2026', '2026-11-03T00:00:00.000Z'],
  ['2026년 11월 3일 오후 4:05:00', '2026-11-03T16:05:00.000Z'],
  ['11/23/2026 10:15', '2026-11-23T10:15:00.000Z'],
])('%s is %s', (written, date) => {
  expect(readFeedDate(written)).toBe(date);
});

test.each([
  '',
  'soon',
  'yesterday',
  '30 Feb 2026',
  '2026-02-30',
  '2026-13-01',
  'Tue, 32 Nov 2026',
  '2026-11-03T25:00',
  '01/02/2026',
  '1 Nov',
  'x'.repeat(1_000),
])('is no date, or none that can be told: %s', (written) => {
  expect(readFeedDate(written)).toBeNull();
});

test('what JavaScript writes is read back, to the second', () => {
  const dates = fc.date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(dates, (date) => {
      date.setUTCMilliseconds(0);
      expect(readFeedDate(date.toISOString())).toBe(date.toISOString());
      expect(readFeedDate(date.toUTCString())).toBe(date.toISOString());
    }),
  );
});
