import { contentWords } from '#language/content-words.ts';
import questionWords from './data/question-words.json' with { type: 'json' };

/** What a question wants to hear: a count, a time, a name; `any` where its words do not tell. */
type QuestionKind = 'count' | 'length' | 'time' | 'speaker' | 'person' | 'choice' | 'place' | 'reason' | 'any';

export type Question = {
  readonly kind: QuestionKind;
  /** Stems of the words that say what it is about. */
  readonly words: ReadonlySet<string>;
  /** Stems of its proper names: without them the article speaks of something else. */
  readonly names: ReadonlySet<string>;
  /** Stem of what is to be counted, "passengers" in "How many passengers"; null where nothing is, or just people. */
  readonly counted: string | null;
  /** Stems of what is counted and what it does, in "How many …"; one of them stands near the answer. Empty elsewhere. */
  readonly counting: ReadonlySet<string>;
};

/** A question to what it asks for and about. English words of asking; other languages are compared by their words alone. */
export function readQuestion(question: string, language: string): Question {
  const empty = new Set(contentWords(questionWords.empty, language));
  const words = new Set(contentWords(question, language).filter((word) => !empty.has(word)));
  const named = question
    .split(/\s+/u)
    .slice(1)
    .filter((word) => /^["“‘'(]*\p{Lu}/u.test(word));
  const names = new Set(named.flatMap((word) => contentWords(word, language)).filter((word) => words.has(word)));
  const counting = countingIn(question, words, names, language);
  return { kind: kindOf(question), words, names, counted: countedIn(question, language), counting };
}

/** What a "how many" asks after, but for names and for people, who are everywhere. */
function countingIn(
  question: string,
  words: ReadonlySet<string>,
  names: ReadonlySet<string>,
  language: string,
): ReadonlySet<string> {
  if (!/\bhow many\b/iu.test(question)) return new Set();
  const people = new Set(contentWords(questionWords.people, language));
  return new Set([...words].filter((word) => !names.has(word) && !people.has(word)));
}

/** An article counts people without calling them so: "41 died". */
const PEOPLE = /^(?:people|persons|men|women|times)$/iu;

function countedIn(question: string, language: string): string | null {
  const noun = /\bhow many (?:(?:more|other|new|different|of the|of) )?([\p{L}’'-]{2,40})/iu.exec(question)?.[1] ?? '';
  return noun === '' || PEOPLE.test(noun) ? null : (contentWords(noun, language)[0] ?? null);
}

function kindOf(question: string): QuestionKind {
  const line = ` ${question
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  const opens = (phrases: readonly string[]) => phrases.some((phrase) => line.startsWith(` ${phrase} `));
  const holds = (phrases: readonly string[]) =>
    phrases.some((phrase) => phrase.includes(' ') && line.includes(` ${phrase} `));
  const { count, length, time, speaker, person, choice, place, reason } = questionWords.kinds;
  if (opens(count) || holds(count)) return 'count';
  if (opens(length) || holds(length)) return 'length';
  if (opens(time) || holds(time)) return 'time';
  if (opens(speaker)) return 'speaker';
  if (opens(person)) return 'person';
  if (opens(choice)) return 'choice';
  if (opens(place)) return 'place';
  return opens(reason) ? 'reason' : 'any';
}
