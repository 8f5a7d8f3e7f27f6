import metonyms from '../data/metonyms-en.json' with { type: 'json' };

const HOUSES: ReadonlySet<string> = new Set(metonyms.houses);
const SHORT: ReadonlyMap<string, string> = new Map(Object.entries(metonyms.short));
const STATES: ReadonlySet<string> = new Set(metonyms.states);
const JOINED: ReadonlySet<string> = new Set(metonyms.joined);

const plain = (name: string): string => name.toLowerCase().replace(/^the /, '');

/** "No 10", "Downing Street", "the Kremlin": a house that stands for the body in it, and is no person and no place when it speaks. */
export function isHouse(name: string): boolean {
  return HOUSES.has(plain(name));
}

/** The whole name of a body that is known by a short one: "the Met". Null where there is none. */
export function wholeOfShort(name: string): string | null {
  return SHORT.get(plain(name)) ?? null;
}

/** "The European Union" is no union that strikes. */
export function isUnionOfStates(name: string): boolean {
  return STATES.has(plain(name));
}

/** "The Dockers’ | Union": a word for a body behind those who own it. */
export function isJoinedBody(word: string): boolean {
  return JOINED.has(word.toLowerCase());
}
