import { expect, test } from 'vitest';
import { readFile } from '#read/read-file.ts';
import { aPage, paragraphs, STORY } from './a-page.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const story = STORY.join('\n\n');

test('reads a saved page, and takes the address that it names', async () => {
  const head = '<link rel="canonical" href="https://quaygazette.example/bridge">';
  const article = await readFile(bytesOf(aPage({ head })), 'bridge.html');
  expect(article).toMatchObject({
    url: 'https://quaygazette.example/bridge',
    outlet: 'quaygazette.example',
    text: story,
  });
});

test('takes no address that a browser would not fetch', async () => {
  for (const href of ['javascript:alert(1)', 'file:///etc/passwd', '/bridge', 'https://'])
    expect(
      (await readFile(bytesOf(aPage({ head: `<link rel="canonical" href="${href}">` })), 'a.html')).url,
    ).toBeNull();
});

test('reads a piece of a page by its name', async () => {
  expect((await readFile(bytesOf(`Bridge\n${paragraphs(STORY)}`), 'piece.HTM')).text).toContain(story);
});

test('reads text, whatever its name', async () => {
  for (const name of ['a.txt', 'a', '-', 'a.md']) expect((await readFile(bytesOf(story), name)).text).toBe(story);
});

test('reads a page that came without a name', async () => {
  expect((await readFile(bytesOf(aPage()), '-')).text).toBe(story);
});
