import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Problem } from '#core/problem.ts';
import { problemOf } from '#platforms/discord/problem-of.ts';
import { type OpenDiscord, openDiscord, SIGNAL, word } from './open-discord.ts';

let open: OpenDiscord;
beforeEach(async () => {
  open = await openDiscord();
});
afterEach(() => open.close());

const send = () => open.platform.post(open.aPost(word('words of the article')), SIGNAL);

describe('what Discord says', () => {
  test.each([
    [404, 10003, 'CHANNEL_GONE'],
    [404, 10004, 'CHANNEL_GONE'],
    [404, 10008, 'CHANNEL_GONE'],
    [404, 0, 'CHANNEL_GONE'],
    [403, 50001, 'MAY_NOT_POST'],
    [403, 50013, 'MAY_NOT_POST'],
    [403, 50007, 'MAY_NOT_POST'],
    [400, 50008, 'MAY_NOT_POST'],
    [400, 50083, 'MAY_NOT_POST'],
    [400, 160005, 'MAY_NOT_POST'],
    [400, 50035, 'POST_REFUSED'],
    [400, 50006, 'POST_REFUSED'],
    [400, 240000, 'POST_REFUSED'],
    [401, 0, 'BAD_SETTINGS'],
  ])('%i with %i is %s', async (status, code, expected) => {
    open.discord.fail(/POST/, { kind: 'error', status, code });
    await expect(send()).rejects.toMatchObject({ code: expected });
    // Nothing of it stays behind: a 401 makes discord.js forget the token.
    await send();
    expect(open.messages()).toHaveLength(1);
  });

  test.each([
    [404, 10015],
    [401, 50027],
    [404, 10062],
  ])('%i with %i, of a token, is that the answer comes too late', async (status, code) => {
    await open.start();
    const [audience, replyTo] = [open.discord.person, await open.ask(true)];
    open.discord.fail(/GET .*original/, { kind: 'error', status, code });
    await expect(open.platform.post(open.aPost(word('x'), { audience, replyTo }), SIGNAL)).rejects.toMatchObject({
      code: 'REPLY_EXPIRED',
    });
  });

  test.each([
    { kind: 'status', status: 500 } as const,
    { kind: 'status', status: 503 } as const,
    { kind: 'drop-before' } as const,
    { kind: 'drop-after' } as const,
  ])('%j is asked once, and to be tried again', async (fault) => {
    open.discord.fail(/POST/, fault);
    await expect(send()).rejects.toMatchObject({ code: 'UNREACHABLE' });
    expect(open.discord.requests).toHaveLength(1);
  });

  test.each([true, false])('"too often" is told at once, with its wait; for all: %s', async (isGlobal) => {
    open.discord.fail(/POST/, { kind: 'rate-limited', retryAfter: 30, isGlobal });
    const began = performance.now();
    await expect(send()).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: expect.any(Number) });
    const problem = await send().catch((cause: unknown) => cause);
    // discord.js remembers it, and asks no more before its time.
    if (isGlobal) expect(problem).toMatchObject({ code: 'RATE_LIMITED' });
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test('of waits, the longest is told', async () => {
    open.discord.fail(/POST/, { kind: 'rate-limited', retryAfter: 7 });
    const problem = await send().catch((cause: unknown) => cause);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem instanceof Problem ? problem.retryAfterMs : 0).toBeGreaterThanOrEqual(7_000);
  });
});

test('no Problem holds a token, an address of a request or what was sent', async () => {
  await open.start();
  const replyTo = await open.ask();
  const { token } = JSON.parse(replyTo);
  for (const fault of [
    { kind: 'error', status: 400, code: 50035 },
    { kind: 'status', status: 500 },
    { kind: 'drop-before' },
    { kind: 'rate-limited', retryAfter: 0.01 },
  ] as const) {
    open.discord.fail(/PATCH/, fault);
    const problem = await open.platform
      .post(open.aPost(word('words of the article'), { replyTo }), SIGNAL)
      .catch((cause: unknown) => cause);
    expect(problem).toBeInstanceOf(Problem);
    const all = JSON.stringify(problem, [
      ...Object.getOwnPropertyNames(problem),
      'cause',
      'message',
      'stack',
      'url',
      'requestBody',
      'json',
    ]);
    for (const secret of [token, open.discord.token, 'words of the article', '/webhooks/'])
      expect(all).not.toContain(secret);
  }
});

test('what is a Problem already stays one', () => {
  const problem = new Problem('UNREACHABLE', 'x');
  expect(problemOf(problem, true)).toBe(problem);
  expect(problemOf('a string', false)).toMatchObject({ code: 'UNREACHABLE' });
});
