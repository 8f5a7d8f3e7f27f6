/** What goes wrong at Slack, told apart by what helps: waiting, asking again, somebody's permission, or nothing. */
import { webApi } from '@slack/bolt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Problem, type ProblemCode } from '#core/problem.ts';
import { createClient } from '#platforms/slack/create-client.ts';
import { problemOf } from '#platforms/slack/problem-of.ts';
import { createSlack } from '../../stand-ins/slack/create-slack.ts';
import type { SlackFault, SlackStandIn } from '../../stand-ins/slack/stand-in.ts';

let slack: SlackStandIn;
beforeAll(async () => {
  slack = await createSlack({ limits: 'off' });
});
afterAll(() => slack.close());

/** How the real client tells of it. */
async function problemBy(fault: SlackFault, wasAsked = false): Promise<Problem> {
  slack.fail('auth.test', fault);
  try {
    await createClient(slack.botToken, slack.apiUrl).auth.test();
  } catch (error) {
    return problemOf(error, wasAsked);
  }
  throw new Error('it went well');
}

test.each<[string, ProblemCode]>([
  ['channel_not_found', 'CHANNEL_GONE'],
  ['message_not_found', 'CHANNEL_GONE'],
  ['thread_not_found', 'CHANNEL_GONE'],
  ['is_archived', 'CHANNEL_GONE'],
  ['account_inactive', 'CHANNEL_GONE'],
  ['invalid_auth', 'CHANNEL_GONE'],
  ['token_revoked', 'CHANNEL_GONE'],
  ['token_expired', 'CHANNEL_GONE'],
  ['not_in_channel', 'MAY_NOT_POST'],
  ['restricted_action', 'MAY_NOT_POST'],
  ['restricted_action_read_only_channel', 'MAY_NOT_POST'],
  ['missing_scope', 'MAY_NOT_POST'],
  ['internal_error', 'UNREACHABLE'],
  ['fatal_error', 'UNREACHABLE'],
  ['service_unavailable', 'UNREACHABLE'],
  ['update_failed', 'UNREACHABLE'],
  ['team_added_to_org', 'UNREACHABLE'],
  ['ratelimited', 'RATE_LIMITED'],
  ['rate_limited', 'RATE_LIMITED'],
  ['msg_too_long', 'POST_REFUSED'],
  ['invalid_blocks', 'POST_REFUSED'],
  ['a_word_of_next_year', 'POST_REFUSED'],
])('“%s” is %s', async (error, code) => {
  const problem = await problemBy({ kind: 'error', error });
  expect(problem.code).toBe(code);
  expect(problem.message).toBe(`Slack says ${error}`);
});

test('a channel that Slack does not find is one that the bot was not let into, where somebody has just asked there', async () => {
  expect((await problemBy({ kind: 'error', error: 'channel_not_found' }, true)).code).toBe('MAY_NOT_POST');
  expect((await problemBy({ kind: 'error', error: 'is_archived' }, true)).code).toBe('CHANNEL_GONE');
});

test('“too often” tells for how long', async () => {
  expect(await problemBy({ kind: 'rate-limited', retryAfter: 7 })).toMatchObject({
    code: 'RATE_LIMITED',
    retryAfterMs: 7_000,
  });
  expect((await problemBy({ kind: 'error', error: 'ratelimited' })).retryAfterMs).toBeGreaterThan(0);
});

test.each<SlackFault>([
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503 },
  { kind: 'status', status: 404 },
  { kind: 'drop-before' },
  { kind: 'drop-after' },
])('%o may or may not have been done', async (fault) => {
  expect((await problemBy(fault)).code).toBe('UNREACHABLE');
});

test('a problem stays what it is, and anything else is no answer', () => {
  const problem = new Problem('REPLY_EXPIRED', 'too old');
  expect(problemOf(problem, true)).toBe(problem);
  for (const error of [new TypeError('fetch failed'), undefined, 'no', new webApi.WebAPIRequestError(new Error('x'))])
    expect(problemOf(error, true).code).toBe('UNREACHABLE');
});

test('no problem tells a token', async () => {
  const problem = await problemBy({ kind: 'error', error: 'invalid_auth' });
  expect(`${problem.message} ${problem.stack} ${JSON.stringify(problem.cause ?? null)}`).not.toContain(slack.botToken);
});
