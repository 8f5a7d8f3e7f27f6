/** Who may change feeds and schedules on Slack. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SlackOptions } from '#platforms/slack/options.ts';
import { openSlackPlatform, type SlackPlatform } from './a-slack-platform.ts';

const SIGNAL = new AbortController().signal;
const [ADMIN, MAKER, READER] = ['U0ADMIN000', 'U0MAKER000', 'U0OTHER000'];
const CHANNEL = 'C0MADE0000';

let open: SlackPlatform;
const begin = async (managers: SlackOptions['managers']) => {
  open = await openSlackPlatform(() => ({ managers }));
  open.slack.addPerson({ id: ADMIN, isAdmin: true });
  for (const id of [MAKER, READER]) open.slack.addPerson({ id });
  open.slack.addChannel({ id: CHANNEL, isMember: true, creator: MAKER });
};
beforeEach(() => begin('admins'));
afterEach(() => open.close());

const may = (person: string, channel = CHANNEL) =>
  open.platform.mayManage?.(person, { platform: 'slack', workspace: open.slack.team, channel }, SIGNAL);
const asked = () => open.slack.requests.filter(({ method }) => method === 'users.info').length;

test('with admins: the workspace’s administrators and whoever created the channel, and nobody else', async () => {
  expect(await may(ADMIN)).toBe(true);
  expect(await may(MAKER)).toBe(true);
  expect(await may(READER)).toBe(false);
  // Somebody whom this workspace does not know.
  expect(await may('U0STRANGER')).toBe(false);
});

test('a talk with the bot alone is its person’s own', async () => {
  expect(await may(READER, 'D0READER00')).toBe(true);
  expect(asked()).toBe(0);
});

test('with everyone nobody is looked up', async () => {
  await open.close();
  await begin('everyone');
  expect(await may(READER)).toBe(true);
  expect(asked()).toBe(0);
});

test('a byline that was installed without the right to know administrators says what helps', async () => {
  open.slack.fail('users.info', { kind: 'error', error: 'missing_scope' });
  await expect(may(ADMIN)).rejects.toMatchObject({
    code: 'BAD_SETTINGS',
    message: expect.stringContaining('users:read'),
  });
});

test('a channel that byline may not look at is managed by administrators', async () => {
  open.slack.fail('conversations.info', { kind: 'error', error: 'missing_scope' });
  expect(await may(MAKER)).toBe(false);
});

test('a Slack in trouble is no answer', async () => {
  open.slack.fail('users.info', { kind: 'rate-limited', retryAfter: 3 });
  await expect(may(ADMIN)).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 3_000 });
  open.slack.fail('conversations.info', { kind: 'status', status: 500 });
  await expect(may(MAKER)).rejects.toMatchObject({ code: 'UNREACHABLE' });
});
