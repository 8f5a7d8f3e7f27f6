/** Many workspaces: each installs byline, each is answered with its own token, and whoever leaves is forgotten. */
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseKeyRing } from '#store/key-ring.ts';
import { eventually } from '../../fakes/eventually.ts';
import { openSlackBot, type SlackBot } from './a-slack-bot.ts';

const KEYS = parseKeyRing(`k1:${Buffer.alloc(32, 5).toString('base64')}`);
let bot: SlackBot;
let url: string;
let closeServer: () => Promise<void>;

beforeAll(async () => {
  bot = await openSlackBot(
    (slack) => ({
      ...{ botToken: null, signingSecret: slack.signingSecret },
      oauth: { clientId: slack.clientId, clientSecret: slack.clientSecret, publicUrl: null },
    }),
    { limits: 'off' },
    KEYS,
  );
  const server = createServer((request, response) => {
    if (!bot.platform().answerRequest(request, response)) response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  closeServer = () => new Promise((done) => server.close(() => done()));
});
afterAll(async () => {
  await bot.close();
  await closeServer();
});

/** A person's browser: to Slack by our install page, back with a code. */
async function install(team: string, options?: { readonly isOrgWide?: boolean }) {
  const page = await fetch(`${url}/slack/install`, { redirect: 'manual' });
  const to = new URL(page.headers.get('location') ?? '');
  const cookie = page.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const code = bot.slack.issueCode(team, options);
  const state = to.searchParams.get('state') ?? '';
  return { to, state, cookie, code, back: await comeBack(code, state, cookie) };
}
const comeBack = (code: string, state: string, cookie: string) =>
  fetch(`${url}/slack/oauth_redirect?code=${code}&state=${encodeURIComponent(state)}`, { headers: { cookie } });
const rows = (table: 'installation' | 'channel' | 'post') =>
  bot.store.open.db.selectFrom(table).select(['workspace']).execute();
const workspacesIn = async (table: 'installation' | 'channel' | 'post') =>
  new Set((await rows(table)).map(({ workspace }) => workspace));

async function brief(team: string, channel: string): Promise<void> {
  bot.slack.addChannel({ id: channel, team, members: ['U0PERSON'] });
  bot.slack.addPerson({ id: `U0OF${team}`, team });
  await bot.slack.slash('/brief', `${bot.site.url}/ferry`, { team, channel, user: `U0OF${team}` });
  await bot.awaitText('Sunday ferry', null, channel);
}

test('a workspace installs byline with the scopes of the manifest; its token lies sealed', async () => {
  bot.slack.addTeam({ id: 'T0FIRST' });
  const { to, back } = await install('T0FIRST');
  expect(to.searchParams.get('scope')?.split(',')).toContain('chat:write');
  expect(back.status).toBe(200);
  const all = await bot.store.open.db.selectFrom('installation').selectAll().execute();
  expect(all.map(({ workspace }) => workspace)).toEqual(['T0FIRST']);
  expect(JSON.stringify(all)).not.toContain('xoxb-');
});

test('a state that is not ours, or without its cookie, installs nothing and says so', async () => {
  bot.slack.addTeam({ id: 'T0EVIL' });
  const code = bot.slack.issueCode('T0EVIL');
  for (const [state, cookie] of [
    ['forged', ''],
    ['', ''],
  ] as const) {
    const back = await comeBack(code, state, cookie);
    expect(back.status).toBeGreaterThanOrEqual(400);
    expect(await back.text()).toMatch(/\w/);
  }
  expect(await workspacesIn('installation')).not.toContain('T0EVIL');
});

test('two workspaces at once are each answered with their own token', async () => {
  bot.slack.addTeam({ id: 'T0SECOND' });
  await install('T0SECOND');
  await Promise.all([brief('T0FIRST', 'C0FIRST'), brief('T0SECOND', 'C0SECOND')]);
  const tokens = new Set(
    bot.slack.requests.filter(({ method }) => method === 'chat.postMessage').map(({ token }) => token),
  );
  expect(tokens.size).toBe(2);
});

test('an organization installs it once for all its workspaces, also after a restart', async () => {
  for (const id of ['T0ORGA', 'T0ORGB']) bot.slack.addTeam({ id, enterprise: 'E0ORG' });
  await install('T0ORGA', { isOrgWide: true });
  await brief('T0ORGA', 'C0ORGA');
  await brief('T0ORGB', 'C0ORGB');
  await bot.restart();
  await brief('T0ORGB', 'C0ORGB2');
  expect(await workspacesIn('installation')).toEqual(new Set(['T0FIRST', 'T0SECOND', 'E0ORG', 'T0ORGA', 'T0ORGB']));
});

test('whoever removes byline is forgotten, with all that is kept, and nobody else is', async () => {
  await bot.slack.event({ type: 'app_uninstalled' }, 'T0FIRST');
  await eventually('its end', async () => !(await workspacesIn('installation')).has('T0FIRST'));
  for (const table of ['channel', 'post'] as const) {
    expect(await workspacesIn(table)).not.toContain('T0FIRST');
    expect(await workspacesIn(table)).toContain('T0SECOND');
  }
  // What is asked there now reaches nobody; the process goes on.
  await bot.slack.slash('/brief', 'help', { team: 'T0SECOND', channel: 'C0SECOND', user: 'U0OFT0SECOND' });
  expect(bot.slack.ephemerals.at(-1)?.channel).toBe('C0SECOND');
});
