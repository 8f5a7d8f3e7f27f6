import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Problem } from '#core/problem.ts';
import { findFeeds } from '#feeds/find-feeds.ts';
import { readFeed } from '#feeds/read-feed.ts';
import { readOpml } from '#feeds/read-opml.ts';
import { expectToEnd } from '../expect-to-end.ts';

const url = 'https://x.example/feed';
const outcome = (source: string | Uint8Array): string =>
  expectToEnd(() => {
    try {
      return `${readFeed(source, { url }).items.length} items`;
    } catch (error) {
      return error instanceof Problem ? error.code : `a bug: ${error}`;
    }
  });

test.each([
  ['nothing', ''],
  ['a web page', '<!doctype html><html><head><title>Quay</title></head><body><p>One<br>two</body></html>'],
  ['a page of unclosed elements', `<html>${'<p><br>'.repeat(100_000)}`],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])],
  ['zeros', new Uint8Array(1_000_000)],
  ['other XML', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['OPML', '<opml version="2.0"><body/></opml>'],
  ['other JSON', '{"items":[]}'],
  ['broken JSON', '{"version":"https://jsonfeed.org/version/1"'],
  ['JSON that is nested without end', '{"a":'.repeat(1_000_000)],
  ['100 MB of nesting', `<rss>${'<a>'.repeat(33_000_000)}`],
  ['items in items without end', `<rss><channel>${'<item>'.repeat(1_000_000)}`],
  ['attributes without end', `<rss ${Array.from({ length: 200_000 }, (_, at) => `a${at}="1"`).join(' ')}>`],
  ['opening marks without end', '<'.repeat(1_000_000)],
])('%s is no feed', (_, source) => {
  expect(outcome(source)).toBe('NOT_A_FEED');
});

test('a feed of 100 MB, and one of a million items, are too large', () => {
  expect(outcome(`<rss><channel>${'<item><title>One</title></item>'.repeat(3_300_000)}`)).toBe('TOO_LARGE');
  expect(outcome(`<rss><channel>${'<item/>'.repeat(1_100_000)}`)).toBe('TOO_LARGE');
});

test('entities of a document type are not expanded, whatever they would become', () => {
  const entities = Array.from({ length: 30 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('');
  const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "]> <html>">${entities}
    <!ENTITY file SYSTEM "file:///etc/passwd">]><rss><channel><title>&e30; &file;</title><item/></channel></rss>`;
  expect(outcome(bomb)).toBe('1 items');
  expect(readFeed(bomb, { url }).title).toBe('&e30; &file;');
});

test.each([
  ['ampersands', `<title>${'&'.repeat(1_000_000)}</title>`],
  ['markup in a title', `<title><![CDATA[${'<b>'.repeat(1_000_000)}]]></title>`],
  ['links that do not end', `<description><![CDATA[${' href="'.repeat(500_000)}]]></description>`],
  ['a person', `<author>${'&lt;(@ '.repeat(300_000)}</author>`],
  ['a date', `<pubDate>${'1 '.repeat(500_000)}</pubDate>`],
  ['closing tags', `${'<a>'.repeat(200)}${'</b>'.repeat(500_000)}`],
  ['comments that do not end', '<!--'.repeat(500_000)],
  ['CDATA that does not end', '<![CDATA['.repeat(300_000)],
  ['zeros', '\0'.repeat(1_000_000)],
])('a million %s end in time', (_, inside) => {
  expect(outcome(`<rss><channel><item>${inside}</item></channel></rss>`)).toBe('1 items');
});

test('a page or a list of feeds that is nested without end is left with what was found', () => {
  const page = `<link rel="alternate" type="application/rss+xml" href="/a">${'<b>'.repeat(2_000_000)}`;
  expect(expectToEnd(() => findFeeds(page, { url }))).toHaveLength(1);
  expect(() => readOpml(`<opml><body>${'<outline text="a">'.repeat(300_000)}`)).toThrow(Problem);
});

test('whatever comes, it is a feed or a Problem', () => {
  const words = fc.constantFrom(
    ...[
      '<rss>',
      '<channel>',
      '<item>',
      '</item>',
      '<title>',
      '</title>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '&amp;',
      '&#0;',
    ],
    ...[
      '<feed xmlns="http://www.w3.org/2005/Atom">',
      '<entry xml:base="//["',
      '<link href="',
      '<content type="xhtml">',
      '"',
      '>',
    ],
    ...[
      '&#xffffff;',
      '<!DOCTYPE [',
      '<?xml',
      '\0',
      '\ud800',
      '{"version":"https://jsonfeed.org/version/1","items":[',
      '{}',
      ']}',
    ],
  );
  const pieces = fc.array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 40 });
  fc.assert(
    fc.property(pieces, (parts) => {
      expect(outcome(parts.join(''))).toMatch(/^(?:\d+ items|NOT_A_FEED)$/);
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(outcome(bytes)).toMatch(/^(?:\d+ items|NOT_A_FEED)$/);
    }),
  );
});
