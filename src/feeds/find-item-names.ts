import { contentWords } from '#language/content-words.ts';
import units from '#language/data/units.json' with { type: 'json' };
import { isOrdinaryWord } from '#language/is-ordinary-word.ts';
import { splitSentences } from '#language/split-sentences.ts';
import nameCues from './data/name-cues.json' with { type: 'json' };

/** `isFirst`: any word has a capital there; `isTitled`: Most Words of This Sentence Have One. */
type Word = {
  readonly lower: string;
  readonly isCapital: boolean;
  readonly isFirst: boolean;
  readonly isTitled: boolean;
};

const WORD = /[\p{L}\p{M}\p{N}]+(?:[’'.-][\p{L}\p{M}\p{N}]+)*/gu;
const POSSESSIVE = /[’']s$/;
const CALENDAR: ReadonlySet<string> = new Set([...Object.keys(units.months), ...Object.keys(units.weekdays)]);
/** "Q3", "H1": a part of a year. */
const PART_OF_YEAR = /^\p{L}\d$/u;
const NOUNS_HAVE_CAPITALS: ReadonlySet<string> = new Set(nameCues.nounsHaveCapitals);
/** What ends most English words that a list of frequent ones lacks, and few names. */
const ORDINARY_ENDING = new RegExp(`(?:${nameCues.ordinaryEndings.join('|')})$`);

/** Letters. Shorter words are small in a title, too. */
const LONG_WORD = 4;
/** Fewer long words tell nothing of how a title is written: "Norbury 3-1 Eastham". */
const FEWEST_LONG = 2;
const TITLED_SHARE = 0.5;

/**
 * The words of names that each item holds, as `contentWords` gives them. By capitals, and by what all the items write small
 * or inside a sentence; where a capital tells nothing, an English word that is rare. None in a language that writes all nouns
 * with capitals. `texts[i]`: the texts of item i, on one line each.
 */
export function findItemNames(texts: readonly (readonly string[])[], language: string): ReadonlySet<string>[] {
  if (NOUNS_HAVE_CAPITALS.has(language.slice(0, 2))) return texts.map(() => new Set());
  const items = texts.map((parts) => parts.flatMap((text) => readWords(text, language)));
  const all = items.flat();
  const small = new Set(all.filter(({ isCapital }) => !isCapital).map(({ lower }) => lower));
  const inside = all.filter(({ isCapital, isFirst, isTitled }) => isCapital && !isFirst && !isTitled);
  const known = new Set(inside.map(({ lower }) => lower));
  const isName = ({ lower, isCapital }: Word): boolean =>
    isCapital &&
    !small.has(lower) &&
    !CALENDAR.has(lower) &&
    !PART_OF_YEAR.test(lower) &&
    (known.has(lower) || (language.startsWith('en') && isRare(lower)));
  return items.map(
    (words) =>
      new Set(
        contentWords(
          words
            .filter(isName)
            .map(({ lower }) => lower)
            .join(' '),
          language,
        ),
      ),
  );
}

function isRare(lower: string): boolean {
  return !ORDINARY_ENDING.test(lower) && !isOrdinaryWord(lower);
}

function readWords(text: string, language: string): Word[] {
  return splitSentences(text, language).flatMap(({ start, end }) => {
    const words = [...text.slice(start, end).matchAll(WORD)].map(([word]) => word.replace(POSSESSIVE, ''));
    const long = words.slice(1).filter((word) => word.length >= LONG_WORD && /^\p{L}/u.test(word));
    const isTitled = long.length >= FEWEST_LONG && long.filter(isCapitalized).length > TITLED_SHARE * long.length;
    return words.map((word, i) => ({
      lower: word.toLowerCase(),
      isCapital: isCapitalized(word),
      isFirst: i === 0,
      isTitled,
    }));
  });
}

function isCapitalized(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
