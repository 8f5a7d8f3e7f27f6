import type { types } from '@slack/bolt';
import type { Block, Card } from '#core/card.ts';
import { splitCard } from '#core/split-card.ts';
import { createMeasure } from './create-measure.ts';
import { draw } from './draw.ts';
import { MOST_VIEW_BLOCKS, MOST_VIEW_CHARACTERS } from './limits.ts';

/** As much of a card as a view holds, which has one page; that something is left out is said in the words of `more`. */
export function fitView(card: Card, more: string): types.KnownBlock[] {
  const tools = card.blocks.filter(isTool);
  const at = card.blocks.findIndex(isTool);
  // What chooses among much stays where it is: at the end of a long page nobody would find it.
  const withTools = (part: Card): Card =>
    tools.length === 0 ? part : { ...part, blocks: part.blocks.toSpliced(at, 0, ...tools) };
  const measure = createMeasure();
  const isHeld = (part: Card) => {
    const { blocks, characters } = measure(withTools(part));
    return blocks <= MOST_VIEW_BLOCKS && characters <= MOST_VIEW_CHARACTERS;
  };
  const rest = { ...card, blocks: card.blocks.filter((block) => !isTool(block)) };
  const [first = rest] = splitCard(rest, isHeld, more);
  return draw(withTools(first)).blocks;
}

function isTool({ kind }: Block): boolean {
  return kind === 'buttons' || kind === 'choices';
}
