import { type Article, overlaps, textAt } from '#core/article.ts';
import type { Briefing, Disagreement, KeyPoint } from '#core/briefing.ts';
import type { Block, Card } from '#core/card.ts';
import type { Attribution } from '#core/testimony.ts';
import { articleLine } from './article-line.ts';
import { creditLine, sourceLabel } from './credit.ts';
import { fallbackNote } from './fallback-note.ts';
import { secondHandLine, sourcingLine } from './sourcing-line.ts';

/** Longer passages are cut at a word for the overview; the full ones are a command away. */
const LONGEST_PASSAGE = 240;

/** A checked briefing as a message: headline, points with their credit, where accounts differ, how it is sourced. */
export function briefingCard(briefing: Briefing): Card {
  const { article } = briefing;
  const about = [articleLine(article), secondHandLine(briefing)].filter((line) => line !== null).join(' · ');
  const blocks: Block[] = [{ kind: 'note', text: about }];
  blocks.push(...partialBlocks(article), ...briefing.points.map((point) => pointBlock(point, briefing)));
  blocks.push(...briefing.disagreements.flatMap((disagreement) => differBlocks(disagreement, briefing)));
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
function pointBlock({ text, attributions, translation, by }: KeyPoint, briefing: Briefing): Block {
  const credit = [creditLine(attributions, briefing, briefing.article), by ?? null].filter((part) => part !== null);
  return {
    kind: 'point',
    text: translation ?? text,
    credit: credit.length === 0 ? null : credit.join(' · '),
    passage: translation === undefined ? null : text,
  };
}

/**
 * Each side in a whole sentence of the article, for a statement cut out of it may be no more than "it" or "the charge";
 * where two sides share a sentence, each in its own words of it.
 */
export function differBlocks(disagreement: Disagreement, briefing: Briefing): Block[] {
  const { article } = briefing;
  const statements = disagreement.sides.map(({ attributions: [first] }) =>
    briefing.attributions.find(({ id }) => id === first),
  );
  const sentences = statements.map((statement) => sentenceOf(statement, article));
  const sides = disagreement.sides.map(({ source, attributions: [first] }, at): Block => {
    const found = briefing.sources.find(({ id }) => id === source);
    const credit = first === undefined ? null : creditLine([first], briefing, article);
    const sentence = sentences[at] ?? '';
    const isShared = sentences.filter((other) => other === sentence).length > 1;
    const text = isShared ? wordsOf(statements[at], article) : sentence;
    return {
      kind: 'point',
      text: shorten(text),
      credit: credit ?? (found === undefined ? null : sourceLabel(found)),
      passage: null,
    };
  });
  return [{ kind: 'heading', text: `Accounts differ: ${disagreement.about}`, detail: null }, ...sides];
}

function sentenceOf(statement: Attribution | undefined, article: Article): string {
  const [piece] = statement?.content ?? [];
  const sentence = piece === undefined ? undefined : article.sentences.find((span) => overlaps(span, piece));
  return sentence === undefined ? wordsOf(statement, article) : textAt(article.text, sentence);
}

function wordsOf(statement: Attribution | undefined, article: Article): string {
  return statement?.content.map((span) => textAt(article.text, span)).join(' … ') ?? '';
}

function footer(briefing: Briefing): string {
  const checked = briefing.points.length;
  const proposed = checked + briefing.withheld.length;
  const parts = [
    sourcingLine(briefing.sourcing),
    `${checked} of ${proposed} points checked against the text`,
    briefing.engine.name === 'extractive' ? 'extractive engine' : `model ${briefing.engine.model ?? ''}`.trim(),
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

function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST_PASSAGE) return line;
  const cut = line.lastIndexOf(' ', LONGEST_PASSAGE);
  return `${line.slice(0, cut > 0 ? cut : LONGEST_PASSAGE).toWellFormed()} …`;
}
