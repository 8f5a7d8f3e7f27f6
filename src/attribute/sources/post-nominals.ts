import people from '../data/people-en.json' with { type: 'json' };

const HONOURS: ReadonlySet<string> = new Set(people.honours);
const GENERATIONS: ReadonlySet<string> = new Set(people.generations);

/** A name cut behind its surname: `title` keeps "Jr", which belongs to the name, and loses "KC"; `bare` ends in the surname. */
export function splitPostNominals(words: readonly string[]): {
  readonly bare: readonly string[];
  readonly title: readonly string[];
  readonly isHonoured: boolean;
} {
  const plain = (word: string | undefined) => (word ?? '').replace(/[.,]/g, '');
  let end = words.length;
  while (end > 2 && HONOURS.has(plain(words[end - 1]))) end -= 1;
  const title = words.slice(0, end);
  const isHonoured = end < words.length;
  while (end > 2 && GENERATIONS.has(plain(words[end - 1]))) end -= 1;
  return { bare: words.slice(0, end), title, isHonoured };
}
