import type { Words } from './words.ts';

/** A shorter word is no noun with its article: "den", "han". In characters. */
const SHORTEST = 5;

/** "Kommunen", "politiet": a noun that is definite by its ending. Never in languages whose articles stand alone. */
export function isDefiniteNoun({ definiteEndings, notNouns }: Words, lower: string): boolean {
  return lower.length >= SHORTEST && definiteEndings.has(lower) && !notNouns.has(lower);
}

/** "Nämndens" before "ordförande": whose something is. */
export function isGenitiveNoun({ genitiveEndings, notNouns }: Words, lower: string): boolean {
  return lower.length > SHORTEST && genitiveEndings.has(lower) && !notNouns.has(lower);
}

/** A noun for a person as it stands in a role, and without its ending: "ministern", "minister". */
export function basesOf({ inflections }: Words, lower: string): readonly string[] {
  return [
    lower,
    ...inflections.all.filter((ending) => lower.endsWith(ending)).map((ending) => lower.slice(0, -ending.length)),
  ];
}
