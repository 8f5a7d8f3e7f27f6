import learned from './data/answer-weights.json' with { type: 'json' };
import { ANSWER_TRAITS, type AnswerTraits } from './describe-candidates.ts';
import type { Weights } from './rank-sentences.ts';

/** How likely the passage that fits a question best answers it, 0..1, by a linear model of the questions in `corpus/marks/questions.json`. */
export function chanceOfAnswer(traits: AnswerTraits, { bias, weights }: Weights = learned): number {
  return 1 / (1 + Math.exp(-ANSWER_TRAITS.reduce((sum, name) => sum + (weights[name] ?? 0) * traits[name], bias)));
}
