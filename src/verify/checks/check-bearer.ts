import { contains, overlaps, type Span } from '#core/article.ts';
import type { Objection } from '#core/claim.ts';
import { onceFor } from '#core/once-for.ts';
import type { Source } from '#core/testimony.ts';
import { contentWords } from '#language/content-words.ts';
import { isDisputing, isNegated } from '../credits/is-disputing.ts';
import { fullName, knownNames, namesIn } from '../credits/known-names.ts';
import { hasSharedWord, tellingWords } from '../credits/may-speak-for.ts';
import type { Ground } from '../ground.ts';
import { readSentence } from '../read-sentence.ts';
import { sentencesOf } from '../sentences-of.ts';
import { rankSentences } from '../support/measure-support.ts';
import { sentenceAt } from '../support/retold-by.ts';
import { plainWords, wordsOf } from '../words/words-of.ts';
import type { Subject } from './check.ts';

/** From this share of its content words on, without the name, an article's sentence is what a claim retells. */
const RETOLD = 0.6;

/** Fewer content words are told of many. */
const FEWEST_STEMS = 3;

/** A sentence that holds this share of what the best one holds may be meant as well. */
const AS_GOOD = 0.7;

/** Sentences before one in which its "he" may have been named. */
const REACH = 2;

/**
 * What the article tells of one person is not told of another: the one person whom a claim names stands in a sentence that it
 * retells, by name, office or pronoun, unless nobody else does. English only, by its pronouns.
 */
export function checkBearer({ text, evidence }: Subject, ground: Ground): Objection[] {
  const { language } = ground.article;
  if (evidence !== null || !language.startsWith('en')) return [];
  const people = peopleIn(ground);
  if (people.length < 2) return [];
  return sentencesOf(text, language)
    .flatMap((sentence) => objectTo(sentence, people, ground))
    .slice(0, 1);
}

/** Those who speak, and those of the same last name who do not. */
const peopleIn = onceFor((ground: Ground): readonly Person[] => {
  const speakers = [...ground.sources.values()].filter(({ kind, named }) => kind === 'person' && named);
  const namesBy = new Map<string, Set<string>>();
  for (const { name } of speakers)
    for (const word of tellingWords(name)) namesBy.set(word, (namesBy.get(word) ?? new Set()).add(name));
  const silent = knownNames(ground).people.filter(
    ({ first, last }) => namesBy.get(first)?.isDisjointFrom(namesBy.get(last) ?? NOBODY) !== false,
  );
  return [...speakers, ...silent.map(({ name }) => ({ id: null, name, role: null, mentions: [] }))];
});

const NOBODY: ReadonlySet<string> = new Set();

type Person = Pick<Source, 'name' | 'role' | 'mentions'> & { readonly id: Source['id'] | null };

function objectTo(sentence: string, people: readonly Person[], ground: Ground): Objection[] {
  if (ground.wording.includes(` ${plainWords(sentence).join(' ')} `)) return [];
  const [claimed, ...others] = people.filter((person) => isNamedIn(person, sentence));
  if (claimed === undefined || others.length > 0 || isDisputing(sentence, ground)) return [];
  // Who had not heard of it, is told of beside whoever had.
  if (isNegated(sentence, ground)) return [];
  if (isPartOfName(claimed, sentence, ground)) return [];
  const places = retoldWithout(claimed, sentence, ground);
  const holders = places.map((place) => holdersAt(place, claimed, people, ground));
  if (holders.length === 0 || holders.some((names) => names.length === 0)) return [];
  const names = [...new Set(holders.flat())].join(' and ');
  return [{ check: 'speaker', text: claimed.name, reason: `the article has this of ${names}` }];
}

/** All of the name, or the last of it where nothing before it tells of another. */
function isNamedIn({ name }: Person, sentence: string): boolean {
  const words = wordsOf(sentence);
  const own = tellingWords(name);
  const last = own.at(-1);
  if (last === undefined || !words.includes(last)) return false;
  if (own.every((word) => words.includes(word))) return true;
  const before = new RegExp(`(\\p{Lu}[\\p{L}’'-]*) ${last}(?![\\p{L}])`, 'iu').exec(sentence)?.[1];
  return before === undefined || tellingWords(before).length === 0 || own.includes(before.toLowerCase());
}

/** "The Holm government", "Holm's deputy": not Holm. */
function isPartOfName({ name }: Person, sentence: string, ground: Ground): boolean {
  const { words, tree } = readSentence(sentence, ground);
  const last = tellingWords(name).at(-1);
  const own = words.flatMap(({ lower }, at) => (lower === last ? [tree[at]?.relation ?? ''] : []));
  return own.length > 0 && own.every((relation) => ['compound', 'nmod:poss', 'amod'].includes(relation));
}

/** The places of the sentences that hold most of the words that are told of somebody. */
function retoldWithout({ name }: Person, sentence: string, ground: Ground): number[] {
  const { language } = ground.article;
  const own = new Set(contentWords(name, language));
  const stems = [...new Set(contentWords(sentence, language))].filter((stem) => !own.has(stem));
  if (stems.length < FEWEST_STEMS) return [];
  const shares = rankSentences(stems, ground).map((place) => {
    const known = new Set(ground.stems[place]);
    return { place, share: stems.filter((stem) => known.has(stem)).length / stems.length };
  });
  const best = Math.max(0, ...shares.map(({ share }) => share));
  if (best < RETOLD) return [];
  return shares.filter(({ share }) => share >= best * AS_GOOD).map(({ place }) => place);
}

/** Whom else a sentence tells it of; empty where it may be about the one claimed. */
function holdersAt(place: number, claimed: Person, people: readonly Person[], ground: Ground): string[] {
  const { article, attributions } = ground;
  const span = article.sentences[place];
  if (span === undefined) return [];
  const sentence = sentenceAt(place, ground);
  if (isMentioned(claimed, span, sentence)) return [];
  const isOwn = [...attributions.values()].some(
    ({ source, content }) => source === claimed.id && content.some((piece) => overlaps(piece, span)),
  );
  if (isOwn) return [];
  const others = people.filter((person) => person !== claimed && isMentioned(person, span, sentence));
  if (others.length === 0) return [];
  // Who does not speak may be meant by any description; only a namesake is surely another.
  if (claimed.id === null && !others.some(({ name }) => fullName(name)?.last === fullName(claimed.name)?.last))
    return [];
  // A "he" that nobody is known to be may be whoever was named before.
  const before = Array.from({ length: REACH }, (_, back) => sentenceAt(place - 1 - back, ground)).join('\n');
  if (!isNamedIn(claimed, before)) return others.map(({ name }) => name);
  const known = others.flatMap(({ mentions }) => mentions);
  const loose = [...sentence.matchAll(PRONOUN)].some(
    ({ index }) =>
      !known.some((mention) => contains(mention, { start: span.start + index, end: span.start + index + 1 })),
  );
  return loose ? [] : others.map(({ name }) => name);
}

const PRONOUN = /(?<![\p{L}’'])(?:he|she|they|his|her|him|their|i|we|my|our)(?![\p{L}])/giu;

function isMentioned({ name, role, mentions }: Person, span: Span, sentence: string): boolean {
  if (hasNamesakeOnly(name, sentence)) return false;
  if (hasSharedWord(name, sentence) || mentions.some((mention) => overlaps(mention, span))) return true;
  return role !== null && tellingWords(role).some((word) => wordsOf(sentence).includes(word));
}

/** The last name stands in it, and wherever it does, behind another first name. */
function hasNamesakeOnly(name: string, sentence: string): boolean {
  const own = fullName(name);
  if (own === null) return false;
  const words = wordsOf(sentence);
  if (words.includes(own.first)) return false;
  const others = namesIn(sentence).filter(({ first, last }) => last === own.last && first !== own.first);
  return others.length > 0 && others.length === words.filter((word) => word === own.last).length;
}
