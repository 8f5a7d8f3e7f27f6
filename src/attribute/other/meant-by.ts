import type { Span } from '#core/article.ts';
import type { Unit } from '../scan-article.ts';
import { type Bearer, UNSTATED } from '../sources/bearer.ts';
import type { Gender } from '../sources/noun-kind.ts';
import { asWritten, isOf } from './as-written.ts';
import type { NameAt, Person } from './people.ts';
import { genderOfArticle, isPersonNoun } from './role-beside.ts';
import { phraseOf, type Sentence } from './sentence.ts';
import type { Words } from './words.ts';

/** A pronoun means nobody who was last named more than this many characters before. */
const PRONOUN_REACH = 900;

/** Who spoke last, and where. */
export type Spoken = { readonly bearer: Bearer; readonly person: Person | null; readonly at: number };

/** Whom "in her view" or a verb without a subject means: who spoke last, or whom a later sentence named as its first. */
export function recent(
  sentence: Sentence,
  span: Span,
  spoken: readonly Spoken[],
): { bearer: Bearer; person: Person | null } {
  const last = spoken.at(-1);
  const before = sentence.previous;
  const named = before === null ? undefined : firstNamed(sentence, before);
  const isSpeaking = last !== undefined && before !== null && last.at >= before.span.start;
  return named !== undefined && !isSpeaking
    ? { bearer: bearerOf(named.person, 0.85), person: named.person }
    : meantBy(sentence, span, null, spoken);
}

/** Whom a sentence names first: "la madre de Prieto, | Rosa Calvo" before whoever somebody is of. */
function firstNamed(sentence: Sentence, unit: Unit): NameAt | undefined {
  const named = sentence.people.within(unit.first, unit.end).filter(({ person }) => isSomebody(person));
  return named.find(({ first }) => !isOf(sentence, first)) ?? named[0];
}

/** Whom "sie", "il", "ella" means: who spoke last, or the person named last, of that gender. */
export function meantBy(
  sentence: Sentence,
  span: Span,
  gender: Gender | null,
  spoken: readonly Spoken[],
): { bearer: Bearer; person: Person | null } {
  const { people, previous } = sentence;
  const fits = (person: Person | null) => gender === null || person?.gender === gender;
  const last = spoken.at(-1);
  // "Karl Dörr verteidigte den Schritt. „…“, betonte | er": not whoever spoke in the paragraph before.
  const opener = previous === null || gender === null ? undefined : firstNamed(sentence, previous);
  const isNew = last !== undefined && previous !== null && last.at < previous.span.start;
  if (opener?.person.isSure === true && opener.person.gender === gender && isNew)
    return { bearer: bearerOf(opener.person, 0.9), person: opener.person };
  const unnamed = gender === null ? null : unnamedBefore(sentence, span, gender, last?.at ?? 0);
  if (unnamed !== null) return { bearer: unnamed, person: null };
  // Somebody of that gender was named since, where who spoke last is not known to be of it.
  const since =
    gender === null || last === undefined || last.person?.gender === gender
      ? undefined
      : people
          .before(span.start, span.start - last.at)
          .findLast(({ person }) => isSomebody(person) && person.gender === gender);
  if (since !== undefined) return { bearer: bearerOf(since.person, 0.85), person: since.person };
  if (last !== undefined && span.start - last.at < PRONOUN_REACH) {
    if (last.person !== null && (fits(last.person) || (last.person.gender === null && last.bearer.kind === 'person')))
      return { bearer: { ...last.bearer, certainty: Math.min(last.bearer.certainty, 0.9) }, person: last.person };
    if (
      last.person === null &&
      (last.bearer.kind === 'person' || isSomeone(sentence.words, last.bearer.name, gender)) &&
      last.bearer.certainty > 0.5 &&
      roleFits(sentence.words, last.bearer.name, gender)
    )
      return { bearer: { ...last.bearer, certainty: Math.min(last.bearer.certainty, 0.8) }, person: null };
    if (gender === null && last.bearer.kind !== 'unstated')
      return { bearer: { ...last.bearer, certainty: Math.min(last.bearer.certainty, 0.8) }, person: last.person };
  }
  if (gender !== null) {
    const near = people.before(span.start, PRONOUN_REACH).filter(({ person }) => isSomebody(person));
    const named =
      near.findLast(({ person }) => person.gender === gender) ?? near.findLast(({ person }) => person.gender === null);
    if (named !== undefined) return { bearer: bearerOf(named.person, 0.85), person: named.person };
  }
  const all = people.before(span.start, PRONOUN_REACH).filter(({ person }) => isSomebody(person));
  const [only] = all;
  // Nobody spoke yet, and one person was named.
  if (gender === null && only !== undefined && all.every(({ person }) => person === only.person))
    return { bearer: bearerOf(only.person, 0.8), person: only.person };
  return { bearer: nobody(), person: null };
}

/** "Eine Hebamme": whoever is told of first so, and is called "sie" then, is one, whatever the noun. */
function isSomeone(words: Words, name: string, gender: Gender | null): boolean {
  const [article = ''] = name.toLowerCase().split(/\s/u, 1);
  return gender !== null && words.indefinite.has(article) && genderOfArticle(words, article) === gender;
}

/**
 * "Eine Hebamme sprach von Verrat. „…“, sagte | sie": somebody without a name who was told of at the front of a sentence, nearer than
 * anybody of that gender who has one, and who has not spoken yet. `since`: where somebody spoke last.
 */
function unnamedBefore(sentence: Sentence, span: Span, gender: Gender, since: number): Bearer | null {
  const { scan, words, people, unit } = sentence;
  const named = people.before(span.start, NOT_NAMED_FOR).findLast(({ person }) => person.gender === gender);
  const floor = Math.max(since, named?.span.start ?? 0, span.start - NOT_NAMED_FOR);
  let at = unit.end - 1;
  while (at > 0 && (scan.tokens[at]?.start ?? 0) >= span.start) at -= 1;
  for (; at >= 0 && (scan.tokens[at]?.start ?? 0) >= floor; at -= 1) {
    const isFront = scan.tokens[at - 1]?.sentence !== scan.tokens[at]?.sentence;
    const lower = scan.tokens[at]?.lower ?? '';
    if (!isFront || !words.indefinite.has(lower) || genderOfArticle(words, lower) !== gender) continue;
    for (let noun = at + 1; noun <= at + MOST_BEFORE_NOUN; noun += 1) {
      const word = scan.tokens[noun]?.lower ?? '';
      if (!isPersonNoun(words, word)) continue;
      const phrase = phraseOf(sentence, at, noun + 1);
      return phrase === null ? null : { ...asWritten(sentence, phrase, word, true), certainty: 0.8 };
    }
  }
  return null;
}

/** In characters. */
const NOT_NAMED_FOR = 500;
/** "Eine erfahrene junge | Hebamme". */
const MOST_BEFORE_NOUN = 3;

/** "Ein Sprecher" may be "er"; "eine Sprecherin" may not. */
function roleFits(words: Words, name: string, gender: Gender | null): boolean {
  const article = genderOfArticle(words, name.split(/\s/)[0]?.toLowerCase() ?? '');
  return gender === null || article === null || article === gender;
}

/** "Sie", "lui", "haar". */
export function genderOfPronoun(words: Words, lower: string): Gender | null {
  if (words.pronouns.feminine.has(lower) || words.obliquePronouns.feminine.has(lower)) return 'feminine';
  return words.pronouns.masculine.has(lower) || words.obliquePronouns.masculine.has(lower) ? 'masculine' : null;
}

/** Nobody that we know: the statement stays, and is not shown. */
export function nobody(): Bearer {
  return { ...UNSTATED, certainty: 0.3 };
}

export function bearerOf(person: Person, certainty: number): Bearer {
  return {
    key: `name ${person.name}`,
    name: person.name,
    kind: 'person',
    named: true,
    role: person.role,
    entity: null,
    certainty,
  };
}

/** Two names make a person likely where nothing else tells; in German two nouns look the same. */
function isSomebody({ isSure, name }: Person): boolean {
  return isSure || /^\p{Lu}[\p{L}’-]+(?:\s\p{Lu}[\p{L}’-]+){1,2}$/u.test(name);
}
