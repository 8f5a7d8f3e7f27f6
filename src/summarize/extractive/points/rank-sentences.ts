import { chanceAt, type LinearModel, logOddsBy } from '#core/linear-model.ts';
import learned from '../data/ranking-weights.json' with { type: 'json' };
import type { Passage } from '../read-passages.ts';
import { TRAITS, type Traits } from './describe-passages.ts';
import { openingOf } from './opening-of.ts';

/** How much each passage matters, in their order; 0 for what is no prose. */
export type Ranking = {
  /** To a reader who is told three things: the news, which stands at the top, whoever says it. */
  readonly news: readonly number[];
  /** To one who knows the news: the chance that an editor would keep the sentence. */
  readonly rest: readonly number[];
};

/**
 * What each ground adds to a sentence's score as news, and what the share of it that is quoted takes off: news is told before anybody
 * speaks of it. Chosen against editors' highlights and, where these did not tell, the marks in `corpus/`.
 */
const NEWS = { position: 2, centrality: 1, title: 1, kept: 0.2, quoted: -1, figure: 0.15 } as const;

/** News is told from the top: a sentence this far down has half the weight of the first. */
const HALF_WEIGHT_AT_SENTENCE = 3;

/** A sentence that leans on another is worth less as news, since it needs that one beside it. */
const DANGLING_SHARE = 0.9;

/** A question says nothing. */
const QUESTION_SHARE = 0.4;

/** What stands in brackets is an aside. */
const ASIDE_SHARE = 0.5;

/** Below this share of a full sentence's words it rarely tells something; its share falls in proportion. */
const FULL_LENGTH = 0.45;

/** A score must stay above 0, since what comes to nothing is never taken. */
const LEAST = 1e-6;

/**
 * Two rankings of one article. Which sentences an editor keeps is learned from the marks in `corpus/marks/key-sentences.json` by a linear
 * model (`npm run train -- points`); what is told as news leans to the top besides.
 */
export function rankSentences(
  passages: readonly Passage[],
  traits: readonly Traits[],
  language: string,
  model: LinearModel = learned,
): Ranking {
  const logits = traits.map((one) => logOddsBy(model, TRAITS, one));
  let prose = 0;
  const news = passages.map((passage, at) => {
    const own = traits[at];
    if (!passage.isProse || own === undefined) return 0;
    const position = HALF_WEIGHT_AT_SENTENCE / (HALF_WEIGHT_AT_SENTENCE + prose);
    prose += 1;
    const score =
      NEWS.position * position +
      NEWS.centrality * own.centrality +
      NEWS.title * own.title +
      NEWS.kept * (logits[at] ?? 0) +
      NEWS.quoted * own.quoted +
      NEWS.figure * own.hasFigure;
    return Math.max(LEAST, score * worth(passage, own, language));
  });
  const rest = passages.map(({ isProse }, at) => (isProse ? chanceAt(logits[at] ?? 0) : 0));
  return { news, rest };
}

function worth({ text, opens }: Passage, { length, isQuestion }: Traits, language: string): number {
  const isAside = /^[([（]/u.test(text);
  return (
    Math.min(1, length / FULL_LENGTH) *
    (isQuestion > 0 ? QUESTION_SHARE : 1) *
    (isAside ? ASIDE_SHARE : 1) *
    (!opens && openingOf(text, language).isDangling ? DANGLING_SHARE : 1)
  );
}
