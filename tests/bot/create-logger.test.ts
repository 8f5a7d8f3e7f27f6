import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { withoutSecrets } from '#bot/create-logger.ts';
import { openLog } from './a-log.ts';
import { SENTENCES } from './secrets.ts';

test('a line is one JSON object with its level as a word and its time in UTC', () => {
  const { logger, lines, text } = openLog();
  logger.info({ request: 'r1', code: 'PAYWALLED' }, 'failed');
  expect(text().endsWith('\n')).toBe(true);
  expect(lines()).toEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      request: 'r1',
      code: 'PAYWALLED',
      msg: 'failed',
    },
  ]);
});

test('what is below the level is left out, and silent is silent', () => {
  const log = openLog('warn');
  log.logger.info('not this');
  log.logger.warn('this');
  expect(log.lines().map(({ msg }) => msg)).toEqual(['this']);
  const silent = openLog('silent');
  silent.logger.fatal('nothing');
  expect(silent.text()).toBe('');
});

test('a terminal gets a short line', () => {
  const { logger, text } = openLog('info', true);
  logger.info({ platform: 'console', tries: 2, at: ['a', 'b'] }, 'delivered');
  expect(text()).toMatch(/^\d\d:\d\d:\d\d info delivered platform=console tries=2 at=\["a","b"\]\n$/);
});

test('nothing that is logged moves a terminal or begins a line of its own', () => {
  const { logger, text } = openLog('info', true);
  logger.info({ request: 'a\u001b[2J\u001b]0;title\u0007\r\n12:00:00 error forged\u202e\u2028x' }, 'asked\u009b1m');
  expect(text().match(/\n/g)).toHaveLength(1);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(text().slice(0, -1)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2028]/);
});

test.each(SENTENCES)('the last net takes the secret out of “%s”', (sentence, secret) => {
  expect(withoutSecrets(sentence)).toContain('[secret]');
  for (const isTTY of [false, true]) {
    const { logger, text } = openLog('info', isTTY);
    logger.info({ fact: sentence, nested: { deep: [sentence] } }, sentence);
    expect(text()).not.toContain(secret);
    expect(text()).toContain('[secret]');
  }
});

test.each([
  'delivered platform=console how=post',
  'file:///srv/byline/src/read/read-html.ts:44:7',
  'https://example.org:8443/story?id=12&page=3',
  '2026-03-02T08:00:00.000Z',
  'request 01JN3Z2QK5V9X7B4M6C8D0E1F2',
  'a Bot platform, a Bearer of news',
  'connect ECONNREFUSED 127.0.0.1:5432',
])('the last net lets through what is no secret: “%s”', (text) => {
  expect(withoutSecrets(text)).toBe(text);
});

test('the last net takes about linear time', () => {
  const text = 'xoxb-://a:'.repeat(20_000);
  expect(withoutSecrets(`${text}${'a-'.repeat(200_000)}`).length).toBeGreaterThan(0);
});

test('a log that nobody reads any more does not end the process', async () => {
  const file = path.join(import.meta.dirname, '../../src/bot/create-logger.ts');
  const code = `
    import { createLogger } from ${JSON.stringify(file)};
    const logger = createLogger('info', process.stderr);
    process.stdin.once('data', () => {
      for (let i = 0; i < 50; i++) setTimeout(() => logger.info('still here'), i);
      setTimeout(() => { process.stdout.write('alive'); process.exit(0); }, 200);
    });
    process.stdout.write('ready');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code]);
  child.stderr.destroy();
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    out += chunk;
    if (out === 'ready') child.stdin.write('go');
  });
  const exit = await new Promise((done) => child.on('close', done));
  expect({ exit, out }).toEqual({ exit: 0, out: 'readyalive' });
});
