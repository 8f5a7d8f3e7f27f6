import { expect, test } from 'vitest';
import type { ChannelDigest } from '#core/desk.ts';
import { digestReply } from '#render/digest-reply.ts';

test('of a digest of no feeds is told later what it was, not “Add some”', () => {
  const empty = { digest: {}, feeds: [], timeZone: 'UTC', lateFor: null, under: 'p' } as unknown as ChannelDigest;
  const reply = digestReply(empty, null);
  expect(JSON.stringify(reply.card)).toContain('/sources add');
  expect(JSON.stringify(reply)).toContain('It held nothing: this channel followed no feeds then.');
});
