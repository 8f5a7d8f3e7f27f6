import type { Article } from '#core/article.ts';
import type { Briefing, KeyPoint } from '#core/briefing.ts';
import type { Block, Card } from '#core/card.ts';
import { articleLine } from './article-line.ts';
import { differenceBlocks } from './difference-blocks.ts';
import { fallbackNote } from './fallback-note.ts';
import { secondHandLine, sourcingLine } from './sourcing-line.ts';
import { tellPoint } from './tell-point.ts';

/** So many points for each matter on which accounts differ: whoever wants few points wants little of that, too. */
const POINTS_A_DIFFERENCE = 2;

/** A checked briefing as a message: headline, points with their credit, where accounts differ, how it is sourced. */
export function briefingCard(briefing: Briefing): Card {
  const { article } = briefing;
  const about = [articleLine(article), secondHandLine(briefing)].filter((line) => line !== null).join(' · ');
  const blocks: Block[] = [{ kind: 'note', text: about }];
  blocks.push(...partialBlocks(article), ...briefing.points.map((point) => pointBlock(point, briefing)));
  blocks.push(...differenceBlocks(briefing, Math.ceil(briefing.points.length / POINTS_A_DIFFERENCE)));
  blocks.push({ kind: 'note', text: footer(briefing) });
  blocks.push(...withheldBlocks(briefing), ...fallbackNote(briefing.engine), ...translationNote(briefing));
  return { title: briefing.headlineTranslation ?? briefing.headline, blocks };
}

const PARTIAL = 'Only part of this article could be read (a teaser or a paywall): what follows covers that part alone.';

/** Says so where only a part of the article could be read. */
export function partialBlocks({ completeness }: Article): Block[] {
  return completeness === 'partial' ? [{ kind: 'note', text: PARTIAL }] : [];
}

/** A translation is ours, so that what was checked stands beneath it; what stands in for a point of the model's says so. */
function pointBlock(point: KeyPoint, briefing: Briefing): Block {
  const { translation, by } = point;
  const own = by === undefined ? null : 'extractive: in the article’s own words';
  const { text, credit: line } = tellPoint(point, briefing, briefing.article);
  const credit = [line, own].filter((part) => part !== null);
  return {
    kind: 'point',
    text: translation ?? text,
    credit: credit.length === 0 ? null : credit.join(' · '),
    passage: translation === undefined ? null : text,
  };
}

function footer(briefing: Briefing): string {
  const checked = briefing.points.length;
  const proposed = checked + briefing.withheld.length;
  const parts = [
    sourcingLine(briefing.sourcing, briefing.article.language),
    `${checked} of ${proposed} points checked against the text`,
    briefing.engine.name === 'extractive'
      ? 'extractive: in the article’s own words'
      : `written by the model ${briefing.engine.model ?? ''}`.trim(),
  ];
  return parts.join(' · ');
}

function withheldBlocks(briefing: Briefing): Block[] {
  const { length } = briefing.withheld;
  if (length === 0) return [];
  const reasons = [...new Set(briefing.withheld.map(({ reason }) => reason))].slice(0, 3).join('; ');
  return [{ kind: 'note', text: `${length} withheld: ${reasons}` }];
}

/** Whose words a translation is. */
function translationNote({ points }: Briefing): Block[] {
  const isTranslated = points.some(({ translation }) => translation !== undefined);
  const ours =
    'Translated by the model. What was checked stands beneath each point; [brackets] hold our words for a quotation.';
  return isTranslated ? [{ kind: 'note', text: ours }] : [];
}
