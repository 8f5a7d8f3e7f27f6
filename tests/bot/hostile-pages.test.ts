/** Pages and PDFs that are built to take all memory or all time, beside one that is fine: each ends in words, and no thread is lost. */
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { createWalkPool } from '#bot/walk-pool.ts';
import { Problem } from '#core/problem.ts';
import { aRawPage, packed } from '../read/a-raw-pdf.ts';
import { serve } from '../read/serve.ts';

/** Half of what a walk's thread has: nothing here may come near the whole. */
const LITTLE_MB = 384;
/** Somewhat less than what is unpacked of a page. */
const SIZE = 9_500_000;
const filled = (unit: string, size = SIZE) => unit.repeat(Math.floor(size / Buffer.byteLength(unit)));
const FINE = [
  '<p>The ferry to Lund will stop running on Sundays from May, its owner said on Tuesday.</p>',
  '<p>“We carry nine people on a winter Sunday, and the crew is eight,” said Karin Holt, who runs Lund Lines.</p>',
  '<p>The island council called the decision a betrayal, and asked for a meeting with the company in the town hall.</p>',
].join('');
const page = (body: string, title = 'Sunday ferry ends') =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${body}</article></body></html>`;

const ENDS: Readonly<Record<string, readonly [string | Buffer, object]>> = {
  fine: [page(FINE), { points: 'some' }],
  'elements in elements': [page(filled('<div>')), { code: 'TOO_LARGE' }],
  // 10,000 deep, 25 times what is read: of more, a busy machine would say that it takes too long, before it has seen how deep it is.
  'elements in elements, fewer': [page(filled('<i>', 30_000)), { code: 'TOO_LARGE' }],
  'one text': [page(`<p>${filled('harbour ')}</p>`), { code: 'TOO_LARGE' }],
  attributes: [page(`<div ${filled('a=1 ')}>${FINE}</div>`), { code: 'TOO_LARGE' }],
  'attributes, fewer': [page(`<div ${filled('class=a ', 1_000_000)}>${FINE}</div>`), { points: 'some' }],
  elements: [page(filled('<b>a</b>', 2_400_000)), { code: 'TOO_LARGE' }],
  cells: [page(`<table>${filled(`<tr>${'<td>1'.repeat(20)}`)}</table>`), { code: 'TOO_LARGE' }],
  'a gigabyte of nothing': [Buffer.alloc(100_000_000), { code: 'TOO_LARGE' }],
  'a title without an end': [page(FINE, filled('harbour ', 100_000)), { points: 'some' }],
  'a word without an end': [page(`<p>${filled('a', 500_000)}</p>`), { code: 'NOTHING_VERIFIED' }],
  'marks on one letter': [page(`<p>a${filled('\u0301', 600_000)}</p>${FINE}`), { points: 'some' }],
  'turns of direction': [page(`<p>${filled('\u202e\u2066\u200fש ', 600_000)}</p>${FINE}`), { points: 'some' }],
  'joined signs': [page(`<p>${filled('👩\u200d', 600_000)}</p>${FINE}`), { points: 'some' }],
  'a PDF': [aRawPage(packed(Buffer.alloc(80_000_000, ' '))), { code: 'TOO_LARGE' }],
};

test('each hostile page ends in words, those beside it are briefed, and the threads stay', async () => {
  const bodies = new Map(Object.entries(ENDS).map(([name, [body]]) => [name, gzipSync(body, { level: 1 })]));
  const site = await serve((request, response) => {
    const name = decodeURIComponent(request.url ?? '').slice(1);
    const type = name === 'a PDF' ? 'application/pdf' : 'text/html; charset=utf-8';
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': type });
    response.end(bodies.get(name));
  });
  const troubles: unknown[] = [];
  const pool = createWalkPool({
    allowed: '127.0.0.1',
    limits: { memoryMb: LITTLE_MB },
    onTrouble: (cause) => troubles.push(cause),
  });
  onTestFinished(() => pool.close());
  const signal = new AbortController().signal;
  const brief = async (name: string): Promise<object> => {
    const walk = pool.startWalk(() => undefined, signal);
    try {
      const article = await walk.read(`${site.origin}/${encodeURIComponent(name)}`);
      const { points, headline } = await walk.brief(article, { points: null, style: null, engine: 'extractive' });
      expect(headline.length).toBeLessThan(310);
      return { points: points.length === 0 ? 'none' : 'some' };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { code: error.code };
    }
  };
  const names = Object.keys(ENDS);
  const outcomes = await Promise.all(names.map(async (name) => [name, await brief(name)] as const));
  expect(Object.fromEntries(outcomes)).toEqual(Object.fromEntries(names.map((name) => [name, ENDS[name]?.[1]])));
  expect(troubles).toEqual([]);
  expect(await brief('fine')).toEqual({ points: 'some' });
});
