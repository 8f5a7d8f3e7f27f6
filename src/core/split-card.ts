import type { Block, Card } from './card.ts';

/**
 * A card in parts that each fit into one message, cut between blocks and between a table's rows, never inside a point; a heading
 * stays with what it opens. Buttons and choices stay with the first part, which says that there is more (`more`). A block that
 * fits nowhere stands alone: the platform shortens it.
 */
export function splitCard(card: Card, fits: (card: Card) => boolean, more: string): readonly Card[] {
  if (fits(card)) return [card];
  const isTool = ({ kind }: Block) => kind === 'buttons' || kind === 'choices';
  const tools = card.blocks.filter(isTool);
  const parts: Block[][] = [[]];
  for (const unit of unitsOf(card.blocks.filter((block) => !isTool(block)))) {
    const last = parts.at(-1) ?? [];
    const blocks = join(last, unit);
    if (last.length === 0 || fits(partOf(card, parts.length, blocks, tools, more))) parts[parts.length - 1] = blocks;
    else parts.push([...unit]);
  }
  // Where the tools alone made it too long, nothing follows the first part.
  if (parts.length === 1) return [{ ...card, blocks: [...(parts[0] ?? []), ...tools] }];
  return parts.map((blocks, at) => partOf(card, at + 1, blocks, tools, more));
}

function partOf(card: Card, number: number, blocks: readonly Block[], tools: readonly Block[], more: string): Card {
  if (number === 1) return { title: card.title, blocks: [...blocks, { kind: 'note', text: more }, ...tools] };
  return { title: `${card.title} (${number})`, blocks };
}

/** What is never parted: a heading and the block behind it, a row of a table with its columns. */
function unitsOf(blocks: readonly Block[]): Block[][] {
  const units: Block[][] = [];
  let opening: Block[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') {
      opening.push(block);
      continue;
    }
    const pieces: Block[] =
      block.kind === 'table' && block.rows.length > 1 ? block.rows.map((row) => ({ ...block, rows: [row] })) : [block];
    for (const piece of pieces) {
      units.push([...opening, piece]);
      opening = [];
    }
  }
  return opening.length === 0 ? units : [...units, opening];
}

/** A part and one more unit; rows that follow rows of the same table are one table again. */
function join(blocks: readonly Block[], unit: readonly Block[]): Block[] {
  const last = blocks.at(-1);
  const [first] = unit;
  const isSame = last?.kind === 'table' && first?.kind === 'table' && last.columns === first.columns;
  return isSame ? [...blocks.slice(0, -1), { ...last, rows: [...last.rows, ...first.rows] }] : [...blocks, ...unit];
}
