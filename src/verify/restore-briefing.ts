import type { Article } from '#core/article.ts';
import type { Briefing } from '#core/briefing.ts';
import { isAttribution, isDisagreement, isPoint, isSource } from './well-formed.ts';

/**
 * A briefing that passed the verifier once and was kept, read back. It is not checked against the article again, whose text
 * may have been dropped since; what is checked is that it has the form of a briefing and points into its article.
 * @throws Error where it does not: the row was tampered with, or written by another version.
 */
export function restoreBriefing(kept: { readonly draft: unknown; readonly article: unknown }): Briefing {
  const { draft, article } = kept;
  if (!isArticle(article) || !isRecord(draft) || !isBriefing({ ...draft, article }))
    throw new Error('a kept briefing has lost its form');
  const briefing = { ...draft, article } as unknown as Briefing;
  const ends = briefing.points.flatMap(({ evidence }) => evidence.map(({ end }) => end));
  if (ends.some((end) => end > article.text.length)) throw new Error('a kept briefing points outside its article');
  return briefing;
}

function isBriefing(value: Readonly<Record<string, unknown>>): boolean {
  const { id, engine, headline, points, sources, attributions, disagreements, sourcing, withheld } = value;
  return (
    [id, headline].every((text) => typeof text === 'string') &&
    [engine, sourcing].every(isRecord) &&
    isListOf(points, isPoint) &&
    isListOf(sources, isSource) &&
    isListOf(attributions, isAttribution) &&
    isListOf(disagreements, isDisagreement) &&
    isListOf(withheld, isRecord)
  );
}

function isArticle(value: unknown): value is Article {
  return (
    isRecord(value) &&
    [value.title, value.text, value.language].every((text) => typeof text === 'string') &&
    [value.authors, value.sentences, value.paragraphs].every(Array.isArray)
  );
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
