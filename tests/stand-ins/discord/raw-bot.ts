import { WebSocket } from 'ws';
import { isRecord, type Json, recordOf, textOf } from './json.ts';
import type { DiscordStandIn } from './stand-in.ts';
import { INTENTS } from './world.ts';

/** A gateway connection that does only what the test says. */
export type RawBot = {
  /** All payloads that came, oldest first. */
  readonly heard: readonly Json[];
  /** The data of the next event of this type which was not asked for yet. */
  readonly next: (type: string) => Promise<Json>;
  readonly send: (payload: Json) => void;
  readonly closed: Promise<number>;
  readonly close: () => void;
};

export const ALL_INTENTS = INTENTS.guilds | INTENTS.guildMessages | INTENTS.directMessages | INTENTS.messageContent;

/** Long enough for a busy machine; it ends a test that would hang. */
const LONGEST_MS = 10_000;

/** Connects and says nothing yet. */
export function connectRaw(stand: DiscordStandIn, query = '?v=10&encoding=json'): RawBot {
  const socket = new WebSocket(`${stand.apiUrl.replace('http', 'ws').replace('/api', '')}/${query}`);
  const heard: Json[] = [];
  const asked = new Set<Json>();
  const waiting = new Set<() => void>();
  socket.on('message', (data) => {
    const payload: unknown = JSON.parse(String(data));
    if (isRecord(payload)) heard.push(payload);
    for (const look of [...waiting]) look();
  });
  socket.on('error', () => socket.terminate());
  return {
    heard,
    next(type) {
      const { promise, resolve, reject } = Promise.withResolvers<Json>();
      const late = setTimeout(() => reject(new Error(`${type} never came`)), LONGEST_MS);
      const look = () => {
        const found = heard.find((payload) => nameOf(payload) === type && !asked.has(payload));
        if (found === undefined) return;
        asked.add(found);
        clearTimeout(late);
        waiting.delete(look);
        resolve(recordOf(found.d));
      };
      waiting.add(look);
      look();
      return promise;
    },
    send: (payload) => socket.send(JSON.stringify(payload)),
    closed: new Promise((done) => {
      socket.on('close', (code) => done(code));
    }),
    close: () => socket.close(1000),
  };
}

/** Connects, identifies and waits for READY. */
export async function connectBot(stand: DiscordStandIn, identity: Json = {}): Promise<RawBot> {
  const bot = connectRaw(stand);
  await bot.next('op 10');
  bot.send(identify(stand, identity));
  await Promise.race([
    bot.next('READY'),
    bot.closed.then((code) => Promise.reject(new Error(`the gateway closed with ${code}`))),
  ]);
  return bot;
}

export function identify(stand: DiscordStandIn, identity: Json = {}): Json {
  const properties = { os: 'linux', browser: 'test', device: 'test' };
  return { op: 2, d: { token: stand.token, properties, intents: ALL_INTENTS, ...identity } };
}

function nameOf(payload: Json): string {
  return payload.op === 0 ? textOf(payload.t) : `op ${String(payload.op)}`;
}
