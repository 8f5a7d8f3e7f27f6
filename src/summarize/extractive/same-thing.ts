import { contentWords } from '#language/content-words.ts';
import counted from './data/counted-things.json' with { type: 'json' };

/** Stems that may stand for one another where things are counted: "died", "killed", "toll". English, by its list. */
const SAME: ReadonlyMap<string, readonly string[]> = new Map(
  counted.things.flatMap((words) => {
    const stems = contentWords(words.join(' '), 'en');
    return stems.map((stem) => [stem, stems] as const);
  }),
);

/** Whether two stems stand for one thing that is counted. */
export function isSameThing(word: string, stem: string): boolean {
  return SAME.get(word)?.includes(stem) === true;
}
