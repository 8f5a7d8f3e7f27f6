import { expect, test } from 'vitest';
import type { Card } from '#core/card.ts';
import { readOpml } from '#feeds/read-opml.ts';
import { writeOpml } from '#feeds/write-opml.ts';
import { draw as drawDiscord } from '#platforms/discord/draw.ts';
import { fitCard as fitDiscord } from '#platforms/discord/fit-card.ts';
import { draw as drawSlack } from '#platforms/slack/draw.ts';
import { fitCard as fitSlack } from '#platforms/slack/fit-card.ts';
import { exportCard } from '#render/feeds-card.ts';

const feedsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    title: `The *Quay* _Gazette_ & <friends> ${at}`,
    url: `https://quay-${at}.example/feeds/a_long_name/of-section-${at}/rss.xml?form=full&lang=en`,
    site: `https://quay-${at}.example/`,
    folder: null,
  }));
const piecesOf = ({ blocks }: Card) => blocks.flatMap((block) => (block.kind === 'passage' ? [block.text] : []));

test('a short list is one piece, and a list of a hundred feeds the whole list in pieces', () => {
  const short = exportCard(writeOpml(feedsOf(2)), 2);
  expect(piecesOf(short)).toHaveLength(1);
  const long = exportCard(writeOpml(feedsOf(100)), 100);
  expect(readOpml(piecesOf(long).join('\n'))).toEqual(feedsOf(100));
  expect(JSON.stringify(long.blocks[0])).toContain(`these ${piecesOf(long).length} pieces`);
});

test.each<[string, (card: Card) => readonly Card[], (card: Card) => unknown]>([
  ['Discord', fitDiscord, (card) => drawDiscord(card)],
  ['Slack', fitSlack, (card) => drawSlack(card).blocks],
])('on %s nothing of an export is cut away', (_, split, draw) => {
  const parts = split(exportCard(writeOpml(feedsOf(100)), 100));
  expect(readOpml(parts.flatMap(piecesOf).join('\n'))).toHaveLength(100);
  // What a platform shortens ends in this sign.
  for (const part of parts) expect(JSON.stringify(draw(part))).not.toContain('…');
});
