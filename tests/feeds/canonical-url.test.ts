import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalUrl } from '#feeds/canonical-url.ts';

const page = 'https://quay.example/news/crane?id=4&page=2';

test.each([
  ['another scheme', 'http://quay.example/news/crane?id=4&page=2'],
  ['a default port', 'http://quay.example:80/news/crane?id=4&page=2'],
  ['www', 'https://www.quay.example/news/crane?id=4&page=2'],
  ['a mobile host', 'https://m.quay.example/news/crane?id=4&page=2'],
  ['capitals in the host', 'https://Quay.EXAMPLE/news/crane?id=4&page=2'],
  ['another order', 'https://quay.example/news/crane?page=2&id=4'],
  ['trackers', 'https://quay.example/news/crane?utm_source=x&id=4&fbclid=abc&page=2&utm_medium=rss'],
  ['a named source', 'https://quay.example/news/crane?source=rss&id=4&page=2'],
  ['a fragment', 'https://quay.example/news/crane?id=4&page=2#comments'],
  ['a final slash', 'https://quay.example/news/crane/?id=4&page=2'],
  ['doubled slashes', 'https://quay.example//news/crane?id=4&page=2'],
  ['needless escapes', 'https://quay.example/news/%63rane?id=4&page=2'],
  ['an AMP path', 'https://quay.example/amp/news/crane?id=4&page=2'],
  ['an AMP ending', 'https://quay.example/news/crane/amp/?id=4&page=2'],
  ['an AMP host', 'https://amp.quay.example/news/crane?id=4&page=2'],
  ['an AMP parameter', 'https://quay.example/news/crane?id=4&page=2&outputType=amp'],
  ["Google's copy", 'https://www.google.com/amp/s/quay.example/news/crane?id=4&page=2'],
  ["the AMP project's copy", 'https://quay-example.cdn.ampproject.org/c/s/quay.example/news/crane?id=4&page=2'],
  ['a way out', `https://www.google.com/url?sa=t&url=${encodeURIComponent(page)}`],
  ['an index file', 'https://quay.example/news/crane/index.html?id=4&page=2'],
])('%s makes no other page', (_, address) => {
  expect(canonicalUrl(address)).toBe(canonicalUrl(page));
});

test.each([
  ['a path', 'https://quay.example/news/cranes?id=4&page=2'],
  ['a value', 'https://quay.example/news/crane?id=5&page=2'],
  ['a parameter', 'https://quay.example/news/crane?id=4'],
  ['a host', 'https://de.quay.example/news/crane?id=4&page=2'],
  ['a port', 'https://quay.example:8080/news/crane?id=4&page=2'],
  ['capitals in the path', 'https://quay.example/news/Crane?id=4&page=2'],
])('%s makes another page', (_, address) => {
  expect(canonicalUrl(address)).not.toBe(canonicalUrl(page));
});

test('a number under a name that is often a tracker tells pages apart', () => {
  expect(canonicalUrl('https://a.example/story.php?cid=1')).not.toBe(canonicalUrl('https://a.example/story.php?cid=2'));
});

test('a route in the fragment is a page of its own', () => {
  expect(canonicalUrl('https://a.example/#!/one')).not.toBe(canonicalUrl('https://a.example/#!/two'));
});

test('a host keeps what it needs to be one', () => {
  expect(canonicalUrl('https://m.co.uk/x')).toBe('https://m.co.uk/x');
  expect(canonicalUrl('https://www.info/')).toBe('https://www.info');
  expect(canonicalUrl('https://en.m.wikipedia.org/wiki/Quay')).toBe('https://en.wikipedia.org/wiki/Quay');
});

test.each([
  '',
  'no address',
  'mailto:a@b.example',
  'tag:a.example,2026:1',
  `https://a.example/${'a/'.repeat(100_000)}`,
])('what cannot be compared comes back as it was: %.40s', (text) => {
  expect(canonicalUrl(text)).toBe(text);
});

test('a way out leads on in every dress, however many stand in each other', () => {
  expect(canonicalUrl('https://www.google.com/url/amp?url=https://b.example/')).toBe('https://b.example');
  const ways = Array.from({ length: 6 }).reduce<string>(
    (inner) => `https://out.reddit.com/?url=${encodeURIComponent(inner)}`,
    'https://b.example/a',
  );
  expect(canonicalUrl(ways)).toBe('https://b.example/a');
  expect(canonicalUrl(canonicalUrl(ways))).toBe(canonicalUrl(ways));
});

test('the string of a string is the string itself, whatever comes', () => {
  const part = fc.constantFrom('amp', 'index.html', 'a', '%2F', '%41', '.amp', 'www.', ';jsessionid=1', '', 'é', 'url');
  const address = fc
    .record({
      host: fc.constantFrom(
        'a.example',
        'www.m.a.example',
        'amp.a.co.uk',
        'www.www.a.example',
        'www.google.com',
        'a.m.b.example',
      ),
      path: fc.array(part, { maxLength: 5 }),
      query: fc.array(
        fc.tuple(
          fc.constantFrom('a', 'utm_x', 'm', 'cid', 'url', 'A', 'x%41'),
          fc.constantFrom('', '1', 'b=', '%62', 'https://b.example/'),
        ),
        { maxLength: 4 },
      ),
      hash: fc.constantFrom('', '#x', '#/x', '#!/x'),
    })
    .map(
      ({ host, path, query, hash }) =>
        `https://${host}/${path.join('/')}?${query.map((one) => one.join('=')).join('&')}${hash}`,
    );
  fc.assert(
    fc.property(
      fc.oneof(address, fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
      (url) => {
        expect(canonicalUrl(canonicalUrl(url))).toBe(canonicalUrl(url));
      },
    ),
    { numRuns: 1_000 },
  );
});
