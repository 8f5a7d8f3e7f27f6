import { quoteOf } from '../quote-of.ts';
import { bareWord } from './bare-word.ts';
import { opensPhrase, phraseFrom, pronounAt, skipCircumstance } from './phrase-from.ts';
import { isPersonNoun } from './role-beside.ts';
import { isMark, isQuotedAt, isRelative, lowerAt, type Phrase, phraseOf, type Sentence } from './sentence.ts';
import type { Verb } from './verbs-of.ts';

/** More small words than these between a subject and its verb make a sentence of their own. */
const MOST_SMALL = 3;
/** In tokens. */
const LONGEST_ANTECEDENT = 10;

/** The token with which the clause around token `before` begins: behind a mark, a quotation, or an "and". */
function clauseStart(sentence: Sentence, before: number): number {
  const { unit } = sentence;
  let i = before;
  const isSpeech = (at: number) => isQuotedAt(sentence, at) && quoteOf(sentence.scan, at)?.shape !== 'term';
  while (i > unit.first && !isSpeech(i - 1) && !isMark(sentence, i - 1, ',;:–—()')) i -= 1;
  return i;
}

/** The speaker before a verb, from its clause's beginning on: "La direction a affirmé", "Marc T., directeur, affirme". */
export function speakerBefore(sentence: Sentence, verb: Verb): Phrase | null {
  const { unit } = sentence;
  let end = verb.first;
  // "Jörn Petzold (Bürgerliste) | warf".
  if (isMark(sentence, end - 1, ')')) while (end > unit.first && !isMark(sentence, end, '(')) end -= 1;
  if (end <= unit.first) return null;
  if (isMark(sentence, end - 1, ',')) return aroundAside(sentence, end - 1);
  let from = clauseStart(sentence, end);
  // "Wie die Polizei mitteilte": the verb stands at the clause's end.
  if (sentence.words.as.has(lowerAt(sentence, from))) from += 1;
  if (end === from + 1 && from > unit.first && isRelative(sentence, from) && isMark(sentence, from - 1, ','))
    return antecedent(sentence, from - 1);
  return plainPhrase(sentence, from, end);
}

/** "En rapport från institutet, | som | visar att": the longest phrase that ends at the comma. */
function antecedent(sentence: Sentence, comma: number): Phrase | null {
  let found: Phrase | null = null;
  for (let first = comma - 1; first >= Math.max(sentence.unit.first, comma - LONGEST_ANTECEDENT); first -= 1) {
    const phrase = opensPhrase(sentence, first) ? phraseFrom(sentence, first, comma) : null;
    if (phrase?.end === comma) found = phrase;
  }
  return found;
}

/** "X, directeur de l’hôpital, | affirme", "Een chauffeur die werd gehoord, | vertelde": the subject before an aside that ends at a comma. */
function aroundAside(sentence: Sentence, comma: number): Phrase | null {
  const { unit, words, people } = sentence;
  const aside = clauseStart(sentence, comma);
  if (aside > unit.first + 1 && isMark(sentence, aside - 1, ',')) {
    const head = plainPhrase(sentence, clauseStart(sentence, aside - 1), aside - 1);
    if (head === null) return null;
    const isNamed = people.within(head.first, head.end).length > 0;
    const inside = people.startingAt(aside);
    const noun = bareWord(
      words,
      lowerAt(sentence, words.articles.has(lowerAt(sentence, head.first)) ? head.first + 1 : head.first),
    );
    if (!isNamed && inside !== undefined && isPersonNoun(words, noun)) return inside;
    // "La empresa, Obras Aldama, | declinó".
    const body = isNamed || isPersonNoun(words, noun) ? null : bodyIn(sentence, aside, comma);
    return body ?? head;
  }
  const whole = opensPhrase(sentence, aside) ? phraseFrom(sentence, aside, comma) : null;
  const link = whole === null ? '' : lowerAt(sentence, whole.end);
  return words.relatives.has(link) ? whole : null;
}

/** A name that takes all of an aside, with an article and a noun before it at most. */
function bodyIn(sentence: Sentence, first: number, end: number): Phrase | null {
  const { scan, words } = sentence;
  let at = first;
  while (at < end && at - first < 2 && !/^\p{Lu}/u.test(scan.tokens[at]?.text ?? '')) at += 1;
  const isName = (i: number) =>
    /^(?:\p{Lu}|&|[-‐]|\d)/u.test(scan.tokens[i]?.text ?? '') || words.of.has(lowerAt(sentence, i));
  for (let i = at; i < end; i += 1) if (!isName(i)) return null;
  return at < end ? phraseOf(sentence, first, end) : null;
}

/** The phrase that takes all of a range of tokens, without the words of connection, time and place before it. */
function plainPhrase(sentence: Sentence, from: number, end: number): Phrase | null {
  const { words } = sentence;
  let first = from;
  while (first < end && (words.connectors.has(lowerAt(sentence, first)) || words.ands.has(lowerAt(sentence, first))))
    first += 1;
  const pronoun = pronounAt(sentence, first);
  if (pronoun !== null && (first + 1 === end || isAdverbial(sentence, first + 1, end))) return pronoun;
  if (!opensPhrase(sentence, first)) {
    const behind = skipCircumstance(sentence, first);
    if (behind === first || behind >= end || words.verbSecond) return null;
    first = behind;
    if (!opensPhrase(sentence, first)) return null;
  }
  const found = phraseFrom(sentence, first, end);
  if (found === null) return null;
  // Whatever stands between the phrase and its verb makes another sentence of it.
  return found.end === end || isAdverbial(sentence, found.end, end) ? found : null;
}

/** "Vossberg | am Dienstag | sagte", "le maire | lui-même | a dit": only times, places and small words. */
function isAdverbial(sentence: Sentence, from: number, end: number): boolean {
  const { words } = sentence;
  if (skipCircumstance(sentence, from) >= (words.verbSecond ? end : end - 1)) return true;
  for (let i = from; i < end; i += 1) {
    const lower = lowerAt(sentence, i);
    if (!words.times.has(lower) && !words.stops.has(lower)) return false;
  }
  return end - from <= MOST_SMALL;
}

/** The phrase that a sentence begins with, before token `limit`. */
export function openingPhrase(sentence: Sentence, limit: number): Phrase | null {
  const { unit } = sentence;
  return opensPhrase(sentence, unit.first) ? phraseFrom(sentence, unit.first, limit) : null;
}
