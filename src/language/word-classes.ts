import { hashText } from './hash-text.ts';

/** The fine tags that a word has had ("NN VB"), as one line, as a set and hashed. */
type UsualTags = { readonly line: string; readonly tags: ReadonlySet<string>; readonly hash: number };

/** Frequent words and lemmas, lower-case, with their usual tags. */
export type Lexicon = ReadonlyMap<string, UsualTags>;

/** Turns the lines of the weights' header, words by their usual tags, into a table by word. */
export function readLexicon(lines: Readonly<Record<string, string>>): Lexicon {
  return new Map(
    Object.entries(lines).flatMap(([line, words]) => {
      const usual = { line, tags: new Set(line.split(' ')), hash: hashText(line) };
      return words.split(' ').map((word) => [word, usual] as const);
    }),
  );
}

/** Endings of inflected words, with what is put in their place to find the word that they are made of. */
const ENDINGS: readonly (readonly [ending: string, stems: readonly string[]])[] = [
  ['ies', ['y']],
  ['es', ['', 'e']],
  ['s', ['']],
  ['ied', ['y']],
  ['ed', ['', 'e']],
  ['ing', ['', 'e']],
  ['ly', ['', 'le']],
  ['er', ['', 'e']],
];

const UNKNOWN = 7;

/**
 * What the lexicon tells about a word, hashed: its usual tags; of a word that it does not know, the ending and the usual tags of
 * the word that it is made of ("reckons": "s" and those of "reckon").
 */
export function wordClass(lexicon: Lexicon, plain: string): number {
  const own = lexicon.get(plain);
  if (own !== undefined) return own.hash;
  for (const [ending, stems] of ENDINGS) {
    if (!plain.endsWith(ending) || plain.length < ending.length + 2) continue;
    const rest = plain.slice(0, -ending.length);
    const single = rest.at(-1) === rest.at(-2) ? [rest.slice(0, -1)] : [];
    const known = [...stems.map((stem) => rest + stem), ...single].find((stem) => lexicon.has(stem));
    return hashText(`${ending} of ${lexicon.get(known ?? '')?.line ?? 'nothing'}`);
  }
  return UNKNOWN;
}
