import { contentWords } from '#language/content-words.ts';
import { isEnglish } from '#language/is-english.ts';
import { readTokens, type Token } from '#language/read-tokens.ts';
import answerTypes from '../data/answer-types.json' with { type: 'json' };
import questionWords from '../data/question-words.json' with { type: 'json' };
import { findAskedVerb } from './find-asked-verb.ts';
import { plainQuestion } from './plain-question.ts';
import { type QuestionKind, questionKind, SAYING, type Sort } from './question-kind.ts';
import { describedNouns, doerIn, focusOf } from './question-nouns.ts';
import { readShortNames } from './read-short-names.ts';

export type Question = {
  readonly kind: QuestionKind;
  /** Stems of the words that say what it is about. */
  readonly words: ReadonlySet<string>;
  /** The same as they stand in it, one after the other. */
  readonly inOrder: readonly string[];
  /** Stems of its proper names: without them the article speaks of something else. */
  readonly names: ReadonlySet<string>;
  /** Its names that have initials, and initials that it writes: see `read-short-names.ts`. */
  readonly shortNames: ReturnType<typeof readShortNames>;
  /** Stem of what is to be counted, "passengers" in "How many passengers"; null where nothing is, or just people. */
  readonly counted: string | null;
  /** Stems of what is counted and what it does, in "How many …"; one of them stands near the answer. Empty elsewhere. */
  readonly counting: ReadonlySet<string>;
  /** Stems of what is wanted: "unemployment" and "rate" in "What is the unemployment rate of …"; the last is the noun itself. */
  readonly focus: readonly string[];
  /** What sort of thing the focus is, by `answer-types.json`. */
  readonly sort: Sort | null;
  /** Stem of the verb that tells what is done, "own" in "Who owns …"; null for verbs that say little. */
  readonly deed: string | null;
  /** Stems of words that an answer may do without: "old" in "How old", "company" in "Which company". */
  readonly slight: ReadonlySet<string>;
  /** Whether a name is asked for of what is described: "Who is the mayor?", "What is the name of the horse?". */
  readonly isIdentity: boolean;
  /** Several of them are: "What are the names of the drivers?". */
  readonly isMany: boolean;
  /** Whether who has it done to them is asked for: "Who was arrested?", "Whom did she accuse?". */
  readonly asksPatient: boolean;
  /** "How often", "how many times". */
  readonly isOften: boolean;
  /** The word that it asks with: "who", "why"; empty where it has none. */
  readonly asking: string;
  /** "How deep is it?": no money, no share, no time. */
  readonly isMeasure: boolean;
  /** Stems of whoever does it: "the old mill" in "What did the old mill sell?". Empty where nobody is named, or it is asked for. */
  readonly doer: ReadonlySet<string>;
  /** Stems of the names that what is described belongs to: "Tarn" in "Who is the mayor of Tarn?", "Who is Tarn's mayor?". */
  readonly owner: ReadonlySet<string>;
  /** "When will it open?": what has happened is no answer. */
  readonly isAhead: boolean;
  /** Whether somebody's words are asked for: "What did she say about it?", "Why does he doubt it?". */
  readonly asksWords: boolean;
};

const SORTS: ReadonlyMap<string, Sort> = new Map(
  (['money', 'percent', 'organization', 'place', 'person', 'date'] as const).flatMap((sort) =>
    contentWords(answerTypes[sort], 'en').map((stem) => [stem, sort] as const),
  ),
);
const GENERIC: ReadonlySet<string> = new Set(contentWords(answerTypes.generic, 'en'));

const SPEAKING: ReadonlySet<string> = new Set([...SAYING, ...questionWords.speaking.split(' ')]);

const ACCOUNTS: ReadonlySet<string> = new Set(questionWords.accounts.split(' '));
const STANCES: ReadonlySet<string> = new Set(questionWords.stances.split(' '));

const ASKING = /^(?:who|whom|whose|what|which|when|where|why|how)$/u;

const MONEY_DEEDS: ReadonlySet<string> = new Set(questionWords.moneyDeeds.split(' '));

/** UTF-16 units; what follows is not read. */
const LONGEST_QUESTION = 600;

/** A question to what it asks for and about. English words of asking; other languages are compared by their words alone. `article`: the text that it is asked of. */
export function readQuestion(whole: string, language: string, article = ''): Question {
  const written = whole.slice(0, LONGEST_QUESTION);
  const question = isEnglish(language) ? plainQuestion(written, article) : written;
  const empty = new Set(contentWords(questionWords.empty, language));
  const tokens = isEnglish(language) ? readTokens(question, [{ start: 0, end: question.length }], language) : [];
  const run = focusOf(tokens);
  const telling = contentWords(question, language).filter((word) => !empty.has(word));
  const account = accountIn(run, language).filter((noun) => telling.some((word) => word !== noun));
  const inOrder = telling.filter((word) => !account.includes(word));
  const words = new Set(inOrder);
  const named = question
    .split(/\s+/u)
    .slice(1)
    .filter((word) => /^["“‘'(]*\p{Lu}/u.test(word));
  const names = new Set(named.flatMap((word) => contentWords(word, language)).filter((word) => words.has(word)));
  const people = new Set(contentWords(questionWords.people, language));
  const counting = countingIn(question, words, names, people);
  const focus = run
    .flatMap(({ text }) => contentWords(text, language))
    .filter((stem) => !GENERIC.has(stem) && !account.includes(stem));
  const counted = countedIn(question, focus, people);
  const verb = findAskedVerb(tokens);
  const deed = verb === undefined ? null : (contentWords(verb.text, language)[0] ?? null);
  const ofFocus = SORTS.get(focus.at(-1) ?? '') ?? null;
  const kind = questionKind(question, ofFocus, tokens);
  // "How much did she earn?"
  const isPaid = kind === 'amount' && focus.length === 0 && MONEY_DEEDS.has(verb?.lemma ?? '');
  const sort = isPaid ? 'money' : ofFocus;
  const describing = describedNouns(tokens);
  const described = describing.flatMap(({ text }) => contentWords(text, language));
  const isIdentity = described.length > 0;
  const said = tokens.find(({ tag }) => tag === 'VERB');
  // "Does he admit it?" is answered by whoever denies it, too.
  const stance = kind === 'whether' && STANCES.has(said?.lemma ?? '') ? contentWords(said?.text ?? '', language) : [];
  const slight = slightIn(tokens, [...(sort === null ? [] : focus.slice(-1)), ...stance], language);
  return {
    kind: isIdentity && kind === 'any' ? 'person' : kind,
    words,
    inOrder,
    names,
    shortNames: readShortNames(question, language),
    counted,
    counting,
    focus: isIdentity ? described : focus,
    sort,
    deed: isIdentity ? null : deed,
    slight,
    isIdentity,
    isMany: describing.at(-1)?.fine === 'NNS',
    asksPatient: asksPatientIn(tokens),
    isOften: /\bhow (?:often|many times)\b/iu.test(question),
    asking: tokens.find(({ lower }) => ASKING.test(lower))?.lower ?? '',
    isMeasure: /\b(?:how (?:deep|tall|wide|heavy|thick)|what (?:distance|height|depth|speed))\b/iu.test(question),
    doer: new Set(
      doerIn(tokens)
        .flatMap(({ text }) => contentWords(text, language))
        .filter((stem) => words.has(stem) && !people.has(stem)),
    ),
    owner: isIdentity ? new Set([...names].filter((stem) => !described.includes(stem))) : new Set(),
    asksWords:
      account.length > 0 ||
      stance.length > 0 ||
      (tokens.some(({ lower }) => ASKING.test(lower)) && SPEAKING.has(said?.lemma ?? '')),
    isAhead: kind === 'time' && tokens.some(({ lower }) => lower === 'will'),
  };
}

function asksPatientIn([first, second, third]: readonly Token[]): boolean {
  if (!/^whom?$/u.test(first?.lower ?? '')) return false;
  if (/^(?:do|have|will)$/u.test(second?.lemma ?? '') && third?.tag !== 'VERB') return true;
  return second?.lemma === 'be' && third?.fine === 'VBN';
}

/** Stem of the noun for somebody's words, where those are asked for: "version" in "What is the captain's version?". */
function accountIn(run: readonly Token[], language: string): readonly string[] {
  const noun = run.at(-1);
  return noun !== undefined && ACCOUNTS.has(noun.lemma) ? contentWords(noun.text, language) : [];
}

/** Stems of the words for the kind of answer. */
function slightIn(tokens: readonly Token[], sort: readonly string[], language: string): ReadonlySet<string> {
  const at = tokens.findIndex(({ lower }) => lower === 'how');
  const next = at < 0 ? undefined : tokens[at + 1];
  const measure = next !== undefined && /^(?:ADJ|ADV|NUM)$/u.test(next.tag) ? contentWords(next.text, language) : [];
  return new Set([...measure, ...sort, ...contentWords(questionWords.people, language), ...GENERIC]);
}

/** What a "how many" asks after, but for names and for people, who are everywhere. */
function countingIn(
  question: string,
  words: ReadonlySet<string>,
  names: ReadonlySet<string>,
  people: ReadonlySet<string>,
): ReadonlySet<string> {
  if (!/\bhow many\b/iu.test(question)) return new Set();
  return new Set([...words].filter((word) => !names.has(word) && !people.has(word)));
}

/** An article counts people without calling them so: "41 died". The noun that "how many" counts, in stems. */
function countedIn(question: string, focus: readonly string[], people: ReadonlySet<string>): string | null {
  const noun = /\bhow many\b/iu.test(question) ? focus.at(-1) : undefined;
  return noun === undefined || people.has(noun) ? null : noun;
}
