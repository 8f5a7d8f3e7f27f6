import { describe, expect, test } from 'vitest';
import { readFeed } from '#feeds/read-feed.ts';

const url = 'https://feeds.harbour.example/news.xml';
const read = (source: string) => readFeed(source, { url });
const item = (inside: string) => read(`<rss version="2.0"><channel><item>${inside}</item></channel></rss>`).items[0];
const entry = (inside: string, attributes = '') =>
  read(`<feed xmlns="http://www.w3.org/2005/Atom"><entry${attributes}>${inside}</entry></feed>`).items[0];

test('reads RSS 2.0 with its usual companions', () => {
  const feed = read(`<?xml version="1.0"?>
    <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:atom="http://www.w3.org/2005/Atom"><channel>
      <title>Harbour &amp; Quay</title><atom:link rel="self" href="${url}"/><link>https://harbour.example/</link>
      <description>News of the port</description><language>en_GB</language>
      <image><title>Logo</title><link>https://harbour.example/logo</link></image>
      <item><title>Crane 4 stands still</title><link>https://harbour.example/4</link><guid isPermaLink="false">n-4</guid>
        <description>&lt;p&gt;Nobody was hurt.&lt;/p&gt;</description>
        <content:encoded><![CDATA[<p>Nobody was hurt. <a href="/map">Map</a></p>]]></content:encoded>
        <dc:creator>Ada Lind</dc:creator><category>Port</category><category>Work</category>
        <pubDate>Tue, 03 Nov 2026 10:15:00 +0100</pubDate></item></channel></rss>`);
  expect(feed).toEqual({
    title: 'Harbour & Quay',
    link: 'https://harbour.example/',
    description: 'News of the port',
    language: 'en-GB',
    items: [
      {
        id: 'n-4',
        url: 'https://harbour.example/4',
        title: 'Crane 4 stands still',
        summary: '<p>Nobody was hurt.</p>',
        content: '<p>Nobody was hurt. <a href="https://harbour.example/map">Map</a></p>',
        authors: ['Ada Lind'],
        publishedAt: '2026-11-03T09:15:00.000Z',
        updatedAt: null,
        categories: ['Port', 'Work'],
      },
    ],
  });
});

test('reads Atom 1.0: kinds of text, alternate links, authors of the feed for entries without', () => {
  const feed = read(`<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="da" xml:base="https://havn.example/b/">
    <a:title type="html">Havn &amp;amp; Kaj</a:title><a:link rel="self" href="feed"/><a:link href="../"/>
    <a:author><a:name>Redaktionen</a:name><a:email>red@havn.example</a:email></a:author>
    <a:entry><a:id>tag:havn.example,2026:1</a:id><a:title type="text">Kran &lt;4&gt;</a:title>
      <a:link rel="enclosure" href="s.mp3"/><a:link rel="alternate" href="1"/>
      <a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Se <a href="kort">kort</a></p></div></a:content>
      <a:published>2026-11-03T10:15:00+01:00</a:published><a:updated>2026-11-03T12:00:00Z</a:updated>
      <a:category term="havn" label="Havnen"/></a:entry></a:feed>`);
  expect(feed).toMatchObject({ title: 'Havn & Kaj', link: 'https://havn.example/', language: 'da' });
  expect(feed.items).toEqual([
    {
      id: 'tag:havn.example,2026:1',
      url: 'https://havn.example/b/1',
      title: 'Kran <4>',
      summary: null,
      content: '<p>Se <a href="https://havn.example/b/kort">kort</a></p>',
      authors: ['Redaktionen'],
      publishedAt: '2026-11-03T09:15:00.000Z',
      updatedAt: '2026-11-03T12:00:00.000Z',
      categories: ['havn'],
    },
  ]);
});

test('reads RDF, whose items stand beside the channel', () => {
  const feed = read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://x.example/"><title>Quay</title></channel>
    <item rdf:about="https://x.example/1"><title>One</title><dc:date>2026-11-03</dc:date></item></rdf:RDF>`);
  expect(feed.title).toBe('Quay');
  expect(feed.items[0]).toMatchObject({ id: 'https://x.example/1', url: 'https://x.example/1', title: 'One' });
  expect(feed.items[0]?.publishedAt).toBe('2026-11-03T00:00:00.000Z');
});

test('reads JSON Feed', () => {
  const feed = read(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Quay',
      home_page_url: '/',
      authors: [{ name: 'Desk' }],
      items: [
        {
          id: 7,
          url: '/7',
          title: 'A &amp; B',
          content_text: '1 < 2',
          date_published: '2026-11-03T10:00:00Z',
          tags: ['x', 3],
        },
        'no item',
        { id: 'b', content_html: '<a href="b.html">b</a>', author: { name: 'Ada' } },
      ],
    }),
  );
  expect(feed.link).toBe('https://feeds.harbour.example/');
  expect(feed.items).toMatchObject([
    {
      id: '7',
      url: 'https://feeds.harbour.example/7',
      title: 'A & B',
      content: '1 &lt; 2',
      authors: ['Desk'],
      categories: ['x'],
    },
    { id: 'b', url: null, content: '<a href="https://feeds.harbour.example/b.html">b</a>', authors: ['Ada'] },
  ]);
});

test.each([
  ['markup in disguise', 'Strike &lt;b&gt;over&lt;/b&gt;', 'Strike over'],
  ['an entity that only HTML knows', 'Caf&eacute; r&eacute;ouvert', 'Café réouvert'],
  ['an entity in an entity', 'Q&amp;amp;A', 'Q&A'],
  ['a bare ampersand', 'AT&T up', 'AT&T up'],
  ['CDATA beside text', 'a <![CDATA[<i>b</i> &amp; c]]> d', 'a b & c d'],
  ['a mark that begins no markup', '3 &lt; 4 and x &lt;y', '3 < 4 and x <y'],
  ['windows-1252 in numbers', 'Don&#146;t', 'Don’t'],
  ['windows-1252 taken for Latin-1', 'Don\u0092t', 'Don’t'],
  ['lines', '\n  One\n  two\n', 'One two'],
  ['a comment', 'One<!-- two --> three', 'One three'],
])('a title with %s is plain text', (_, written, title) => {
  expect(item(`<title>${written}</title>`)?.title).toBe(title);
});

test('relative addresses of RSS mean the site, not the service that carries the feed', () => {
  const feed = read('<rss><channel><link>https://site.example/</link><item><link>/a</link></item></channel></rss>');
  expect(feed.items[0]?.url).toBe('https://site.example/a');
});

test('a guid is an address where it says nothing else, and never where it says that it is none', () => {
  expect(item('<guid>https://x.example/1</guid>')?.url).toBe('https://x.example/1');
  expect(item('<guid isPermaLink="false">https://x.example/1</guid>')?.url).toBeNull();
});

test('an item without identifier and address has a mark of its words, the same in every reading', () => {
  const first = item('<title>One</title>');
  expect(first?.id).toMatch(/^[0-9a-f]{32}$/);
  expect(item('<title>One</title>')?.id).toBe(first?.id);
  expect(item('<title>Two</title>')?.id).not.toBe(first?.id);
});

test('one identifier for all items does not make them one', () => {
  const { items } = read(`<rss><channel>
    <item><guid isPermaLink="false">0</guid><link>https://x.example/1</link></item>
    <item><guid isPermaLink="false">0</guid><link>https://x.example/2</link></item></channel></rss>`);
  expect(new Set(items.map(({ id }) => id)).size).toBe(2);
});

test.each([
  ['jo@x.example (Jo Doe)', 'Jo Doe'],
  ['Jo Doe &lt;jo@x.example&gt;', 'Jo Doe'],
  ['jo@x.example', 'jo@x.example'],
  ['Jo Doe (Reuters)', 'Jo Doe (Reuters)'],
])('the author %s is %s', (written, name) => {
  expect(item(`<author>${written}</author>`)?.authors).toEqual([name]);
});

test('content in Base64 is decoded where Atom says so, and words that look like it are left', () => {
  expect(entry('<content type="application/octet-stream">PGI+SGk8L2I+</content>')?.content).toBe('<b>Hi</b>');
  expect(entry('<content type="text">Harbour</content>')?.content).toBe('Harbour');
});

test('Atom text without a type is text, and HTML where it plainly is', () => {
  expect(entry('<title>The &lt;br&gt; element</title>')?.title).toBe('The element');
  expect(entry('<title>Tags like &lt;nav&gt; in pages</title>')?.title).toBe('Tags like <nav> in pages');
  expect(entry('<title>A &lt;em&gt;new&lt;/em&gt; crane</title>')?.title).toBe('A new crane');
});

test('an extension with the name of a core element is not taken for it', () => {
  const feed = read(`<rss xmlns:my="urn:my"><channel><item>
    <my:title>wrong</my:title><title>right</title></item></channel></rss>`);
  expect(feed.items[0]?.title).toBe('right');
});

test('namespaces count, prefixes do not', () => {
  const feed = read(`<rss xmlns:zz="http://purl.org/dc/elements/1.1/"><channel><item>
    <zz:creator>Ada</zz:creator></item></channel></rss>`);
  expect(feed.items[0]?.authors).toEqual(['Ada']);
});

test('the first date that is one counts', () => {
  const dated = item('<pubDate>soon</pubDate><dc:date>2026-11-03T10:00:00Z</dc:date>');
  expect(dated?.publishedAt).toBe('2026-11-03T10:00:00.000Z');
  expect(item('<pubDate>yesterday</pubDate>')?.publishedAt).toBeNull();
});

test.each([
  ['no items', '<rss version="2.0"><channel><title>Quiet</title></channel></rss>'],
  ['nothing at all', '<rss/>'],
  ['an empty channel', '<rss><channel/></rss>'],
  ['no items, in Atom', '<feed xmlns="http://www.w3.org/2005/Atom"/>'],
])('a feed with %s is a feed', (_, source) => {
  expect(read(source).items).toEqual([]);
});

test('a feed that breaks off gives what had come', () => {
  const feed = read('<rss><channel><title>Quay</title><item><title>One</title></item><item><title>Tw');
  expect(feed.items.map(({ title }) => title)).toEqual(['One', 'Tw']);
});

test('what stands before the root is passed over', () => {
  expect(
    read('\n\ufeff Warning: x() in y.php\n<!-- <rss> --><?xml version="1.0"?><rss><channel/></rss>').items,
  ).toEqual([]);
});

describe('an address is a web address or none', () => {
  const OTHERS = [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java&#10;script:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'mailto:desk@havn.example',
    'http://',
  ];

  test.each(OTHERS)('in RSS and Atom %s is none', (other) => {
    const rss = read(`<rss><channel><title>t</title><link>${other}</link>
      <item><title>a</title><link>${other}</link><guid isPermaLink="true">${other}</guid></item></channel></rss>`);
    expect({ link: rss.link, url: rss.items[0]?.url }).toEqual({ link: null, url: null });
    const atom = read(`<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><link href="${other}"/>
      <entry><title>a</title><id>tag:a</id><link href="${other}"/></entry></feed>`);
    expect({ link: atom.link, url: atom.items[0]?.url }).toEqual({ link: null, url: null });
  });

  test.each(OTHERS.filter((other) => !other.includes('&')))('in JSON %s is none', (other) => {
    const feed = read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        home_page_url: other,
        items: [{ id: '1', url: other, title: 'a' }],
      }),
    );
    expect({ link: feed.link, url: feed.items[0]?.url, id: feed.items[0]?.id }).toEqual({
      link: null,
      url: null,
      id: '1',
    });
  });

  test('the next link that is one stands for it; paths and odd letters stay as they were', () => {
    const feed = read(`<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><link href="/"/>
      <entry><title>a</title><id>1</id><link href="javascript:void(0)"/><link href="HTTPS://havn.example/a b"/></entry>
      <entry><title>b</title><id>2</id><link href="//www.havn.example/b"/></entry></feed>`);
    expect(feed.items.map(({ url }) => url)).toEqual(['https://havn.example/a%20b', 'https://www.havn.example/b']);
    expect(feed.link).toMatch(/^https?:\/\//);
  });
});
