import type { SocketModeReceiver } from '@slack/bolt';

type Client = SocketModeReceiver['client'];

/** Slack renews connections every few hours: the first try comes at once, and a Slack that is down is asked ever more rarely. */
const WAITS_MS = [0, 500, 1_000, 2_000, 5_000, 10_000];
/** Slack says good-bye within this, or is left without. */
const LEAVE_WITHIN_MS = 2_000;
/** A handshake that is never answered (a firewall that swallows it) ends after this, and is tried anew. */
const CONNECT_WITHIN_MS = 10_000;

/**
 * Keeps a Socket Mode client connected. Bolt's own reconnecting waits 5 s in which commands fail, and gives up for good, in a
 * promise that nobody holds, when Slack answers one request for an address with an error.
 */
export function keepConnected(
  client: Client,
  onTrouble: (what: string, cause: unknown) => void,
): { readonly start: () => Promise<void>; readonly stop: () => Promise<void> } {
  let isWanted = false;
  let reconnecting: Promise<void> | null = null;
  let endWait: () => void = () => undefined;
  let ended = Promise.withResolvers<never>();

  /** @throws Error where it takes too long; what was begun is called off. */
  async function connect(): Promise<void> {
    const { promise, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new Error('no answer in time')), CONNECT_WITHIN_MS);
    try {
      await Promise.race([client.start(), promise, ended.promise]);
    } catch (cause) {
      void client.disconnect().catch(() => undefined);
      throw cause;
    } finally {
      clearTimeout(timer);
    }
  }

  async function reconnect(): Promise<void> {
    for (let attempt = 0; isWanted; attempt++) {
      await wait(WAITS_MS[Math.min(attempt, WAITS_MS.length - 1)] ?? 0);
      if (!isWanted) return;
      try {
        await connect();
        return;
      } catch (cause) {
        if (!isWanted) return;
        onTrouble('Slack could not be connected anew; it is tried again', cause);
      }
    }
  }

  function wait(ms: number): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(done, ms);
      endWait = () => {
        clearTimeout(timer);
        done();
      };
    });
  }

  client.on('disconnected', () => {
    if (!isWanted || reconnecting !== null) return;
    reconnecting = reconnect().finally(() => {
      reconnecting = null;
    });
  });

  return {
    async start() {
      ended = Promise.withResolvers<never>();
      ended.promise.catch(() => undefined);
      await connect();
      isWanted = true;
    },
    async stop() {
      isWanted = false;
      endWait();
      ended.reject(new Error('it is stopped'));
      await reconnecting;
      await Promise.race([client.disconnect(), new Promise((done) => setTimeout(done, LEAVE_WITHIN_MS).unref())]);
    },
  };
}
