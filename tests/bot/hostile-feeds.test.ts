/** Feeds that expand to gigabytes: where an engine finds no memory within a built-in function it ends the whole process. */
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { createFeedPool } from '#bot/create-feed-pool.ts';
import { serve } from '../read/serve.ts';
import { rss } from './a-feed-server.ts';

/** Half of what a feed's thread has: nothing here may come near the whole. */
const LITTLE_MB = 256;
/** Somewhat less than the longest feed that is read. */
const SIZE = 16_000_000;
const within = (inside: string) => `<rss><channel><item>${inside}</item></channel></rss>`;
const filled = (unit: string) => unit.repeat(Math.floor(SIZE / Buffer.byteLength(unit)));
const json = (inside: string) => `{"version":"https://jsonfeed.org/version/1","items":[${inside}{}]}`;

const READ = { kind: 'read' };

test.each<[string, string | Buffer, object]>([
  [
    'bytes that are no text',
    Buffer.concat([Buffer.from('<rss><channel><item><title>'), Buffer.alloc(SIZE, 0xff)]),
    READ,
  ],
  ['numbered characters', within(`<title>${filled('&#1;')}</title>`), READ],
  ['signs that XML forbids', within(`<title>${filled('\u0001a')}</title>`), READ],
  ['signs that are meant otherwise', within(`<title>${filled('\u0081')}</title>`), READ],
  ['ampersands in plain text', within(`<description type="text"><![CDATA[${filled('&')}]]></description>`), READ],
  ['objects of JSON', json(filled('{},')), { code: 'TOO_LARGE' }],
  [
    'namespaces',
    `<rss ${Array.from({ length: 990 }, (_, at) => `xmlns:p${at}="x"`).join(' ')}>${filled('<b xmlns:a="x"/>')}`,
    { code: 'NOT_A_FEED' },
  ],
])('millions of %s take no memory worth the name', async (_, body, outcome) => {
  const [zipped, fine] = [gzipSync(body), gzipSync(rss([1, 2]))];
  const site = await serve((request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'application/rss+xml' });
    response.end(request.url === '/hostile' ? zipped : fine);
  });
  const troubles: unknown[] = [];
  const settings = { allowed: '127.0.0.1', contact: null };
  const pool = createFeedPool(settings, (cause) => troubles.push(cause), { memoryMb: LITTLE_MB });
  onTestFinished(() => pool.close());
  const poll = (name: string) =>
    pool.poll(
      { url: `${site.origin}/${name}`, etag: null, lastModified: null, subscribers: 1 },
      new AbortController().signal,
    );
  const hostile = await poll('hostile');
  expect(hostile.outcome).toMatchObject(outcome);
  expect((await poll('fine')).news?.entries).toHaveLength(2);
  expect(troubles).toEqual([]);
});
