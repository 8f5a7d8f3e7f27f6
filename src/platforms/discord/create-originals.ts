import { RequestMethod, Routes } from 'discord.js';
import type { Post } from '#core/chat.ts';
import type { Clock } from '#core/clock.ts';
import { Problem } from '#core/problem.ts';
import type { Acknowledgement, Acknowledgements } from './create-acknowledgements.ts';
import type { Api } from './create-api.ts';
import { ACK_ELSEWHERE_MS, TOKEN_LIVES_MS } from './limits.ts';
import { type OwnMessage, readOwnMessage } from './read-own-message.ts';
import { type ReplyHandle, readReplyHandle } from './reply-handle.ts';
import { timeOf } from './snowflake-of.ts';

/** The message that an interaction is answered by, which is there from its acknowledgement on. */
export type Originals = {
  /** What a post can be answered by still: null where it answers nothing, or too late. */
  readonly handleOf: (post: Post) => ReplyHandle | null;
  /** How this process acknowledged, once it has; null where another one did. */
  readonly acknowledged: (handle: ReplyHandle, signal: AbortSignal) => Promise<Acknowledgement | null>;
  /**
   * The message as it is now, or null where the token opens nothing. @throws Problem `UNREACHABLE` where another process may not
   * have acknowledged yet.
   */
  readonly look: (handle: ReplyHandle, how: Acknowledgement | null, signal: AbortSignal) => Promise<OwnMessage | null>;
};

export function createOriginals(parts: {
  readonly api: Api;
  readonly clock: Clock;
  readonly acknowledgements: Acknowledgements;
}): Originals {
  const { api, clock, acknowledgements } = parts;
  const ageOf = ({ interaction }: ReplyHandle) => clock.now().getTime() - timeOf(interaction).getTime();
  return {
    handleOf({ replyTo }) {
      const handle = replyTo === null ? null : readReplyHandle(replyTo);
      if (handle === null) return null;
      // What we heard ourselves we know the age of; otherwise the interaction's id tells.
      return acknowledgements.knows(handle.interaction) || ageOf(handle) < TOKEN_LIVES_MS ? handle : null;
    },
    acknowledged: ({ interaction }, signal) => acknowledgements.of(interaction, signal),
    async look(handle, how, signal) {
      const route = Routes.webhookMessage(handle.application, handle.token);
      try {
        return readOwnMessage(await api.byToken({ method: RequestMethod.Get, route }, signal));
      } catch (cause) {
        if (!(cause instanceof Problem) || cause.code !== 'REPLY_EXPIRED') throw cause;
        if (how === null && ageOf(handle) < ACK_ELSEWHERE_MS)
          throw new Problem('UNREACHABLE', 'the interaction is perhaps not acknowledged yet', { cause });
        return null;
      }
    },
  };
}
