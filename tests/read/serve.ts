/** Servers on loopback that play the internet, friendly and hostile. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSocketServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export type Site = {
  readonly port: number;
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly origin: string;
  /** How many connections were ever opened. */
  readonly connections: () => number;
  /** Resolves as soon as no connection is open. */
  readonly quiet: () => Promise<void>;
};

/** Lets tests reach their own servers and nothing else. */
export const loopback = (address: string): boolean => address === '127.0.0.1';

/** Answers requests until the test is over. */
export function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  host = '127.0.0.1',
): Promise<Site> {
  const server = createServer(answer);
  server.keepAliveTimeout = 600_000;
  return start(server, host);
}

/** Hands out the bare connections, for what is no HTTP. */
export function serveRaw(answer: (socket: Socket) => void, host = '127.0.0.1'): Promise<Site> {
  return start(
    createSocketServer((socket) => {
      socket.on('error', () => undefined);
      // Unread requests would keep the end of the connection from being noticed.
      socket.resume();
      answer(socket);
    }),
    host,
  );
}

/** One document under every path. */
export function servePage(
  body: string | Uint8Array,
  headers: Record<string, string> = {},
  status = 200,
): Promise<Site> {
  return serve((_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers });
    response.end(body);
  });
}

async function start(server: Server, host: string): Promise<Site> {
  const open = new Set<Socket>();
  const waiting = new Set<() => void>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections += 1;
    open.add(socket);
    socket.on('close', () => {
      open.delete(socket);
      if (open.size === 0) for (const resolve of waiting) resolve();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, resolve);
  });
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    connections: () => connections,
    quiet: () => (open.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.add(resolve))),
  };
}
