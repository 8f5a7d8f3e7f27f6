import type { Card } from '#core/card.ts';
import { splitCard } from '#core/split-card.ts';
import { measure } from './draw.ts';
import { MOST_COMPONENTS, MOST_TEXT } from './limits.ts';

const MORE = 'Goes on in the next message.';

/** A card in parts that fit into one message each. */
export function fitCard(card: Card): readonly Card[] {
  const fits = (part: Card) => {
    const { text, components } = measure(part);
    return text <= MOST_TEXT && components <= MOST_COMPONENTS;
  };
  return splitCard(card, fits, MORE);
}
