import type { types } from '@slack/bolt';
import type { Block, Card } from '#core/card.ts';
import { countCharacters } from './count-characters.ts';
import { drawBlock, drawRow, drawTitle } from './draw.ts';

type Size = { readonly blocks: number; readonly characters: number };

/** Measures cards as they are drawn. Parts of one card share its blocks and rows, and each of those is drawn once. */
export function createMeasure(): (card: Card) => Size {
  const known = new Map<Block | readonly string[], Size>();

  function once<T extends Block | readonly string[]>(what: T, drawIt: (what: T) => types.KnownBlock[]): Size {
    const size = known.get(what) ?? sizeOf(drawIt(what));
    known.set(what, size);
    return size;
  }

  function sizesOf(block: Block): readonly Size[] {
    if (block.kind !== 'table') return [once(block, drawBlock)];
    return [sizeOf(drawBlock({ ...block, rows: [] })), ...block.rows.map((row) => once(row, drawRow))];
  }

  return ({ title, blocks }) =>
    [sizeOf(drawTitle(title)), ...blocks.flatMap(sizesOf)].reduce((sum, size) => ({
      blocks: sum.blocks + size.blocks,
      characters: sum.characters + size.characters,
    }));
}

function sizeOf(blocks: readonly types.KnownBlock[]): Size {
  return { blocks: blocks.length, characters: countCharacters(blocks) };
}
