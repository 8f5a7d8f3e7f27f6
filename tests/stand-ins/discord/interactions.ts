import { randomBytes } from 'node:crypto';
import { refusal } from './discord-error.ts';
import type { Json } from './json.ts';
import type { Response } from './stand-in.ts';
import type { World } from './world.ts';

/** Discord waits this long for the first response; then the token is void. */
const FIRST_RESPONSE_MS = 3000;
const TOKEN_MS = 15 * 60_000;
/** Follow-ups of an app that is installed for the user only, counted per interaction. */
export const USER_INSTALLED_FOLLOW_UPS = 5;

export type Interaction = {
  readonly id: string;
  readonly token: string;
  /** 2 command, 3 component, 4 autocomplete. */
  readonly kind: number;
  readonly payload: Json;
  readonly channel: string;
  readonly guild: string | null;
  readonly user: string;
  /** The message whose button was pressed. */
  readonly source: string | null;
  /** What the messages that answer it say about it. */
  readonly metadata: Json;
  readonly isUserInstalled: boolean;
  readonly startedAt: number;
  bornAt: number;
  answer: Response | null;
  /** Nobody answered in time: now nobody can. */
  isVoid: boolean;
  /** The message behind `@original`. */
  original: string | null;
  followUps: number;
  readonly wait: Promise<Response>;
  readonly settle: (answer: Response) => void;
};

export type Interactions = {
  readonly open: (facts: OpenFacts) => Interaction;
  readonly last: () => Interaction | null;
  /** The interaction that a callback may answer now. @throws DiscordError 10062, 40060 */
  readonly toAnswer: (id: string, token: string) => Interaction;
  /** The interaction behind a webhook token. @throws DiscordError 10015, 50027 */
  readonly byToken: (application: string, token: string) => Interaction;
  readonly answered: (interaction: Interaction, type: number, data: Json | null) => void;
  readonly age: (ms: number) => void;
  readonly close: () => void;
};

type OpenFacts = Pick<
  Interaction,
  'kind' | 'channel' | 'guild' | 'user' | 'source' | 'metadata' | 'isUserInstalled'
> & { readonly payload: (id: string, token: string) => Json; readonly id: string };

export function createInteractions(world: World): Interactions {
  const all = new Map<string, Interaction>();
  const timers = new Map<string, NodeJS.Timeout>();

  function give(interaction: Interaction, answer: Response): void {
    clearTimeout(timers.get(interaction.id));
    timers.delete(interaction.id);
    interaction.settle(answer);
  }

  function expire(interaction: Interaction): void {
    const { id, token, startedAt } = interaction;
    if (interaction.answer !== null || interaction.isVoid) return;
    interaction.isVoid = true;
    give(interaction, { isAcked: false, ms: Date.now() - startedAt, type: null, data: null, id, token });
  }

  return {
    open({ payload, ...facts }) {
      const token = `aW50ZXJhY3Rpb24${randomBytes(30).toString('base64url')}`;
      const { promise, resolve } = Promise.withResolvers<Response>();
      const now = Date.now();
      const interaction: Interaction = {
        ...facts,
        token,
        payload: payload(facts.id, token),
        startedAt: now,
        bornAt: now,
        answer: null,
        isVoid: false,
        original: null,
        followUps: 0,
        wait: promise,
        settle: resolve,
      };
      all.set(facts.id, interaction);
      timers.set(
        facts.id,
        setTimeout(() => expire(interaction), FIRST_RESPONSE_MS),
      );
      return interaction;
    },
    last: () => [...all.values()].at(-1) ?? null,
    toAnswer(id, token) {
      const interaction = all.get(id);
      if (interaction === undefined || interaction.token !== token || interaction.isVoid) throw refusal(10062);
      if (interaction.answer !== null) throw refusal(40060);
      return interaction;
    },
    byToken(application, token) {
      const interaction = [...all.values()].find((one) => one.token === token);
      if (interaction === undefined || application !== world.bot || interaction.answer === null) throw refusal(10015);
      if (Date.now() - interaction.bornAt > TOKEN_MS) throw refusal(50027);
      return interaction;
    },
    answered(interaction, type, data) {
      const { id, token, startedAt } = interaction;
      interaction.answer = { isAcked: true, ms: Date.now() - startedAt, type, data, id, token };
      give(interaction, interaction.answer);
    },
    age(ms) {
      for (const interaction of all.values()) {
        interaction.bornAt -= ms;
        if (Date.now() - interaction.bornAt > FIRST_RESPONSE_MS) expire(interaction);
      }
    },
    close() {
      for (const interaction of all.values()) expire(interaction);
    },
  };
}
