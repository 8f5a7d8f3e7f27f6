import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'dotenv';
import { expect, test } from 'vitest';
import { Problem } from '#core/problem.ts';
import { isLoopback } from '#core/read-setting.ts';
import { readSettings, SETTING_NAMES } from '#settings.ts';

const PROJECT = '/srv/byline';
const EXAMPLE = readFileSync(path.join(import.meta.dirname, '../.env.example'), 'utf8');
const KEY = Buffer.alloc(32, 7).toString('base64');
const OTHER_KEY = Buffer.alloc(32, 9).toString('base64');
const read = (environment: Record<string, string>) => readSettings(environment, PROJECT);

/** What is said of these settings, once per complaint. */
function complaints(environment: Record<string, string>): string {
  try {
    read(environment);
  } catch (error) {
    if (error instanceof Problem && error.code === 'BAD_SETTINGS') return error.message;
    throw error;
  }
  throw new Error('nothing was wrong with these settings');
}

test('with nothing set the bot works: embedded, on this machine only, no private address', () => {
  const { allow, ...settings } = read({});
  expect(settings).toEqual({
    allowed: '',
    databaseUrl: null,
    dataFolder: '/srv/byline/data',
    keys: null,
    port: 3_000,
    host: '127.0.0.1',
    publicUrl: null,
    logLevel: 'info',
    ...{ retentionDays: 30, pollSeconds: null, timeZone: 'UTC' },
    slack: null,
    discord: null,
    model: null,
    idleModelSettings: [],
    budgets: { channel: null, workspace: null },
    platformFaults: [],
  });
  expect(allow('127.0.0.1')).toBe(false);
});

test('empty settings and blanks are as if they were not there', () => {
  const { allow: _, ...nothing } = read({});
  const { allow: __, allowed: ___, ...blank } = read(Object.fromEntries(SETTING_NAMES.map((name) => [name, '  '])));
  expect({ ...blank, allowed: '' }).toEqual(nothing);
});

test('an address that is listed is allowed, and no other', () => {
  const { allow, allowed } = read({ ALLOW_PRIVATE_ADDRESSES: ' 127.0.0.1 , 10.1.0.0/16,fd00::/8' });
  expect(allow('127.0.0.1')).toBe(true);
  expect(allow('10.1.200.3')).toBe(true);
  expect(allow('fd12::1')).toBe(true);
  expect(allow('10.2.0.1')).toBe(false);
  expect(allow('127.0.0.2')).toBe(false);
  expect(allow('localhost')).toBe(false);
  // Worker threads read it again.
  expect(read({ ALLOW_PRIVATE_ADDRESSES: allowed }).allow('10.1.200.3')).toBe(true);
});

test.each([
  ['DATABASE_URL', 'postgres://anna:secret@db.example:5432/byline', 'databaseUrl'],
  ['DATABASE_URL', 'postgresql://db.example/byline?sslmode=require', 'databaseUrl'],
  ['HOST', '0.0.0.0', 'host'],
  ['HOST', '::1', 'host'],
  ['HOST', 'bot.internal', 'host'],
  ['PUBLIC_URL', 'https://byline.example.org', 'publicUrl'],
  ['PUBLIC_URL', 'https://example.org:8443/tools/byline', 'publicUrl'],
  ['PUBLIC_URL', 'http://127.0.0.1:3000', 'publicUrl'],
  ['PUBLIC_URL', 'http://[::1]:3000', 'publicUrl'],
  ['LOG_LEVEL', 'silent', 'logLevel'],
  ['DATA_DIR', '/var/lib/byline', 'dataFolder'],
] as const)('%s takes %s', (name, value, key) => {
  expect(read({ [name]: ` ${value} ` })[key]).toBe(value);
});

test.each([
  ['PORT', '0', 'port', 0],
  ['PORT', '65535', 'port', 65_535],
  ['POLL_SECONDS', '5', 'pollSeconds', 5],
  ['RETENTION_DAYS', '1', 'retentionDays', 1],
  ['RETENTION_DAYS', '3650', 'retentionDays', 3_650],
] as const)('%s takes %s', (name, value, key, expected) => {
  expect(read({ [name]: value })[key]).toBe(expected);
});

test('a public address loses the slash at its end, for paths are put after it', () => {
  expect(read({ PUBLIC_URL: 'https://byline.example.org/' }).publicUrl).toBe('https://byline.example.org');
  expect(read({ PUBLIC_URL: 'https://example.org/byline//' }).publicUrl).toBe('https://example.org/byline');
});

test('a relative data folder starts at byline’s own folder, wherever somebody stands', () => {
  expect(read({ DATA_DIR: 'kept/here' }).dataFolder).toBe('/srv/byline/kept/here');
  expect(read({ DATA_DIR: '../elsewhere' }).dataFolder).toBe('/srv/elsewhere');
});

test('the first key seals, all of them open', () => {
  const { keys } = read({ SECRET_KEYS: `k2:${KEY}, k1:${OTHER_KEY}` });
  expect(keys?.first).toBe('k2');
  expect([...(keys?.keys.keys() ?? [])]).toEqual(['k2', 'k1']);
});

test.each([
  ['ALLOW_PRIVATE_ADDRESSES', 'localhost', '“localhost” is no IP address or range'],
  ['ALLOW_PRIVATE_ADDRESSES', '10.0.0.0/33', '“10.0.0.0/33” is no IP address or range'],
  ['DATABASE_URL', 'db.example', 'not an address; it is written postgres://user:password@host:5432/name'],
  ['DATABASE_URL', 'mysql://db.example/byline', 'does not begin with postgres://'],
  ['DATABASE_URL', 'https://db.example/byline', 'does not begin with postgres://'],
  ['SECRET_KEYS', 'open sesame', 'entry 1 is not written as <id>:<base64>'],
  ['SECRET_KEYS', `k1:${KEY.slice(0, 20)}`, 'key k1 has 15 bytes, not 32'],
  ['SECRET_KEYS', `k1:${KEY},k1:${OTHER_KEY}`, 'key k1 stands there twice'],
  ['PORT', '65536', 'a whole number from 0 to 65535, not “65536”'],
  ['PORT', '-1', 'a whole number from 0 to 65535'],
  ['PORT', '3e3', 'a whole number from 0 to 65535'],
  ['PORT', '3000.5', 'a whole number from 0 to 65535'],
  ['HOST', '127.0.0.1:80', 'is neither a name nor an IP address; a port goes into PORT'],
  ['HOST', 'http://127.0.0.1', 'is neither a name nor an IP address'],
  ['PUBLIC_URL', 'byline.example.org', 'not an address; it is written https://byline.example.org'],
  ['PUBLIC_URL', 'http://byline.example.org', 'begins with https://; http:// only on this machine'],
  ['PUBLIC_URL', 'ftp://127.0.0.1', 'begins with https://'],
  ['PUBLIC_URL', 'https://127.0.0.1.example.org@example.org', 'holds no user name'],
  ['PUBLIC_URL', 'https://:secret@example.org', 'holds no user name, password'],
  ['PUBLIC_URL', 'https://example.org/?a=b', 'holds no user name'],
  ['PUBLIC_URL', 'https://example.org/#b', 'holds no user name'],
  ['LOG_LEVEL', 'verbose', 'one of trace, debug, info, warn, error, fatal, silent, not “verbose”'],
  ['LOG_LEVEL', 'INFO', 'one of trace, debug'],
  ['RETENTION_DAYS', '0', 'a whole number from 1 to 3650'],
  ['RETENTION_DAYS', 'forever', 'a whole number from 1 to 3650, not “forever”'],
])('%s does not take %s, and says what would be right', (name, value, words) => {
  const said = complaints({ [name]: value });
  expect(said.startsWith(`${name}: `)).toBe(true);
  expect(said).toContain(words);
});

test('every setting that cannot be understood is named at once, in the order of .env.example’s list', () => {
  const said = complaints({
    ...{ ALLOW_PRIVATE_ADDRESSES: 'here', DATABASE_URL: 'there', SECRET_KEYS: 'x', PORT: 'http', HOST: 'a b' },
    ...{ PUBLIC_URL: 'me', LOG_LEVEL: 'loud', RETENTION_DAYS: '-1', DATA_DIR: 'fine' },
    ...{ POLL_SECONDS: '4', TIME_ZONE: '+02:00' },
    ...{ SLACK_BOT_TOKEN: 'a b', SLACK_APP_TOKEN: 'a b', SLACK_SIGNING_SECRET: 'a b', SLACK_CLIENT_ID: 'a b' },
    ...{ SLACK_CLIENT_SECRET: 'a b', SLACK_API_URL: 'http://slack.example/api', SLACK_MANAGERS: 'me' },
    ...{ DISCORD_TOKEN: 'a b', DISCORD_APPLICATION_ID: 'me', DISCORD_API_URL: 'here' },
    ...{ OPENAI_API_KEY: 'a b', OPENAI_BASE_URL: 'here', OPENAI_MODEL: 'x'.repeat(300) },
    ...{ MODEL_TOKENS_PER_CHANNEL_A_DAY: 'few', MODEL_TOKENS_PER_WORKSPACE_A_DAY: 'many' },
  });
  const named = said.split('; ').flatMap((part) => /^([A-Z_]+): /.exec(part)?.[1] ?? []);
  expect(named).toEqual(SETTING_NAMES.filter((name) => name !== 'DATA_DIR'));
});

test.each([
  ['DATABASE_URL', 'mysql://anna:HUSH1234567@db.example/byline'],
  ['DATABASE_URL', 'anna:HUSH1234567@db.example'],
  ['DATABASE_URL', 'postgres://anna:HUSH1234567@db example/'],
  ['SECRET_KEYS', 'HUSH1234567'],
  ['SECRET_KEYS', `k1:${Buffer.from('HUSH1234567').toString('base64')}`],
  ['SECRET_KEYS', `k1:${KEY}HUSH1234567`],
  ['PUBLIC_URL', 'http://anna:HUSH1234567@example.org'],
  ['PUBLIC_URL', 'https://:HUSH1234567@example.org'],
])('no secret is said aloud when %s is wrong', (name, value) => {
  const said = complaints({ [name]: value });
  expect(said).not.toContain('HUSH1234567');
  expect(said).not.toContain(Buffer.from('HUSH1234567').toString('base64').slice(0, 12));
  expect(said).not.toContain(KEY.slice(0, 12));
});

test.each([
  [{ SLACK_BOT_TOKEN: 'xoxb-HUSH' }, ['SLACK_APP_TOKEN: is missing (or, over HTTP, SLACK_SIGNING_SECRET)']],
  [{ SLACK_APP_TOKEN: 'xapp-HUSH' }, ['SLACK_BOT_TOKEN: is missing (or, for many workspaces, SLACK_CLIENT_ID and']],
  [
    { SLACK_BOT_TOKEN: 'xapp-HUSH', SLACK_APP_TOKEN: 'xoxb-HUSH' },
    ['SLACK_BOT_TOKEN: this is another kind of token; the bot’s begins', 'SLACK_APP_TOKEN: this is another kind'],
  ],
  [{ SLACK_BOT_TOKEN: 'HUSH', SLACK_APP_TOKEN: 'xapp-1' }, ['SLACK_BOT_TOKEN: this is another kind of token']],
  [{ SLACK_CLIENT_ID: '1.2', SLACK_APP_TOKEN: 'xapp-HUSH' }, ['SLACK_CLIENT_SECRET: is missing beside the other']],
  [
    { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'HUSH', SLACK_APP_TOKEN: 'xapp-HUSH' },
    ['SECRET_KEYS: is missing', 'PUBLIC_URL: is missing; workspaces install byline there'],
  ],
  [{ DISCORD_APPLICATION_ID: '123456789012345678' }, ['DISCORD_TOKEN: is missing']],
  [{ DISCORD_TOKEN: 'HUSH' }, ['DISCORD_TOKEN: this is no bot’s token, which has three parts']],
  [{ DISCORD_TOKEN: 'HUSH.HUSH' }, ['DISCORD_TOKEN: this is no bot’s token']],
  [
    { SLACK_BOT_TOKEN: 'xoxb-HUSH', DISCORD_TOKEN: 'Bot HUSH' },
    ['SLACK_APP_TOKEN: is missing', 'DISCORD_TOKEN: holds a blank'],
  ],
])('a platform that is half set up stops nothing else, and says all that is missing: %j', (environment, words) => {
  const { platformFaults } = read(environment);
  expect(platformFaults.map(({ name, words: said }) => `${name}: ${said}`)).toEqual(
    words.map((one) => expect.stringContaining(one)),
  );
  expect(JSON.stringify(platformFaults)).not.toContain('HUSH');
});

test('what is wrong elsewhere is told together with what a platform lacks', () => {
  expect(complaints({ SLACK_BOT_TOKEN: 'xoxb-1', PORT: 'x' })).toMatch(/^PORT: .*; SLACK_APP_TOKEN: is missing/);
});

test('a platform that is set up is read whole, its address with the slash that its client wants', () => {
  const { slack, discord } = read({
    ...{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'http://127.0.0.1:4000/api' },
    ...{ DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: 'http://127.0.0.1:4001/api/' },
  });
  expect(slack).toEqual({
    ...{ botToken: 'xoxb-1', oauth: null, appToken: 'xapp-1', signingSecret: null },
    ...{ apiUrl: 'http://127.0.0.1:4000/api/', managers: 'everyone' },
  });
  expect(discord).toEqual({ token: 'a.b.c', applicationId: null, apiUrl: 'http://127.0.0.1:4001/api' });
});

test.each([
  [{ OPENAI_API_KEY: 'sk-HUSH' }, ['OPENAI_API_KEY']],
  [{ OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' }, ['OPENAI_BASE_URL']],
  [{ OPENAI_API_KEY: 'two words', OPENAI_BASE_URL: 'somewhere' }, ['OPENAI_API_KEY', 'OPENAI_BASE_URL']],
])('a shell’s key or address for other programs is no model, and no fault: %j', (environment, names) => {
  expect(read(environment)).toMatchObject({ model: null, idleModelSettings: names });
});

test.each([[{ OPENAI_MODEL: 'gpt-5' }], [{ OPENAI_MODEL: 'gpt-5', OPENAI_BASE_URL: 'https://api.openai.com/v1' }]])(
  'a model that is named, with no key for a server that wants one, is a fault: %j',
  (environment) => {
    expect(complaints(environment)).toMatch(/^OPENAI_API_KEY: is missing/);
  },
);

test.each([
  ['localhost:11434', 'begins with https://'],
  ['ollama', 'not an address; it is written https://host/v1'],
  ['http://models.example.org/v1', 'http:// only on this machine or in your own network'],
  ['https://anna:secret@models.example.org/v1', 'holds no user name'],
])('a model’s address cannot be %s', (url, words) => {
  const said = complaints({ OPENAI_MODEL: 'm', OPENAI_BASE_URL: url });
  expect(said.startsWith('OPENAI_BASE_URL: ')).toBe(true);
  expect(said).toContain(words);
});

test.each([
  ['http://127.0.0.1:11434/v1/', 'http://127.0.0.1:11434/v1'],
  ['http://[::1]:1/v1', 'http://[::1]:1/v1'],
  ['http://ollama:11434/v1', 'http://ollama:11434/v1'],
  ['http://10.20.0.4:8000/v1', 'http://10.20.0.4:8000/v1'],
  ['http://gpu.lan/v1', 'http://gpu.lan/v1'],
])('a server in one’s own network needs no key: %s', (url, baseUrl) => {
  expect(read({ OPENAI_MODEL: 'm', OPENAI_BASE_URL: url }).model).toEqual({ apiKey: null, baseUrl, model: 'm' });
});

test('OpenAI itself needs a key and a model, and no address', () => {
  const { model } = read({ OPENAI_MODEL: 'gpt-5', OPENAI_API_KEY: 'sk-1' });
  expect(model).toEqual({ apiKey: 'sk-1', baseUrl: null, model: 'gpt-5' });
});

test('the values of settings that are no secret are quoted short', () => {
  expect(complaints({ LOG_LEVEL: 'x'.repeat(5_000) }).length).toBeLessThan(200);
  expect(complaints({ PORT: '9'.repeat(5_000) }).length).toBeLessThan(200);
  expect(complaints({ HOST: ' '.repeat(3) + '?'.repeat(5_000) }).length).toBeLessThan(200);
});

test('budgets are whole numbers of tokens, however they are grouped, and none where nothing is set', () => {
  const of = (channel: string) => read({ MODEL_TOKENS_PER_CHANNEL_A_DAY: channel }).budgets;
  expect(of('200000')).toEqual({ channel: 200_000, workspace: null });
  expect(of('2,000,000')).toEqual({ channel: 2_000_000, workspace: null });
  expect(of('0')).toEqual({ channel: 0, workspace: null });
  expect(complaints({ MODEL_TOKENS_PER_WORKSPACE_A_DAY: 'much' })).toBe(
    'MODEL_TOKENS_PER_WORKSPACE_A_DAY: a whole number of tokens, not “much”',
  );
  expect(complaints({ MODEL_TOKENS_PER_CHANNEL_A_DAY: '-5' })).toContain('MODEL_TOKENS_PER_CHANNEL_A_DAY');
});

test('.env.example lists every setting once, each under a comment, and means what byline does without it', () => {
  expect(Object.keys(parse(EXAMPLE)).toSorted()).toEqual([...SETTING_NAMES].toSorted());
  const blocks = EXAMPLE.trim().split(/\n\n+/).slice(1);
  for (const block of blocks) {
    const lines = block.split('\n');
    expect(lines.at(-1)).toMatch(/^[A-Z_]+=/);
    expect(lines.length).toBeGreaterThan(1);
    for (const comment of lines.slice(0, -1)) expect(comment).toMatch(/^# \S/);
  }
  const { allow: _, ...example } = read(parse(EXAMPLE));
  const { allow: __, ...nothing } = read({});
  expect(example).toEqual(nothing);
});

test.each([
  ['127.0.0.1', true],
  ['127.8.9.1', true],
  ['::1', true],
  ['[::1]', true],
  ['LOCALHOST', true],
  ['0.0.0.0', false],
  ['127.0.0.1.example.org', false],
  ['localhost.example.org', false],
  ['10.0.0.1', false],
])('whether only this machine reaches %s: %s', (host, isIt) => {
  expect(isLoopback(host)).toBe(isIt);
});
