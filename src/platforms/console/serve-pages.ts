import { createAdaptorServer } from '@hono/node-server';
import { Problem } from '#core/problem.ts';
import type { Pages } from './create-pages.ts';

/** Pages that are served, and how to end it. */
export type Served = { readonly url: string; readonly close: () => Promise<void> };

/** Whoever sends a request more slowly than this is no browser of ours, in ms. */
const REQUEST_WITHIN_MS = 15_000;

/**
 * Serves pages at a host and port (0: any free one).
 * @throws Problem `PORT_IN_USE`, `BAD_SETTINGS` (no such host here).
 */
export function servePages(pages: Pages, at: { readonly host: string; readonly port: number }): Promise<Served> {
  const server = createAdaptorServer({
    fetch: pages.fetch,
    serverOptions: { requestTimeout: REQUEST_WITHIN_MS, headersTimeout: REQUEST_WITHIN_MS },
  });
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const where = `${at.host}:${at.port}`;
      const isTaken = cause.code === 'EADDRINUSE';
      reject(
        new Problem(isTaken ? 'PORT_IN_USE' : 'BAD_SETTINGS', isTaken ? where : `HOST ${where}: ${cause.code}`, {
          cause,
        }),
      );
    });
    server.listen(at.port, at.host, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : at.port;
      const host = at.host.includes(':') ? `[${at.host}]` : at.host;
      resolve({
        url: `http://${host}:${port}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            // Open pages hold lines for events, which never end by themselves.
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
  });
}
