/** Many workspaces: each installs byline, each is answered with its own token, and whoever leaves is forgotten. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseKeyRing } from '#store/key-ring.ts';
import { lookAt } from '../../contracts/slack-eyes.ts';
import { eventually } from '../../fakes/eventually.ts';
import { aBrowser } from './a-browser.ts';
import { openSlackBot, type SlackBot } from './a-slack-bot.ts';

const KEYS = parseKeyRing(`k1:${Buffer.alloc(32, 5).toString('base64')}`);
const SPEAKING = ['chat.postMessage', 'chat.update', 'chat.postEphemeral'];

let bot: SlackBot;
let browser: ReturnType<typeof aBrowser>;
beforeAll(async () => {
  bot = await openSlackBot({
    keys: KEYS,
    options: (slack) => ({
      botToken: null,
      oauth: { clientId: slack.clientId, clientSecret: slack.clientSecret, publicUrl: null },
    }),
  });
  browser = aBrowser(bot.slack, bot.url);
}, 120_000);
afterAll(() => bot.close());

/** A workspace with a person and a channel, named alike. */
function addTeam(name: string): void {
  bot.slack.addTeam({ id: `T0${name}` });
  bot.slack.addPerson({ id: `U0${name}`, team: `T0${name}` });
  bot.slack.addChannel({ id: `C0${name}`, team: `T0${name}`, members: [`U0${name}`] });
}
const ask = (name: string, words = `${bot.site.url}/ferry`) =>
  bot.slack.slash('/brief', words, { team: `T0${name}`, channel: `C0${name}`, user: `U0${name}` });
const awaitBriefing = (name: string) =>
  eventually(`the briefing in ${name}`, () =>
    bot.shown(null, `C0${name}`).find(({ blocks }) => lookAt(blocks).buttons.includes('Who says what')),
  );
const db = () => bot.store.open.db;
async function workspacesIn(table: 'installation' | 'channel' | 'post' | 'briefing' | 'thread' | 'usage') {
  const rows = await db().selectFrom(table).select('workspace').execute();
  return new Set(rows.map(({ workspace }) => workspace));
}
/** The tokens with which something was said in a channel, from the request with this number on. */
const tokensIn = (name: string, from = 0) =>
  new Set(
    bot.slack.requests
      .slice(from)
      .filter(({ method, body }) => SPEAKING.includes(method) && body.channel === `C0${name}`)
      .map(({ token }) => token),
  );

test('a workspace installs byline with the scopes of the manifest; its token lies sealed, and is in no log', async () => {
  addTeam('FIRST');
  const { to, back } = await browser.install('T0FIRST');
  expect(`${to.origin}${to.pathname}`).toBe('https://slack.com/oauth/v2/authorize');
  expect(to.searchParams.get('scope')?.split(',')).toContain('chat:write');
  expect(back.status).toBe(200);
  const page = await back.text();
  expect(page).toContain('installed in t0first');
  expect(page).toContain('/invite');
  const all = JSON.stringify(await db().selectFrom('installation').selectAll().execute());
  expect(all).toContain('T0FIRST');
  expect(`${all} ${page} ${JSON.stringify(bot.told)}`).not.toContain('xoxb-');
});

test.each([
  ['a forged state', 'forged', null],
  ['no state', '', null],
  ['the state of another browser', null, 'slack-app-oauth-state=other'],
  ['its state and no cookie', null, ''],
])('%s installs nothing, and is told so in words', async (_, state, cookie) => {
  bot.slack.addTeam({ id: 'T0EVIL' });
  const begun = await browser.begin();
  const code = bot.slack.issueCode('T0EVIL');
  const back = await browser.comeBack({ code, state: state ?? begun.state }, cookie ?? begun.cookie);
  expect(back.status).toBe(400);
  expect(await back.text()).toContain('in the browser in which it began');
  expect(await workspacesIn('installation')).not.toContain('T0EVIL');
});

test('an installation that is cancelled, or fails on the way, is told in words that hold nothing of ours', async () => {
  const begun = await browser.begin();
  const cancelled = await browser.comeBack({ error: 'access_denied', state: begun.state }, begun.cookie);
  expect([cancelled.status, await cancelled.text()]).toEqual([400, expect.stringContaining('cancelled')]);
  const failed = await browser.comeBack({ code: '<script>', state: begun.state }, begun.cookie);
  const page = await failed.text();
  expect([failed.status, page]).toEqual([500, expect.stringContaining('Something went wrong')]);
  expect(page).not.toMatch(/script|invalid_code|stand-in/);
  expect(failed.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(failed.headers.getSetCookie().join()).toContain('Expires=Thu, 01 Jan 1970');
});

test('two workspaces at once are each answered with their own token', async () => {
  addTeam('SECOND');
  await browser.install('T0SECOND');
  await Promise.all([ask('FIRST'), ask('SECOND')]);
  await Promise.all([awaitBriefing('FIRST'), awaitBriefing('SECOND')]);
  const [[first], [second]] = [[...tokensIn('FIRST')], [...tokensIn('SECOND')]];
  expect(first).toMatch(/^xoxb-T0FIRST-/);
  expect(second).toMatch(/^xoxb-T0SECOND-/);
  expect([tokensIn('FIRST').size, tokensIn('SECOND').size]).toEqual([1, 1]);
});

test('a workspace that installs it anew is answered with the new token at once', async () => {
  const [before] = tokensIn('SECOND');
  await browser.install('T0SECOND');
  const from = bot.slack.requests.length;
  await ask('SECOND', `${bot.site.url}/inquiry`);
  await eventually('an answer', () => tokensIn('SECOND', from).size > 0);
  expect([...tokensIn('SECOND', from)]).toEqual([expect.not.stringMatching(before ?? '')]);
});

test('what waits for a workspace whose token was revoked is given up, and not tried for ever', async () => {
  addTeam('REVOKED');
  await browser.install('T0REVOKED');
  // Slack’s own news of it may be late, or never come.
  bot.slack.fail('chat.postMessage', { kind: 'error', error: 'token_revoked' });
  await ask('REVOKED');
  const post = await eventually('the end of the post', async () => {
    const [row] = await db().selectFrom('post').selectAll().where('workspace', '=', 'T0REVOKED').execute();
    return row?.state === 'refused' ? row : null;
  });
  expect(post.failure).toBe('CHANNEL_GONE');
  // A second try would have gone through.
  expect(bot.shown(null, 'C0REVOKED')).toEqual([]);
});

test('a user’s token that is revoked is none of ours', async () => {
  await bot.slack.event({ type: 'tokens_revoked', tokens: { oauth: ['U0FIRST'], bot: [] } }, 'T0FIRST');
  expect(await workspacesIn('installation')).toContain('T0FIRST');
});

test.each([
  ['app_uninstalled', 'FIRST', {}],
  ['tokens_revoked', 'LATER', { tokens: { oauth: [], bot: ['U0BOTT0LATER'] } }],
] as const)(
  'after %s all of the workspace is forgotten, what waits for it too, and nothing of others',
  async (type, name, more) => {
    if (name === 'LATER') {
      addTeam('LATER');
      await browser.install('T0LATER');
      await ask('LATER');
      await awaitBriefing('LATER');
    }
    const TABLES = ['installation', 'channel', 'post', 'briefing', 'thread', 'usage'] as const;
    for (const table of TABLES) expect(await workspacesIn(table), table).toContain(`T0${name}`);
    // One more waits for a Slack that does not answer.
    bot.slack.failOften(['chat.postMessage'], 1);
    await ask(name);
    await eventually('a post that waits', async () => {
      const rows = await db().selectFrom('post').select('attempts').where('workspace', '=', `T0${name}`).execute();
      return rows.some(({ attempts }) => attempts > 0);
    });
    await bot.slack.event({ type, ...more }, `T0${name}`);
    for (const table of TABLES) {
      expect(await workspacesIn(table), table).not.toContain(`T0${name}`);
      expect(await workspacesIn(table), table).toContain('T0SECOND');
    }
    bot.slack.failOften(['chat.postMessage'], 0);
    // What was under way ends; nothing is tried again.
    const calls = () => bot.slack.requests.filter(({ body }) => body.channel === `C0${name}`).length;
    const before = calls();
    const seen = bot.shown(null, 'C0SECOND').length;
    for (const page of ['ferry', 'story']) await ask('SECOND', `${bot.site.url}/${page}`);
    await eventually('two more', () => bot.shown(null, 'C0SECOND').length === seen + 2);
    expect(calls()).toBeLessThanOrEqual(before + 1);
  },
);
