import { contentWords } from '#language/content-words.ts';
import counted from './data/counted-things.json' with { type: 'json' };

/** Stems that may stand for one another where things are counted: "died", "killed", "toll". English, by its list. */
const SAME: ReadonlyMap<string, readonly string[]> = new Map(
  counted.things.flatMap((words) => {
    const stems = contentWords(words.join(' '), 'en');
    return stems.map((stem) => [stem, stems] as const);
  }),
);

/** Those of the words sought that a passage holds in other words. */
export function sameThing(sought: ReadonlySet<string>, held: ReadonlySet<string>): string[] {
  return [...sought].filter((word) => SAME.get(word)?.some((other) => held.has(other)) ?? false);
}
