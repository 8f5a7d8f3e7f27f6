import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startHttpApp } from './a-bolt-app.ts';
import { createSlack } from './create-slack.ts';
import { readBody } from './read-call.ts';
import { sendProbe, verifiesUrl } from './send-probe.ts';
import type { SlackStandIn } from './stand-in.ts';
import { HOME_CHANNEL as channel } from './world.ts';

let slack: SlackStandIn;
const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
  await slack.close();
});

const start = async (build: Parameters<typeof startHttpApp>[1]): Promise<string> => {
  const app = await startHttpApp(slack, build);
  endings.push(() => app.stop());
  return slack.requestUrl ?? '';
};

describe('a real Bolt app over HTTP', () => {
  beforeEach(async () => {
    slack = await createSlack({ limits: 'off' });
  });

  test('takes a command, an event, a click and a shortcut, all signed', async () => {
    const heard: unknown[] = [];
    const blocks = [
      {
        type: 'actions' as const,
        elements: [{ type: 'button' as const, action_id: 'go', text: { type: 'plain_text' as const, text: 'Go' } }],
      },
    ];
    await start((app) => {
      app.command('/brief', async ({ ack, command, client }) => {
        await ack(`Reading ${command.text}`);
        await client.chat.postMessage({ channel: command.channel_id, text: 'a', blocks });
      });
      app.action('go', async ({ ack, respond }) => {
        await ack();
        await respond({ text: 'pressed', replace_original: true });
      });
      app.shortcut('brief_message', async ({ ack, shortcut }) => {
        await ack();
        heard.push(shortcut.callback_id);
      });
      app.message(async ({ message }) => void heard.push(message.ts));
    });
    const acknowledgement = await slack.slash('/brief', 'a & b=c');
    expect(acknowledgement).toMatchObject({ isAcked: true, status: 200, body: { text: 'Reading a & b=c' } });
    await expect.poll(() => slack.messages(channel).length).toBe(1);
    const ts = slack.messages(channel)[0]?.ts ?? '';
    expect(await slack.press({ ts }, 'Go')).toMatchObject({ isAcked: true, status: 200, body: null });
    await expect.poll(() => slack.messages(channel)[0]?.text).toBe('pressed');
    const said = await slack.say('hello');
    expect(said).toMatchObject({ isAcked: true, status: 200 });
    expect(await slack.shortcut('brief_message', ts)).toMatchObject({ isAcked: true });
    expect(heard).toContain(said.ts);
    expect(heard).toContain('brief_message');
    expect(slack.ephemerals).toMatchObject([{ text: 'Reading a &amp; b=c', how: 'acknowledgement' }]);
  });

  test('echoes the challenge, and refuses what is signed wrongly, too old or not at all', async () => {
    const heard: unknown[] = [];
    const url = await start((app) =>
      app.command('/brief', async ({ ack }) => {
        heard.push('command');
        await ack();
      }),
    );
    expect(await verifiesUrl(url, slack.signingSecret)).toBe(true);
    expect(await verifiesUrl(url, 'another secret')).toBe(false);
    const probe = {
      secret: slack.signingSecret,
      kind: 'slash_commands',
      body: { command: '/brief', text: 'a', team_id: slack.team },
    } as const;
    expect((await sendProbe(url, { ...probe, secret: 'another secret' })).status).toBe(401);
    expect((await sendProbe(url, { ...probe, secondsAgo: 301 })).status).toBe(401);
    expect((await sendProbe(url, { ...probe, headers: { 'x-slack-signature': null } })).status).toBe(401);
    expect((await sendProbe(url, { ...probe, headers: { 'x-slack-request-timestamp': '1' } })).status).toBe(401);
    expect(heard).toEqual([]);
    expect((await sendProbe(url, { ...probe, secondsAgo: 200 })).status).toBe(200);
    expect(heard).toEqual(['command']);
  });

  test('sees a retry as a retry', async () => {
    const heard: unknown[] = [];
    await start((app) =>
      app.event(
        'app_mention',
        async ({ body, context }) => void heard.push([body.event_id, context.retryNum, context.retryReason]),
      ),
    );
    await slack.say(`<@${slack.bot.userId}> hello`);
    await slack.redeliver();
    await expect
      .poll(() => heard)
      .toEqual([
        [expect.any(String), undefined, undefined],
        [expect.any(String), 1, 'http_timeout'],
      ]);
  });
});

describe('an endpoint that answers badly', () => {
  beforeEach(async () => {
    slack = await createSlack({ acknowledgeWithinMs: 150, retryDelaysMs: [5, 5, 5] });
  });

  type Got = { readonly headers: IncomingHttpHeaders; readonly text: string };
  const got: Got[] = [];
  const listen = async (status: number | null, headers: Readonly<Record<string, string>> = {}): Promise<void> => {
    got.splice(0);
    const server = createServer(async (request, response) => {
      got.push({ headers: request.headers, text: await readBody(request) });
      if (status !== null) response.writeHead(status, headers).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    slack.requestUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
    endings.push(async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    });
  };
  const retries = () => got.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']]);

  test.each([
    [500, 'http_error'],
    [302, 'http_error'],
    [null, 'http_timeout'],
  ])('with %s gets an event three times more, and says why', async (status, reason) => {
    await listen(status, { location: '/elsewhere' });
    expect(await slack.say('hello')).toMatchObject({ isAcked: false, status });
    await expect.poll(retries).toEqual([
      [undefined, undefined],
      ['1', reason],
      ['2', reason],
      ['3', reason],
    ]);
    expect(new Set(got.map(({ text }) => text)).size).toBe(1);
  });

  test('may ask for no retries', async () => {
    await listen(500, { 'x-slack-no-retry': '1' });
    await slack.say('hello');
    await new Promise((done) => setTimeout(done, 50));
    expect(got).toHaveLength(1);
  });

  test('gets no command twice', async () => {
    await listen(500);
    expect(await slack.slash('/brief', 'a')).toMatchObject({ isAcked: false, status: 500 });
    await new Promise((done) => setTimeout(done, 50));
    expect(got).toHaveLength(1);
    expect(got[0]).toMatchObject({
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      text: expect.stringContaining('command=%2Fbrief'),
    });
  });

  test('that is not there at all gets the event when it is', async () => {
    slack.requestUrl = 'http://127.0.0.1:9/';
    expect(await slack.say('hello')).toMatchObject({ isAcked: false, status: null });
    await listen(200);
    await expect.poll(() => got.length).toBe(1);
    expect(retries()).toEqual([['1', 'connection_failed']]);
  });
});
