import { keepRecent } from '#core/keep-recent.ts';
import { plainWords } from './words-of.ts';

/** Words and phrases by language ("en"), in lower case; a star at the end stands for any ending: "deni*", "plan* to". */
export type CueLists = Readonly<Record<string, readonly string[]>>;

/** The first cue of a list that a text has, in its own words; null where it has none, or the language has no list. */
export type FindCue = (text: string, language: string) => string | null;

/** Many cues are looked for in the same few texts, one after the other. */
const LINES_KEPT = 200;
const lines = keepRecent<string>(LINES_KEPT);

/** A text's plain words with single spaces between and around them. */
function lineOf(text: string): string {
  return lines(text, () => ` ${plainWords(text).join(' ')} `);
}

/** Looks through a text's plain words ("not" for "n’t"), so that marks and letter case do not matter. */
export function createFindCue(lists: CueLists): FindCue {
  const patterns = new Map(Object.entries(lists).map(([language, cues]) => [language, patternOf(cues)] as const));
  return (text, language) => {
    const pattern = patterns.get(language.slice(0, 2).toLowerCase());
    return pattern === undefined ? null : (pattern.exec(lineOf(text))?.[1] ?? null);
  };
}

/** Longest first, so that "no more" is found before "no". Plain words hold letters and digits alone: whatever is no space ends them. */
function patternOf(cues: readonly string[]): RegExp {
  const parts = cues.toSorted((a, b) => b.length - a.length).map((cue) => cue.replaceAll('*', '[^ ]*'));
  return new RegExp(` (${parts.join('|')})(?= )`, 'u');
}
