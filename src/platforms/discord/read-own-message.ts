import { MessageFlags } from 'discord.js';
import { fieldsOf, listOf, numberOf, textOf } from './field-of.ts';
import { markOf } from './mark-of.ts';

/** A message of ours, as far as it matters. */
export type OwnMessage = {
  readonly id: string;
  /** Shows "is thinking…" still. */
  readonly isLoading: boolean;
  readonly isPrivate: boolean;
  readonly shows: (post: string) => boolean;
};

/** A message from Discord. It shows a post if its components bear the post's marks, or if it has its nonce still. */
export function readOwnMessage(data: unknown): OwnMessage {
  const message = fieldsOf(data);
  const flags = numberOf(message.flags) ?? 0;
  const [container] = listOf(message.components);
  const [first] = listOf(container?.components);
  return {
    id: textOf(message.id) ?? '',
    isLoading:
      (flags & MessageFlags.Loading) !== 0 || (container === undefined && (textOf(message.content) ?? '') === ''),
    isPrivate: (flags & MessageFlags.Ephemeral) !== 0,
    shows(post) {
      const marks = markOf(post);
      return message.nonce === post || (container?.id === marks[0] && first?.id === marks[1]);
    },
  };
}
