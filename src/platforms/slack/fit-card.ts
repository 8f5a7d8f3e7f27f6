import type { Card } from '#core/card.ts';
import { splitCard } from '#core/split-card.ts';
import { countCharacters } from './count-characters.ts';
import { draw } from './draw.ts';
import { MOST_BLOCKS, MOST_CHARACTERS } from './limits.ts';

/** Told where a message goes on. */
const MORE = 'Goes on in the next message.';

/** A card in parts that fit into one message each, cut between points. */
export function fitCard(card: Card): readonly Card[] {
  return splitCard(card, fitsMessage, MORE);
}

function fitsMessage(card: Card): boolean {
  const { blocks } = draw(card);
  return blocks.length <= MOST_BLOCKS && countCharacters(blocks) <= MOST_CHARACTERS;
}
