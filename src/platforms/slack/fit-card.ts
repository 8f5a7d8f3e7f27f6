import type { Card } from '#core/card.ts';
import { splitCard } from '#core/split-card.ts';
import { createMeasure } from './create-measure.ts';
import { MOST_BLOCKS, MOST_CHARACTERS } from './limits.ts';

/** Parts of what is for all go into the thread of the first; what is for one person goes on below it. */
const MORE = 'Goes on below, or in the thread of this message.';

/** A card in parts that fit into one message each, cut between points. */
export function fitCard(card: Card): readonly Card[] {
  const measure = createMeasure();
  const isHeld = (part: Card) => {
    const { blocks, characters } = measure(part);
    return blocks <= MOST_BLOCKS && characters <= MOST_CHARACTERS;
  };
  return splitCard(card, isHeld, MORE);
}
