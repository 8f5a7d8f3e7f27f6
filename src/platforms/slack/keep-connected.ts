import type { SocketModeReceiver } from '@slack/bolt';
import { problemOf } from './problem-of.ts';

type Client = Pick<SocketModeReceiver['client'], 'start' | 'disconnect'> & {
  readonly on: (event: 'disconnected', listener: () => void) => unknown;
};

export type Connection = {
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly isOpen: () => boolean;
};

/** Slack renews connections every few hours: the first try comes at once, and a Slack that is down is asked ever more rarely. */
const WAITS_MS = [0, 500, 1_000, 2_000, 5_000, 10_000];
/** A connection that ends sooner was none; the waits go on growing. */
const HOLDS_FROM_MS = 10_000;
/** From the request for an address to Slack's hello; a firewall may swallow either, and the next try may find another way. */
const CONNECT_WITHIN_MS = 10_000;
/** A Slack that is not there says no goodbye, and the client would wait 30 s for it. */
const GOODBYE_WITHIN_MS = 1_000;

/**
 * Keeps a Socket Mode client connected. Bolt's own reconnecting waits 5 s in which commands fail, and gives up for good, in a
 * promise that nobody holds, when Slack answers one request for an address with an error.
 */
export function keepConnected(client: Client, onTrouble: (what: string, cause: unknown) => void): Connection {
  let isWanted = false;
  let keeping: Promise<void> = Promise.resolve();
  let lost = Promise.withResolvers<void>();
  let wake: () => void = () => undefined;
  let isConnected = false;
  client.on('disconnected', () => {
    isConnected = false;
    lost.resolve();
  });

  async function connect(): Promise<void> {
    lost = Promise.withResolvers();
    try {
      if (!(await endsWithin(CONNECT_WITHIN_MS, client.start()))) throw new Error('Slack said no hello in time');
      isConnected = true;
    } catch (cause) {
      await leave();
      throw cause;
    }
  }

  async function leave(): Promise<void> {
    await endsWithin(GOODBYE_WITHIN_MS, client.disconnect());
  }

  async function keep(): Promise<void> {
    let tries = 0;
    let askedMs = 0;
    let isOpen = true;
    while (isWanted) {
      if (isOpen) {
        const holds = setTimeout(() => {
          tries = 0;
        }, HOLDS_FROM_MS);
        await lost.promise;
        clearTimeout(holds);
      }
      if (isWanted) await rest(Math.max(askedMs, WAITS_MS[Math.min(tries, WAITS_MS.length - 1)] ?? 0));
      if (!isWanted) return;
      tries++;
      try {
        await connect();
        [isOpen, askedMs] = [true, 0];
        // It was told to stop meanwhile.
        if (!isWanted) await leave();
      } catch (cause) {
        [isOpen, askedMs] = [false, problemOf(cause, false).retryAfterMs ?? 0];
        if (isWanted) onTrouble('Slack could not be connected anew; it is tried again', cause);
      }
    }
  }

  function rest(ms: number): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(done, ms);
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  }

  return {
    isOpen: () => isConnected,
    async start() {
      // The last try of an earlier time must not outlive it.
      await keeping;
      await connect();
      isWanted = true;
      keeping = keep();
    },
    async stop() {
      isWanted = false;
      wake();
      lost.resolve();
      await leave();
    },
  };
}

/** Whether the work ends in time. Its failure, in time, is thrown. */
async function endsWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(resolve, ms, false);
  try {
    return await Promise.race([work.then(() => true), promise]);
  } finally {
    clearTimeout(timer);
  }
}
