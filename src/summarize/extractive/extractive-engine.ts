import type { Article } from '#core/article.ts';
import type { Draft, DraftPoint } from '#core/briefing.ts';
import { Problem } from '#core/problem.ts';
import type { DraftWish, Engine } from '#core/steps.ts';
import type { Testimony } from '#core/testimony.ts';
import { answerQuestion } from './answers/answer-question.ts';
import { describeArticle } from './describe-article.ts';
import { pickPoints, pointsFor } from './points/pick-points.ts';
import { rankSentences } from './points/rank-sentences.ts';
import { wholePoint } from './points/word-point.ts';
import type { Wording } from './points/wording.ts';
import { writeHeadline } from './points/write-headline.ts';
import type { Passage } from './read-passages.ts';

/** How many points a style takes at most; null: by the length of the article. */
export type Styles = ReadonlyMap<string, number | null>;

/** `short` is three points, whatever the length. */
const OWN_STYLES: Styles = new Map([
  ['standard', null],
  ['short', 3],
]);

/** Cuts a briefing and answers out of the article. Needs no key, no network and no chance: same article, same draft. */
export const extractiveEngine: Engine = createExtractiveEngine();

/** `styles`: those of the prompts, of which this engine knows only how many points they take, and says so. */
export function createExtractiveEngine(styles: Styles = new Map()): Engine {
  const known: Styles = new Map([...OWN_STYLES, ...styles]);
  return {
    name: 'extractive',
    styles: [...known.keys()],
    draft: async (article, testimony, wish, signal) => {
      throwIfAborted(signal);
      return draftOf(article, testimony, wish, known);
    },
    answer: async (question, article, testimony, signal) => {
      throwIfAborted(signal);
      return answerQuestion(question, article, testimony);
    },
  };
}

function draftOf(article: Article, testimony: Testimony, { points, style }: DraftWish, styles: Styles): Draft {
  if (!styles.has(style)) {
    throw new Problem('BAD_USAGE', `no style "${style}"; there are ${listed([...styles.keys()])}`);
  }
  const { passages, disagreements, traits } = describeArticle(article, testimony);
  const ranking = rankSentences(passages, traits, article.language);
  const limit = points ?? styles.get(style) ?? pointsFor(passages);
  const picked = pickPoints(passages, ranking, limit, article);
  const fallback = OWN_STYLES.has(style) ? {} : { fallback: `the style “${style}” needs a model` };
  return {
    engine: { name: 'extractive', model: null, prompt: null, ...fallback },
    headline: writeHeadline(article, passages, picked[0]?.text ?? ''),
    points: picked.map((point) => pointOf(point, passages, article)),
    sources: testimony.sources,
    attributions: testimony.attributions,
    disagreements,
  };
}

/** Where the credit was taken off, the whole sentence stands by, if it can be read alone. */
function pointOf(wording: Wording, passages: readonly Passage[], article: Article): DraftPoint {
  const { isDangling: _, passages: places, ...point } = wording;
  const [place = -1, ...more] = places;
  const passage = passages[place];
  if (passage === undefined || more.length > 0 || point.follows === true) return point;
  const whole = wholePoint(passage, passages, article);
  if (whole.isDangling || whole.passages.length > 1 || whole.text === point.text) return point;
  return { ...point, whole: { text: whole.text, attributions: whole.attributions } };
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** @throws Problem `CANCELLED` */
function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new Problem('CANCELLED', 'the request was called off');
}
