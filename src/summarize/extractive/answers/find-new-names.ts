import { contentWords } from '#language/content-words.ts';
import { findFigures } from '#language/find-figures.ts';
import { findNames, type Name } from '#language/find-names.ts';
import { likeness } from '../likeness.ts';
import { type Clauses, tokenAt } from '../read-clauses.ts';
import type { Question } from './read-question.ts';

/** The names of a sentence that the question does not hold, each with its first token; "in February" names nobody. */
export function findNewNames(asked: Question, text: string, clauses: Clauses): { name: Name; at: number }[] {
  const dates = findFigures(text, 'en').filter(({ kind }) => kind === 'date');
  return findNames(text, clauses.tokens, 'en').flatMap((name) => {
    if (dates.some(({ span }) => span.start < name.span.end && name.span.start < span.end)) return [];
    const stems = contentWords(name.text, 'en');
    if (stems.every((stem) => asked.words.has(stem) || [...asked.names].some((word) => likeness(word, stem) > 0)))
      return [];
    return [{ name, at: tokenAt(clauses, name.span.start) }];
  });
}
