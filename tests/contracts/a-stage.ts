import { test } from 'vitest';
import type { Card } from '#core/card.ts';
import type { Arrival, Channel, Post, Receipt, Workspace } from '#core/chat.ts';
import type { Ability, Harness, Seen } from './harness.ts';

/** What the parts of the contract share: the platform under test, what it heard, and how the bot answers. */
export type Stage = {
  readonly harness: () => Harness;
  readonly arrivals: Arrival[];
  readonly removals: Workspace[];
  readonly left: Channel[];
  /** How the bot answers what arrives; set anew before each test. */
  respond: (arrival: Arrival) => Promise<Receipt>;
  readonly aPost: (card: Card, more?: Partial<Post>) => Post;
  /** Sends a post as the outbox does, the rest of a long card into its thread. Returns the platform's id for the first. */
  readonly show: (post: Post) => Promise<string>;
  /** A message with its rest, as a person reads it. */
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
  /** Where the rest of a long card is seen: in the thread under its first part. */
  const parts = new Map<string, { readonly message: string; readonly thread: string }[]>();
  return {
    harness: open,
    arrivals: [],
    removals: [],
    left: [],
    respond: async () => ({ kind: 'taken', isPrivate: false }),
    aPost: (card, more = {}) => ({
      ...{
        id: `post-${String(posts++).padStart(17, '0')}`,
        place: open().place,
        audience: null,
        replyTo: null,
        topic: null,
        isFinal: true,
        card,
      },
      ...more,
    }),
    async show(post) {
      const { platform } = open();
      const [first = post.card, ...rest] = platform.fit(post.card);
      const id = await platform.post({ ...post, card: first }, SIGNAL);
      const place = { ...post.place, thread: post.place.thread ?? id };
      for (const [at, card] of rest.entries()) {
        const message = await platform.post({ ...post, id: `${post.id.slice(0, -2)}+${at}`, place, card }, SIGNAL);
        parts.set(id, [...(parts.get(id) ?? []), { message, thread: place.thread }]);
      }
      return id;
    },
    see: async (id, thread = null) => {
      const look = async (message: string, where: string | null) =>
        (await open().seen(where)).find((one) => one.id === message);
      const first = await look(id, thread);
      if (first === undefined) return undefined;
      const rest = await Promise.all((parts.get(id) ?? []).map((part) => look(part.message, part.thread)));
      const all = [first, ...rest.filter((one) => one !== undefined)];
      return {
        ...first,
        text: all.map(({ text }) => text).join(' '),
        buttons: all.flatMap(({ buttons }) => buttons),
        links: all.flatMap(({ links }) => links),
      };
    },
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
