import learned from '../data/person-en.json' with { type: 'json' };
import type { Bearer } from '../sources/bearer.ts';
import type { PersonCandidate } from '../sources/person-candidate.ts';
import { type ConfidenceModel, readConfidenceModel } from './confidence-model.ts';

/** Chooses whom the pronoun at an offset means, and says how sure that is, 0..1; null where nobody may be meant. */
export type PersonChooser = (
  candidates: readonly PersonCandidate[],
  at: number,
) => { readonly bearer: Bearer; readonly chance: number } | null;

/** Who is likelier than this is meant clearly; and so sure is that, for a pronoun is no name. */
const CLEAR_FROM = 0.6;
const CLEAR = 0.92;
/** Whoever is chosen is likelier than any other, and so is shown, if with care. */
const DOUBTFUL = 0.75;

/** The likeliest of the candidates by learned weights of their traits; the first of those that are as likely. */
export function chooserOf(model: ConfidenceModel): PersonChooser {
  return (candidates) => {
    const scores = candidates.map(({ traits }) => traits.reduce((sum, name) => sum + (model.get(name) ?? 0), 0));
    const highest = Math.max(...scores);
    const best = candidates[scores.indexOf(highest)];
    if (best === undefined) return null;
    const chance = 1 / scores.reduce((sum, score) => sum + Math.exp(score - highest), 0);
    return { bearer: best.bearer, chance: chance >= CLEAR_FROM ? CLEAR : DOUBTFUL };
  };
}

/** Learned from `corpus/`, `corpus/differing/` and `bench/articles/` (`npm run train -- persons`). English. */
export const choosePerson: PersonChooser = chooserOf(readConfidenceModel(learned));
