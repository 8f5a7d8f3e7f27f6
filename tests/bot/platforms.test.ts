/** `byline start` with tokens, as an operator meets it: a real process in front of Slack and Discord that stand in for the real ones. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { lookAt } from '../contracts/slack-eyes.ts';
import { eventually } from '../fakes/eventually.ts';
import { openNewsSite } from '../fakes/news-site.ts';
import { createDiscord } from '../stand-ins/discord/create-discord.ts';
import type { DiscordStandIn } from '../stand-ins/discord/stand-in.ts';
import { createSlack } from '../stand-ins/slack/create-slack.ts';
import type { SlackStandIn } from '../stand-ins/slack/stand-in.ts';
import { prepareFolder } from '../store/prepare-folder.ts';

const ROOT = path.join(import.meta.dirname, '../..');
type Run = { readonly child: ChildProcess; out: string; err: string; readonly ended: Promise<number | null> };

let site: Awaited<ReturnType<typeof openNewsSite>>;
let slack: SlackStandIn;
let discord: DiscordStandIn;
let folder: string;
const running: Run[] = [];

beforeAll(async () => {
  [site, slack, discord] = await Promise.all([openNewsSite(), createSlack(), createDiscord()]);
  folder = mkdtempSync(path.join(tmpdir(), 'byline-platforms-'));
  prepareFolder(path.join(folder, 'data'));
});
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
});
afterAll(async () => {
  await Promise.all([slack.close(), discord.close(), site.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const onSlack = () => ({
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_API_URL: slack.apiUrl,
});
const onDiscord = () => ({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl });

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  const child = spawn(process.execPath, [path.join(ROOT, 'src/main.ts'), ...args], {
    cwd: folder,
    env: {
      ...{ PATH: process.env.PATH, DATA_DIR: path.join(folder, 'data'), PORT: '0' },
      ...{ ALLOW_PRIVATE_ADDRESSES: '127.0.0.1', ...env },
    },
  });
  const one: Run = { child, out: '', err: '', ended: new Promise((done) => child.on('close', done)) };
  child.stdout.setEncoding('utf8').on('data', (chunk) => (one.out += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk) => (one.err += chunk));
  running.push(one);
  return one;
}

async function ready(one: Run): Promise<string> {
  await eventually('a bot that is ready', () => {
    if (one.child.exitCode !== null) throw new Error(`it ended: ${one.err}`);
    return one.out.includes('\n');
  });
  return /(http:\/\/\S+)/.exec(one.out)?.[1] ?? '';
}

const onSlackSeen = (words: string) =>
  eventually(`“${words}” in Slack`, () =>
    slack.messages().find((one) => one.isByBot && lookAt(one.blocks).text.includes(words)),
  );

test('one process serves both, its pages show no channel, and SIGTERM ends it with 0', async () => {
  const one = run(['start'], { ...onSlack(), ...onDiscord() });
  const url = await ready(one);
  expect(one.out).toBe(`byline is ready: Slack (Socket Mode) and Discord; pages at ${url}\n`);
  expect(await (await fetch(`${url}/readyz`)).text()).toBe('ready\n');
  expect((await fetch(url)).status).toBe(404);
  expect((await fetch(`${url}/say`, { method: 'POST' })).status).toBe(404);

  expect(await slack.slash('/brief', `${site.url}/story`)).toMatchObject({ isAcked: true });
  expect(await discord.command('brief', { article: `${site.url}/ferry` })).toMatchObject({ isAcked: true, type: 5 });
  await onSlackSeen('Tobias Renn');
  const thread = await eventually('the thread', () => discord.threads()[0]);
  expect(thread.name).toContain('ferry');
  await discord.say('Who runs Lund Lines?', { channel: thread.id });
  await eventually('the answer', () =>
    discord.messages(thread.id).find((message) => JSON.stringify(message.components).includes('Karin Holt')),
  );
  one.child.kill('SIGTERM');
  expect(await one.ended).toBe(0);
  for (const secret of [slack.botToken, slack.appToken, discord.token]) expect(one.err).not.toContain(secret);
});

test('killed between the acknowledgement and the answer, it answers when it is back, once', async () => {
  const first = run(['start'], onSlack());
  await ready(first);
  const before = slack.messages().length;
  const asked = Array.from({ length: 8 }, () => slack.slash('/brief', `${site.url}/inquiry`));
  expect((await Promise.all(asked)).every(({ isAcked }) => isAcked)).toBe(true);
  first.child.kill('SIGKILL');
  await first.ended;
  await ready(run(['start'], onSlack()));
  const answers = () =>
    slack.messages().filter(({ isByBot, blocks }) => isByBot && lookAt(blocks).buttons.includes('Who says what'));
  const own = () => answers().filter(({ blocks }) => lookAt(blocks).text.includes('Archive fire'));
  await eventually('all answers', () => own().length >= 8);
  expect(own()).toHaveLength(8);
  expect(slack.messages()).toHaveLength(before + 8);
});

test('a platform that is no longer connected makes it not ready, in words, until it is connected anew', async () => {
  const url = await ready(run(['start'], { ...onSlack(), ...onDiscord() }));
  const readyz = async () => {
    const response = await fetch(`${url}/readyz`);
    return `${response.status} ${await response.text()}`;
  };
  expect(await readyz()).toBe('200 ready\n');
  for (let at = 0; at < 4; at++) slack.fail('apps.connections.open', { kind: 'drop-before' });
  slack.dropSockets();
  await eventually(
    'not ready',
    async () => (await readyz()) === '503 not ready: not connected to slack; it is tried again\n',
  );
  await eventually('ready again', async () => (await readyz()) === '200 ready\n');

  discord.isAway = true;
  discord.dropConnections();
  await eventually(
    'not ready',
    async () => (await readyz()) === '503 not ready: not connected to discord; it is tried again\n',
  );
  // It stays so for as long as Discord is away, and byline alive.
  await new Promise((done) => setTimeout(done, 1_500));
  expect(await readyz()).toMatch(/^503 /);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  const { identify } = discord.handshakes;
  discord.isAway = false;
  await eventually('ready again', async () => (await readyz()) === '200 ready\n');
  expect(discord.handshakes.identify).toBe(identify + 1);
  expect(await discord.command('brief', { article: `${site.url}/story` })).toMatchObject({ isAcked: true });
});

test('over HTTP Slack sends to the port of the pages', async () => {
  const one = run(['start'], {
    ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_SIGNING_SECRET: slack.signingSecret, SLACK_API_URL: slack.apiUrl },
  });
  const url = await ready(one);
  expect(one.out).toContain('Slack (HTTP)');
  slack.requestUrl = `${url}/slack/events`;
  expect(await slack.slash('/brief', 'help')).toMatchObject({ isAcked: true, status: 200 });
  expect((await fetch(`${url}/slack/events`, { method: 'POST', body: '{}' })).status).toBe(401);
  slack.requestUrl = null;
});

test('a token that is not taken is a clear sentence, and the process ends', async () => {
  const wrong = run(['start'], { ...onSlack(), SLACK_BOT_TOKEN: 'xoxb-WRONG' });
  expect(await wrong.ended).not.toBe(0);
  expect(wrong.err).toContain('BAD_SETTINGS');
  expect(wrong.err).toContain('(Slack does not accept SLACK_BOT_TOKEN (invalid_auth): copy the Bot User OAuth Token');
  expect(wrong.err).not.toContain('xoxb-WRONG');
  const other = run(['start'], { ...onDiscord(), DISCORD_TOKEN: 'a.WRONG-TOKEN.b' });
  expect(await other.ended).not.toBe(0);
  expect(other.err).toContain('DISCORD_TOKEN');
  expect(other.err).not.toContain('WRONG-TOKEN');
});

const NOWHERE = 'http://127.0.0.1:9';

test.each([
  ['start', () => ({ ...onSlack(), SLACK_API_URL: `${NOWHERE}/api` }), 'Slack'],
  ['start', () => ({ ...onDiscord(), DISCORD_API_URL: `${NOWHERE}/api` }), 'Discord'],
  [
    'start',
    () => ({ ...onDiscord(), DISCORD_API_URL: `${NOWHERE}/api`, DISCORD_APPLICATION_ID: '123456789012345678' }),
    'Discord',
  ],
  ['register discord', () => ({ ...onDiscord(), DISCORD_API_URL: `${NOWHERE}/api` }), 'Discord'],
])('%s where a platform cannot be reached says which, what to do, and ends with 5', async (words, settings, name) => {
  const one = run(words.split(' '), settings());
  expect(await one.ended).toBe(5);
  const told = one.err.split('\n').find((line) => line.startsWith('byline: '));
  expect(told).toContain(`byline: SERVICE_UNAVAILABLE: ${name} does not answer as it should.`);
  expect(told).toContain(`Check that this machine reaches ${name}, and ${name.toUpperCase()}_API_URL if it is set`);
  expect(told).not.toMatch(/engine|the site/);
});

test.each(['start', 'register discord'])('%s with the id of another application names the setting', async (words) => {
  const one = run(words.split(' '), { ...onDiscord(), DISCORD_APPLICATION_ID: '123456789012345678' });
  expect(await one.ended).toBe(2);
  expect(one.err).toContain('byline: BAD_SETTINGS: ');
  expect(one.err).toMatch(/DISCORD_APPLICATION_ID [^\n]*: leave it empty, byline asks Discord/);
});

test('tokens in half stop start and worker, all at once and in words, and nothing else', async () => {
  const half = { SLACK_BOT_TOKEN: 'xoxb-HUSH', DISCORD_APPLICATION_ID: '123456789012345678' };
  const example = path.join(ROOT, 'examples/harbour-bridge.html');
  const goes = [run(['brief', example], half), run(['manifest', 'slack'], half)];
  const registers = run(['register', 'discord'], { ...onDiscord(), SLACK_BOT_TOKEN: 'xoxb-HUSH' });
  for (const { ended } of [...goes, registers]) expect(await ended).toBe(0);
  for (const words of ['start', 'worker']) {
    const one = run([words], half);
    expect(await one.ended).toBe(2);
    expect(one.err).toContain('SLACK_APP_TOKEN: is missing');
    expect(one.err).toContain('DISCORD_TOKEN: is missing');
    expect(one.err).not.toContain('HUSH');
  }
});

test('a manifest that is not what the settings lead one to expect says why, beside the document', async () => {
  const one = run(['manifest', 'slack'], { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' });
  expect(await one.ended).toBe(0);
  expect(JSON.parse(one.out).settings.socket_mode_enabled).toBe(true);
  expect(one.err).toMatch(/^This manifest is for Socket Mode: [^\n]*PUBLIC_URL[^\n]*\n$/);
});

test('doctor says which platform takes its tokens, and ends with 1 where one does not', async () => {
  const well = run(['doctor'], { ...onSlack(), ...onDiscord() });
  expect(await well.ended).toBe(0);
  expect(well.out).toContain('Socket Mode answers');
  expect(well.out).toMatch(/^ *https:\/\/discord\.com\/oauth2\/authorize\?\S+permissions=\d+$/m);
  const ill = run(['doctor'], { ...onSlack(), SLACK_APP_TOKEN: 'xapp-WRONG' });
  expect(await ill.ended).toBe(1);
  expect(ill.out).toContain('Check SLACK_APP_TOKEN');
  expect(ill.out).toContain('Slack, bot token: @');
  expect(ill.out.replace(/\s+/g, ' ')).toContain(
    'Slack, app token (broken): Slack does not accept SLACK_APP_TOKEN (invalid_auth)',
  );
  expect(ill.out).not.toContain('xapp-WRONG');
});

test('the manifest is one JSON document; the registration prints the link that invites the bot', async () => {
  const manifest = run(['manifest', 'slack']);
  expect(await manifest.ended).toBe(0);
  const { features, settings } = JSON.parse(manifest.out);
  expect(features.slash_commands.map(({ command }: { readonly command: string }) => command)).toContain('/brief');
  expect(settings.socket_mode_enabled).toBe(true);
  const http = run(['manifest', 'slack', '--http'], { PUBLIC_URL: 'https://byline.example.org' });
  expect(await http.ended).toBe(0);
  expect(JSON.parse(http.out).settings.event_subscriptions.request_url).toBe('https://byline.example.org/slack/events');
  const registered = run(['register', 'discord'], onDiscord());
  expect(await registered.ended).toBe(0);
  expect(registered.out).toContain(`client_id=${discord.applicationId}`);
  expect(registered.out).toContain('integration_type=1');
  for (const args of [
    ['manifest', 'teams'],
    ['register', 'discord', 'now'],
  ]) {
    const slip = run(args);
    expect(await slip.ended).toBe(2);
    expect(slip.err).toContain('BAD_USAGE');
  }
  expect(await run(['register', 'discord']).ended).not.toBe(0);
});
