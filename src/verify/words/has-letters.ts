import type { Figure } from '#language/find-figures.ts';
import type { ReadSentence } from '../read-sentence.ts';

const PARTS = /\d+(?:[.,]\d+)*|\p{L}+|[$£€%]/gu;

/**
 * Its digits and words all stand in one passage, if not beside each other: "von 1,9 auf 2,6 Milliarden Euro". Digits that have another unit
 * there are not its own: of "12 percent to 31 euros" neither "31 percent" nor "12 euros" is told.
 */
export function hasLetters({ text }: Pick<Figure, 'text'>, cited: readonly ReadSentence[]): boolean {
  const parts = partsOf(text);
  return (
    /\d/u.test(text) &&
    cited.some((sentence) => {
      const known = new Set(partsOf(sentence.text));
      return parts.every((part) => known.has(part) && (!/^\d/.test(part) || isOpen(part, parts, sentence)));
    })
  );
}

/** Whether some figure of a passage with these digits has no unit, or the one that is asked for. */
function isOpen(digits: string, parts: readonly string[], { figures }: ReadSentence): boolean {
  const own = figures.filter(({ text }) => partsOf(text).includes(digits));
  const hasUnit = ({ kind, unit }: Figure) => kind !== 'number' || unit !== null;
  return (
    own.length === 0 || own.some((one) => !hasUnit(one) || parts.every((part) => partsOf(one.text).includes(part)))
  );
}

function partsOf(text: string): readonly string[] {
  return text.toLowerCase().match(PARTS) ?? [];
}
