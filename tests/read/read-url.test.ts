import { expect, test } from 'vitest';
import { readUrl } from '#read/read-url.ts';
import { expectProblem } from './expect-problem.ts';
import { loopback, serve, servePage } from './serve.ts';

const allow = loopback;

const PARAGRAPHS = [
  'The harbour council voted on Tuesday to keep the old lifting bridge open for two more summers, although the engineers who inspected it in March had asked for an earlier end.',
  'Chairwoman Ida Holm said the decision was “a matter of patience, not of courage”, and that a ferry would carry lorries above twelve tonnes from the first of May.',
  'Shopkeepers along the northern quay had feared that a closure would cost them a third of their customers. Their spokesman, José Lindqvist, called the vote a relief.',
  'The municipality expects the repairs to cost four million crowns. Half of the money is to come from the region, which has not yet confirmed it.',
];

const html = (charset: string) => `<!doctype html><html lang="en"><head><meta charset="${charset}">
<title>Old bridge stays open for two summers</title></head><body><nav><a href="/">Home</a></nav>
<article><h1>Old bridge stays open for two summers</h1>${PARAGRAPHS.map((p) => `<p>${p}</p>`).join('')}</article></body></html>`;

test('an address becomes its article, and keeps where it was found in the end', async () => {
  const site = await serve((request, response) => {
    if (request.url === '/short') response.writeHead(301, { location: '/news/bridge#top' }).end();
    else response.writeHead(200, { 'content-type': 'text/html' }).end(html('utf-8'));
  });
  const article = await readUrl(`  ${site.origin}/short#comments `, { allow });
  expect(article.url).toBe(`${site.origin}/news/bridge`);
  expect(article.title).toBe('Old bridge stays open for two summers');
  expect(article.language).toBe('en');
  for (const paragraph of PARAGRAPHS) expect(article.text).toContain(paragraph);
  await site.quiet();
});

test('the header’s charset reaches the decoder', async () => {
  const latin = html('utf-8').replaceAll(/[“”]/g, '"');
  const site = await servePage(Buffer.from(latin, 'latin1'), { 'content-type': 'text/html; charset=iso-8859-1' });
  expect((await readUrl(site.origin, { allow })).text).toContain('José Lindqvist');
});

test('plain text is read as such', async () => {
  const site = await servePage(PARAGRAPHS.join('\n\n'), { 'content-type': 'text/plain; charset=utf-8' });
  expect((await readUrl(site.origin, { allow })).text).toBe(PARAGRAPHS.join('\n\n'));
});

test('a page that is not there, not open or no address keeps its own code', async () => {
  const gone = await servePage('<p>gone', {}, 410);
  await expectProblem(readUrl(gone.origin, { allow }), 'NOT_FOUND');
  await expectProblem(readUrl(gone.origin), 'BLOCKED_ADDRESS');
  await expectProblem(readUrl('the bridge'), 'BAD_ADDRESS');
});

test('an empty page is no article', async () => {
  const site = await servePage('');
  await expectProblem(readUrl(site.origin, { allow }), 'NOT_AN_ARTICLE');
});

test('a caller who has gone gets no article', async () => {
  const site = await servePage(html('utf-8'));
  await expectProblem(readUrl(site.origin, { allow, signal: AbortSignal.abort() }), 'CANCELLED');
  expect(site.connections()).toBe(0);
});

test('robots.txt counts where no person asked', async () => {
  const site = await serve((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(request.url === '/robots.txt' ? 'User-agent: *\nDisallow: /' : html('utf-8'));
  });
  await expectProblem(readUrl(site.origin, { allow, byPerson: false }), 'DISALLOWED');
  await readUrl(site.origin, { allow });
});
