import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

const EXAMPLE = readFileSync(path.join(import.meta.dirname, '../../examples/harbour-bridge.html'), 'utf8');

const FERRY = [
  'The ferry to Lund will stop running on Sundays from May, its owner said on Tuesday.',
  '“We carry nine people on a winter Sunday, and the crew is eight,” said Karin Holt, who runs Lund Lines.',
  'The island council called the decision a betrayal. Its chairman, Piet Vanning, said that 340 people would be cut off for a day each week.',
  'Two officials told the Quay Gazette that the ministry had known of the plan since January. A ministry spokeswoman denied that.',
  'Holt said that the company had lost 2.1 million crowns last year and would lose more.',
]
  .map((text) => `<p>${text}</p>`)
  .join('');

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${body}</article></body></html>`;

/** A news site on loopback: `/story`, `/ferry`, and all the ways in which a page is no article. Counts what it is asked. */
export async function openNewsSite() {
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    asked.set(url, (asked.get(url) ?? 0) + 1);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (url.startsWith('/story')) response.end(EXAMPLE);
    else if (url === '/ferry') response.end(page('Sunday ferry to Lund ends in May', FERRY));
    else if (url === '/hostile')
      response.end(
        page(
          '&lt;script&gt;alert(1)&lt;/script&gt; @everyone &lt;!channel&gt;',
          FERRY.replaceAll('ferry', '<b>*ferry*</b>'),
        ),
      );
    else if (url === '/forbidden') response.writeHead(403).end(page('No', '<p>no</p>'));
    else if (url === '/broken') response.writeHead(500).end('broken');
    else if (url === '/home')
      response.end(page('Home', '<ul><li><a href="/a">A</a></li><li><a href="/b">B</a></li></ul>'));
    else if (url === '/image') response.setHeader('content-type', 'image/png').end('png');
    else if (url === '/cut') response.destroy();
    else response.writeHead(404).end('gone');
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
