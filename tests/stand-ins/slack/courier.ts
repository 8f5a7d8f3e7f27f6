import type { Fields } from './fields.ts';
import { type Kind, type Retry, type Sent, sendSigned } from './send-signed.ts';
import type { SocketMode } from './socket-mode.ts';
import type { Acknowledgement } from './stand-in.ts';

export type Parcel = { readonly kind: Kind; readonly body: Fields };

export const UNHEARD: Acknowledgement = { isAcked: false, ms: 0, status: null, body: null };

/** What was sent at the same time counts as one: acknowledged if all of it was. */
export function mergeAcknowledgements(all: readonly Acknowledgement[]): Acknowledgement {
  return {
    isAcked: all.length > 0 && all.every((one) => one.isAcked),
    ms: Math.max(0, ...all.map((one) => one.ms)),
    status: all.find((one) => one.status !== null)?.status ?? null,
    body: all.find((one) => one.body !== null)?.body ?? null,
  };
}

type Options = {
  readonly sockets: SocketMode;
  readonly requestUrl: () => string | null;
  readonly secret: string;
  readonly withinMs: number;
  /** How long Slack waits before it delivers an event again: almost nothing, a minute, five minutes. */
  readonly retryDelaysMs: readonly number[];
};

/** More than any test says while nobody listens. */
const MOST_KEPT = 1000;
const FIRST: Retry = { attempt: 0, reason: '' };

export type Courier = ReturnType<typeof createCourier>;

/**
 * Brings events, commands and interactions to the app: over Socket Mode, or signed over HTTP while no client is
 * connected. Events that nobody acknowledged are delivered again; commands and clicks are not.
 */
export function createCourier({ sockets, requestUrl, secret, withinMs, retryDelaysMs }: Options) {
  const kept: { readonly parcel: Parcel; readonly retry: Retry }[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let isClosed = false;

  const once = async ({ kind, body }: Parcel, retry: Retry): Promise<Sent | null> => {
    if (sockets.count() > 0) return sockets.send(kind, body, retry, withinMs);
    const url = requestUrl();
    return url === null ? null : sendSigned(url, secret, kind, body, retry, withinMs);
  };

  const again = (parcel: Parcel, done: Retry, reason: string, isAbsent: boolean): void => {
    const next: Retry = { attempt: done.attempt + 1, reason };
    const delay = retryDelaysMs[done.attempt];
    if (isClosed || delay === undefined || parcel.kind !== 'events_api') return;
    if (isAbsent) {
      kept.push({ parcel, retry: next });
      if (kept.length > MOST_KEPT) kept.shift();
      return;
    }
    const timer = setTimeout(() => {
      timers.delete(timer);
      void send(parcel, next);
    }, delay);
    timer.unref();
    timers.add(timer);
  };

  const send = async (parcel: Parcel, retry: Retry = FIRST): Promise<Acknowledgement> => {
    const start = performance.now();
    const sent = await once(parcel, retry);
    if (sent === null) {
      // Nobody there: the attempt that was to be made is kept for whoever comes.
      again(parcel, { ...retry, attempt: Math.max(0, retry.attempt - 1) }, 'timeout', true);
      return UNHEARD;
    }
    if (!sent.isAcked && sent.reason !== null) again(parcel, retry, sent.reason, false);
    return { isAcked: sent.isAcked, ms: performance.now() - start, status: sent.status, body: sent.body };
  };

  return {
    send,
    sendAgain: (parcel: Parcel): Promise<Acknowledgement> =>
      send(parcel, { attempt: 1, reason: sockets.count() > 0 ? 'timeout' : 'http_timeout' }),
    /** Delivers what was kept while nobody was there. */
    flush(): void {
      for (const { parcel, retry } of kept.splice(0)) void send(parcel, retry);
    },
    close(): void {
      isClosed = true;
      for (const timer of timers) clearTimeout(timer);
      kept.splice(0);
    },
  };
}
