import { createServer } from 'node:http';
import type { Clock } from '#core/clock.ts';

type Asked = {
  readonly path: string;
  readonly at: number;
  readonly status: number;
  readonly etag: string | undefined;
  readonly modified: string | undefined;
  readonly agent: string | undefined;
};

export type FeedServer = {
  readonly origin: string;
  readonly log: readonly Asked[];
  readonly of: (path: string) => readonly Asked[];
  readonly close: () => Promise<void>;
};

/** What an endpoint does at its nth request, from 1 on. */
export type Endpoint = (asked: {
  readonly n: number;
  readonly hours: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}) => { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: string };

/** A small RSS feed of our own; `head`: what the channel says beside its title. */
export function rss(entries: readonly number[], head = ''): string {
  const items = entries.map(
    (n) => `<item><guid>entry-${n}</guid><title>Tide table ${n}</title><link>https://tides.example/${n}</link></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>
    <title>Tides</title><link>https://tides.example/</link>${head}${items.join('')}</channel></rss>`;
}

/** A server on loopback whose time is the test's, and that writes down who asked for what, when and how. */
export async function serveFeeds(endpoints: Readonly<Record<string, Endpoint>>, clock: Clock): Promise<FeedServer> {
  const log: Asked[] = [];
  const start = clock.now().getTime();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const at = clock.now().getTime();
    const n = log.filter((asked) => asked.path === path).length + 1;
    const hours = (at - start) / 3_600_000;
    const answer = endpoints[path]?.({ n, hours, headers: request.headers }) ?? { status: 404 };
    const { 'if-none-match': etag, 'if-modified-since': modified, 'user-agent': agent } = request.headers;
    const status = answer.status ?? 200;
    log.push({ path, at, status, etag, modified, agent });
    response.sendDate = false;
    response.writeHead(status, {
      'content-type': 'application/rss+xml',
      date: clock.now().toUTCString(),
      ...answer.headers,
    });
    response.end(answer.body ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    log,
    of: (path) => log.filter((asked) => asked.path === path),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
