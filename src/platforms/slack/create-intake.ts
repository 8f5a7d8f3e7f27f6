import type { Arrival, Hears, Receipt } from '#core/chat.ts';
import type { SlackOptions } from './options.ts';

/** What Slack tells, on its way into the store. */
export type Intake = {
  /** Hands an arrival in; it failing is thrown. */
  readonly receive: (arrival: Arrival, acknowledged?: Promise<unknown>) => Promise<Receipt>;
  /** The same; null where it could not be stored: the cause goes to the log. */
  readonly hand: (arrival: Arrival, acknowledged?: Promise<unknown>) => Promise<Receipt | null>;
  /** Holds up the end until the work is done. */
  readonly follow: <T>(work: Promise<T>) => Promise<T>;
  /** Work that nobody waits for; it failing is told to the log. */
  readonly alsoDo: (what: string, work: () => Promise<unknown>) => void;
  /** Nothing more is taken. */
  readonly isClosed: () => boolean;
  /** Takes nothing more, and waits for what is under way. */
  readonly finish: () => Promise<void>;
};

export function createIntake(hears: Hears, onTrouble: SlackOptions['onTrouble']): Intake {
  const underWay = new Set<Promise<unknown>>();
  let isClosed = false;

  function follow<T>(work: Promise<T>): Promise<T> {
    const done = () => underWay.delete(work);
    underWay.add(work);
    work.then(done, done);
    return work;
  }
  const receive: Intake['receive'] = (...given) => follow(hears.receive(...given));

  return {
    receive,
    hand: (...given) =>
      receive(...given).catch((cause: unknown) => {
        onTrouble('an arrival could not be stored', cause);
        return null;
      }),
    follow,
    alsoDo(what, work) {
      follow(work().catch((cause: unknown) => onTrouble(what, cause)));
    },
    isClosed: () => isClosed,
    async finish() {
      isClosed = true;
      await Promise.allSettled(underWay);
      // The acknowledgement of what has just been stored goes out in the turn behind it.
      await new Promise((done) => setImmediate(done));
    },
  };
}
