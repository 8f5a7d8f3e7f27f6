import { type Figure, findFigures } from '#language/find-figures.ts';
import { rememberByLanguage } from '../remember-by-language.ts';

/** The figures of what is checked or of what it is held to. */
export const figuresOf = rememberByLanguage((text, language): readonly Figure[] => findFigures(text, language));
