import { chanceAt, type LinearModel, logOddsBy } from '#core/linear-model.ts';
import learned from '../data/answer-weights.json' with { type: 'json' };
import { ANSWER_TRAITS, type AnswerTraits } from './describe-candidates.ts';

/** How likely the passage that fits a question best answers it, 0..1, by a linear model of the questions of `corpus/marks/`. */
export function chanceOfAnswer(traits: AnswerTraits, model: LinearModel = learned): number {
  return chanceAt(logOddsBy(model, ANSWER_TRAITS, traits));
}
