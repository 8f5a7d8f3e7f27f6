import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Problem } from '#core/problem.ts';
import { readOpml } from '#feeds/read-opml.ts';
import { writeOpml } from '#feeds/write-opml.ts';

test('reads folders in folders, and whatever way the attributes are written', () => {
  const feeds = readOpml(`<?xml version="1.0"?><opml version="1.1"><head><title>Mine</title></head><body>
    <outline text="Loose" xmlurl="https://a.example/feed"/>
    <outline text="News" title="News"><outline text="World &amp; Sea">
      <outline type="rss" text="Quay" title="The Quay" xmlUrl="https://b.example/feed" htmlUrl="https://b.example/"/></outline>
      <outline text="Port" xmlURL="feed://c.example/rss"/></outline></body></opml>`);
  expect(feeds).toEqual([
    { title: 'Loose', url: 'https://a.example/feed', site: null, folder: null },
    { title: 'The Quay', url: 'https://b.example/feed', site: 'https://b.example/', folder: 'News/World & Sea' },
    { title: 'Port', url: 'https://c.example/rss', site: null, folder: 'News' },
  ]);
});

test('leaves out what is no web address, and the second of two', () => {
  const feeds =
    readOpml(`<opml><body><outline xmlUrl="file:///etc/passwd"/><outline xmlUrl="javascript:1"/><outline xmlUrl=""/>
    <outline xmlUrl="https://a.example/"/><outline text="again" xmlUrl="https://a.example"/></body></opml>`);
  expect(feeds.map(({ url }) => url)).toEqual(['https://a.example/']);
});

test('what is no OPML is a Problem; OPML without feeds is an empty list', () => {
  for (const text of ['', 'feeds', '<html></html>', '<rss><channel/></rss>', '{}'])
    expect(() => readOpml(text)).toThrow(expect.objectContaining({ code: 'NOT_A_FEED' }));
  expect(readOpml('<opml version="2.0"><body/></opml>')).toEqual([]);
  expect(() => readOpml(`<opml>${' '.repeat(9_000_000)}`)).toThrow(Problem);
});

test('entities of a document type are not expanded', () => {
  const [feed] = readOpml(`<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]>
    <opml><body><outline text="&x;" xmlUrl="https://a.example/"/></body></opml>`);
  expect(feed?.title).toBe('&x;');
});

test('what was written is read back, whatever the names hold', () => {
  const name = fc
    .string({
      unit: fc.oneof(
        fc.constantFrom('&', '<', '>', '"', "'", '/', ';', 'a', '😀', 'é', '#'),
        fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }),
      ),
      minLength: 1,
      maxLength: 12,
    })
    .map((text) => text.replace(/\s+/g, ' ').trim())
    // What looks like an entity of HTML is read as one: lists of feeds are full of names that were escaped twice.
    .filter((text) => text !== '' && !/&[a-z#]/i.test(text));
  const feeds = fc.uniqueArray(
    fc.record({
      title: fc.option(name),
      url: fc.webUrl().map((url) => new URL(url).href),
      site: fc.constantFrom(null, 'https://a.example/?a=1&b=2'),
      folder: fc.option(name),
    }),
    { selector: ({ url }) => url, maxLength: 8 },
  );
  fc.assert(
    fc.property(feeds, (list) => {
      const back = readOpml(writeOpml(list));
      const expected = list.map((feed) => ({ ...feed, title: feed.title ?? feed.url }));
      const byUrl = (a: { url: string }, b: { url: string }) => (a.url < b.url ? -1 : 1);
      expect(back.toSorted(byUrl)).toEqual(expected.toSorted(byUrl));
      expect(readOpml(writeOpml(back))).toEqual(back);
    }),
  );
});

test('no character that XML forbids is written', () => {
  const text = writeOpml([{ title: 'a\0b\u000bc\ud800', url: 'https://a.example/' }]);
  expect(text).toContain('title="abc\ufffd"');
});
test('of a list on this machine paths into its folder are feeds, and nothing outside it is', () => {
  const paths = [
    'feeds/a.xml',
    '../secret.xml',
    '/etc/passwd',
    'file:///etc/passwd',
    'feeds/../../b.xml',
    '%2e%2e/c.xml',
    '',
  ];
  const outlines = paths.map((url) => `<outline text="x" xmlUrl="${url}"/>`).join('');
  const text = `<opml version="2.0"><body>${outlines}</body></opml>`;
  expect(readOpml(text, { folder: 'file:///home/me/' }).map(({ url }) => url)).toEqual(['file:///home/me/feeds/a.xml']);
  expect(readOpml(text)).toEqual([]);
});
