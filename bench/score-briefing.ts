import type { Briefing } from '#index.ts';
import { locatePieces } from './locate-pieces.ts';
import { measureOverlap, sizeOf } from './measure-overlap.ts';
import type { GoldArticle } from './parse-gold.ts';
import { type CreditScore, scoreCredits } from './score-credits.ts';
import { type MarkedStatement, matchTestimony } from './score-testimony.ts';
import { type Tally, tallyOf } from './tally.ts';

/** `keySentences`: marked sentences that the points rest on; five are enough for full marks. */
export type BriefingScore = {
  readonly keySentences: Tally;
  readonly credits: CreditScore;
  readonly disagreementRecall: Tally;
  readonly disagreementPrecision: Tally;
};

/** What a briefing of five points is asked to cover. */
export const POINTS = 5;

/** Compares a briefing of `POINTS` points with the key sentences and disagreements marked in its article. */
export function scoreBriefing(gold: GoldArticle, briefing: Briefing): BriefingScore {
  const { text } = briefing.article;
  const evidence = briefing.points.slice(0, POINTS).flatMap((point) => point.evidence);
  const covered = gold.keySentences.filter((sentence) => {
    const place = locatePieces(text, [sentence]);
    return measureOverlap(place, evidence) >= sizeOf(place) / 2;
  });
  const wanted = Math.min(POINTS, gold.keySentences.length);
  const { recall, precision } = scoreDisagreements(gold, text, briefing);
  return {
    keySentences: { hits: Math.min(wanted, covered.length), tries: wanted },
    credits: scoreCredits(gold, briefing),
    disagreementRecall: recall,
    disagreementPrecision: precision,
  };
}

/** What is marked of who differs with whom. */
export type MarkedDifferences = Pick<GoldArticle, 'disagreements'> & {
  readonly attributions: readonly MarkedStatement[];
};

/** `recall`: of the marked ones, `precision`: of the reported ones. */
export type DisagreementScore = { readonly recall: Tally; readonly precision: Tally };

/** A reported disagreement is the marked one when two of its sides hold statements of two of the marked sides. */
export function scoreDisagreements(
  gold: MarkedDifferences,
  text: string,
  reported: Pick<Briefing, 'disagreements' | 'sources' | 'attributions'>,
): DisagreementScore {
  const idOf = new Map(matchTestimony(gold, text, reported).map((match) => [match.gold, match.id]));
  const fits = reported.disagreements.map((one) =>
    gold.disagreements.map(({ sides }) => {
      const marked = sides.map((side) => side.map((index) => idOf.get(index)));
      const touched = one.sides.map(({ attributions }) =>
        marked.findIndex((side) => attributions.some((id) => side.includes(id))),
      );
      return new Set(touched.filter((side) => side >= 0)).size > 1;
    }),
  );
  return {
    recall: tallyOf(gold.disagreements.map((_, index) => fits.some((row) => row[index] === true))),
    precision: tallyOf(fits.map((row) => row.includes(true))),
  };
}
