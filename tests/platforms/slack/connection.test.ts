/** Connections come and go: nothing of what is said meanwhile is lost or doubled, and the process lives on. */
import { afterEach, describe, expect, test } from 'vitest';
import { lookAt } from '../../contracts/slack-eyes.ts';
import { eventually } from '../../fakes/eventually.ts';
import { openSlackBot, type SlackBot } from './a-slack-bot.ts';
import { openSlackPlatform, type SlackPlatform } from './a-slack-platform.ts';

const WAYS = ['refreshSockets', 'dropSockets'] as const;

describe('a whole bot', () => {
  let bot: SlackBot;
  afterEach(() => bot.close());

  const gone = () => eventually('no connection', () => bot.slack.sockets() === 0);
  const isBriefed = (blocks: readonly Readonly<Record<string, unknown>>[]) =>
    lookAt(blocks).buttons.includes('Who says what');

  test.each(WAYS)('%s: what is said before, meanwhile and after is answered, each once', async (how) => {
    bot = await openSlackBot({ standIn: { limits: 'off', retryDelaysMs: [50, 200, 1_000] } });
    const { slack, site } = bot;
    await slack.slash('/brief', `${site.url}/story`);
    const root = await eventually('the briefing', () => bot.shown(null).find(({ blocks }) => isBriefed(blocks)));
    await bot.awaitThread(root.ts);

    const before = slack.say(`<@${slack.bot.userId}> ${site.url}/ferry?before`);
    const command = slack.slash('/brief', `${site.url}/ferry?command`);
    slack[how]();
    await gone();
    const meanwhile = slack.say(`<@${slack.bot.userId}> ${site.url}/ferry?meanwhile`);
    const question = slack.say('How many hangers have cracks?', { threadTs: root.ts });
    await slack.connected();
    const after = slack.say(`<@${slack.bot.userId}> ${site.url}/ferry?after`);
    await Promise.all([before, meanwhile, question, after]);

    const wanted = ['before', 'meanwhile', 'after'].map((word) => `${site.url}/ferry?${word}`);
    // A command that was under way is one of those that Slack does not repeat: it is answered where it was taken.
    const links = () => bot.shown(null).flatMap(({ blocks }) => lookAt(blocks).links);
    await eventually('all of them', () => wanted.every((link) => links().includes(link)));
    await bot.awaitText('14 of the bridge', root.ts);
    await eventually(
      'the command',
      async () => !(await command).isAcked || links().includes(`${site.url}/ferry?command`),
    );
    // One that was taken, and whose acknowledgement was lost, may be at work still.
    await eventually('the end of all work', () => bot.shown(null).every(({ blocks }) => isBriefed(blocks)));
    // Whatever Slack still repeats comes to nothing.
    await slack.redeliver();
    expect(new Set(links()).size).toBe(links().length);
    expect(bot.shown(null)).toHaveLength(links().length);
    expect(bot.shown(root.ts)).toHaveLength(1);
  });

  test('over and over, and each time it is back', async () => {
    bot = await openSlackBot();
    const { slack, site } = bot;
    for (let round = 0; round < 4; round++) {
      slack[round % 2 === 0 ? 'refreshSockets' : 'dropSockets']();
      await gone();
      await slack.say(`<@${slack.bot.userId}> ${site.url}/ferry?round=${round}`);
      await slack.connected();
      expect((await slack.slash('/brief', 'help')).isAcked).toBe(true);
    }
    await eventually('all four', () => bot.shown(null).filter(({ blocks }) => isBriefed(blocks)).length === 4);
    expect(bot.shown(null)).toHaveLength(4);
    expect(slack.sockets()).toBe(1);
  });
});

describe('the platform', () => {
  let it: SlackPlatform;
  afterEach(() => it.close());

  async function open(options?: Parameters<typeof openSlackPlatform>[0]): Promise<void> {
    it = await openSlackPlatform(options);
    it.slack.requestUrl = null;
    await it.platform.start(it.hears);
  }
  async function lose(how: (typeof WAYS)[number]): Promise<void> {
    it.slack[how]();
    await eventually('no connection', () => it.slack.sockets() === 0);
  }

  test.each([
    { kind: 'status', status: 500 },
    { kind: 'status', status: 503 },
    { kind: 'rate-limited', retryAfter: 1 },
    { kind: 'error', error: 'invalid_auth' },
    { kind: 'error', error: 'internal_error' },
    { kind: 'drop-before' },
    { kind: 'drop-after' },
  ] as const)('Slack gives no new connection (%o): it is asked again, and the log is told', async (fault) => {
    await open();
    for (let i = 0; i < 2; i++) it.slack.fail('apps.connections.open', fault);
    await lose('dropSockets');
    await it.slack.connected();
    expect((await it.slack.slash('/brief', 'x')).isAcked).toBe(true);
    expect(it.troubles.filter(({ what }) => what.includes('connected anew'))).toHaveLength(2);
    expect(JSON.stringify(it.troubles.map(({ cause }) => String(cause)))).not.toContain('xapp-');
  });

  test.each([{ kind: 'status', status: 500 }, { kind: 'stall' }] as const)(
    'a stop while it connects anew (%o) ends at once, and nobody connects afterwards',
    async (fault) => {
      await open();
      for (let i = 0; i < 20; i++) it.slack.fail('apps.connections.open', fault);
      const asked = () => it.slack.requests.filter(({ method }) => method === 'apps.connections.open').length;
      await lose('dropSockets');
      await eventually('a try', () => asked() > 1);
      const began = performance.now();
      await it.platform.stop();
      expect(performance.now() - began).toBeLessThan(1_500);
      const before = asked();
      await new Promise((done) => setTimeout(done, 700));
      expect(asked()).toBe(before);
      expect(it.slack.sockets()).toBe(0);
    },
  );

  test('a card that was to come with an acknowledgement comes all the same where there is no connection any more', async () => {
    await open();
    const gate = Promise.withResolvers<void>();
    it.bot.respond = async () => {
      await gate.promise;
      return { kind: 'shown', card: { title: 'Help', blocks: [{ kind: 'text', text: 'words of help' }] } };
    };
    const command = it.slack.slash('/brief', 'help');
    await eventually('the command', () => it.heard.arrivals.length === 1);
    it.slack.fail('apps.connections.open', { kind: 'status', status: 500 });
    await lose('dropSockets');
    await eventually('the loss', () => it.troubles.some(({ what }) => what.includes('connected anew')));
    gate.resolve();
    expect((await command).isAcked).toBe(false);
    await eventually('the card', () =>
      it.slack.ephemerals.some(({ blocks }) => lookAt(blocks).text.includes('words of help')),
    );
    expect(it.slack.ephemerals).toHaveLength(1);
  });

  test('a first connection that Slack refuses ends the start, and says which setting is wrong', async () => {
    it = await openSlackPlatform(() => ({ appToken: 'xapp-wrong' }));
    await expect(it.platform.start(it.hears)).rejects.toMatchObject({
      code: 'BAD_SETTINGS',
      message: expect.stringMatching(
        /^Slack does not accept SLACK_APP_TOKEN \(invalid_auth\): make one with the scope/,
      ),
    });
    it.slack.fail('auth.test', { kind: 'rate-limited', retryAfter: 1 });
    await it.close();
    it = await openSlackPlatform();
    it.slack.fail('auth.test', { kind: 'drop-before' });
    await expect(it.platform.start(it.hears)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE', service: 'Slack' });
    // Nothing is left behind of the start that failed.
    await it.platform.start(it.hears);
    expect((await it.slack.slash('/brief', 'x')).isAcked).toBe(true);
  });

  test('what the settings’ token is for is asked once, and never while somebody waits', async () => {
    await open();
    it.slack.fail('auth.test', { kind: 'stall' });
    it.clock.pass(3_600_000);
    const { isAcked, ms } = await it.slack.slash('/brief', 'x');
    expect(isAcked).toBe(true);
    expect(ms).toBeLessThan(1_000);
    expect(it.slack.requests.filter(({ method }) => method === 'auth.test')).toHaveLength(1);
  });
});
