import { expect, test } from 'vitest';
import { readBytes } from '#read/read-bytes.ts';
import { aPage, STORY } from './a-page.ts';
import { aPdf } from './a-pdf.ts';
import { expectProblem } from './expect-problem.ts';

const url = 'https://quaygazette.example/a';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const story = STORY.join('\n\n');

test.each([['text/html'], ['application/xhtml+xml; charset=utf-8'], ['application/octet-stream'], [null]])(
  'reads a page that came as %s',
  async (contentType) => {
    const article = await readBytes(bytesOf(aPage()), { url, contentType });
    expect(article).toMatchObject({ url, text: story });
  },
);

test.each([['text/plain; charset=utf-8'], ['text/markdown'], [null]])(
  'reads text that came as %s',
  async (contentType) => {
    const article = await readBytes(bytesOf(`Swing bridge to close\n\n${story}`), { url, contentType });
    expect(article).toMatchObject({ url, title: 'Swing bridge to close', text: story });
  },
);

test('keeps text in text that speaks of markup', async () => {
  const text = `The <p> element is thirty years old, said its author, and it will outlive us all. ${STORY[0]}`;
  expect((await readBytes(bytesOf(text), { url: null, contentType: 'text/plain' })).text).toBe(text);
});

test('knows a PDF whatever it was declared as', async () => {
  const pdf = aPdf([['The harbour board voted on Monday to close the bridge for weeks.']]);
  for (const contentType of ['application/pdf', 'text/html', null])
    expect((await readBytes(pdf, { url, contentType })).text).toContain('harbour board');
});

test.each([
  ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]],
  ['an archive', [0x50, 0x4b, 3, 4, 20, 0, 0, 0]],
  ['a compressed file', [0x1f, 0x8b, 8, 0, 0, 0]],
  ['a film', [0, 0, 0, 0x20, 0x66, 0x74, 0x79, 0x70]],
])('turns %s away, also under the name of a page', async (_, bytes) => {
  for (const contentType of [null, 'text/html'])
    await expectProblem(readBytes(Uint8Array.from(bytes), { url, contentType }), 'UNSUPPORTED_TYPE');
});

test('calls noise undecodable', async () => {
  const noise = Uint8Array.from({ length: 5_000 }, (_, i) => (i * 7919 + 5) % 31);
  await expectProblem(readBytes(noise, { url, contentType: null }), 'UNDECODABLE');
});

test('says that an empty document holds no article', async () => {
  for (const text of ['', ' \n\n'])
    await expectProblem(readBytes(bytesOf(text), { url, contentType: null }), 'NOT_AN_ARTICLE');
});

test('refuses thirty megabytes', async () => {
  const page = new Uint8Array(30_000_000).fill(0x61);
  await expectProblem(readBytes(page, { url, contentType: 'text/html' }), 'TOO_LARGE');
  await expectProblem(readBytes(page, { url, contentType: 'text/plain' }), 'TOO_LARGE');
});
