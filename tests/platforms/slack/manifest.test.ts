/** The manifest is what Slack takes, asks for what the code uses, and for nothing more. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { commands } from '#commands/index.ts';
import { BOT_SCOPES, slackManifest } from '#platforms/slack/manifest.ts';

const ROOM = path.join(import.meta.dirname, '../../../src/platforms/slack');
const code = readdirSync(ROOM)
  .map((file) => readFileSync(path.join(ROOM, file), 'utf8'))
  .join('\n');

const text = (maxLength: number, minLength = 1) => ({ type: 'string', minLength, maxLength }) as const;
const strict = (properties: object, required: readonly string[]) => ({
  ...{ type: 'object', additionalProperties: false, properties, required },
});
const url = { type: 'string', pattern: '^https://' };
/** Slack's own rules for an app manifest (docs.slack.dev/reference/app-manifest), as far as byline uses it, in our own words. */
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
        bot_user: strict({ display_name: text(80), always_online: { type: 'boolean' } }, ['display_name']),
        shortcuts: {
          ...{ type: 'array', maxItems: 10 },
          items: strict(
            { name: text(24), type: { enum: ['message', 'global'] }, callback_id: text(255), description: text(150) },
            ['name', 'type', 'callback_id', 'description'],
          ),
        },
        slash_commands: {
          ...{ type: 'array', maxItems: 50 },
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

describe.each([
  ['Socket Mode', { isHttp: false, publicUrl: null }],
  ['HTTP', { isHttp: true, publicUrl: 'https://byline.example.org' }],
] as const)('for %s', (_, where) => {
  const manifest = JSON.parse(JSON.stringify(slackManifest(commands, where)));

  test('Slack takes it', () => {
    check(manifest);
    expect(check.errors).toBeNull();
  });

  test('each command says in its hint what may follow it', () => {
    for (const { name, verbs } of commands) {
      const entry = manifest.features.slash_commands.find((one: { command: string }) => one.command === `/${name}`);
      const expected = verbs.flatMap((verb) => (verb.name === null ? [] : [verb.name]));
      for (const verb of expected) expect(entry.usage_hint).toContain(verb);
      expect(entry.usage_hint).not.toBe('');
      expect(entry.should_escape).toBe(false);
    }
  });

  test('Slack is told where to send what it sends', () => {
    const { settings, features } = manifest;
    expect(settings.socket_mode_enabled).toBe(!where.isHttp);
    const addresses = [
      settings.event_subscriptions.request_url,
      settings.interactivity.request_url,
      ...features.slash_commands.map((one: { url?: string }) => one.url),
    ];
    for (const address of addresses)
      expect(address).toBe(where.isHttp ? 'https://byline.example.org/slack/events' : undefined);
  });
});

/** What each event and method asks for (docs.slack.dev/reference). */
const FOR_EVENTS: Readonly<Record<string, string | null>> = {
  ...{ app_home_opened: null, app_uninstalled: null, tokens_revoked: null, app_mention: 'app_mentions:read' },
  ...{ channel_archive: 'channels:read', channel_deleted: 'channels:read', channel_left: 'channels:read' },
  ...{ group_archive: 'groups:read', group_deleted: 'groups:read', group_left: 'groups:read' },
  ...{ 'message.channels': 'channels:history', 'message.groups': 'groups:history' },
  ...{ 'message.im': 'im:history', 'message.mpim': 'mpim:history' },
};
const FOR_METHODS: Readonly<Record<string, readonly string[]>> = {
  ...{ 'auth.test': [], 'apps.connections.open': [], 'views.open': [], 'views.update': [], 'views.publish': [] },
  ...{ 'chat.postMessage': ['chat:write'], 'chat.update': ['chat:write'], 'chat.delete': ['chat:write'] },
  'chat.postEphemeral': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  'users.conversations': ['channels:read', 'groups:read'],
};

test('every event and every method that the code uses has its scope, and no scope is without use', () => {
  const { settings } = JSON.parse(JSON.stringify(slackManifest(commands, { isHttp: false, publicUrl: null })));
  const events: string[] = settings.event_subscriptions.bot_events;
  const called = [...code.matchAll(/\bclient\s*\.(\w+(?:\.\w+)*)\(/g)].map(([, method = '']) => method);
  const methods = called.filter((method) => method.includes('.') && !['chat.toString'].includes(method));
  expect(methods.length).toBeGreaterThan(5);
  const unknown = [...events.filter((one) => !(one in FOR_EVENTS)), ...methods.filter((one) => !(one in FOR_METHODS))];
  expect(unknown).toEqual([]);
  const needed = new Set([
    ...events.flatMap((one) => FOR_EVENTS[one] ?? []),
    ...methods.flatMap((one) => FOR_METHODS[one] ?? []),
    'commands',
  ]);
  expect([...BOT_SCOPES].toSorted()).toEqual([...needed].toSorted());
});
