import type { Briefing } from '#core/briefing.ts';
import type { Block, Card } from '#core/card.ts';
import type { Correction } from '#core/corrections.ts';
import { plainText } from '#core/plain-text.ts';
import { shorten } from './shorten.ts';

/** A sentence is told whole where it is one; of what is longer the part that changed. In characters. */
const LONGEST = 500;
/** What leads up to a change further back: enough to know what it is about. In characters. */
const LEAD = 200;

/** What a page changed at once beyond this is a rewriting: so many passages are shown, and the others counted. */
const MOST_SHOWN = 4;

/**
 * Told in a briefing's thread, once for each change: its article was changed where the briefing rests on it. Before and after, in its
 * own words.
 */
export function correctionCard({ article }: Briefing, corrections: readonly Correction[], isAgain: boolean): Card {
  const blocks = corrections.slice(0, MOST_SHOWN).flatMap(correctionBlocks);
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

function correctionBlocks(correction: Correction): Block[] {
  const before = plainText(correction.before);
  const after = correction.after === null ? null : plainText(correction.after);
  const changed = after === null || after === before ? [0, 0] : firstChange(before, after);
  const then = passage(before, changed[0] ?? 0, 'as it was briefed');
  if (after === null) return [then, { kind: 'note', text: 'This no longer stands in the article.' }];
  if (after === before) return [then, { kind: 'note', text: 'This stands in the article again as it was briefed.' }];
  return [then, passage(after, changed[1] ?? 0, 'as it stands now')];
}

/** Where both begin to say something else; marks and capitals are no change. A script without spaces has a clause for a word. */
function firstChange(before: string, after: string): readonly [number, number] {
  const [words = [], others = []] = [before, after].map((text) => [...text.matchAll(/[\p{L}\p{N}]+/gu)]);
  const at = words.findIndex(([word], i) => word.toLowerCase() !== others[i]?.[0].toLowerCase());
  const [word = '', other = ''] = [words[at]?.[0], others[at]?.[0]];
  let same = 0;
  while (same < word.length && word.charAt(same) === other.charAt(same)) same++;
  return [(words[at]?.index ?? before.length) + same, (others[at]?.index ?? after.length) + same];
}

/** The beginning of a text that is too long, or, where the change stands further back, the words around that. */
function passage(text: string, changedAt: number, credit: string): Block {
  if (text.length <= LONGEST) return { kind: 'passage', text, credit };
  const start = changedAt <= LONGEST - LEAD ? 0 : wordBefore(text, changedAt - LEAD);
  const shown = `${start > 0 ? '… ' : ''}${shorten(text.slice(start).toWellFormed(), LONGEST)}`;
  return { kind: 'passage', text: shown, credit: `${credit}, in part` };
}

/** Where the word begins that `at` stands in; in a text without spaces there. */
function wordBefore(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at);
  return space > at - LEAD ? space + 1 : at;
}
