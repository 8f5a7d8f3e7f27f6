import { contentWords } from '#language/content-words.ts';

/** A name of a question by its initials: "LDP" and what it stands for, whichever of both the question writes. */
export type ShortName = { readonly initials: string; readonly stems: readonly string[] };

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
      .filter((letters) => own.runs.some((run) => standsFor(letters, run)))
      .flatMap((letters) => contentWords(letters, language)),
  ];
}

/** "Officials of the Northern Fisheries Board" have more initials than the board. */
function standsFor(letters: string, { initials }: ShortName): boolean {
  return initials === letters || (letters.length >= SURE_INITIALS && initials.endsWith(letters));
}
