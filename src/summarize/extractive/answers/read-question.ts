import { contentWords } from '#language/content-words.ts';
import { isEnglish } from '#language/is-english.ts';
import { readTokens, type Token } from '#language/read-tokens.ts';
import answerTypes from '../data/answer-types.json' with { type: 'json' };
import questionWords from '../data/question-words.json' with { type: 'json' };
import { findAskedVerb } from './find-asked-verb.ts';
import { readShortNames } from './read-short-names.ts';

/** What a question wants to hear: a count, a time, a name; `any` where its words do not tell. */
type QuestionKind =
  | 'count'
  | 'amount'
  | 'age'
  | 'length'
  | 'time'
  | 'speaker'
  | 'person'
  | 'choice'
  | 'place'
  | 'reason'
  | 'whether'
  | 'any';

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

type Sort = 'money' | 'percent' | 'organization' | 'place' | 'person' | 'date';

const SORTS: ReadonlyMap<string, Sort> = new Map(
  (['money', 'percent', 'organization', 'place', 'person', 'date'] as const).flatMap((sort) =>
    contentWords(answerTypes[sort], 'en').map((stem) => [stem, sort] as const),
  ),
);
const GENERIC: ReadonlySet<string> = new Set(contentWords(answerTypes.generic, 'en'));

const SAYING: ReadonlySet<string> = new Set(questionWords.saying.split(' '));

const SPEAKING: ReadonlySet<string> = new Set([...SAYING, ...questionWords.speaking.split(' ')]);

const ASKING = /^(?:who|whom|whose|what|which|when|where|why|how)$/u;

const PAYING: ReadonlySet<string> = new Set(questionWords.paying.split(' '));

const MONEY_DEEDS: ReadonlySet<string> = new Set(questionWords.moneyDeeds.split(' '));

/** UTF-16 units; what follows is not read. */
const LONGEST_QUESTION = 600;

/** A question to what it asks for and about. English words of asking; other languages are compared by their words alone. */
export function readQuestion(whole: string, language: string): Question {
  const question = whole.slice(0, LONGEST_QUESTION);
  const empty = new Set(contentWords(questionWords.empty, language));
  const inOrder = contentWords(question, language).filter((word) => !empty.has(word));
  const words = new Set(inOrder);
  const named = question
    .split(/\s+/u)
    .slice(1)
    .filter((word) => /^["“‘'(]*\p{Lu}/u.test(word));
  const names = new Set(named.flatMap((word) => contentWords(word, language)).filter((word) => words.has(word)));
  const people = new Set(contentWords(questionWords.people, language));
  const counting = countingIn(question, words, names, people);
  const tokens = isEnglish(language) ? readTokens(question, [{ start: 0, end: question.length }], language) : [];
  const run = focusOf(tokens);
  const focus = run.flatMap(({ text }) => contentWords(text, language)).filter((stem) => !GENERIC.has(stem));
  const counted = countedIn(question, focus, people);
  const verb = findAskedVerb(tokens);
  const deed = verb === undefined ? null : (contentWords(verb.text, language)[0] ?? null);
  const ofFocus = SORTS.get(focus.at(-1) ?? '') ?? null;
  const kind = kindByWords(kindOf(question), ofFocus, tokens);
  // "How much did she earn?"
  const isPaid = kind === 'amount' && focus.length === 0 && MONEY_DEEDS.has(verb?.lemma ?? '');
  const sort = isPaid ? 'money' : ofFocus;
  const describing = describedIn(tokens);
  const described = describing.flatMap(({ text }) => contentWords(text, language));
  const isIdentity = described.length > 0;
  const slight = slightIn(tokens, sort === null ? [] : focus.slice(-1), language);
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
        .filter((stem) => words.has(stem)),
    ),
    owner: isIdentity ? new Set([...names].filter((stem) => !described.includes(stem))) : new Set(),
    asksWords:
      tokens.some(({ lower }) => ASKING.test(lower)) &&
      SPEAKING.has(tokens.find(({ tag }) => tag === 'VERB')?.lemma ?? ''),
    isAhead: kind === 'time' && tokens.some(({ lower }) => lower === 'will'),
  };
}

/** "What price …" wants an amount, "What company …" a name, "Who stated …" a speaker. */
function kindByWords(kind: QuestionKind, sort: Sort | null, tokens: readonly Token[]): QuestionKind {
  if (
    tokens[0]?.tag === 'AUX' ||
    /^(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|might)$/u.test(tokens[0]?.lower ?? '')
  )
    return 'whether';
  const isWhat = tokens[0]?.lower === 'what' || (tokens[0]?.tag === 'ADP' && tokens[1]?.lower === 'what');
  if (kind === 'any' && isWhat) {
    if (sort === 'money' || sort === 'percent') return 'amount';
    const isCharged =
      tokens[1]?.lemma === 'do' && tokens.some(({ lemma, tag }) => lemma === 'charge' && tag === 'VERB');
    if (tokens.some(({ lemma }) => lemma === 'cost') || isCharged || asksPrice(tokens)) return 'amount';
    if (tokens[1]?.tag === 'NOUN' && (sort === 'organization' || sort === 'place')) return 'choice';
  }
  if (kind === 'person' && tokens[0]?.lower === 'who' && SAYING.has(tokens[1]?.lemma ?? '')) return 'speaker';
  return kind;
}

/** "What did the painting fetch?", "What must they pay for it?"; "What did they pay tribute to?" asks for no sum. */
function asksPrice(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex(({ lower }) => PAYING.has(lower));
  return at > 1 && tokens[1]?.tag === 'AUX' && tokens[at + 1]?.tag !== 'NOUN';
}

/** "The mayor" in "Who is the mayor of Tarn?", "horse" in "What is the horse called?" and "What is the name of the horse?". */
function describedIn(tokens: readonly Token[]): readonly Token[] {
  const [first, second] = tokens;
  if (second?.lemma !== 'be' || !/^(?:who|what)$/u.test(first?.lower ?? '')) return [];
  const rest = tokens.slice(2).filter(({ tag }) => tag !== 'PUNCT');
  const isWho = first?.lower === 'who';
  const named = rest.findIndex(({ lemma }, at) => lemma === 'name' && rest[at + 1]?.lower === 'of');
  // "What is the boy's name?"
  if (rest.at(-1)?.lemma === 'name' && /^['’]s?$/u.test(rest.at(-2)?.text ?? '')) {
    return rest.slice(-3, -2).filter(({ tag }) => tag === 'NOUN');
  }
  const isNamed = named >= 0 || rest.at(-1)?.lower === 'called' || rest.at(-1)?.lower === 'named';
  if (!isWho && !isNamed) return [];
  const from = named >= 0 ? named + 2 : 0;
  let to = from;
  while (to < rest.length && !/^(?:ADP|VERB|AUX|SCONJ)$/u.test(rest[to]?.tag ?? '')) to += 1;
  // "Who is going to …" tells what is done.
  if (isWho && (to === from || /^(?:VERB|AUX)$/u.test(rest[to]?.tag ?? ''))) return [];
  const run = rest.slice(from, to);
  const possessive = run.findLastIndex(({ text }) => /^['’]s?$/u.test(text));
  const own = run.slice(possessive + 1);
  const nouns = own.filter(({ tag }) => tag === 'NOUN');
  // "Chief executive" may be read as two adjectives.
  return nouns.length > 0 || isNamed || own.length < 2 ? nouns : own.filter(({ tag }) => tag === 'ADJ').slice(-1);
}

/** Words that a question's verb is helped by before its subject. */
const HELPING = /^(?:do|have|will|would|can|could|should|may|might|must)$/u;

function doerIn(tokens: readonly Token[]): readonly Token[] {
  const helping = tokens.findIndex(({ lemma, tag }) => tag === 'AUX' && HELPING.test(lemma));
  if (helping < 0) return [];
  let to = helping + 1;
  while (to < tokens.length && /^(?:DET|ADJ|NUM|NOUN|PROPN|PART)$/u.test(tokens[to]?.tag ?? '')) to += 1;
  const run = tokens.slice(helping + 1, to).filter(({ tag }) => /^(?:NOUN|PROPN)$/u.test(tag));
  // What ends the question is the verb, whatever it was taken for.
  return tokens.slice(to).some(({ tag }) => tag === 'VERB' || tag === 'AUX')
    ? run
    : run.filter(({ tag }) => tag === 'PROPN');
}

function asksPatientIn([first, second, third]: readonly Token[]): boolean {
  if (!/^whom?$/u.test(first?.lower ?? '')) return false;
  if (/^(?:do|have|will)$/u.test(second?.lemma ?? '') && third?.tag !== 'VERB') return true;
  return second?.lemma === 'be' && third?.fine === 'VBN';
}

/** Stems of the words for the kind of answer. */
function slightIn(tokens: readonly Token[], sort: readonly string[], language: string): ReadonlySet<string> {
  const at = tokens.findIndex(({ lower }) => lower === 'how');
  const next = at < 0 ? undefined : tokens[at + 1];
  const measure = next !== undefined && /^(?:ADJ|ADV|NUM)$/u.test(next.tag) ? contentWords(next.text, language) : [];
  return new Set([...measure, ...sort, ...contentWords(questionWords.people, language), ...GENERIC]);
}

const FOCUS_TAGS: ReadonlySet<string> = new Set(['NOUN', 'PROPN']);
const BEFORE_FOCUS: ReadonlySet<string> = new Set(['AUX', 'DET', 'ADJ', 'NUM', 'PRON', 'ADV', 'PART']);

/** The nouns after "what", "which" or "how many", and after "what is the": the last is what is asked for. */
function focusOf(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ lower }) => /^(?:what|which|how)$/u.test(lower));
  const next = tokens[at + 1]?.lower ?? '';
  if (at < 0 || (tokens[at]?.lower === 'how' && !/^(?:many|much)$/u.test(next))) return [];
  // "How much did the mill cost?" asks for no mill.
  const isOf = tokens[at + 2]?.lemma === 'be' && tokens[at + 3]?.tag === 'DET';
  if (/^(?:many|much)$/u.test(next) && tokens[at + 2]?.tag === 'AUX' && !isOf) return [];
  let from = at + 1;
  while (
    from < tokens.length &&
    (BEFORE_FOCUS.has(tokens[from]?.tag ?? '') || tokens[from]?.lower === 'of' || tokens[from]?.lower === 'many')
  )
    from += 1;
  let to = from;
  while (
    to < tokens.length &&
    (FOCUS_TAGS.has(tokens[to]?.tag ?? '') || tokens[to]?.tag === 'ADJ' || /^['’]s?$/u.test(tokens[to]?.text ?? ''))
  )
    to += 1;
  const own = tokens.slice(from, to);
  const possessive = own.findLastIndex(({ text }) => /^['’]s?$/u.test(text));
  const run = own.slice(possessive + 1).filter(({ tag }) => tag === 'NOUN');
  // In "What did Corvane …" the noun is who did it.
  return tokens[at + 1]?.tag === 'AUX' && tokens.slice(to).some(({ tag }) => tag === 'VERB') ? [] : run;
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

function kindOf(question: string): QuestionKind {
  const line = ` ${question
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  const opens = (phrases: readonly string[]) => phrases.some((phrase) => line.startsWith(` ${phrase} `));
  const holds = (phrases: readonly string[]) =>
    phrases.some((phrase) => phrase.includes(' ') && line.includes(` ${phrase} `));
  const { count, amount, age, length, time, speaker, person, choice, place, reason } = questionWords.kinds;
  if (opens(count) || holds(count)) return 'count';
  if (opens(amount) || holds(amount)) return 'amount';
  if (opens(age) || holds(age)) return 'age';
  // "How long ago …" is no length.
  if (opens(time) || holds(time)) return 'time';
  if (opens(length) || holds(length)) return 'length';
  if (opens(speaker)) return 'speaker';
  if (opens(person)) return 'person';
  if (opens(choice)) return 'choice';
  if (opens(place)) return 'place';
  return opens(reason) ? 'reason' : 'any';
}
