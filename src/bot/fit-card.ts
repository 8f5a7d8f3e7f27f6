import type { Card } from '#core/card.ts';
import { fitCard as fitOnDiscord } from '#platforms/discord/fit-card.ts';
import { fitCard as fitOnSlack } from '#platforms/slack/fit-card.ts';

/** How each platform cuts a card, for processes that run jobs without being connected to any. */
const FITS: Readonly<Record<string, (card: Card) => readonly Card[]>> = { discord: fitOnDiscord, slack: fitOnSlack };

/** A card in parts that fit into one message each on a platform. */
export function fitCard(platform: string, card: Card): readonly Card[] {
  return FITS[platform]?.(card) ?? [card];
}
