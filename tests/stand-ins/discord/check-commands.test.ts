/** Proves that commands which Discord refuses are refused, and what people may then type. */
import { afterAll, describe, expect, test } from 'vitest';
import { callDiscord, complaintsIn } from './call-discord.ts';
import { createDiscord } from './create-discord.ts';
import type { Json } from './json.ts';
import { many } from './sample-components.ts';

const stand = await createDiscord();
afterAll(() => stand.close());

function register(...commands: readonly Json[]) {
  return callDiscord(stand, 'PUT', `/applications/${stand.applicationId}/commands`, commands);
}

const command = (more: Json = {}): Json => ({ name: 'brief', description: 'Says who said what', ...more });
const option = (name: string, more: Json = {}): Json => ({ type: 3, name, description: 'x', ...more });
const sub = (name: string, ...options: readonly Json[]): Json => option(name, { type: 1, options });

const BROKEN: readonly (readonly [string, readonly Json[], string])[] = [
  ['a name in capitals', [command({ name: 'Brief' })], '0.name APPLICATION_COMMAND_INVALID_NAME'],
  ['a name with a space', [command({ name: 'brief me' })], '0.name APPLICATION_COMMAND_INVALID_NAME'],
  ['a name with a slash', [command({ name: '/brief' })], '0.name APPLICATION_COMMAND_INVALID_NAME'],
  ['a name of 33', [command({ name: 'x'.repeat(33) })], '0.name BASE_TYPE_MAX_LENGTH'],
  ['no name', [{ description: 'x' }], '0.name BASE_TYPE_REQUIRED'],
  ['no description', [{ name: 'brief' }], '0.description BASE_TYPE_REQUIRED'],
  ['a description of 101', [command({ description: 'x'.repeat(101) })], '0.description BASE_TYPE_MAX_LENGTH'],
  ['two of one name', [command(), command()], '1 APPLICATION_COMMANDS_DUPLICATE_NAME'],
  ['101 commands', many(101, (at) => command({ name: `c${at}` })), 'APPLICATION_COMMANDS_MAX'],
  ['26 options', [command({ options: many(26, (at) => option(`o${at}`)) })], '0.options BASE_TYPE_BAD_LENGTH'],
  [
    'an option in capitals',
    [command({ options: [option('URL')] })],
    '0.options.0.name APPLICATION_COMMAND_INVALID_NAME',
  ],
  [
    'an option without a description',
    [command({ options: [{ type: 3, name: 'url' }] })],
    '0.options.0.description BASE_TYPE_REQUIRED',
  ],
  [
    'one option twice',
    [command({ options: [option('url'), option('url')] })],
    '0.options.1 APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
  ],
  [
    'a required option after another',
    [command({ options: [option('a'), option('b', { required: true })] })],
    '0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    '26 choices',
    [command({ options: [option('a', { choices: many(26, (at) => ({ name: `c${at}`, value: `c${at}` })) })] })],
    '0.options.0.choices BASE_TYPE_BAD_LENGTH',
  ],
  [
    'one choice twice',
    [
      command({
        options: [
          option('a', {
            choices: [
              { name: 'x', value: '1' },
              { name: 'x', value: '2' },
            ],
          }),
        ],
      }),
    ],
    '0.options.0.choices.1 APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
  ],
  [
    'a choice of 101',
    [command({ options: [option('a', { choices: [{ name: 'x', value: 'x'.repeat(101) }] })] })],
    '0.options.0.choices.0.value BASE_TYPE_MAX_LENGTH',
  ],
  [
    'autocomplete beside choices',
    [command({ options: [option('a', { autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] })],
    '0.options.0 APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES',
  ],
  [
    'subcommands beside options',
    [command({ options: [sub('add'), option('url')] })],
    '0.options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  ],
  [
    'a subcommand in a subcommand',
    [command({ options: [option('add', { type: 1, options: [sub('b')] })] })],
    '0.options.0.options.0.type UNION_TYPE_CHOICES',
  ],
  [
    'a least above the most',
    [command({ options: [option('n', { type: 4, min_value: 5, max_value: 4 })] })],
    '0.options.0 APPLICATION_COMMAND_OPTIONS_MIN_GREATER_THAN_MAX',
  ],
  [
    'a type of option that there is not',
    [command({ options: [option('a', { type: 12 })] })],
    '0.options.0.type UNION_TYPE_CHOICES',
  ],
  ['a typo', [command({ options: [option('a', { requried: true })] })], '0.options.0.requried UNKNOWN_FIELD'],
  ['no context at all', [command({ contexts: [] })], '0.contexts BASE_TYPE_BAD_LENGTH'],
  ['a context that there is not', [command({ contexts: [3] })], '0.contexts.0 BASE_TYPE_CHOICES'],
  [
    'an installation that there is not',
    [command({ integration_types: [2] })],
    '0.integration_types.0 BASE_TYPE_CHOICES',
  ],
  [
    'a menu with a description',
    [{ name: 'Brief this', type: 3, description: 'x' }],
    '0.description APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED',
  ],
  [
    'a menu with options',
    [{ name: 'Brief this', type: 3, options: [option('a')] }],
    '0.options APPLICATION_COMMAND_OPTIONS_NOT_ALLOWED',
  ],
  ['a menu name of 33', [{ name: 'x'.repeat(33), type: 3 }], '0.name BASE_TYPE_MAX_LENGTH'],
  [
    'more than 8000 characters',
    [
      command({
        options: many(25, (at) =>
          option(`o${at}`, { choices: many(2, (n) => ({ name: `${n}${'x'.repeat(90)}`, value: 'x'.repeat(90) })) }),
        ),
      }),
    ],
    '0 APPLICATION_COMMAND_TOO_LARGE',
  ],
];

test.each(BROKEN)('%s cannot be registered', async (_, commands, complaint) => {
  const { status, body } = await register(...commands);
  expect({ status, code: body.code, complaints: complaintsIn(body) }).toEqual({
    status: 400,
    code: 50035,
    complaints: expect.arrayContaining([complaint]),
  });
  expect(stand.commands()).toEqual([]);
});

test('commands of another application are not for us', async () => {
  expect((await callDiscord(stand, 'PUT', '/applications/5/commands', [])).body).toMatchObject({ code: 10002 });
});

describe('once registered', () => {
  const CHOICES = [{ name: 'Short', value: 'short' }];
  const ALL = [
    command({
      options: [
        option('url', { required: true, min_length: 3, max_length: 20 }),
        option('points', { type: 4, min_value: 1, max_value: 9 }),
        option('length', { choices: CHOICES }),
        option('quiet', { type: 5 }),
        option('topic', { autocomplete: true }),
      ],
      contexts: [0, 1],
      integration_types: [0, 1],
    }),
    command({
      name: 'follow',
      options: [sub('add', option('feed')), option('list', { type: 2, options: [sub('all')] })],
      contexts: [0],
    }),
    command({ name: 'admin', default_member_permissions: '32' }),
    { name: 'Brief this', type: 3 },
  ];

  test('a command keeps its id, and comes back with what Discord fills in', async () => {
    const first = await register(...ALL);
    expect(first.status).toBe(200);
    const second = await register(...ALL);
    expect(second.list).toHaveLength(4);
    expect(stand.commands()).toMatchObject([
      { type: 1, name: 'brief', application_id: stand.applicationId, contexts: [0, 1] },
      { name: 'follow', integration_types: [0] },
      { default_member_permissions: '32' },
      { type: 3, description: '' },
    ]);
    const ids = (list: readonly unknown[]) => list.map((one) => JSON.parse(JSON.stringify(one)).id);
    expect(ids(second.list)).toEqual(ids(first.list));
    expect((await callDiscord(stand, 'GET', `/applications/${stand.applicationId}/commands`)).list).toHaveLength(4);
  });

  test('a guild has commands of its own', async () => {
    const path = `/applications/${stand.applicationId}/guilds/${stand.guild}/commands`;
    expect((await callDiscord(stand, 'PUT', path, [command({ name: 'local' })])).status).toBe(200);
    expect((await callDiscord(stand, 'GET', path)).list).toMatchObject([{ name: 'local', guild_id: stand.guild }]);
    expect(stand.commands()).toHaveLength(4);
  });

  test.each<readonly [string, () => Promise<unknown>, RegExp]>([
    ['a command that is not there', () => stand.command('nope'), /no command nope/],
    ['an option that is not there', () => stand.command('brief', { url: 'a.example', x: 1 }), /no option x/],
    ['no value where one is required', () => stand.command('brief', {}), /needs the option url/],
    ['a word for a number', () => stand.command('brief', { url: 'a.example', points: 'many' }), /takes no string/],
    ['half a number', () => stand.command('brief', { url: 'a.example', points: 1.5 }), /takes no number/],
    ['too much', () => stand.command('brief', { url: 'a.example', points: 10 }), /more than 9/],
    ['too little', () => stand.command('brief', { url: 'a.example', points: 0 }), /less than 1/],
    ['too long a text', () => stand.command('brief', { url: 'x'.repeat(21) }), /more than 20/],
    ['what is no choice', () => stand.command('brief', { url: 'a.example', length: 'long' }), /no choice long/],
    ['a word for yes', () => stand.command('brief', { url: 'a.example', quiet: 'yes' }), /takes no string/],
    ['a subcommand that is not there', () => stand.command('follow', { subcommand: 'drop' }), /no subcommand drop/],
    [
      'a subcommand of a group that is not there',
      () => stand.command('follow', { subcommand: 'list none' }),
      /no subcommand none/,
    ],
    ['no subcommand', () => stand.command('follow'), /no subcommand/],
    ['a subcommand of a command without', () => stand.command('brief', { subcommand: 'add' }), /has no subcommands/],
    ['a command without the permission for it', () => stand.command('admin'), /does not show to a member/],
    [
      'a command that is for guilds, in a DM',
      () => stand.command('follow', { subcommand: 'add' }, { guild: null }),
      /does not show in context 1/,
    ],
    ['a command of a guild install where the bot is not', elsewhere, /not for user installs/],
    [
      'autocomplete where there is none',
      () => stand.autocomplete('brief', { focused: 'url', url: 'a' }),
      /no autocomplete/,
    ],
    ['autocomplete without a focus', () => stand.autocomplete('brief', { topic: 'a' }), /needs a focused option/],
  ])('nobody can give %s', async (_, act, why) => {
    await expect(act()).rejects.toThrow(why);
  });

  function elsewhere(): Promise<unknown> {
    stand.addChannel({ id: '700', guild: '7' });
    return stand.command('follow', { subcommand: 'add' }, { guild: '7' });
  }
});
