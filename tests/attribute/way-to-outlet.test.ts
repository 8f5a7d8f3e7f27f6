import { expect, test } from 'vitest';
import { mayLeadToOutlet, wayEnd, withoutTime } from '#attribute/sources/way-to-outlet.ts';

const wayIn = (text: string) => text.slice(0, Math.max(0, wayEnd(text, /^\p{L}+/u.exec(text)?.[0] ?? '')));

test('the longest way to an outlet is read, with the time before who got something', () => {
  expect(wayIn('interview with the Tern')).toBe('interview with');
  expect(wayIn('interview to be broadcast by Radio Keim')).toBe('interview to be broadcast by');
  expect(wayIn('statement late on Friday evening sent to the Tern')).toBe('statement late on Friday evening sent to');
  expect(withoutTime('obtained last week by')).toBe('obtained by');
});

test('no time stands before where something was printed, and no other words are a way', () => {
  expect(wayIn('essay on Friday in the Tern')).toBe('');
  expect(wayIn('essay in the Tern')).toBe('essay in');
  expect(wayIn('interview about the ferry')).toBe('');
  expect(mayLeadToOutlet('interview') && !mayLeadToOutlet('ferry')).toBe(true);
});
