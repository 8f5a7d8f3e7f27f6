import { test } from 'vitest';
import type { Card } from '#core/card.ts';
import type { Arrival, Post, Receipt, Workspace } from '#core/chat.ts';
import type { Ability, Harness, Seen } from './harness.ts';

/** What the parts of the contract share: the platform under test, what it heard, and how the bot answers. */
export type Stage = {
  readonly harness: () => Harness;
  readonly arrivals: Arrival[];
  readonly removals: Workspace[];
  /** How the bot answers what arrives; set anew before each test. */
  respond: (arrival: Arrival) => Promise<Receipt>;
  readonly aPost: (card: Card, more?: Partial<Post>) => Post;
  /** Sends a post as the outbox does. Returns the platform's id for it. */
  readonly show: (post: Post) => Promise<string>;
  readonly see: (id: string, thread?: string | null) => Promise<Seen | undefined>;
  /** A test of something that not every platform can do: left out by name where it cannot. */
  readonly testWith: <A extends Ability>(
    ability: A,
    sentence: string,
    run: (able: NonNullable<Harness[A]>) => Promise<void>,
  ) => void;
};

export const SIGNAL = new AbortController().signal;

export function aStage(open: () => Harness, lacks: readonly Ability[]): Stage {
  let posts = 0;
  return {
    harness: open,
    arrivals: [],
    removals: [],
    respond: async () => ({ kind: 'taken' }),
    aPost: (card, more = {}) => ({
      ...{ id: `post-${String(posts++).padStart(17, '0')}`, place: open().place, audience: null, replyTo: null, card },
      ...more,
    }),
    show: (post) => open().platform.post(post, SIGNAL),
    see: async (id, thread = null) => (await open().seen(thread)).find((message) => message.id === id),
    testWith(ability, sentence, run) {
      if (lacks.includes(ability)) return test.skip(`${sentence} (it lacks: ${ability})`);
      test(sentence, async () => {
        const able = open()[ability];
        if (able === null) throw new Error(`${ability} is null and not among what the platform lacks`);
        await run(able as NonNullable<Harness[typeof ability]>);
      });
    },
  };
}
