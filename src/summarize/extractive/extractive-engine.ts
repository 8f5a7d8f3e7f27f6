import type { Article } from '#core/article.ts';
import type { Draft } from '#core/briefing.ts';
import { Problem } from '#core/problem.ts';
import type { DraftWish, Engine } from '#core/steps.ts';
import type { Testimony } from '#core/testimony.ts';
import { answerQuestion } from './answer-question.ts';
import { findDisagreements } from './find-disagreements.ts';
import { pickPoints, pointsFor } from './pick-points.ts';
import { rankSentences } from './rank-sentences.ts';
import { readPassages } from './read-passages.ts';
import { writeHeadline } from './write-headline.ts';

/** `short` is three points, whatever the length. */
const STYLES = ['standard', 'short'] as const;
const SHORT_POINTS = 3;

/** Cuts a briefing and answers out of the article. Needs no key, no network and no chance: same article, same draft. */
export const extractiveEngine: Engine = {
  name: 'extractive',
  styles: STYLES,
  draft: async (article, testimony, wish, signal) => {
    throwIfAborted(signal);
    return draftOf(article, testimony, wish);
  },
  answer: async (question, article, testimony, signal) => {
    throwIfAborted(signal);
    return answerQuestion(question, article, testimony);
  },
};

function draftOf(article: Article, testimony: Testimony, { points, style }: DraftWish): Draft {
  const styles: readonly string[] = STYLES;
  if (!styles.includes(style)) {
    throw new Problem('BAD_USAGE', `no style "${style}"; the extractive engine knows ${STYLES.join(' and ')}`);
  }
  const passages = readPassages(article, testimony);
  const scores = rankSentences(passages, article.title, article.language);
  const limit = points ?? (style === 'short' ? SHORT_POINTS : pointsFor(passages));
  const picked = pickPoints(passages, scores, limit, article);
  return {
    engine: { name: 'extractive', model: null, prompt: null },
    headline: writeHeadline(article, passages, picked[0]?.text ?? ''),
    points: picked.map(({ text, evidence, attributions }) => ({ text, evidence, attributions })),
    sources: testimony.sources,
    attributions: testimony.attributions,
    disagreements: findDisagreements(article, testimony, passages),
  };
}

/** @throws Problem `CANCELLED` */
function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new Problem('CANCELLED', 'the request was called off');
}
