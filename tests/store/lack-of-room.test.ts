import { expect, test } from 'vitest';
import { lackOfRoom } from '#store/lack-of-room.ts';

test('a full disk is told as one, in the place of what the engine says there', async () => {
  expect(await lackOfRoom('/data', async () => 1_500_000)).toBe('1 MB are free on its disk, and byline needs 48');
  expect(await lackOfRoom('/data', async () => 500_000_000)).toBeNull();
});

test('where nobody can tell how much room there is, nothing is said', async () => {
  expect(await lackOfRoom('/there/is/no/such/folder')).toBeNull();
});
