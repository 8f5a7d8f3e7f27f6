import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeFeed } from '#feeds/decode-feed.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** "<a>é</a>" in UTF-32, the byte order as given. */
function utf32(text: string, isLittleEndian: boolean, hasMark: boolean): Uint8Array {
  const codes = [...(hasMark ? '\ufeff' : ''), ...text].map((sign) => sign.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(codes.length * 4));
  for (const [at, code] of codes.entries()) view.setUint32(at * 4, code, isLittleEndian);
  return new Uint8Array(view.buffer);
}

test('UTF-8 that nothing declares, and that a header calls Latin-1', () => {
  expect(decodeFeed(utf8('<rss>Kůň</rss>'), null)).toBe('<rss>Kůň</rss>');
  expect(decodeFeed(utf8('<rss>Kůň</rss>'), 'text/xml; charset=iso-8859-1')).toBe('<rss>Kůň</rss>');
});

test('the header wins over the declaration, and a byte order mark over both', () => {
  const russian = Uint8Array.from([...latin('<?xml version="1.0" encoding="koi8-r"?>'), 0xd2, 0xe5]);
  expect(decodeFeed(russian, 'text/xml; charset=windows-1251').slice(-2)).toBe('Те');
  expect(decodeFeed(russian, 'text/xml').slice(-2)).toBe('рЕ');
  expect(decodeFeed(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('é')]), 'text/xml; charset=koi8-r')).toBe('é');
});

test('what calls itself UTF-8 and is not is windows-1252', () => {
  expect(decodeFeed(latin('<?xml version="1.0" encoding="utf-8"?><a>caf\xe9 \x93so\x94</a>'), null)).toContain(
    'café “so”',
  );
});

test('one broken byte does not change the encoding of a long text', () => {
  const text = decodeFeed(Uint8Array.from([...utf8('Příliš žluťoučký kůň úpěl'), 0xff]), null);
  expect(text).toBe('Příliš žluťoučký kůň úpěl\ufffd');
});

test('wide encodings show in their first bytes, whatever the declaration says', () => {
  const text = '<?xml version="1.0" encoding="utf-8"?><a>é€😀</a>';
  expect(decodeFeed(Uint8Array.from(Buffer.from(text, 'utf16le')), null)).toBe(text);
  for (const isLittle of [true, false])
    for (const hasMark of [true, false]) expect(decodeFeed(utf32(text, isLittle, hasMark), null)).toBe(text);
});

test('a declaration that lies of UTF-16, or names nothing known, is not followed', () => {
  expect(decodeFeed(utf8('<?xml version="1.0" encoding="utf-16"?><a>é</a>'), null)).toContain('é');
  expect(decodeFeed(utf8('<?xml version="1.0" encoding="klingon"?><a>é</a>'), null)).toContain('é');
});

test('text in UTF-8 comes back as it was, and no bytes make it fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(decodeFeed(utf8(`<a>${text}`), null)).toBe(`<a>${text}`);
    }),
  );
  fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof decodeFeed(bytes, 'charset=x') === 'string'));
});
