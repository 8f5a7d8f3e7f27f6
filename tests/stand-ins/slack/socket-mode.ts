import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Fields, isFields, readJson, textAt } from './fields.ts';
import type { Kind, Retry, Sent } from './send-signed.ts';
import { APP } from './world.ts';

const MOST_CONNECTIONS = 10;
const TICKET_LIVES_MS = 30_000;
const GOODBYE_MS = 25;

type Connection = { readonly socket: WebSocket; isLeaving: boolean };
type Waiting = { readonly connection: Connection; readonly settle: (sent: Sent) => void };

export type SocketMode = ReturnType<typeof createSocketMode>;

const LOST: Sent = { isAcked: false, status: null, body: null, reason: 'timeout' };

/** An acknowledgement without a payload says nothing more. */
const payloadOf = (message: Fields): unknown =>
  isFields(message.payload) && Object.keys(message.payload).length > 0 ? message.payload : null;

/** The WebSocket side of Slack: tickets, hello, envelopes and their acknowledgements, pings, goodbyes. */
export function createSocketMode(pingEveryMs: number, whenConnected: () => void) {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Map<string, number>();
  const connections: Connection[] = [];
  const waiting = new Map<string, Waiting>();
  const arrivals: (() => void)[] = [];
  let turn = 0;

  const present = (): readonly Connection[] => connections.filter((connection) => !connection.isLeaving);
  const say = (socket: WebSocket, message: Fields): void => socket.send(JSON.stringify(message));
  const host = { host: 'applink-stand-in' };

  const heartbeat = setInterval(() => {
    for (const { socket } of connections) socket.ping();
  }, pingEveryMs);
  heartbeat.unref();

  const forget = (connection: Connection): void => {
    const at = connections.indexOf(connection);
    if (at >= 0) connections.splice(at, 1);
    for (const [id, entry] of waiting)
      if (entry.connection === connection) {
        waiting.delete(id);
        entry.settle(LOST);
      }
  };

  const drop = (): void => {
    for (const connection of [...connections]) {
      connection.socket.terminate();
      forget(connection);
    }
  };

  const hear = (text: string): void => {
    const message = readJson(text);
    if (!isFields(message)) return;
    const id = textAt(message, 'envelope_id') ?? '';
    const entry = waiting.get(id);
    waiting.delete(id);
    entry?.settle({ isAcked: true, status: null, body: payloadOf(message), reason: null });
  };

  const welcome = (socket: WebSocket): void => {
    socket.on('error', () => socket.terminate());
    if (connections.length >= MOST_CONNECTIONS) {
      say(socket, { type: 'disconnect', reason: 'too_many_websockets', debug_info: host });
      socket.close();
      return;
    }
    const connection: Connection = { socket, isLeaving: false };
    connections.push(connection);
    socket.on('close', () => forget(connection));
    socket.on('message', (data) => hear(data.toString()));
    say(socket, {
      type: 'hello',
      num_connections: connections.length,
      debug_info: { ...host, started: new Date().toISOString(), build_number: 1, approximate_connection_time: 18_060 },
      connection_info: { app_id: APP.appId },
    });
    for (const arrive of arrivals.splice(0)) arrive();
    whenConnected();
  };

  return {
    count: (): number => present().length,
    /** A ticket for one connection, for the URL of apps.connections.open. */
    issueTicket(): string {
      const ticket = randomBytes(12).toString('hex');
      tickets.set(ticket, performance.now());
      return ticket;
    },
    connected: (): Promise<void> =>
      present().length > 0 ? Promise.resolve() : new Promise((arrive) => arrivals.push(arrive)),
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const ticket = url.searchParams.get('ticket') ?? '';
      const issued = tickets.get(ticket);
      tickets.delete(ticket);
      const isGood = url.pathname === '/link/' && issued !== undefined && performance.now() - issued < TICKET_LIVES_MS;
      if (!isGood) {
        socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, welcome);
    },
    /** Sends an envelope to one of the clients and waits for its acknowledgement. */
    send(kind: Kind, payload: Fields, retry: Retry, withinMs: number): Promise<Sent> {
      const here = present();
      const connection = here[turn++ % Math.max(1, here.length)];
      if (connection === undefined) return Promise.resolve(LOST);
      return new Promise((settle) => {
        const id = randomUUID();
        const timer = setTimeout(() => {
          waiting.delete(id);
          settle(LOST);
        }, withinMs);
        const done = (sent: Sent): void => {
          clearTimeout(timer);
          settle(sent);
        };
        waiting.set(id, { connection, settle: done });
        say(connection.socket, {
          envelope_id: id,
          type: kind,
          accepts_response_payload: kind === 'slash_commands' || payload.type === 'view_submission',
          payload,
          ...(kind === 'events_api' ? { retry_attempt: retry.attempt, retry_reason: retry.reason } : {}),
        });
      });
    },
    refresh(): void {
      for (const connection of present()) {
        connection.isLeaving = true;
        say(connection.socket, { type: 'disconnect', reason: 'refresh_requested', debug_info: host });
      }
    },
    drop,
    /** Clients that are about to say goodbye may do so; after that the rest is cut. */
    async close(): Promise<void> {
      clearInterval(heartbeat);
      for (let look = 0; look < 5 && connections.length > 0; look += 1) await sleep(GOODBYE_MS / 5);
      drop();
      server.close();
    },
  };
}
