import { expect, test } from 'vitest';
import { readSettings } from '#settings.ts';

test('an address of Discord with the version in it is told before it fails as a bad token', () => {
  const read = (DISCORD_API_URL: string) => readSettings({ DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL }, '.');
  const words = 'ends in /api, without the version, which is added to it';
  expect(read('https://discord.com/api/v10/').platformFaults).toEqual([{ name: 'DISCORD_API_URL', words }]);
  expect(read('https://discord.com/api/').platformFaults).toEqual([]);
});
