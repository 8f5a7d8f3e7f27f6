import type { Briefing } from '#core/briefing.ts';
import type { Block, Card } from '#core/card.ts';
import type { Correction } from '#core/corrections.ts';
import { plainText } from '#core/plain-text.ts';
import { shorten } from './shorten.ts';

/** A sentence is told whole where it is one; what is longer by its beginning. In characters. */
const LONGEST = 500;

/** What a page changed at once beyond this is a rewriting: so many passages are shown, and the others counted. */
const MOST_SHOWN = 4;

/**
 * Told in a briefing's thread, once for each change: its article was changed where the briefing rests on it. Before and after, in its
 * own words.
 */
export function correctionCard({ article }: Briefing, corrections: readonly Correction[], isAgain: boolean): Card {
  const blocks = corrections
    .slice(0, MOST_SHOWN)
    .flatMap(({ before, after }): Block[] => [
      { kind: 'passage', text: shorten(plainText(before), LONGEST), credit: 'as it was briefed' },
      standsNow(before, after),
    ]);
  const more = corrections.length - MOST_SHOWN;
  if (more > 0) blocks.push({ kind: 'note', text: `${more} more ${more === 1 ? 'passage' : 'passages'} changed.` });
  const open: Block[] =
    article.url === null ? [] : [{ kind: 'buttons', buttons: [{ label: 'Open article', open: article.url }] }];
  return {
    title: `The article was changed ${isAgain ? 'again ' : ''}since it was briefed here`,
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

function standsNow(before: string, after: string | null): Block {
  if (after === null) return { kind: 'note', text: 'This no longer stands in the article.' };
  if (after === before) return { kind: 'note', text: 'This stands in the article again as it was briefed.' };
  return { kind: 'passage', text: shorten(plainText(after), LONGEST), credit: 'as it stands now' };
}
