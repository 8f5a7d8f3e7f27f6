import type { Card } from '#core/card.ts';
import { CHAT_PLATFORMS } from './chat-platforms.ts';

/** A card in parts that fit into one message each on a platform, also in processes that are connected to none. */
export function fitCard(platform: string, card: Card): readonly Card[] {
  return CHAT_PLATFORMS.find(({ name }) => name === platform)?.fit(card) ?? [card];
}
