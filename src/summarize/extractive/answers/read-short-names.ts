import { contentWords } from '#language/content-words.ts';
import questionWords from '../data/question-words.json' with { type: 'json' };

/** A name of a question by its initials: "LDP" and what it stands for, whichever of both the question writes. */
export type ShortName = { readonly initials: string; readonly text: string; readonly stems: readonly string[] };

/** Capitalised words in a row, "of" and the like between them. */
const RUN = /\p{Lu}[\p{L}’'-]+(?:\s+(?:(?:of|the|and|for|de)\s+)*\p{Lu}[\p{L}’'-]+)+/gu;

/** "LDP", "U.S."; two letters without points may be a word that is shouted. */
const INITIALS = /(?<![\p{L}.])(?:(?:\p{Lu}\.){2,5}|\p{Lu}{2,5})(?![\p{L}])/gu;

/** So many initials are not the end of another name's by chance. */
const SURE_INITIALS = 3;

/** The names in a text that have initials, and the initials themselves with no stems. */
export function readShortNames(text: string, language: string): { runs: ShortName[]; initials: string[] } {
  const runs = [...text.matchAll(RUN)].map(([run]) => ({
    initials: (run.match(/\p{Lu}(?=[\p{L}’'-]+)/gu) ?? []).join(''),
    text: run,
    stems: contentWords(run, language),
  }));
  return { runs, initials: [...text.matchAll(INITIALS)].map(([letters]) => letters.replaceAll('.', '')) };
}

/** Stems of a question's names that a passage holds by their initials, or by what the question's initials stand for. */
export function heldByInitials(
  asked: { readonly runs: readonly ShortName[]; readonly initials: readonly string[] },
  text: string,
  language: string,
): string[] {
  if (asked.runs.length === 0 && asked.initials.length === 0) return [];
  const own = readShortNames(text, language);
  return [
    ...asked.runs
      .filter((run) => own.initials.some((letters) => standsFor(letters, run)))
      .flatMap(({ stems }) => stems),
    ...asked.initials
      .filter((letters) => own.initials.includes(letters) || own.runs.some((run) => standsFor(letters, run)))
      .flatMap((letters) => contentWords(letters, language)),
  ];
}

const TITLES: ReadonlySet<string> = new Set(questionWords.titles.split(' '));

/** The word before a last name, whatever particles stand between. */
const BEFORE = /(\p{L}[\p{L}’'-]*) (?:(?:[Dd]e|[Dd]el|[Vv]an|[Vv]on|der|la) )*$/u;

/** UTF-16 units in which that word stands. */
const BEFORE_REACH = 40;

/**
 * Those of a question's full names that an article calls by the last one alone, once it has named them in full. Where two of a family
 * are in it, a last name alone may be either.
 */
export function calledByLastName(runs: readonly ShortName[], article: string): ShortName[] {
  return runs.filter(({ text }) => {
    const words = text.split(/\s+/u);
    const last = words.at(-1) ?? '';
    if (words.length < 2 || !article.includes(text)) return false;
    return placesOf(last, article).every((at) => {
      const before = BEFORE.exec(article.slice(Math.max(0, at - BEFORE_REACH), at))?.[1] ?? '';
      return !/^\p{Lu}/u.test(before) || TITLES.has(before.toLowerCase()) || words.includes(before);
    });
  });
}

function placesOf(word: string, text: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) found.push(at);
  return found;
}

/** Stems of the names that stand in a passage by their last word. */
export function heldByLastName(called: readonly ShortName[], text: string): string[] {
  const words = new Set(called.length > 0 ? text.match(/[\p{L}-]+/gu) : []);
  return called.flatMap(({ text: name, stems }) => (words.has(name.split(/\s+/u).at(-1) ?? '') ? stems : []));
}

/** "Officials of the Northern Fisheries Board" have more initials than the board. */
function standsFor(letters: string, { initials }: ShortName): boolean {
  return initials === letters || (letters.length >= SURE_INITIALS && initials.endsWith(letters));
}
