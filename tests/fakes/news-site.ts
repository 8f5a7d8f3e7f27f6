import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import path from 'node:path';

const EXAMPLE = readFileSync(path.join(import.meta.dirname, '../../examples/harbour-bridge.html'), 'utf8');

/** A company and a council at odds, one official voice that denies. */
const FERRY = [
  'The ferry to Lund will stop running on Sundays from May, its owner said on Tuesday.',
  '“We carry nine people on a winter Sunday, and the crew is eight,” said Karin Holt, who runs Lund Lines.',
  'The island council called the decision a betrayal. Its chairman, Piet Vanning, said that 340 people would be cut off for a day each week.',
  'Two officials told the Quay Gazette that the ministry had known of the plan since January. A ministry spokeswoman denied that.',
  'Holt said that the company had lost 2.1 million crowns last year and would lose more.',
];

/** Nearly everything second-hand and without a name, and two papers that contradict each other. */
const INQUIRY = [
  'Investigators believe that the fire at the Marrow Street archive was set on purpose, the Calder Ledger reported on Friday, citing three people familiar with the inquiry.',
  '“There were two places where it began, and no wire near either of them,” one of the people told the newspaper.',
  'The Port Ansel Herald, however, reported that an old heater had caused the fire. It cited a fire officer who was not allowed to speak in public.',
  'The chief of the fire brigade, Dorothea Quist, declined to comment on either report. “We will say what we know when we know it,” she said.',
  'A neighbour, Emil Varga, said that he had seen a van outside the archive at about 4 a.m.',
  'About 11,000 maps were destroyed, according to a list that the city published. The city’s archivist said that half of them had been copied.',
];

const page = (title: string, texts: readonly string[], head = '') =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${texts
    .map((text) => `<p>${text}</p>`)
    .join('')}</article></body></html>`;

const NOT_FREE =
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Archive fire","isAccessibleForFree":false}</script>';
/** More than a fetch takes. */
const HUGE_BYTES = 6 * 1024 * 1024;

type Serve = (response: ServerResponse) => void;

/** Every place of the site: articles, and all the ways in which a page is none. */
const PLACES: Readonly<Record<string, Serve>> = {
  '/story': (response) => response.end(EXAMPLE),
  '/ferry': (response) => response.end(page('Sunday ferry to Lund ends in May', FERRY)),
  '/inquiry': (response) => response.end(page('Archive fire was set, investigators believe', INQUIRY)),
  '/hostile': (response) =>
    response.end(
      page(
        '&lt;script&gt;alert(1)&lt;/script&gt; @everyone &lt;!channel&gt;',
        FERRY.map((text) => text.replaceAll('ferry', '<b>*ferry*</b>').replaceAll('Holt', 'Holt\u202e &lt;@U1&gt;')),
      ),
    ),
  '/forbidden': (response) => response.writeHead(403).end(page('No', ['no'])),
  '/broken': (response) => response.writeHead(500).end('broken'),
  '/too-often': (response) => response.writeHead(429, { 'retry-after': '90' }).end('later'),
  '/home': (response) => response.end(page('Home', ['<a href="/a">A</a>', '<a href="/b">B</a>'])),
  '/image': (response) => response.setHeader('content-type', 'image/png').end('png'),
  '/cut': (response) => response.destroy(),
  '/paywalled': (response) => response.end(page('Archive fire: what we know', INQUIRY.slice(0, 1), NOT_FREE)),
  '/huge': (response) => response.setHeader('content-length', HUGE_BYTES).end(Buffer.alloc(HUGE_BYTES, 'x')),
  '/garbled': (response) => response.setHeader('content-encoding', 'gzip').end('this is no gzip'),
  '/circle': (response) => response.writeHead(302, { location: '/circle' }).end(),
  '/inside': (response) => response.writeHead(302, { location: 'http://10.1.2.3/story' }).end(),
  /** Takes the connection and never says a word. */
  '/silent': () => undefined,
  /** Begins, and never goes on. */
  '/stuck': (response) => void response.write(page('Stuck', FERRY).slice(0, 200)),
};

/** A news site on loopback. Counts what it is asked, by path and query. */
export async function openNewsSite() {
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    asked.set(url, (asked.get(url) ?? 0) + 1);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const serve = PLACES[url.split('?')[0] ?? ''];
    if (serve === undefined) response.writeHead(404).end('gone');
    else serve(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
