/** The manifest is what Slack takes, asks for what the code uses, and for nothing more. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { scopesFor, slackManifest } from '#platforms/slack/manifest.ts';
import { commands } from '../../all-commands.ts';

const ROOM = path.join(import.meta.dirname, '../../../src/platforms/slack');
const code = readdirSync(ROOM)
  .map((file) => readFileSync(path.join(ROOM, file), 'utf8'))
  .join('\n');

const text = (maxLength: number, minLength = 1) => ({ type: 'string', minLength, maxLength }) as const;
const strict = (properties: object, required: readonly string[]) => ({
  ...{ type: 'object', additionalProperties: false, properties, required },
});
const url = { type: 'string', pattern: '^https://' };
/**
 * Slack's own rules for an app manifest (docs.slack.dev/reference/app-manifest and github.com/slackapi/manifest-schema), as far
 * as byline uses it, in our own words. Unknown keys are refused.
 */
const RULES = strict(
  {
    display_information: strict(
      { name: text(35), description: text(140), background_color: { type: 'string', pattern: '^#[0-9a-f]{6}$' } },
      ['name'],
    ),
    features: strict(
      {
        app_home: strict(
          {
            ...{ home_tab_enabled: { type: 'boolean' }, messages_tab_enabled: { type: 'boolean' } },
            messages_tab_read_only_enabled: { type: 'boolean' },
          },
          [],
        ),
        bot_user: strict(
          { display_name: { ...text(80), pattern: '^[a-z0-9._-]+$' }, always_online: { type: 'boolean' } },
          ['display_name'],
        ),
        shortcuts: {
          ...{ type: 'array', minItems: 1, maxItems: 10 },
          items: strict(
            { name: text(24), type: { enum: ['message', 'global'] }, callback_id: text(255), description: text(150) },
            ['name', 'type', 'callback_id', 'description'],
          ),
        },
        slash_commands: {
          ...{ type: 'array', minItems: 1, maxItems: 50 },
          items: strict(
            {
              ...{ command: { type: 'string', pattern: '^/[a-z0-9_-]{1,31}$' }, url, description: text(2_000) },
              ...{ usage_hint: text(1_000), should_escape: { type: 'boolean' } },
            },
            ['command', 'description'],
          ),
        },
      },
      [],
    ),
    oauth_config: strict(
      {
        redirect_urls: { type: 'array', maxItems: 1_000, items: url },
        scopes: strict({ bot: { type: 'array', maxItems: 255, uniqueItems: true, items: { type: 'string' } } }, []),
      },
      [],
    ),
    settings: strict(
      {
        event_subscriptions: strict(
          {
            request_url: url,
            bot_events: { type: 'array', maxItems: 100, uniqueItems: true, items: { type: 'string' } },
          },
          [],
        ),
        interactivity: strict({ is_enabled: { type: 'boolean' }, request_url: url }, ['is_enabled']),
        ...{ org_deploy_enabled: { type: 'boolean' }, socket_mode_enabled: { type: 'boolean' } },
        token_rotation_enabled: { type: 'boolean' },
      },
      [],
    ),
  },
  ['display_information'],
);
const check = new Ajv({ strict: false, allErrors: true }).compile(RULES);

const MODES = [
  ['Socket Mode', { isHttp: false, publicUrl: null, managers: 'admins' }],
  ['Socket Mode with pages', { isHttp: false, publicUrl: 'https://byline.example.org', managers: 'admins' }],
  ['HTTP', { isHttp: true, publicUrl: 'https://byline.example.org', managers: 'admins' }],
] as const;
const manifestFor = (where: (typeof MODES)[number][1], all = commands) =>
  JSON.parse(JSON.stringify(slackManifest(all, where)));

describe.each(MODES)('for %s', (_, where) => {
  const manifest = manifestFor(where);

  test('Slack takes it', () => {
    check(manifest);
    expect(check.errors).toBeNull();
  });

  test('each command says in its hint what may follow it', () => {
    for (const { name, verbs } of commands) {
      const entry = manifest.features.slash_commands.find((one: { command: string }) => one.command === `/${name}`);
      const [first] = verbs;
      const expected =
        first.name === null
          ? first.params.filter(({ required, kind }) => required && kind !== 'article').map((param) => param.name)
          : verbs.map((verb) => verb.name ?? '');
      for (const word of expected) expect(entry.usage_hint).toContain(word);
      expect(entry.usage_hint).not.toBe('');
      expect(entry.should_escape).toBe(false);
    }
    expect(manifest.features.slash_commands.map((one: { command: string }) => one.command)).not.toContain('/help');
  });

  test('Slack is told where to send what it sends, and whom it may send a browser to', () => {
    const { settings, features, oauth_config: oauth } = manifest;
    expect(settings.socket_mode_enabled).toBe(!where.isHttp);
    const addresses = [
      settings.event_subscriptions.request_url,
      settings.interactivity.request_url,
      ...features.slash_commands.map((one: { url?: string }) => one.url),
    ];
    for (const address of addresses)
      expect(address).toBe(where.isHttp ? 'https://byline.example.org/slack/events' : undefined);
    expect(oauth.redirect_urls).toEqual(
      where.publicUrl === null ? undefined : ['https://byline.example.org/slack/oauth_redirect'],
    );
  });
});

test('the rules refuse what Slack refuses', () => {
  const isTaken = (change: (manifest: ReturnType<typeof manifestFor>) => void) => {
    const manifest = manifestFor(MODES[0][1]);
    change(manifest);
    return check(manifest);
  };
  expect(isTaken(() => undefined)).toBe(true);
  const [command] = manifestFor(MODES[0][1]).features.slash_commands;
  for (const change of [
    (one: ReturnType<typeof manifestFor>) => one.features.slash_commands.push({ ...command, command: 'brief' }),
    (one: ReturnType<typeof manifestFor>) =>
      one.features.slash_commands.push({ ...command, command: `/${'x'.repeat(32)}` }),
    (one: ReturnType<typeof manifestFor>) => one.features.slash_commands.push({ ...command, usage_hint: '' }),
    (one: ReturnType<typeof manifestFor>) =>
      one.features.slash_commands.push(...Array.from({ length: 50 }, () => command)),
    (one: ReturnType<typeof manifestFor>) => Object.assign(one.features.shortcuts[0], { name: 'x'.repeat(25) }),
    (one: ReturnType<typeof manifestFor>) => Object.assign(one.display_information, { description: 'x'.repeat(141) }),
    (one: ReturnType<typeof manifestFor>) => Object.assign(one.settings, { unknown: true }),
  ])
    expect(
      isTaken((manifest) => void change(manifest)),
      String(change),
    ).toBe(false);
});

/** What each event and method asks for (docs.slack.dev/reference). */
const FOR_EVENTS: Readonly<Record<string, string | null>> = {
  ...{ app_home_opened: null, app_uninstalled: null, tokens_revoked: null, app_mention: 'app_mentions:read' },
  ...{ channel_archive: 'channels:read', channel_deleted: 'channels:read', channel_left: 'channels:read' },
  ...{ group_archive: 'groups:read', group_deleted: 'groups:read', group_left: 'groups:read' },
  ...{ 'message.channels': 'channels:history', 'message.groups': 'groups:history' },
  ...{ 'message.im': 'im:history', 'message.mpim': 'mpim:history' },
};
const READS_ALL = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];
const FOR_METHODS: Readonly<Record<string, readonly string[]>> = {
  ...{ 'apps.connections.open': [], 'auth.test': [] },
  ...{ 'chat.delete': ['chat:write'], 'chat.postEphemeral': ['chat:write'], 'chat.postMessage': ['chat:write'] },
  ...{ 'chat.update': ['chat:write'], 'conversations.history': READS_ALL, 'conversations.replies': READS_ALL },
  'conversations.info': ['channels:read', 'groups:read'],
  ...{ 'users.conversations': ['channels:read', 'groups:read'], 'users.info': ['users:read'] },
  ...{ 'views.open': [], 'views.publish': [], 'views.update': [] },
};
/** Slash commands and shortcuts. */
const FOR_COMMANDS = 'commands';
const METHOD =
  /\.((?:admin|api|apps|auth|bookmarks|bots|canvases|chat|conversations|dnd|emoji|files|pins|reactions|team|usergroups|users|views)\.\w+(?:\.\w+)*)\(/g;

test('every event and every method that the code uses has its scope, and no scope is without use', () => {
  const events: readonly string[] = manifestFor(MODES[0][1]).settings.event_subscriptions.bot_events;
  const called = [...new Set([...code.matchAll(METHOD)].map(([, method = '']) => method))];
  expect(called.toSorted()).toEqual(Object.keys(FOR_METHODS).toSorted());
  expect(events.toSorted()).toEqual(Object.keys(FOR_EVENTS).toSorted());
  const needed = new Set([
    FOR_COMMANDS,
    ...events.flatMap((one) => FOR_EVENTS[one] ?? []),
    ...called.flatMap((one) => FOR_METHODS[one] ?? []),
  ]);
  expect(scopesFor('admins').toSorted()).toEqual([...needed].toSorted());
  // Where everyone may manage, nobody is looked up.
  expect(scopesFor('everyone').toSorted()).toEqual([...needed].filter((one) => one !== 'users:read').toSorted());
});

test('every event that Slack is asked for is one that the code hears', () => {
  const events: readonly string[] = manifestFor(MODES[0][1]).settings.event_subscriptions.bot_events;
  for (const event of events) expect(code).toContain(`case '${event.split('.')[0]}'`);
});
