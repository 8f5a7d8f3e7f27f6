/** What is too long for one message, window or page: where it is cut, and that nothing is lost or said twice. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Card } from '#core/card.ts';
import { countCharacters } from '#platforms/slack/count-characters.ts';
import { draw } from '#platforms/slack/draw.ts';
import { drawHome } from '#platforms/slack/draw-home.ts';
import { drawModal } from '#platforms/slack/draw-modal.ts';
import { fitCard } from '#platforms/slack/fit-card.ts';
import { arbitraryCard } from '../../contracts/arbitrary-card.ts';
import { FULL_CARD, SLUG } from '../../contracts/full-card.ts';
import { lookAt } from '../../contracts/slack-eyes.ts';
import { checkBlocks } from '../../stand-ins/slack/check-blocks.ts';

const GOES_ON = /^Goes on /;
const isTool = ({ kind }: Block) => kind === 'buttons' || kind === 'choices';

/** Several cards' worth of anything. */
const longCard: fc.Arbitrary<Card> = fc
  .array(arbitraryCard, { minLength: 1, maxLength: 12 })
  .map((cards) => ({ title: cards[0]?.title ?? '', blocks: cards.flatMap(({ blocks }) => blocks) }));

/** Blocks with each table taken apart into its rows, for a table may be cut between them. */
const units = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) =>
    block.kind === 'table' && block.rows.length > 1 ? block.rows.map((row) => ({ ...block, rows: [row] })) : [block],
  );

function aLongRecord(points: number): Card {
  return {
    title: 'A long record',
    blocks: [
      { kind: 'note', text: 'Quay Gazette' },
      {
        kind: 'choices',
        prompt: 'One source alone',
        choices: [{ label: 'Ida Holm', detail: null, press: { action: 'cited', briefing: SLUG, source: 's1' } }],
      },
      ...Array.from({ length: points }, (_, at): Block => {
        const text = `Point ${at} ${'of many words '.repeat(20)}`;
        return { kind: 'point', text, credit: `source ${at}`, passage: null };
      }),
    ],
  };
}

describe('a message', () => {
  test('a card that fits is left as it is', () => {
    expect(fitCard(FULL_CARD)).toEqual([FULL_CARD]);
  });

  test('any card is cut between its blocks and rows: each is whole in one part, in order, and every part fits', () => {
    let most = 0;
    fc.assert(
      fc.property(longCard, (card) => {
        const parts = fitCard(card);
        most = Math.max(most, parts.length);
        const [first] = parts;
        const told = parts.flatMap(({ blocks }) => blocks.filter((block) => !isTool(block)));
        const isCut = parts.length > 1;
        expect(units(told.filter((block) => !(isCut && block.kind === 'note' && GOES_ON.test(block.text))))).toEqual(
          units(card.blocks.filter((block) => !isTool(block))),
        );
        expect(first?.blocks.filter(isTool)).toEqual(card.blocks.filter(isTool));
        for (const part of parts) {
          const { blocks } = draw(part, 'A hint.');
          expect(checkBlocks(blocks, 'message')).toEqual([]);
          expect(countCharacters(blocks)).toBeLessThan(11_000);
          expect(fitCard(part)).toEqual([part]);
        }
      }),
      { numRuns: 150 },
    );
    expect(most).toBeGreaterThan(1);
  });

  test('the first part says that it goes on, and keeps what can be pressed; the others say which they are', () => {
    const parts = fitCard(aLongRecord(90));
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.map(({ title }) => title)).toEqual(
      parts.map((_, at) => (at === 0 ? 'A long record' : `A long record (${at + 1})`)),
    );
    expect(parts.map(({ blocks }) => blocks.some((one) => one.kind === 'note' && GOES_ON.test(one.text)))).toEqual(
      parts.map((_, at) => at === 0),
    );
    expect(parts.map(({ blocks }) => blocks.some(isTool))).toEqual(parts.map((_, at) => at === 0));
  });
});

describe('a view', () => {
  const views = [
    ['a window of sources', (card: Card) => drawModal(card, 'cited')],
    ['a window of passages', (card: Card) => drawModal(card, 'passages')],
    ['a person’s page', drawHome],
  ] as const;

  test.each(views)('%s holds all of a card that fits', (_, show) => {
    const card = aLongRecord(40);
    expect(show(card).blocks).toEqual(draw(card).blocks);
  });

  test.each(views)('%s that cannot hold all shows the beginning, in order, and says that there is more', (_, show) => {
    const card = aLongRecord(200);
    const { blocks } = show(card);
    const all = draw(card).blocks;
    // The select stays at the top, and not behind a hundred blocks.
    expect(blocks[2]?.type).toBe('actions');
    expect(blocks.slice(0, -1)).toEqual(all.slice(0, blocks.length - 1));
    expect(blocks.length).toBeGreaterThan(90);
    expect(lookAt(blocks.slice(-1) as never).text).toMatch(/^There is more than fits here/);
  });
});
