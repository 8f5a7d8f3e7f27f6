/** A database server that goes away in the middle of a statement, as at its restart. No PostgreSQL is needed: this one only greets. */
import { createServer, type Socket } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { openDatabase } from '#store/open-database.ts';

/** "AuthenticationOk" and "ReadyForQuery, idle" (postgresql.org/docs/current/protocol-message-formats.html). */
const GREETING = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]);

const listeners = process.listeners('uncaughtException');
afterEach(() => {
  process.removeAllListeners('uncaughtException');
  for (const one of listeners) process.on('uncaughtException', one);
});

test('a connection that is cut while a statement runs fails the statement, and does not end the process', async () => {
  const uncaught = vi.fn();
  process.removeAllListeners('uncaughtException').on('uncaughtException', uncaught);
  const server = createServer((socket: Socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(GREETING);
      socket.once('data', () => socket.resetAndDestroy());
    });
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const url = `postgres://byline:byline@127.0.0.1:${port}/byline`;
  await expect(openDatabase({ kind: 'server', url })).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  await new Promise((done) => setTimeout(done, 50));
  expect(uncaught).not.toHaveBeenCalled();
  server.close();
});
