import { isEnglish } from '#language/is-english.ts';
import learned from '../data/confidence-en.json' with { type: 'json' };
import type { Scan } from '../scan-article.ts';
import { chanceOf, readConfidenceModel } from './confidence-model.ts';
import { statementFeatures, type Weighed, weighByRule } from './statement-features.ts';
import { NOBODY } from './weigh-confidence.ts';

const MODEL = readConfidenceModel(learned);

/** Below this certainty of its bearer nobody knows whom the words mean: a pronoun, a surname that two share. */
const KNOWN = 0.5;

/** What four of five times is wrong is no statement; what is surer, and not sure, stays in the data and is not shown. */
const LEAST = 0.2;

/**
 * What the grounds are worth in other languages than English, where fewer signs are read, and only the plain ones: of 451 statements of
 * `bench/articles-other` at 0.55 and above 96 of a hundred stand where the marks have one, at 0.65 as many as at 0.95.
 */
const OTHERWISE = 0.6;

function asOtherwise(byRule: number): number {
  return Math.round(byRule ** OTHERWISE * 1000) / 1000;
}

/**
 * How sure it is, 0..1, that this source said this: of a hundred statements at 0.8 about eighty have most of their content within
 * what the source said. Learned from `corpus/` and GUM (`npm run train -- attribution`); in other languages than English by the ground alone.
 * Null where it is as good as sure that this is no statement of that source.
 */
export function weighStatement(scan: Scan, all: readonly Weighed[], at: number): number | null {
  const weighed = all[at];
  if (weighed === undefined) return null;
  const { statement, bearer } = weighed;
  const byRule = weighByRule(weighed);
  if (!isEnglish(scan.article.language)) return bearer.certainty < KNOWN ? byRule : asOtherwise(byRule);
  const chance = chanceOf(MODEL, byRule, statementFeatures(scan, all, at));
  if (chance < LEAST) return null;
  const isNobody = (statement.source === null && statement.basis !== 'sourceless') || bearer.certainty < KNOWN;
  return Math.round((isNobody ? Math.min(chance, NOBODY) : chance) * 1000) / 1000;
}
