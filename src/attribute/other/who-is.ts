import { quoteOf } from '../quote-of.ts';
import type { Bearer } from '../sources/bearer.ts';
import { isOutletName } from '../sources/is-outlet-name.ts';
import type { Gender } from '../sources/noun-kind.ts';
import { asWritten, isOf, ownName } from './as-written.ts';
import { bareWord, isElided } from './bare-word.ts';
import { bodyMeant } from './body-meant.ts';
import { isCalled } from './gender-here.ts';
import { basesOf, isDefiniteNoun, isGenitiveNoun } from './is-definite-noun.ts';
import { bearerOf, genderOfPronoun, meantBy, nobody, type Spoken } from './meant-by.ts';
import type { NameAt, Person } from './people.ts';
import { genderOfArticle, genderOfRole, isPersonNoun } from './role-beside.ts';
import { isMark, lowerAt, type Phrase, type Sentence } from './sentence.ts';
import type { Words } from './words.ts';

/** "The minister" may be named much earlier. */
const ROLE_REACH = 6_000;

/** And another word for somebody comes soon, in characters. */
const NEAR = 500;

/** What a role is of takes no more tokens. */
const ROLE_TOKENS = 5;
/** An article, a noun, an adjective. */
const MOST_BARE = 5;

/** Whom a phrase means: a name in it, whom its pronoun or its role stands for, or its words as written. */
export function whoIs(
  sentence: Sentence,
  phrase: Phrase,
  spoken: readonly Spoken[],
): { bearer: Bearer; person: Person | null } {
  const { scan, words, people } = sentence;
  const lower = lowerAt(sentence, phrase.first);
  const gender = genderOfPronoun(words, lower);
  if (phrase.end === phrase.first + 1 && gender !== null) return meantBy(sentence, phrase.span, gender, spoken);
  if (phrase.end === phrase.first + 1 && words.plurals.has(lower)) return { bearer: nobody(), person: null };
  const head = headOf(sentence, phrase);
  const isPersonHead = isPersonNoun(words, head);
  const named = people.within(phrase.first, phrase.end).find(({ first, end, person }) => {
    const isOwned = first > phrase.first && isOf(sentence, first);
    const opens = first === phrase.first || isHonorific(sentence, phrase.first, first);
    // "La famiglia Solari" is not Beatrice Solari.
    return !isOwned && (opens || isPersonHead || (person.isSure && end - first > 1));
  });
  if (
    named !== undefined &&
    !isOutletName(named.person.name) &&
    (named.person.isSure || named.first === phrase.first || isPersonHead)
  )
    return { bearer: bearerOf(named.person, named.person.isSure ? 1 : 0.9), person: named.person };
  // "La maire de Saint-Aubriac, | Hélène Coutard".
  const apposed = appositionOf(sentence, phrase);
  if (apposed !== null) return { bearer: bearerOf(apposed.person, 1), person: apposed.person };
  const isElidedArticle = isElided(words.elidedArticles, lower);
  const opener = isElidedArticle ? lower.slice(0, lower.search(/[’']/u)) : lower;
  const isIndefinite = words.indefinite.has(opener);
  const isDefinite = isElidedArticle || words.articles.has(opener) || isDefiniteNoun(words, lower);
  if (isPersonHead && !isIndefinite && isDefinite) {
    const meant = roleBearer(sentence, head, phrase, opener);
    if (meant !== null) return { bearer: bearerOf(meant, 0.85), person: meant };
    const again = isBareNoun(sentence, phrase) ? namedJustBefore(sentence, head, phrase, opener) : null;
    if (again !== null) return { bearer: bearerOf(again, 0.75), person: again };
  }
  const title = titleIn(sentence, phrase, head);
  if (title !== null) return { bearer: bodyBearer(sentence, phrase, head, title), person: null };
  const own = ownName(sentence, phrase, isPersonHead);
  if (own !== null)
    return {
      bearer: {
        ...asWritten(sentence, own, head, false),
        name: scan.text.slice(own.span.start, own.span.end),
        kind: isCalled(words, scan.tokens[own.first]?.text ?? '') ? 'person' : 'organization',
        named: true,
      },
      person: null,
    };
  const isTheBody = words.bodies.has(head) || words.media.has(head);
  const body =
    isTheBody && isDefinite && !isIndefinite && isBareNoun(sentence, phrase)
      ? bodyMeant(people.bodies, head, phrase.span.start, sentence.unit.span)
      : null;
  if (body !== null) return { bearer: { ...bodyBearer(sentence, phrase, head, body), certainty: 0.8 }, person: null };
  return { bearer: asWritten(sentence, phrase, head, isIndefinite), person: null };
}

/** A firm or an outlet that a phrase means, by its name. */
function bodyBearer(sentence: Sentence, phrase: Phrase, head: string, name: string): Bearer {
  const key = `as written ${name.toLowerCase()}`;
  return { ...asWritten(sentence, phrase, head, false), key, name, kind: 'organization', named: true };
}

/** "Das | »Keimer Tagblatt«", "le journal | « Le Phare »": a name in marks that ends a phrase of an article and a kind of outlet at most. */
function titleIn({ scan, words }: Sentence, { end, first, span }: Phrase, head: string): string | null {
  const quote = quoteOf(scan, end - 1);
  if (quote?.shape !== 'term' || quote.outer.start < span.start) return null;
  const name = scan.text.slice(quote.inner.start, quote.inner.end);
  const isAlone =
    words.articles.has(scan.tokens[first]?.lower ?? '') &&
    (scan.quoteAt[first + 1] ?? -1) === (scan.quoteAt[end - 1] ?? -1);
  return words.media.has(head) || (isAlone && !words.indefinite.has(scan.tokens[first]?.lower ?? '')) ? name : null;
}

/** "Mme | Coutard", "M. | Delmas". */
function isHonorific({ scan, words }: Sentence, from: number, end: number): boolean {
  for (let i = from; i < end; i += 1) {
    const text = scan.tokens[i]?.text ?? '';
    if (text !== '.' && !words.honorifics.feminine.has(text) && !words.honorifics.masculine.has(text)) return false;
  }
  return end > from;
}

/** The name between commas behind a phrase that says what a person is. */
export function appositionOf(sentence: Sentence, phrase: Phrase): NameAt | null {
  const { people, scan, words } = sentence;
  if (!isPersonNoun(words, headOf(sentence, phrase))) return null;
  // "L’assessora | al commercio, | Marta Frilli": what she is of may stand between.
  let comma = phrase.end;
  while (
    comma < phrase.end + ROLE_TOKENS &&
    comma < sentence.unit.end &&
    !isMark(sentence, comma, ',.:;') &&
    !words.that.has(lowerAt(sentence, comma))
  )
    comma += 1;
  if (!isMark(sentence, comma, ',')) return null;
  // "Su autora, | la hidróloga | Inés Baeza", "hans forsvarer, | advokat | Peter Sahl".
  const isTitle =
    isPersonNoun(words, lowerAt(sentence, comma + 1)) && !words.articles.has(lowerAt(sentence, comma + 1));
  const name = people.startingAt(comma + 1) ?? (isTitle ? people.startingAt(comma + 2) : undefined);
  if (name !== undefined || !words.articles.has(lowerAt(sentence, comma + 1))) return name ?? null;
  const titled = people.startingAt(comma + 3);
  return titled?.person.isSure === true && /^\p{Ll}/u.test(scan.tokens[comma + 2]?.text ?? '') ? titled : null;
}

/** What a phrase is of, behind its adjectives: "en ny | studie". Where adjectives follow, only a person's noun is one. */
function isKnownNoun(words: Words, lower: string): boolean {
  return isPersonNoun(words, lower) || (words.verbSecond && (words.documents.has(lower) || words.groups.has(lower)));
}

/** The noun of a phrase: the first behind its article; in German the first capital. Two parts of a compound are one. */
function headOf(sentence: Sentence, { first, end }: Phrase): string {
  const { scan, words } = sentence;
  const { tokens } = scan;
  for (let i = first; i < end; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (words.articles.has(token.lower)) continue;
    // "Nämndens | ordförande".
    if (isGenitiveNoun(words, token.lower) && i + 1 < end && !words.of.has(tokens[i + 1]?.lower ?? '')) continue;
    if (words.highNouns && !/^\p{Lu}/u.test(token.text)) continue;
    const bare = bareWord(words, token.lower);
    // "De 36-jarige keeper".
    if (
      /^\d/.test(bare) ||
      /^[-‐]$/.test(bare) ||
      (/^[-‐]$/.test(tokens[i - 1]?.text ?? '') && /^\d/.test(tokens[i - 2]?.text ?? '') && i + 1 < end)
    )
      continue;
    if (/^[-‐]$/.test(tokens[i + 1]?.text ?? '')) return `${bare}-${lowerAt(sentence, i + 2)}`;
    // "El presidente", "the former president": adjectives stand before some nouns.
    if (
      i + 1 < end &&
      !isPersonNoun(words, bare) &&
      isKnownNoun(words, lowerAt(sentence, i + 1)) &&
      !words.alsoAdjectives.some((pattern) => pattern.test(lowerAt(sentence, i + 1))) &&
      !words.highNouns
    )
      return lowerAt(sentence, i + 1);
    return bare;
  }
  return '';
}

/** The person whose role a definite noun repeats: "der Minister", "la maire". */
function roleBearer({ people, words }: Sentence, head: string, { span }: Phrase, article: string): Person | null {
  const gender = genderOfRole(words, head) ?? genderOfArticle(words, article);
  const stem = head.length > 5 ? head.slice(0, -1) : head;
  const bases = basesOf(words, head);
  const found = people.before(span.start, ROLE_REACH).findLast(
    ({ person }) =>
      person.role !== null &&
      (gender === null || person.gender === null || person.gender === gender) &&
      person.role
        .toLowerCase()
        .split(/[\s-]+/)
        .some(
          (word) =>
            word === head ||
            bareWord(words, word) === head ||
            (words.inflections.size > 0 && bases.some((base) => isCompoundOf(word, base))) ||
            (word.startsWith(stem) && word.length <= head.length),
        ),
  );
  return found?.person ?? null;
}

/** "Minister" and "Umweltminister". */
function isCompoundOf(one: string, other: string): boolean {
  return Math.min(one.length, other.length) > 3 && (one.endsWith(other) || other.endsWith(one));
}

/** "A governante", "l’autarca": an article and a noun, with an adjective at most, and nobody's. */
function isBareNoun(sentence: Sentence, { first, end }: Phrase): boolean {
  for (let i = first + 2; i < end; i += 1) if (isOf(sentence, i)) return false;
  return end - first <= MOST_BARE && !sentence.words.possessives.has(lowerAt(sentence, first));
}

/** The one woman, or the one man, that was named. */
function onlyOf(gender: Gender, named: readonly NameAt[]): Person | null {
  const [only, ...others] = new Set(
    named.map(({ person }) => person).filter((person) => person.isSure && person.gender === gender),
  );
  return others.length > 0 ? null : (only ?? null);
}

/** Whom the article named last, where a noun may stand for that person: another word for who it is. */
function namedJustBefore({ people, words }: Sentence, head: string, { span }: Phrase, article: string): Person | null {
  const isGeneric = words.generic.has(head);
  const gender = genderOfRole(words, head) ?? genderOfArticle(words, article);
  // The prefect is not the minister: only whose role is not told, or a word for anybody.
  const near = people
    .before(span.start, NEAR)
    .filter(({ person }) => person.isSure && (isGeneric || (person.role === null && !words.speaksFor.has(head))));
  const last = near.at(-1);
  const sure = near.findLast(({ person }) => gender !== null && person.gender === gender);
  if (sure !== undefined) return sure.person;
  const only = gender === null || !isGeneric ? null : onlyOf(gender, people.before(span.start, ROLE_REACH));
  if (only !== null) return only;
  const fits = last !== undefined && (last.person.gender === null || gender === null || last.person.gender === gender);
  return fits ? last.person : null;
}
