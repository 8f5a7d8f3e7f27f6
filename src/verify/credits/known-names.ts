import { textAt } from '#core/article.ts';
import { onceFor } from '#core/once-for.ts';
import months from '../data/months.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import { wordsOf } from '../words/words-of.ts';
import { tellingWords } from './may-speak-for.ts';

/** The first word of a name and its last one, in small letters. */
export type FullName = { readonly name: string; readonly first: string; readonly last: string };

type KnownNames = {
  readonly all: readonly FullName[];
  /** Of whoever speaks, and of whoever has the last name of one who does. */
  readonly people: readonly FullName[];
  /** Any two words that stand in one name, in their order, joined by a space. */
  readonly together: ReadonlySet<string>;
};

/** Capitals side by side: "Ida Holm", "Ida Maria Holm"; in "Norway's Ida Holm" the name begins behind the mark. */
const RUN = /(?<![\p{L}\p{M}’'-])\p{Lu}[\p{L}\p{M}’'-]+(?:(?<!['’]s) \p{Lu}[\p{L}\p{M}’'-]+){1,5}/gu;

/** "On Friday Holm left": no name. */
const DAYS: ReadonlySet<string> = new Set([
  ...months,
  ...['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'].map((day) => `${day}day`),
]);

/** The full names that an article has: of its speakers, and two words and more with capitals. */
export const knownNames: (ground: Ground) => KnownNames = onceFor(
  ({ article: { text, sentences }, sources }: Ground) => {
    const speakers = [...sources.values()].filter(({ kind, named }) => kind === 'person' && named);
    const spoken = speakers.flatMap(({ name }) => fullName(name) ?? []);
    const families = new Set(spoken.map(({ last }) => last));
    const small = new Set(text.match(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}’'-]+/gu));
    const all = new Map(spoken.map((one) => [`${one.first} ${one.last}`, one]));
    const together = new Set(speakers.flatMap(({ name }) => pairsOf(name)));
    for (const run of sentences.flatMap((span) => runsIn(textAt(text, span)))) {
      for (const pair of pairsOf(run.join(' '))) together.add(pair);
      // "Tory deputy Ida Holm" is no Tory Holm.
      const one = run.filter((word) => tellingWords(word).length > 0).length === 2 ? fullName(run.join(' ')) : null;
      if (one === null || small.has(one.first)) continue;
      const key = `${one.first} ${one.last}`;
      if (!all.has(key)) all.set(key, one);
    }
    const people = [...all.values()].filter(({ last }) => families.has(last));
    return { all: [...all.values()], people, together };
  },
);

/** The full names of a sentence, two words each. */
export function namesIn(sentence: string): FullName[] {
  return runsIn(sentence).flatMap(neighboursIn);
}

/** Null for one word, and for "Dr Holm". */
export function fullName(name: string): FullName | null {
  const words = tellingWords(name);
  const [first] = words;
  const last = words.at(-1);
  return words.length < 2 || first === undefined || last === undefined || DAYS.has(first)
    ? null
    : { name, first, last };
}

function runsIn(sentence: string): string[][] {
  return [...sentence.matchAll(RUN)].map(([run]) => run.split(' ').map((word) => word.replace(/['’]s$/u, '')));
}

function neighboursIn(run: readonly string[]): FullName[] {
  return run.slice(1).flatMap((word, at) => fullName(`${run[at]} ${word}`) ?? []);
}

function pairsOf(name: string): string[] {
  const words = wordsOf(name);
  return words.flatMap((one, at) => words.slice(at + 1).map((other) => `${one} ${other}`));
}
