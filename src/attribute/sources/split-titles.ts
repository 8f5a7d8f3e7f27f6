import { isFirstName, isPartisan, isTitle, nounKind } from './noun-kind.ts';

/** A word as it is compared: small, without marks. */
export function plainWord(word: string): string {
  return word.toLowerCase().replace(/[.,’']/g, '');
}

/** Titles that are also roles: "President Anselm Rudd" gives the name "Anselm Rudd". */
export function splitTitles(words: readonly string[]): { titles: string[]; rest: string[] } {
  let cut = 0;
  while (
    cut < words.length - 1 &&
    (isTitle(words[cut] ?? '') ||
      nounKind((words[cut] ?? '').toLowerCase()) === 'person' ||
      // "Democrat Jan Holt"; "Democrat Holt" may be a firm.
      (isPartisan(words[cut] ?? '') && cut < words.length - 2 && isFirstName(words[cut + 1] ?? '')))
  )
    cut += 1;
  // "Prime Minister Tomasz Lindqvist", "Chief Medical Officer Paolo Iyer": the last word of a role decides.
  for (let i = words.length - 2; i > cut; i -= 1) {
    const lower = (words[i] ?? '').toLowerCase();
    if ((isTitle(lower) || nounKind(lower) === 'person') && !isFirstName(words[i] ?? '') && i + 1 < words.length) {
      cut = i + 1;
      break;
    }
  }
  if (cut === 0 && words.length > 2 && isTitle(words[1] ?? '') && !isFirstName(words[0] ?? '')) cut = 2;
  return { titles: words.slice(0, cut), rest: words.slice(cut) };
}

/**
 * "The commissioner for schools in | Wales | Ana Ruiz": what stands before a first name, after a small word, is another name's.
 * `before`: the text before the words.
 */
export function behindPlace(words: readonly string[], before: string): readonly string[] {
  if (!/\s(?:of|for|in|at)\s(?:the\s)?$/.test(before) || isFirstName(words[0] ?? '')) return words;
  const first = words.findIndex((word, i) => i > 0 && isFirstName(word));
  const isPlace = words.slice(0, first).every((word) => !isTitle(word) && nounKind(word.toLowerCase()) !== 'person');
  return first > 0 && first < words.length - 1 && first <= MOST_PLACE_WORDS && isPlace ? words.slice(first) : words;
}

/** A place has at most so many words here. */
const MOST_PLACE_WORDS = 2;

/** "Ana Ruiz of the Harbour Board" and "Secretary of State Ana Ruiz" hold a person's name. */
export function personalPart(name: string): string {
  const [first = '', last] = name.split(/\s(?:of|for|at|from|in)\s(?:the\s)?/);
  if (last === undefined) return name;
  if (isFirstName(first.split(' ')[0] ?? '') && first.includes(' ')) return first;
  return name.replace(
    /^(?:Secretary|Minister|Director|Chief|President)\sof\s(?:the\s)?(?:State|Staff|Defence|Defense|Justice|Health)\s(?=\p{Lu})/u,
    '',
  );
}
