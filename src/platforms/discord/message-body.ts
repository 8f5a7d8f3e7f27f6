import { RESTJSONErrorCodes as Code, MessageFlags } from 'discord.js';
import type { Card } from '#core/card.ts';
import { draw, type Look } from './draw.ts';
import { isRefusal } from './problem-of.ts';

/** What is sent to show a card. Nobody is ever pinged, whatever the card says. */
export function messageBody(card: Card, look?: Look) {
  return { flags: MessageFlags.IsComponentsV2, components: [draw(card, look)], allowed_mentions: { parse: [] } };
}

/** The same, seen by one person alone. */
export function privateBody(card: Card, look?: Look) {
  return { ...messageBody(card, look), flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral };
}

/** Our own words, where there is no card to show. */
export function wordsCard(text: string): Card {
  return { title: '', blocks: [{ kind: 'text', text }] };
}

/** Sends something as a reply to a message. Whoever may not read what was said before cannot reply: then without. */
export async function asReply<T>(message: string, send: (reference: object) => Promise<T>): Promise<T> {
  try {
    return await send({ message_reference: { message_id: message, fail_if_not_exists: false } });
  } catch (cause) {
    if (!isRefusal(cause, Code.CannotReplyWithoutPermissionToReadMessageHistory)) throw cause;
    return send({});
  }
}
