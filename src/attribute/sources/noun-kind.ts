import names from '../data/first-names.json' with { type: 'json' };
import given from '../data/given-names-en.json' with { type: 'json' };
import people from '../data/people-en.json' with { type: 'json' };

/** What kind of source a common noun names. `office`: people who speak for someone without a name of their own. */
type NounKind = 'person' | 'group' | 'body' | 'document' | 'office';

export type Gender = 'feminine' | 'masculine';

const PERSONS = new Set(people.persons);
const GROUPS = new Set(people.groups);
const BODIES = new Set(people.bodies);
const DOCUMENTS = new Set(people.documents);
const OFFICES = new Set(people.offices);
const FEMININE = new Set([...people.feminine, ...names.feminine.map((name) => name.toLowerCase())]);
const MASCULINE = new Set([...people.masculine, ...names.masculine.map((name) => name.toLowerCase())]);
const GENERAL_BODIES = new Set(people.generalBodies);
const FIRM_WORDS = new Set(people.firmWords);
const TITLES = new Set(people.titles);
const FIRST_NAMES = new Set([...names.feminine, ...names.masculine]);

/** The kind of a lower-case English noun, or null. A plural of a person is a group. */
export function nounKind(word: string): NounKind | null {
  if (GROUPS.has(word)) return 'group';
  if (PERSONS.has(word)) return 'person';
  if (DOCUMENTS.has(word)) return 'document';
  if (BODIES.has(word)) return 'body';
  if (OFFICES.has(word)) return 'office';
  if (word.includes('-')) return nounKind(word.slice(word.lastIndexOf('-') + 1));
  const singular = word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : word.endsWith('men')
      ? `${word.slice(0, -3)}man`
      : word.endsWith('s')
        ? word.slice(0, -1)
        : '';
  if (PERSONS.has(singular)) return 'group';
  if (BODIES.has(singular)) return 'group';
  return null;
}

/** Whether a lower-case word tells a woman or a man: titles, nouns, pronouns, common first names. */
export function genderOf(word: string): Gender | null {
  const isFeminine = FEMININE.has(word);
  return isFeminine === MASCULINE.has(word) ? null : isFeminine ? 'feminine' : 'masculine';
}

const GIVEN: ReadonlyMap<string, Gender> = new Map([
  ...given.feminine.map((name) => [name, 'feminine'] as const),
  ...given.masculine.map((name) => [name, 'masculine'] as const),
]);

/** Of which gender the bearers of a first name are in English, as it is written; null where they may be of either, or it is rare. */
export function genderOfFirstName(name: string): Gender | null {
  return genderOf(name.toLowerCase()) ?? GIVEN.get(name) ?? null;
}

/** Whether a word, without its full stop, is a title that stands before a name: "Dr", "Sen". */
export function isTitle(word: string): boolean {
  return TITLES.has(word.toLowerCase().replace(/\.$/, ''));
}

const ABBREVIATIONS = new Map(Object.entries(people.abbreviations));

/** A title in full: "Gov." is "governor". Other words stay as they are. */
export function wholeTitle(word: string): string {
  return ABBREVIATIONS.get(word.toLowerCase().replace(/\.$/, '')) ?? word;
}

/** "Company", "club": a word that means the body the article is about. */
export function isGeneralBody(word: string): boolean {
  return GENERAL_BODIES.has(word);
}

/** "Holdings", "Partners": a word that makes a firm of the name it ends. */
export function isFirmWord(word: string): boolean {
  return FIRM_WORDS.has(word);
}

const BROADER = new Map(Object.entries(people.broader).map(([word, kinds]) => [word, new Set(kinds)]));

/** Whether a role holds a word, or a narrower one: "the officer" may be a detective inspector, "the judge" a justice. */
export function holdsRole(role: string, word: string): boolean {
  const narrower = BROADER.get(word);
  return (
    word !== '' &&
    role
      .toLowerCase()
      .split(/[^\p{L}-]+/u)
      .some((one) => one === word || narrower?.has(one) === true)
  );
}

const SELDOM_PERSONS = new Set(people.seldomPersons);

/** "Figure", "head", "star": a word that tells a person beside a name, and most often something else without one. */
export function isSeldomPerson(word: string): boolean {
  return SELDOM_PERSONS.has(word);
}

const RELATIONAL = new Set(people.relational);

/** "Coach", "lawyer", "judge": whoever has such a task for somebody, and may be told of without having been named. */
export function isRelational(word: string): boolean {
  return RELATIONAL.has(word);
}

const FIRM_ROLES = new Set(people.firmRoles);

/** "Owner", "operator": a role that a firm has as often as a person. */
export function isFirmRole(word: string): boolean {
  return FIRM_ROLES.has(word);
}

const PORTFOLIOS = new Set(people.portfolios);

/** "Interior", "Deputy": a word before a title that is part of the role. */
export function isPortfolio(word: string): boolean {
  return PORTFOLIOS.has(word);
}

export function isFirstName(word: string): boolean {
  return FIRST_NAMES.has(word);
}

const PARTISANS = new Set(people.partisans);

/** "Republican", "Democrat": a capital word for one who belongs to a party. */
export function isPartisan(word: string): boolean {
  return PARTISANS.has(word.toLowerCase());
}

const ALSO_CALLED = new Map(Object.entries(people.alsoCalled));

/** By what other nouns the same body or paper goes: "the force" is the police, "the poll" the survey. */
export function otherNouns(word: string): readonly string[] {
  return ALSO_CALLED.get(word) ?? [];
}
