import type { Answer } from '#core/answer.ts';
import type { Article } from '#core/article.ts';
import type { Testimony } from '#core/testimony.ts';
import { isEnglish } from '#language/is-english.ts';
import { chanceOfAnswer } from './chance-of-answer.ts';
import { type Candidate, describeCandidates, shownOf } from './describe-candidates.ts';
import { readQuestion } from './read-question.ts';

/** The article says it from this chance on. Balances, on articles left out, what is answered rightly against what is answered without ground. */
const ANSWERED_FROM = 0.33;

/** In languages that nothing was learned of: where a passage and the ones beside it hold this share of the question. */
const COVERED_FROM = 0.43;

/** The wording of an answer that is none; `render` shows the nearest passage beside it. */
const NOT_SAID = 'The article does not say.';

/**
 * The passages that answer, best first, in the article's words. `answered` is false where a name of the question is not in the article,
 * and where the best passage is not likely enough to answer: by how much of the question it holds, whether what is done in it is told,
 * and how well a figure or a name in it fits; `evidence` is then what the article says nearest.
 */
export function answerQuestion(question: string, article: Article, testimony: Testimony): Answer {
  const asked = readQuestion(question, article.language, article.text);
  const candidates = describeCandidates(asked, article, testimony);
  const [best] = candidates;
  if (best === undefined) return { text: NOT_SAID, answered: false, evidence: [], attributions: [] };
  const shown = shownOf(candidates);
  const evidence = shown.map(({ passage }) => passage.span);
  if (asked.words.size === 0 || !isAnswered(best, article.language))
    return { text: NOT_SAID, answered: false, evidence, attributions: [] };
  return {
    text: shown.map(({ passage }) => passage.text).join(' '),
    answered: true,
    evidence,
    attributions: [...new Set(shown.flatMap(({ passage }) => passage.attributions.map(({ id }) => id)))],
  };
}

/** The chance comes from the questions of `corpus/marks/` by `npm run train -- answers`. */
function isAnswered({ traits, isLacking }: Candidate, language: string): boolean {
  if (isLacking) return false;
  return isEnglish(language) ? chanceOfAnswer(traits) >= ANSWERED_FROM : traits.coverage >= COVERED_FROM;
}
