import type { Briefing } from '#core/briefing.ts';
import type { Block, Card } from '#core/card.ts';
import type { Correction } from '#core/corrections.ts';
import { plainText } from '#core/plain-text.ts';
import { shorten } from './shorten.ts';

/** A sentence is told whole where it is one; what is longer by its beginning. In characters. */
const LONGEST = 500;

/** Told in a briefing's thread, once: its article was changed where the briefing rests on it. Before and after, in its own words. */
export function correctionCard({ article }: Briefing, corrections: readonly Correction[]): Card {
  const blocks = corrections.flatMap(({ before, after }): Block[] => [
    { kind: 'passage', text: shorten(plainText(before), LONGEST), credit: 'as it was briefed' },
    after === null
      ? { kind: 'note', text: 'This no longer stands in the article.' }
      : { kind: 'passage', text: shorten(plainText(after), LONGEST), credit: 'as it stands now' },
  ]);
  const open: Block[] =
    article.url === null ? [] : [{ kind: 'buttons', buttons: [{ label: 'Open article', open: article.url }] }];
  return {
    title: 'The article was changed since it was briefed here',
    blocks: [
      ...blocks,
      {
        kind: 'note',
        text: 'The briefing above tells what the article said then; brief it again for what it says now.',
      },
      ...open,
    ],
  };
}
