import type { Answer } from '#core/answer.ts';
import type { Article } from '#core/article.ts';
import type { Testimony } from '#core/testimony.ts';
import { type Candidate, describeCandidates } from './describe-candidates.ts';
import { type Question, readQuestion } from './read-question.ts';

/** A reader wants the passage, not the article again. */
const MOST_PASSAGES = 3;

/** A further passage is worth showing while it fits at least this well beside the best one. */
const LEAST_SHARE_OF_BEST = 0.6;

/** The article says it where one passage and the ones beside it hold this share of what the question is about. */
const ANSWERED_FROM = 0.43;

/** A word of the same matter ("owner" for "own") tells of the deed. */
const TOLD_FROM = 0.5;

/** From here on a passage holds the kind of thing asked for. */
const FITS_FROM = 0.5;

/** The wording of an answer that is none; `render` shows the nearest passage beside it. */
const NOT_SAID = 'The article does not say.';

/**
 * The passages that answer, best first, in the article's words. `answered` is false where no passage holds enough of the question's
 * words, where a name in it is not in the article, where what is done or wanted in the question is not told of, or where a figure or a
 * name is asked for and none stands there; `evidence` is then what the article says nearest.
 */
export function answerQuestion(question: string, article: Article, testimony: Testimony): Answer {
  const asked = readQuestion(question, article.language);
  const candidates = describeCandidates(asked, article, testimony);
  const [best] = candidates;
  if (best === undefined) return { text: NOT_SAID, answered: false, evidence: [], attributions: [] };
  const shown = candidates.slice(0, MOST_PASSAGES).filter(({ score }) => score >= best.score * LEAST_SHARE_OF_BEST);
  const evidence = shown.map(({ passage }) => passage.span);
  if (!isAnswered(asked, best)) return { text: NOT_SAID, answered: false, evidence, attributions: [] };
  return {
    text: shown.map(({ passage }) => passage.text).join(' '),
    answered: true,
    evidence,
    attributions: [...new Set(shown.flatMap(({ passage }) => passage.attributions.map(({ id }) => id)))],
  };
}

/** Without the kind of thing that these ask for, a passage is beside the question. */
const NEEDS: ReadonlySet<Question['kind']> = new Set([
  'count',
  'amount',
  'age',
  'length',
  'time',
  'speaker',
  'person',
  'choice',
]);

/** Of these a name answers only beside what is done: any name stands in some sentence, and few own the dam. */
const NEEDS_DEED: ReadonlySet<Question['kind']> = new Set(['person', 'choice', 'whether']);

/** Enough of the question is there, what it is about is told of, and the kind of thing is given. */
function isAnswered({ kind, words }: Question, { coverage, fit, isTold, deed, isNamed }: Candidate): boolean {
  if (words.size === 0 || !isNamed || !isTold || coverage < ANSWERED_FROM) return false;
  if (NEEDS.has(kind) && fit < FITS_FROM) return false;
  return deed >= TOLD_FROM || !NEEDS_DEED.has(kind);
}
