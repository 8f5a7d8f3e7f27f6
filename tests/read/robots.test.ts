import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fetchPage } from '#read/fetch-page.ts';
import { readRobots } from '#read/read-robots.ts';
import { USER_AGENT } from '#read/user-agent.ts';
import { expectToEnd } from '../expect-to-end.ts';
import { expectProblem } from './expect-problem.ts';
import { loopback, type Site, serve } from './serve.ts';

const asked: string[] = [];

/** A site whose robots.txt is this; every other path is a page. */
const siteWith = (robots: string | number, redirect: string | null = null): Promise<Site> => {
  asked.length = 0;
  return serve((request, response) => {
    asked.push(request.url ?? '');
    if (request.url !== '/robots.txt') response.writeHead(200, { 'content-type': 'text/html' }).end('<p>page');
    else if (redirect !== null) response.writeHead(302, { location: redirect }).end();
    else if (typeof robots === 'number') response.writeHead(robots).end();
    else response.writeHead(200, { 'content-type': 'text/plain' }).end(robots);
  });
};
const byProgram = { allow: loopback, byPerson: false };

test('who was asked by a person does not ask for robots.txt', async () => {
  const site = await siteWith('User-agent: *\nDisallow: /');
  await fetchPage(`${site.origin}/story`, { allow: loopback });
  expect(asked).toEqual(['/story']);
});

test('what no person asked for stays unread where robots.txt says so', async () => {
  const site = await siteWith('User-agent: *\nDisallow: /private/');
  await expectProblem(fetchPage(`${site.origin}/private/story`, byProgram), 'DISALLOWED');
  expect(asked).toEqual(['/robots.txt']);
  await fetchPage(`${site.origin}/public/story`, byProgram);
  expect(asked.at(-1)).toBe('/public/story');
  await site.quiet();
});

test('a rule for byline itself goes before the rule for all', async () => {
  const closed = await siteWith('User-agent: *\nDisallow:\n\nUser-agent: Byline\nDisallow: /');
  await expectProblem(fetchPage(`${closed.origin}/story`, byProgram), 'DISALLOWED');
  const open = await siteWith('User-agent: *\nDisallow: /\n\nUser-agent: byline\nAllow: /');
  await fetchPage(`${open.origin}/story`, byProgram);
});

test.each([401, 403, 404, 410])('a robots.txt that answers %i allows everything', async (status) => {
  const site = await siteWith(status);
  expect((await fetchPage(`${site.origin}/story`, byProgram)).url).toBe(`${site.origin}/story`);
});

test.each([500, 503])('a robots.txt that answers %i allows nothing', async (status) => {
  const site = await siteWith(status);
  await expectProblem(fetchPage(`${site.origin}/story`, byProgram), 'DISALLOWED');
});

test('a robots.txt that answers 429 turns us away for now', async () => {
  const site = await siteWith(429);
  await expectProblem(fetchPage(`${site.origin}/story`, byProgram), 'RATE_LIMITED');
});

test('a robots.txt that redirects in circles counts as missing; into a closed network it is refused', async () => {
  const circle = await siteWith('', '/robots.txt');
  await fetchPage(`${circle.origin}/story`, byProgram);
  const inside = await siteWith('', 'http://169.254.169.254/robots.txt');
  await expectProblem(fetchPage(`${inside.origin}/story`, byProgram), 'BLOCKED_ADDRESS');
});

test('a redirect is judged by the robots.txt of where it leads', async () => {
  const closed = await serve((request, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.end(request.url === '/robots.txt' ? 'User-agent: *\nDisallow: /' : 'secret');
  });
  const open = await serve((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else response.writeHead(302, { location: `${closed.origin}/story` }).end();
  });
  await expectProblem(fetchPage(`${open.origin}/story`, byProgram), 'DISALLOWED');
});

test('no more than 500 KiB of robots.txt count, and it need not end', async () => {
  const filler = `# ${'x'.repeat(97)}\n`.repeat(5_200);
  const site = await siteWith(`User-agent: *\nDisallow: /a\n${filler}Disallow: /b`);
  await expectProblem(fetchPage(`${site.origin}/a`, byProgram), 'DISALLOWED');
  await fetchPage(`${site.origin}/b`, byProgram);
  const endless = await serve((request, response) => {
    if (request.url !== '/robots.txt')
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>page');
    response.writeHead(200);
    const more = () => {
      while (!response.destroyed && response.write(filler));
    };
    response.on('drain', more);
    more();
  });
  await fetchPage(`${endless.origin}/b`, byProgram);
  await endless.quiet();
});

test('rules made to take long are not tried', () => {
  const text = `User-agent: *\n${`Disallow: /${'*a'.repeat(500)}b\n`.repeat(480)}`;
  const url = new URL(`http://news.test/${'a'.repeat(4_000)}`);
  expectToEnd(() => {
    expect(() => readRobots({ status: 200, text }, url)).toThrow(expect.objectContaining({ code: 'DISALLOWED' }));
  });
});

test('a file of names and rules alone fills no memory', () => {
  const names = Array.from({ length: 20_000 }, (_, i) => `user-agent:${i}\n`).join('');
  const text = `${names}user-agent:*\n${'allow:/\n'.repeat(30_000)}disallow:/story`;
  expectToEnd(() => {
    expect(() => readRobots({ status: 200, text }, new URL('http://news.test/story'))).toThrow(/stay away/);
  });
});

test('several names share the rules below them, and other fields part nothing', () => {
  const text =
    'User-agent: other\nCrawl-delay: 1\nUSER-AGENT : Byline/2.0 # us\nSitemap: http://x/\nDisallow : /a*/b$ # no';
  const judge = (path: string) => () => readRobots({ status: 200, text }, new URL(path, 'http://news.test/'));
  expect(judge('/a/x/b')).toThrow(expect.objectContaining({ code: 'DISALLOWED' }));
  expect(judge('/a/x/b/c')).not.toThrow();
  expect(judge('/b')).not.toThrow();
});

test('a page in the place of robots.txt forbids nothing', () => {
  readRobots({ status: 200, text: '<!doctype html><title>News</title><p>Disallow' }, new URL('http://news.test/story'));
  readRobots({ status: 200, text: '\u0000\ud800:\n:\n\n' }, new URL('http://news.test/story'));
});

test('the user agent names the version of package.json', () => {
  const { version } = JSON.parse(readFileSync(`${import.meta.dirname}/../../package.json`, 'utf8'));
  expect(USER_AGENT).toContain(`byline/${version} `);
});
