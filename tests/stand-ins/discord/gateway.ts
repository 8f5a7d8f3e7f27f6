import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { constants, createDeflate } from 'node:zlib';
import { type WebSocket, WebSocketServer } from 'ws';
import { checkIdentify, REFUSALS } from './check-identify.ts';
import { isRecord, type Json, numberOf, recordOf, textOf } from './json.ts';
import { guildCreateJson, userJson } from './payloads.ts';
import { type GatewayEvent, INTENTS, type World } from './world.ts';

/** Discord's usual 41.25 s. Short ones are for tests of heartbeats only. */
const HEARTBEAT_MS = 41_250;
const SENDS_A_MINUTE = 120;
/** A gateway that never becomes ready must fail a test, not hang it. */
const READY_WITHIN_MS = 15_000;

const ALREADY_AUTHENTICATED = { refusal: REFUSALS.alreadyAuthenticated } as const;

type Session = {
  readonly id: string;
  readonly shard: number;
  readonly shardCount: number;
  readonly intents: number;
  /** Everything dispatched, so that a resume can replay it. */
  readonly sent: { readonly op: 0; readonly t: string; readonly s: number; readonly d: Json }[];
  line: Line | null;
};

type Line = { readonly socket: WebSocket; readonly send: (payload: Json) => void; session: Session | null };

export type Gateway = {
  readonly accept: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly emit: (event: GatewayEvent) => void;
  readonly connections: () => number;
  readonly ready: () => Promise<void>;
  readonly askToReconnect: () => void;
  readonly dropConnections: () => void;
  readonly invalidateSession: () => void;
  readonly handshakes: { identify: number; resume: number };
  acksHeartbeats: boolean;
  isAway: boolean;
  readonly close: () => void;
};

export function createGateway(world: World, url: () => string, heartbeatMs = HEARTBEAT_MS): Gateway {
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const lines = new Set<Line>();
  let isClosed = false;
  const waiting = new Set<() => void>();
  const handshakes = { identify: 0, resume: 0 };
  let expected = 1;

  const connected = () => [...sessions.values()].filter(({ line }) => line !== null).length;
  const look = () => {
    for (const wake of [...waiting]) wake();
  };

  function accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (gateway.isAway) {
      socket.destroy();
      return;
    }
    server.handleUpgrade(request, socket, head, (ws) => {
      const query = new URL(request.url ?? '/', 'ws://127.0.0.1').searchParams;
      if (query.get('v') !== '10') ws.close(...REFUSALS.invalidVersion);
      else if (query.get('encoding') !== 'json') ws.close(...REFUSALS.decodeError);
      else open(ws, query.get('compress') === 'zlib-stream');
    });
  }

  function open(socket: WebSocket, isCompressed: boolean): void {
    const line: Line = { socket, send: isCompressed ? compressedSender(socket) : sender(socket), session: null };
    lines.add(line);
    const sends: number[] = [];
    socket.on('message', (data) => {
      sends.push(Date.now());
      const payload = parse(String(data));
      if (sends.filter((at) => at > Date.now() - 60_000).length > SENDS_A_MINUTE) socket.close(...REFUSALS.rateLimited);
      else if (payload === null) socket.close(...REFUSALS.decodeError);
      else hear(line, payload);
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      lines.delete(line);
      if (line.session?.line === line) line.session.line = null;
      // A client that says goodbye in the ordinary way gives its session up.
      if ((code === 1000 || code === 1001) && line.session !== null) sessions.delete(line.session.id);
      look();
    });
    line.send({ op: 10, s: null, t: null, d: { heartbeat_interval: heartbeatMs, _trace: ['stand-in'] } });
  }

  function hear(line: Line, payload: Json): void {
    const { op, d } = payload;
    if (op === 1) {
      if (gateway.acksHeartbeats) line.send({ op: 11, s: null, t: null, d: null });
    } else if (op === 2) identify(line, recordOf(d));
    else if (op === 6) resume(line, recordOf(d));
    else if (op === 3 || op === 4 || op === 8 || op === 31) {
      if (line.session === null) line.socket.close(...REFUSALS.notAuthenticated);
    } else line.socket.close(...REFUSALS.unknownOpcode);
  }

  function identify(line: Line, data: Json): void {
    handshakes.identify += 1;
    const checked = line.session === null ? checkIdentify(world, data) : ALREADY_AUTHENTICATED;
    if ('refusal' in checked) {
      const [code, words] = checked.refusal;
      line.socket.close(code, words);
      return;
    }
    const { shard, shardCount, intents } = checked;
    expected = shardCount;
    const session: Session = { id: `session-${world.nextId()}`, ...checked, sent: [], line };
    sessions.set(session.id, session);
    line.session = session;
    const guilds = [...world.guilds.keys()].filter((id) => shardOf(id, shardCount) === shard);
    deliver(session, 'READY', {
      v: 10,
      user: { ...userJson(world, world.bot), verified: true, email: null, mfa_enabled: true },
      guilds: guilds.map((id) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url(),
      session_type: 'normal',
      shard: [shard, shardCount],
      application: { id: world.bot, flags: applicationFlags(world) },
    });
    if ((intents & INTENTS.guilds) !== 0)
      for (const id of guilds) deliver(session, 'GUILD_CREATE', guildCreateJson(world, id));
    look();
  }

  function resume(line: Line, data: Json): void {
    handshakes.resume += 1;
    const session = sessions.get(textOf(data.session_id));
    const seen = numberOf(data.seq, -1);
    if (data.token !== world.token) line.socket.close(...REFUSALS.authenticationFailed);
    else if (session === undefined) line.send({ op: 9, s: null, t: null, d: false });
    else if (seen < 0 || seen > session.sent.length) line.socket.close(...REFUSALS.invalidSequence);
    else {
      session.line?.socket.terminate();
      session.line = line;
      line.session = session;
      for (const missed of session.sent.slice(seen)) line.send(missed);
      deliver(session, 'RESUMED', { _trace: ['stand-in'] });
      look();
    }
  }

  function emit({ type, guild, intents, data }: GatewayEvent): void {
    for (const session of sessions.values()) {
      const isTheirs = shardOf(guild, session.shardCount) === session.shard;
      if (!isTheirs || (intents !== 0 && (session.intents & intents) === 0)) continue;
      deliver(session, type, data((session.intents & INTENTS.messageContent) !== 0));
    }
  }

  function ready(): Promise<void> {
    return new Promise((done, fail) => {
      const late = setTimeout(() => {
        waiting.delete(wake);
        fail(new Error(`the app did not connect to the gateway within ${READY_WITHIN_MS} ms`));
      }, READY_WITHIN_MS);
      const wake = () => {
        if (!isClosed && connected() < expected) return;
        clearTimeout(late);
        waiting.delete(wake);
        if (isClosed) fail(new Error('the stand-in was closed'));
        else done();
      };
      waiting.add(wake);
      wake();
    });
  }

  const gateway: Gateway = {
    accept,
    emit,
    connections: connected,
    ready,
    handshakes,
    acksHeartbeats: true,
    isAway: false,
    // What is dispatched from now on waits for the resume: `connections` and `ready` can be trusted right after.
    askToReconnect() {
      for (const session of sessions.values()) session.line = null;
      for (const { send } of lines) send({ op: 7, s: null, t: null, d: null });
    },
    dropConnections() {
      for (const session of sessions.values()) session.line = null;
      for (const { socket } of lines) socket.terminate();
    },
    invalidateSession() {
      sessions.clear();
      for (const line of lines) {
        line.session = null;
        line.send({ op: 9, s: null, t: null, d: false });
      }
    },
    close() {
      isClosed = true;
      look();
      sessions.clear();
      for (const { socket } of lines) socket.terminate();
      server.close();
    },
  };
  return gateway;
}

/** GATEWAY_MESSAGE_CONTENT_LIMITED, the flag of an unverified app that ticked the box. */
export function applicationFlags(world: World): number {
  return world.grantsMessageContent ? 1 << 19 : 0;
}

export function shardOf(guild: string | null, shardCount: number): number {
  return guild === null ? 0 : Number((BigInt(guild) >> 22n) % BigInt(shardCount));
}

function deliver(session: Session, type: string, data: Json): void {
  const payload = { op: 0, t: type, s: session.sent.length + 1, d: data } as const;
  session.sent.push(payload);
  session.line?.send(payload);
}

function sender(socket: WebSocket): (payload: Json) => void {
  return (payload) => socket.send(JSON.stringify(payload));
}

/** One zlib stream for the whole connection, flushed after each payload. */
function compressedSender(socket: WebSocket): (payload: Json) => void {
  const deflate = createDeflate({ flush: constants.Z_SYNC_FLUSH });
  deflate.on('data', (chunk) => socket.send(chunk));
  return (payload) => {
    deflate.write(JSON.stringify(payload));
  };
}

function parse(text: string): Json | null {
  try {
    const payload: unknown = JSON.parse(text);
    return isRecord(payload) ? payload : null;
  } catch {
    return null;
  }
}
