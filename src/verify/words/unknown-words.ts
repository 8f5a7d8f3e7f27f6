import demonyms from '../data/demonyms.json' with { type: 'json' };
import endings from '../data/name-endings.json' with { type: 'json' };
import ordinaryPairs from '../data/ordinary-pairs.json' with { type: 'json' };
import titles from '../data/titles.json' with { type: 'json' };
import type { ArticleWords } from './article-words.ts';
import { isSpaceless } from './is-spaceless.ts';
import { wordsOf } from './words-of.ts';

/** Letters that a word and its relative share at least: "Syria" and "Syrian", but not "Al" and "Ali". */
const SHARED_LETTERS = 4;

/** "British" to "Britain", "UK", "Briton". */
const RELATIVES: ReadonlyMap<string, readonly string[]> = new Map(
  demonyms.flatMap((names) => names.map((name) => [name, names] as const)),
);

/** A title may be in other words than the article's; it is no name. */
const TITLES: ReadonlySet<string> = new Set(titles);

/** "Ingrid Solvang" is not known by the word "is". */
const ORDINARY: ReadonlySet<string> = new Set(ordinaryPairs);

const ENDINGS: ReadonlySet<string> = new Set(endings);

/**
 * The words of a name that the article does not know, in lower case. A surname alone does for a full name, "Syrian" for
 * "Syria", "UN" for "United Nations" and the other way round; a first name that the article does not give is unknown.
 * In scripts without spaces a word is known wherever its letters stand.
 */
export function unknownWords(name: string, article: ArticleWords): string[] {
  const words = wordsOf(name);
  const initials = initialsOf(name);
  if (words.length > 1 && article.words.has(initials) && !ORDINARY.has(initials)) return [];
  return words.filter(
    (word) => word.length > 1 && !TITLES.has(word) && !article.words.has(word) && !isRelated(word, article),
  );
}

function isRelated(word: string, { words, initialisms, spelled }: ArticleWords): boolean {
  if (isSpaceless(word) && spelled.includes(word)) return true;
  if (initialisms.has(word) || RELATIVES.get(word)?.some((other) => words.has(other) || initialisms.has(other)))
    return true;
  for (let cut = 0; cut <= LONGEST_ENDING && word.length - cut >= SHARED_LETTERS; cut += 1) {
    const stem = word.slice(0, word.length - cut);
    if (cut > 0 && !ENDINGS.has(word.slice(stem.length))) continue;
    if (words.has(stem)) return true;
    for (const ending of ENDINGS) if (words.has(stem + ending)) return true;
  }
  return false;
}

const LONGEST_ENDING = Math.max(...endings.map((ending) => ending.length));

/** "United Nations" to "un". */
function initialsOf(name: string): string {
  const capitals = name.match(/(?<![\p{L}\p{N}])\p{Lu}/gu) ?? [];
  return capitals.join('').toLowerCase();
}
