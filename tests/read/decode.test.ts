import { expect, test } from 'vitest';
import { Problem } from '#core/problem.ts';
import { decode } from '#read/decode.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

test('reads UTF-8 that nothing declares', () => {
  expect(decode(utf8('Grüße aus Århus – “so”'), null, true)).toBe('Grüße aus Århus – “so”');
});

test('follows the charset of the header', () => {
  const bytes = Uint8Array.from([0xd2, 0xe5, 0xea, 0xf1, 0xf2]);
  expect(decode(bytes, 'text/html; charset=windows-1251', true)).toBe('Текст');
});

test('follows the charset of the page where the header names none', () => {
  const page = latin('<meta charset="iso-8859-2"><p>K\xf9\xf2</p>');
  expect(decode(page, 'text/html', true)).toContain('Kůň');
});

test('lets a byte order mark win over the header, and leaves it out of the text', () => {
  const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('Küste')]);
  expect(decode(bytes, 'text/html; charset=iso-8859-1', true)).toBe('Küste');
});

test('reads UTF-16 by its byte order mark', () => {
  const bytes = Uint8Array.from([0xff, 0xfe, ...Buffer.from('Der Kai ist zu.', 'utf16le')]);
  expect(decode(bytes, null, true)).toBe('Der Kai ist zu.');
});

test('takes bytes that are no UTF-8 and declare nothing for windows-1252', () => {
  expect(decode(latin('caf\xe9 \x93closed\x94'), null, true)).toBe('café “closed”');
});

test('believes the bytes where a page claims Latin-1 and is UTF-8', () => {
  expect(decode(utf8('<meta charset="iso-8859-1"><p>Zürich</p>'), null, true)).toContain('Zürich');
});

test('believes the bytes where a page claims UTF-8 and is windows-1252', () => {
  expect(
    decode(latin('<meta charset=utf-8><p>d\xe9j\xe0 vu \xe0 la cr\xe9merie, tr\xe8s t\xf4t</p>'), null, true),
  ).toContain('déjà vu à la crémerie');
});

test('keeps a UTF-8 page with one broken byte in UTF-8', () => {
  const bytes = Uint8Array.from([...utf8(`<p>${'Å'.repeat(500)}`), 0xff, ...utf8('ø</p>')]);
  expect(decode(bytes, 'text/html; charset=utf-8', true)).toMatch(/^<p>Å+\ufffdø<\/p>$/u);
});

test('does not fail on a charset that nobody knows', () => {
  expect(decode(utf8('naïve'), 'text/html; charset=klingon-8', true)).toBe('naïve');
});

test('calls bytes that are no text undecodable', () => {
  const noise = Uint8Array.from({ length: 4_000 }, (_, i) => (i * 7919) % 32);
  expect(() => decode(noise, null, false)).toThrow(Problem);
  expect(() => decode(noise, 'text/html; charset=utf-8', true)).toThrow(
    expect.objectContaining({ code: 'UNDECODABLE' }),
  );
});
