import { keepRecent } from '#core/keep-recent.ts';
import { type Figure, findFigures } from '#language/find-figures.ts';

/** Half a dozen checks ask for the figures of the same claim, and of the passages for it, one after the other. */
const TEXTS_KEPT = 40;

const kept = keepRecent<readonly Figure[]>(TEXTS_KEPT);

/** The figures of what is checked or of what it is held to. */
export function figuresOf(text: string, language: string): readonly Figure[] {
  return kept(`${language} ${text}`, () => findFigures(text, language));
}
