import { plainWords } from './words-of.ts';

/** Words and phrases by language ("en"), in lower case; a star at the end stands for any ending: "deni*", "plan* to". */
export type CueLists = Readonly<Record<string, readonly string[]>>;

/** The first cue of a list that a text has, in its own words; null where it has none, or the language has no list. */
export type FindCue = (text: string, language: string) => string | null;

/** Looks through a text's plain words ("not" for "n’t"), so that marks and letter case do not matter. */
export function createFindCue(lists: CueLists): FindCue {
  const patterns = new Map(Object.entries(lists).map(([language, cues]) => [language, patternOf(cues)] as const));
  return (text, language) => {
    const pattern = patterns.get(language.slice(0, 2).toLowerCase());
    return pattern === undefined ? null : (pattern.exec(` ${plainWords(text).join(' ')} `)?.[1] ?? null);
  };
}

/** Longest first, so that "no more" is found before "no". Plain words hold letters and digits alone: whatever is no space ends them. */
function patternOf(cues: readonly string[]): RegExp {
  const parts = cues.toSorted((a, b) => b.length - a.length).map((cue) => cue.replaceAll('*', '[^ ]*'));
  return new RegExp(` (${parts.join('|')})(?= )`, 'u');
}
