import type { Answer } from '#core/answer.ts';
import type { Article } from '#core/article.ts';
import type { Testimony } from '#core/testimony.ts';
import { buildPoint } from './build-point.ts';
import type { WrittenAnswer } from './reply-schemas.ts';

/** The wording of an answer that is none; `render` shows the nearest passage beside it. */
const NOT_SAID = 'The article does not say.';

/** Parts of a long article whose answers are told one after the other; more are no answer but a list. */
const MOST_ANSWERS = 2;

/** What the parts of an article answered, as one answer; none where no part has one. */
export function answerFrom(written: readonly WrittenAnswer[], article: Article, testimony: Testimony): Answer {
  const answers = written.filter(({ answered, text }) => answered && text.trim() !== '').slice(0, MOST_ANSWERS);
  const points = answers.map((answer) => buildPoint(answer, article, testimony));
  if (points.length === 0) {
    const nearest = written.flatMap(({ sentences }) => sentences).flatMap((at) => article.sentences[at - 1] ?? []);
    return { text: NOT_SAID, answered: false, evidence: nearest.slice(0, 1), attributions: [] };
  }
  const translations = points.flatMap(({ translation }) => translation ?? []);
  return {
    text: points.map(({ text }) => text).join(' '),
    answered: true,
    evidence: [...new Set(points.flatMap(({ evidence }) => evidence))],
    attributions: [...new Set(points.flatMap(({ attributions }) => attributions))],
    ...(translations.length === points.length ? { translation: translations.join(' ') } : {}),
  };
}
