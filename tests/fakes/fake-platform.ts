import type { Card } from '#core/card.ts';
import type { ChatPlatform, Hears, Pace, Place, Post } from '#core/chat.ts';
import type { Clock } from '#core/clock.ts';
import { Problem } from '#core/problem.ts';

/** A message as people see it. */
export type FakeMessage = {
  readonly id: string;
  readonly post: string;
  readonly place: Place;
  readonly audience: string | null;
  card: Card;
  /** Every card that it showed, in order. */
  readonly history: Card[];
  readonly at: number;
};

/** What goes wrong at the next call of a kind. */
type Fault =
  /** Nothing arrives, and the caller hears of it. */
  | 'lost'
  /** The message arrives, the answer does not. */
  | 'answer-lost'
  | 'rate-limited'
  | 'refused'
  | 'gone'
  /** Nothing arrives and nothing is answered, until the caller calls it off. */
  | 'silence';

export type FakePlatform = ChatPlatform & {
  readonly messages: FakeMessage[];
  readonly faults: Fault[];
  readonly counts: { posts: number; edits: number; finds: number; tooFast: number };
  /** What a look-up says of what it does not find, or of everything. */
  sees: 'all' | 'nothing' | 'unclear';
  readonly hears: () => Hears;
  readonly goneChannels: Set<string>;
  readonly forbiddenChannels: Set<string>;
};

/** The strictest that a platform may be: one message a second in each channel, so many requests a second in all. */
export const STRICT: Pace = { postEveryMs: 1_000, editEveryMs: 0, perSecond: 50, holds: 'platform' };
/** No limits. */
const QUICK: Pace = { postEveryMs: 0, editEveryMs: 0, perSecond: 10_000, holds: 'platform' };

/** What clocks and timers of real platforms forgive. */
const FORGIVEN_MS = 20;

/** A platform in memory that keeps everything, refuses what comes faster than its pace, and fails where it is told to. */
export function createFakePlatform(options: {
  readonly name?: string;
  readonly pace?: Pace;
  readonly clock: Clock;
  readonly strict?: Pace;
}): FakePlatform {
  const { name = 'fake', pace = QUICK, clock, strict } = options;
  const messages: FakeMessage[] = [];
  const lastIn = new Map<string, number>();
  const requests: number[] = [];
  const underWay = new Set<Promise<unknown>>();
  let hears: Hears | null = null;

  function follow<T>(work: Promise<T>): Promise<T> {
    const done = () => underWay.delete(work);
    underWay.add(work);
    work.then(done, done);
    return work;
  }

  /** As a platform would: too much in the last second, or too soon in this channel, and it says for how long to wait. */
  function refuseHaste(post: Post | null): void {
    if (strict === undefined) return;
    const now = clock.now().getTime();
    while (requests[0] !== undefined && requests[0] <= now - 1_000) requests.shift();
    const channel = post === null ? '' : `${post.place.workspace}/${post.place.channel}`;
    const since = now - (lastIn.get(channel) ?? Number.NEGATIVE_INFINITY);
    const isTooFast =
      requests.length >= strict.perSecond + 1 || (post !== null && since < strict.postEveryMs - FORGIVEN_MS);
    if (isTooFast) {
      fake.counts.tooFast++;
      throw new Problem('RATE_LIMITED', 'too fast', { retryAfterMs: 1_000 });
    }
    requests.push(now);
    if (post !== null) lastIn.set(channel, now);
  }

  async function fail(fault: Fault | undefined, signal: AbortSignal): Promise<void> {
    if (fault === 'silence')
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    if (fault === 'lost' || fault === 'answer-lost') throw new Problem('UNREACHABLE', 'the connection broke');
    if (fault === 'rate-limited') throw new Problem('RATE_LIMITED', 'too fast', { retryAfterMs: 50 });
    if (fault === 'refused') throw new Problem('POST_REFUSED', 'not like this');
    if (fault === 'gone') throw new Problem('CHANNEL_GONE', 'no such channel');
  }

  const fake: FakePlatform = {
    name,
    pace,
    editsPrivate: true,
    fit: (card) => [card],
    messages,
    faults: [],
    counts: { posts: 0, edits: 0, finds: 0, tooFast: 0 },
    sees: 'all',
    goneChannels: new Set(),
    forbiddenChannels: new Set(),
    hears() {
      if (hears === null) throw new Error('it was not started');
      return hears;
    },
    async start(given) {
      hears = {
        receive: (arrival) => follow(given.receive(arrival)),
        suggest: (typing) => follow(given.suggest(typing)),
        removed: (from) => follow(given.removed(from)),
        left: (from) => follow(given.left(from)),
      };
    },
    async stop() {
      hears = null;
      await Promise.allSettled(underWay);
    },
    async post(post, signal) {
      signal.throwIfAborted();
      fake.counts.posts++;
      refuseHaste(post);
      if (fake.goneChannels.has(post.place.channel)) throw new Problem('CHANNEL_GONE', 'no such channel');
      if (fake.forbiddenChannels.has(post.place.channel)) throw new Problem('MAY_NOT_POST', 'no permission');
      const fault = fake.faults.shift();
      if (fault !== 'answer-lost') await fail(fault, signal);
      const message: FakeMessage = {
        ...{ id: `m${messages.length + 1}`, post: post.id, place: post.place, audience: post.audience },
        ...{ card: post.card, history: [post.card], at: clock.now().getTime() },
      };
      messages.push(message);
      await fail(fault, signal);
      return message.id;
    },
    async edit(post, id, signal) {
      signal.throwIfAborted();
      fake.counts.edits++;
      refuseHaste(null);
      const fault = fake.faults.shift();
      if (fault !== 'answer-lost') await fail(fault, signal);
      const message = messages.find((one) => one.id === id);
      if (message === undefined) throw new Problem('CHANNEL_GONE', 'no such message');
      message.card = post.card;
      message.history.push(post.card);
      await fail(fault, signal);
    },
    async find(post, _since, signal) {
      signal.throwIfAborted();
      fake.counts.finds++;
      if (fake.faults[0] === 'silence') await fail(fake.faults.shift(), signal);
      if (fake.sees === 'unclear') return { kind: 'unclear' };
      const message = fake.sees === 'nothing' ? undefined : messages.find((one) => one.post === post.id);
      return message === undefined ? { kind: 'absent' } : { kind: 'there', message: message.id };
    },
  };
  return fake;
}
