import type { types } from '@slack/bolt';
import type { Card } from '#core/card.ts';
import { splitCard } from '#core/split-card.ts';
import { countCharacters } from './count-characters.ts';
import { draw } from './draw.ts';
import { MOST_VIEW_BLOCKS, MOST_VIEW_CHARACTERS } from './limits.ts';

/** What a view cannot hold is seen source by source, or by asking for the whole. */
const MORE = 'There is more than fits here: choose a source, or ask /sources cited for all of it.';

/** As much of a card as a view holds, which has one page; what is left out is said to be. */
export function fitView(card: Card): types.KnownBlock[] {
  const fits = (part: Card) => {
    const { blocks } = draw(part);
    return blocks.length <= MOST_VIEW_BLOCKS && countCharacters(blocks) <= MOST_VIEW_CHARACTERS;
  };
  const [first = card] = splitCard(card, fits, MORE);
  return draw(first).blocks;
}
