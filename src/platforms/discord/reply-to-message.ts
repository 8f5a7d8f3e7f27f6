import { RequestMethod, Routes } from 'discord.js';
import type { Card } from '#core/card.ts';
import type { Api } from './create-api.ts';
import { fitCard } from './fit-card.ts';
import { CALL_WITHIN_MS } from './limits.ts';
import { asReply, messageBody } from './message-body.ts';

/** Answers what somebody said where it was said, for all to see: Discord hides nothing but answers to interactions. @throws Problem */
export async function replyToMessage(message: { readonly id: string; readonly channel: string }, card: Card, api: Api) {
  for (const [at, part] of fitCard(card).entries()) {
    // Delivered twice, it is answered once.
    const body = { ...messageBody(part), nonce: `${message.id}-${at}`, enforce_nonce: true };
    const call = { method: RequestMethod.Post, route: Routes.channelMessages(message.channel) };
    await asReply(message.id, (reference) =>
      api.asBot({ ...call, body: { ...body, ...reference } }, AbortSignal.timeout(CALL_WITHIN_MS)),
    );
  }
}
