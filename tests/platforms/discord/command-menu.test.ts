import { afterEach, expect, test } from 'vitest';
import { createCommands } from '#commands/index.ts';
import type { Command } from '#core/command.ts';
import { commandMenu } from '#platforms/discord/command-menu.ts';
import { examineDiscord } from '#platforms/discord/examine-discord.ts';
import { registerCommands } from '#platforms/discord/register.ts';
import { commands } from '../../all-commands.ts';
import { checkCommands } from '../../stand-ins/discord/check-commands.ts';
import { createDiscord as createStandIn } from '../../stand-ins/discord/create-discord.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function access() {
  const discord = await createStandIn({ limits: 'off' });
  closing.push(discord.close);
  return { discord, options: { token: discord.token, applicationId: null, apiUrl: discord.apiUrl } };
}

test('every command is there with its options, what is required first, everywhere', () => {
  const menu = commandMenu(commands);
  checkCommands(menu);
  expect(menu.map(({ name }) => name)).toEqual(['brief', 'sources', 'digest', 'ask', 'help', 'Brief this']);
  for (const command of menu) expect(command).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
  const options = (name: string) => menu.find((one) => one.name === name && 'options' in one);
  expect(options('brief')).toMatchObject({
    type: 1,
    options: [
      { type: 3, name: 'article', required: false },
      { type: 4, name: 'points', required: false, min_value: 1, max_value: 10 },
      {
        type: 3,
        name: 'engine',
        choices: [
          { name: 'extractive', value: 'extractive' },
          { name: 'model', value: 'model' },
        ],
      },
      {
        ...{ type: 3, name: 'style', required: false },
        choices: ['standard', 'executive', 'short'].map((name) => ({ name, value: name })),
      },
      { type: 3, name: 'language', required: false },
      { type: 5, name: 'private', required: false },
    ],
  });
  // What can be recalled is optional, and so comes last.
  expect(options('ask')).toMatchObject({
    options: [
      { name: 'question', required: true },
      { name: 'article', required: false },
    ],
  });
  const verbsOf = (name: string) => {
    const found = options(name);
    return found !== undefined && 'options' in found ? (found.options ?? []) : [];
  };
  expect(verbsOf('sources').map(({ name }) => name)).toEqual([
    'cited',
    'list',
    'add',
    'remove',
    'pause',
    'resume',
    'filter',
    'import',
    'export',
  ]);
  expect(verbsOf('digest').map(({ name }) => name)).toEqual(['now', 'schedule', 'status', 'off']);
  expect(verbsOf('sources')[0]).toMatchObject({ type: 1, options: [{ type: 3, name: 'article', required: false }] });
  expect(options('help')).toMatchObject({
    options: [
      {
        type: 3,
        name: 'command',
        choices: ['brief', 'sources', 'digest', 'ask'].map((name) => ({ name, value: name })),
      },
    ],
  });
  expect(menu.at(-1)).not.toHaveProperty('description');
});

test('of more values than Discord lists none is listed', () => {
  const styles = Array.from({ length: 26 }, (_, at) => `style-${at}`);
  const menu = commandMenu(createCommands({ styles, hasModel: false }));
  checkCommands(menu);
  expect(JSON.stringify(menu)).not.toContain('style-3');
});

test('words that are longer than Discord takes are cut', () => {
  const [brief] = commands;
  if (brief === undefined) throw new Error('no command');
  const about = 'what it does '.repeat(30);
  const long: Command = {
    ...{ name: brief.name, about },
    verbs: [{ ...brief.verbs[0], params: brief.verbs[0].params.map((param) => ({ ...param, about })) }],
  };
  checkCommands(commandMenu([long]));
});

test('registering tells how many there are and how the bot is invited', async () => {
  const { discord, options } = await access();
  const { count, toServer, toPerson } = await registerCommands({ ...options, commands });
  expect(count).toBe(6);
  expect(discord.commands()).toHaveLength(6);
  const link = new URL(toServer);
  expect(link.origin + link.pathname).toBe('https://discord.com/oauth2/authorize');
  expect(link.searchParams.get('client_id')).toBe(discord.applicationId);
  expect(link.searchParams.get('scope')).toBe('bot applications.commands');
  const bits = [10n, 11n, 16n, 35n, 38n].reduce((sum, bit) => sum | (1n << bit), 0n);
  expect(BigInt(link.searchParams.get('permissions') ?? 0)).toBe(bits);
  const personal = new URL(toPerson).searchParams;
  expect([personal.get('client_id'), personal.get('integration_type')]).toEqual([discord.applicationId, '1']);
  expect(personal.get('scope')).toBe('applications.commands');
});

test('an application that is not the bot’s own is refused by the name of its setting, and nothing is said of channels', async () => {
  const { options } = await access();
  await expect(registerCommands({ ...options, applicationId: '999999999999999999', commands })).rejects.toMatchObject({
    code: 'BAD_SETTINGS',
    message: expect.stringMatching(/^DISCORD_APPLICATION_ID .*: leave it empty, byline asks Discord$/),
  });
});

test('an application that is named is not asked for', async () => {
  const { discord, options } = await access();
  await registerCommands({ ...options, applicationId: discord.applicationId, commands });
  expect(discord.requests.map(({ method }) => method)).toEqual(['PUT']);
});

test('a token that is no good is named so', async () => {
  const { options } = await access();
  const bad = { ...options, token: 'bad.token.here' };
  await expect(registerCommands({ ...bad, commands })).rejects.toMatchObject({
    code: 'BAD_SETTINGS',
    message: expect.stringMatching(/^Discord does not accept DISCORD_TOKEN: /),
  });
  await expect(registerCommands({ ...bad, applicationId: '1', commands })).rejects.toMatchObject({
    code: 'BAD_SETTINGS',
  });
});

test('doctor says what works, and what to do where something does not', async () => {
  const { discord, options } = await access();
  expect(await examineDiscord(options)).toEqual([
    {
      subject: 'Discord',
      state: 'works',
      fact: expect.stringContaining('@byline; questions in threads are heard'),
      todo: expect.stringContaining('https://discord.com/oauth2/'),
    },
  ]);
  discord.grantsMessageContent = false;
  expect((await examineDiscord(options))[0]?.fact).toContain('MESSAGE_CONTENT is off');
  expect(await examineDiscord({ ...options, token: 'bad' })).toMatchObject([
    { state: 'broken', todo: 'Check DISCORD_TOKEN.' },
  ]);
  expect(await examineDiscord({ ...options, applicationId: '1' })).toMatchObject([
    { state: 'broken', todo: expect.stringContaining(discord.applicationId) },
  ]);
  expect(await examineDiscord({ ...options, apiUrl: 'http://127.0.0.1:1/api' })).toMatchObject([
    { state: 'broken', todo: expect.stringContaining('DISCORD_API_URL') },
  ]);
});
