import { type Article, type Span, textAt } from '#core/article.ts';
import type { Briefing, KeyPoint } from '#core/briefing.ts';
import type { Block, Card } from '#core/card.ts';
import type { Attribution, Source } from '#core/testimony.ts';
import { SHOWN_FROM_CONFIDENCE } from '#core/testimony.ts';
import { articleLine } from './article-line.ts';
import { partialBlocks } from './briefing-card.ts';
import { sourceLabel } from './credit.ts';
import { differenceBlocks } from './difference-blocks.ts';
import { lineAt } from './line-at.ts';
import { MOST_LISTED } from './sources-card.ts';
import { sourcingLine } from './sourcing-line.ts';
import { stanceWords } from './stance-words.ts';
import { statementWords } from './statement-words.ts';
import { tellPoint } from './tell-point.ts';

/** A statement is told in a table cell by its beginning; the whole of it is a command away. */
const LONGEST_CELL = 200;

/**
 * A briefing with everything that it rests on: beside each point the article's passages, who says what as a table, where
 * accounts differ, and what was withheld and why.
 */
export function passagesCard(briefing: Briefing): Card {
  const { article } = briefing;
  return {
    title: briefing.headline,
    blocks: [
      { kind: 'note', text: articleLine(article) },
      ...partialBlocks(article),
      { kind: 'heading', text: 'Points and passages', detail: null },
      ...briefing.points.map((point) => pointBlock(point, briefing)),
      ...differenceBlocks(briefing),
      ...tableBlocks(briefing),
      ...withheldBlocks(briefing),
      { kind: 'note', text: sourcingLine(briefing.sourcing, briefing.article.language) },
    ],
  };
}

function pointBlock(point: KeyPoint, briefing: Briefing): Block {
  return {
    kind: 'point',
    ...tellPoint(point, briefing, briefing.article),
    passage: point.evidence.map((span) => lineAt(briefing.article.text, span)).join(' … '),
  };
}

function tableBlocks(briefing: Briefing): Block[] {
  const sources = new Map(briefing.sources.map((source) => [source.id, source]));
  const shown = briefing.attributions.filter(
    ({ source, confidence }) => confidence >= SHOWN_FROM_CONFIDENCE && sources.has(source),
  );
  if (shown.length === 0) return [];
  const rows = shown.slice(0, MOST_LISTED).flatMap((attribution) => {
    const source = sources.get(attribution.source);
    return source === undefined ? [] : [rowOf(attribution, source, briefing.article)];
  });
  const more = shown.length - rows.length;
  const note: Block[] = more === 0 ? [] : [{ kind: 'note', text: `${more} more, too many to list here` }];
  const columns = ['Source', 'Says', 'In whose words', 'Through'];
  return [{ kind: 'table', caption: 'Who says what', columns, rows }, ...note];
}

function rowOf(attribution: Attribution, source: Source, article: Article): string[] {
  const says = shorten(statementWords(attribution, article), attribution.form === 'direct' ? ' …”' : ' …');
  return [sourceLabel(source), says, mannerOf(attribution, article), attribution.via.join(', then ')];
}

function mannerOf(attribution: Attribution, article: Article): string {
  const form = { direct: 'quoted', mixed: 'partly quoted', indirect: 'the article’s' }[attribution.form];
  const verb = attribution.cue === null ? '' : wordsAt(article.text, attribution.cue);
  const parts = [
    form,
    verb === '' ? null : `“${verb}”`,
    stanceWords(attribution, article),
    attribution.hedge === null ? null : `hedged “${attribution.hedge}”`,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** What nobody kept of a dropped text is blank, and says nothing. */
function wordsAt(text: string, span: Span): string {
  return textAt(text, span).trim() === '' ? '' : lineAt(text, span);
}

function withheldBlocks(briefing: Briefing): Block[] {
  if (briefing.withheld.length === 0) return [];
  return [
    { kind: 'heading', text: 'Withheld', detail: 'what the article does not bear' },
    ...briefing.withheld.map(
      ({ text, check, reason }): Block => ({ kind: 'point', text, credit: `${check}: ${reason}`, passage: null }),
    ),
  ];
}

function shorten(words: string, end: string): string {
  if (words.length <= LONGEST_CELL) return words;
  const cut = words.lastIndexOf(' ', LONGEST_CELL);
  return `${words.slice(0, cut > 0 ? cut : LONGEST_CELL).toWellFormed()}${end}`;
}
