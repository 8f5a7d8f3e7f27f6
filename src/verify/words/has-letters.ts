import type { Figure } from '#language/find-figures.ts';
import type { ReadSentence } from '../read-sentence.ts';

/** Its digits and words all stand in one passage, if not beside each other: "von 1,9 auf 2,6 Milliarden Euro". */
export function hasLetters({ text }: Pick<Figure, 'text'>, cited: readonly ReadSentence[]): boolean {
  const parts = text.toLowerCase().match(/\d+(?:[.,]\d+)*|\p{L}+|[$£€%]/gu) ?? [];
  return (
    /\d/u.test(text) &&
    cited.some((sentence) => {
      const known = new Set(sentence.text.toLowerCase().match(/\d+(?:[.,]\d+)*|\p{L}+|[$£€%]/gu) ?? []);
      return parts.every((part) => known.has(part));
    })
  );
}
