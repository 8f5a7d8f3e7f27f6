import type { Token } from '#language/read-tokens.ts';
import questionWords from '../data/question-words.json' with { type: 'json' };

/** What a question wants to hear: a count, a time, a name; `any` where its words do not tell. */
export type QuestionKind =
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

/** What sort of thing is asked for, by `answer-types.json`. */
export type Sort = 'money' | 'percent' | 'organization' | 'place' | 'person' | 'date';

export const SAYING: ReadonlySet<string> = new Set(questionWords.saying.split(' '));
const PAYING: ReadonlySet<string> = new Set(questionWords.paying.split(' '));

/** What a question asks for: by the words that it opens with, and by what stands behind them. */
export function questionKind(question: string, sort: Sort | null, tokens: readonly Token[]): QuestionKind {
  return kindByWords(kindOf(question), sort, tokens);
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
