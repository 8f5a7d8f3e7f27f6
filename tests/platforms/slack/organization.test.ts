/** Enterprise Grid: an organization installs byline once for all its workspaces, and one of them may have its own all the same. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseKeyRing } from '#store/key-ring.ts';
import { lookAt } from '../../contracts/slack-eyes.ts';
import { eventually } from '../../fakes/eventually.ts';
import { aBrowser } from './a-browser.ts';
import { openSlackBot, type SlackBot } from './a-slack-bot.ts';

const KEYS = parseKeyRing(`k1:${Buffer.alloc(32, 7).toString('base64')}`);
const ORG = 'E0ORG';
/** Two that the organization serves, one of it with an installation of its own, and one that has nothing to do with it. */
const [A, B, OWN, ELSE] = ['ORGA', 'ORGB', 'ORGOWN', 'ELSE'] as const;

let bot: SlackBot;
beforeAll(async () => {
  bot = await openSlackBot({
    keys: KEYS,
    options: (slack) => ({
      botToken: null,
      oauth: { clientId: slack.clientId, clientSecret: slack.clientSecret, publicUrl: null },
    }),
  });
  for (const name of [A, B, OWN, ELSE]) {
    bot.slack.addTeam({ id: `T0${name}`, ...(name === ELSE ? {} : { enterprise: ORG }) });
    bot.slack.addPerson({ id: `U0${name}`, team: `T0${name}` });
    bot.slack.addChannel({ id: `C0${name}`, team: `T0${name}`, members: [`U0${name}`] });
  }
  const browser = aBrowser(bot.slack, bot.url);
  const { back } = await browser.install(`T0${A}`, { isOrgWide: true });
  expect(await back.text()).toContain('your organization');
  for (const name of [OWN, ELSE]) await browser.install(`T0${name}`);
}, 120_000);
afterAll(() => bot.close());

const from = (name: string) => ({ team: `T0${name}`, channel: `C0${name}`, user: `U0${name}` });
const briefings = (name: string) =>
  bot.shown(null, `C0${name}`).filter(({ blocks }) => lookAt(blocks).buttons.includes('Who says what'));
const tokensIn = (name: string) => {
  const said = bot.slack.requests.filter(
    ({ method, body }) => method.startsWith('chat.') && body.channel === `C0${name}`,
  );
  return [...new Set(said.map(({ token }) => token))];
};
const TABLES = ['installation', 'channel', 'post', 'briefing', 'usage'] as const;
async function workspacesIn(table: (typeof TABLES)[number]) {
  const rows = await bot.store.open.db.selectFrom(table).select('workspace').execute();
  return [...new Set(rows.map(({ workspace }) => workspace))].toSorted();
}

test('each workspace is answered with the token that is for it: the organization’s, or its own', async () => {
  for (const name of [A, B, OWN, ELSE]) await bot.slack.slash('/brief', `${bot.site.url}/ferry`, from(name));
  for (const name of [A, B, OWN, ELSE]) await eventually(`a briefing in ${name}`, () => briefings(name).length === 1);
  const [ofOrg] = tokensIn(A);
  expect(tokensIn(A)).toEqual([expect.stringMatching(/^xoxb-T0ORGA-/)]);
  expect(tokensIn(B)).toEqual([ofOrg]);
  expect(tokensIn(OWN)).toEqual([expect.stringMatching(/^xoxb-T0ORGOWN-/)]);
  expect(tokensIn(ELSE)).toEqual([expect.stringMatching(/^xoxb-T0ELSE-/)]);
});

test('the bot answers to the name that it bears in each workspace, once', async () => {
  const name = bot.slack.botUserOf(`T0${B}`);
  expect(name).not.toBe(bot.slack.botUserOf(`T0${A}`));
  await bot.slack.say(`<@${name}> what about ${bot.site.url}/inquiry`, from(B));
  await eventually('a briefing', () => briefings(B).length === 2);
  const [root] = briefings(B);
  await bot.awaitThread(root?.ts ?? '', `C0${B}`, `T0${B}`);
  await bot.slack.say(`<@${name}> who runs Lund Lines`, { ...from(B), threadTs: root?.ts ?? '' });
  await bot.awaitText('Karin Holt', root?.ts, `C0${B}`);
  expect(bot.shown(null, `C0${B}`)).toHaveLength(2);
  expect(bot.shown(root?.ts ?? '', `C0${B}`)).toHaveLength(1);
});

test('a person’s page shows the channels of the workspace in which it is looked at', async () => {
  await bot.slack.openHome(`U0${B}`, `T0${B}`);
  const home = await eventually('the page', () => bot.slack.homeOf(`U0${B}`));
  expect(JSON.stringify(home.view)).toContain(`#c0${B.toLowerCase()}`);
});

test('what waits at a stop is sent by the next process with the organization’s token, before any event', async () => {
  bot.slack.failOften(['chat.postMessage'], 1);
  await bot.slack.slash('/brief', `${bot.site.url}/story`, from(B));
  await eventually('a first try', async () => {
    const rows = await bot.store.open.db.selectFrom('post').select(['state', 'attempts']).execute();
    return rows.some(({ state, attempts }) => state === 'planned' && attempts > 0);
  });
  await bot.restart();
  bot.slack.failOften(['chat.postMessage'], 0);
  await eventually('the briefing', () => briefings(B).length === 3);
  expect(tokensIn(B)).toEqual(tokensIn(A));
});

test('when the organization removes it, it and all that it served are forgotten, and nobody else', async () => {
  const all = [`T0${A}`, `T0${B}`, `T0${OWN}`, `T0${ELSE}`].toSorted();
  expect(await workspacesIn('installation')).toEqual([ORG, ...all].toSorted());
  for (const table of TABLES.slice(1)) expect(await workspacesIn(table), table).toEqual(all);
  await bot.slack.event({ type: 'app_uninstalled' }, `T0${A}`);
  for (const table of TABLES) expect(await workspacesIn(table), table).toEqual([`T0${ELSE}`, `T0${OWN}`]);
  await bot.slack.slash('/brief', `${bot.site.url}/inquiry`, from(OWN));
  await eventually('a briefing', () => briefings(OWN).length === 2);
});

test('when a workspace of it removes its own, the organization’s stays', async () => {
  await aBrowser(bot.slack, bot.url).install(`T0${A}`, { isOrgWide: true });
  await bot.slack.slash('/brief', `${bot.site.url}/inquiry`, from(B));
  await eventually('a briefing', () => briefings(B).length === 4);
  // To Slack a workspace with an installation of its own speaks for itself alone.
  await aBrowser(bot.slack, bot.url).install(`T0${OWN}`);
  await bot.slack.event({ type: 'app_uninstalled' }, `T0${OWN}`);
  expect(await workspacesIn('installation')).toEqual([ORG, `T0${B}`, `T0${ELSE}`].toSorted());
});
