import { quoteOf } from '../quote-of.ts';
import { bareWord, isElided } from './bare-word.ts';
import { isCalled } from './gender-here.ts';
import { isDefiniteNoun, isGenitiveNoun } from './is-definite-noun.ts';
import { isPersonNoun } from './role-beside.ts';
import { isMark, isQuotedAt, lowerAt, type Phrase, phraseOf, type Sentence } from './sentence.ts';

/** A speaker's phrase has no more tokens than this: "ein Sprecher des Ministeriums für Umwelt und Verkehr". */
const LONGEST = 14;

/** A name in marks is no longer, in characters. */
const LONGEST_TITLE = 40;

/** How many tokens of time and place may stand between a verb and its subject: "a annoncé lundi dans un communiqué". */
const CIRCUMSTANCE = 9;

/** Whether a phrase that names somebody may begin with a token. */
export function opensPhrase(sentence: Sentence, i: number): boolean {
  const { scan, unit, words } = sentence;
  const token = scan.tokens[i];
  if (token === undefined || i >= unit.end || isQuotedAt(sentence, i) || token.tag === 'PUNCT') return false;
  const lower = lowerAt(sentence, i);
  if (words.oblique.has(lower) || isGenitive(sentence, i)) return false;
  if (words.articles.has(lower)) return true;
  if (words.prepositions.has(lower) || words.times.has(lower) || words.connectors.has(lower))
    return isCalled(words, token.text) && i > unit.first;
  if (words.of.has(lower)) return false;
  return (
    (/^\p{Ll}/u.test(token.text) && isBeforeName(sentence, i)) ||
    isDefiniteNoun(words, lower) ||
    (isGenitiveNoun(words, lower) && /^\p{L}/u.test(scan.tokens[i + 1]?.text ?? '')) ||
    isElided(words.elidedArticles, lower) ||
    /^\p{Lu}/u.test(token.text) ||
    isPersonNoun(words, lower) ||
    words.groups.has(lower) ||
    words.circles.has(lower)
  );
}

/** "Zegt | ceo Annelies Vandromme", "udtaler | administrerende direktør Jan Holm". */
function isBeforeName({ people, words, scan }: Sentence, i: number): boolean {
  // "Siger | Iqbal og tilføjer".
  const lower = scan.tokens[i]?.lower ?? '';
  if (words.says.has(lower) || words.denies.has(lower)) return false;
  if (people.startingAt(i + 1)?.person.isSure === true) return true;
  return isPersonNoun(words, scan.tokens[i + 1]?.lower ?? '') && people.startingAt(i + 2)?.person.isSure === true;
}

/** "Antwortete | der Gewerkschafterin": before a noun that is feminine by its ending "der" is no subject's article. */
function isGenitive(sentence: Sentence, i: number): boolean {
  const { words } = sentence;
  return words.mayBeOblique.has(lowerAt(sentence, i)) && words.feminineNouns.has(lowerAt(sentence, i + 1));
}

/** The phrase from token `first` on, up to a mark, a word that no such phrase holds, or the limit. */
export function phraseFrom(sentence: Sentence, first: number, limit: number): Phrase | null {
  const { scan, words } = sentence;
  let end = first;
  for (; end < Math.min(limit, first + LONGEST); end += 1) {
    const token = scan.tokens[end];
    if (token === undefined) break;
    // "Das »Odenbrücker Wochenblatt« berichtete": a name in marks behind its article.
    const quote = isQuotedAt(sentence, end) ? quoteOf(scan, end) : undefined;
    if (
      quote?.shape === 'term' &&
      quote.outer.end - quote.outer.start < LONGEST_TITLE &&
      (end - 1 === first || scan.quoteAt[end - 1] === scan.quoteAt[end])
    )
      continue;
    if (quote !== undefined) break;
    const isJoint =
      /^[-‐’'&]$/.test(token.text) || (token.text === '.' && (scan.tokens[end - 1]?.text.length ?? 9) <= 2);
    if ((token.tag === 'PUNCT' || token.text === '|') && !isJoint) break;
    // A cell of a table ends where its tabs are.
    if (end > first && /[\t\n]/.test(scan.text.slice(scan.tokens[end - 1]?.end ?? 0, token.start))) break;
    if (end === first) continue;
    if (isCircumstance(sentence, end)) break;
    // "Innen- | und | Außenminister": a half word waits for its other half.
    if (words.ands.has(token.lower) && /^[-‐]$/.test(scan.tokens[end - 1]?.text ?? '')) continue;
    if (words.of.has(token.lower) || isElided(words.elidedOf, token.lower)) continue;
    if (words.stops.has(token.lower) || words.auxiliaries.has(token.lower) || words.that.has(token.lower)) break;
    if (words.says.has(token.lower) && !/^\p{Lu}/u.test(token.text)) break;
    // "Zei de burgemeester maandag", "dijo el alcalde ayer".
    if (isTime(sentence, end) && !isCalled(words, token.text)) break;
  }
  // "… du | hier": no small word ends it.
  while (
    end > first + 1 &&
    (words.of.has(lowerAt(sentence, end - 1)) || words.articles.has(lowerAt(sentence, end - 1)))
  )
    end -= 1;
  if (end === first + 1 && words.articles.has(lowerAt(sentence, first))) return null;
  return phraseOf(sentence, first, end);
}

/** "Die 74-Jährige | am Telefon": when and how, not whose. */
function isCircumstance(sentence: Sentence, i: number): boolean {
  const { circumstances } = sentence.words;
  const two = circumstances.length === 0 ? '' : `${lowerAt(sentence, i)} ${lowerAt(sentence, i + 1)}`;
  return circumstances.some((pattern) => pattern.test(two));
}

/** The token after times, places and whoever was told behind a verb: "sagte am Dienstag in Keim | der Minister". */
export function skipCircumstance(sentence: Sentence, from: number): number {
  const { words, unit } = sentence;
  let i = from;
  while (i < unit.end && i - from < CIRCUMSTANCE) {
    const lower = lowerAt(sentence, i);
    if (isQuotedAt(sentence, i)) return from;
    const isSmall =
      isTime(sentence, i) ||
      (words.stops.has(lower) &&
        !words.articles.has(lower) &&
        !words.that.has(lower) &&
        !words.ands.has(lower) &&
        !words.relatives.has(lower));
    if (words.articles.has(lower) && isTime(sentence, i + 1)) i += 2;
    else if (words.prepositions.has(lower) && !words.articles.has(lower)) i = behindPreposition(sentence, i + 1);
    else if (words.oblique.has(lower) || isGenitive(sentence, i)) i = behindPreposition(sentence, i);
    else if (isElided(words.elidedPrepositions, lower)) i = behindPreposition(sentence, i);
    else if (isSmall || /^\d/.test(lower)) i += 1;
    else if (isMark(sentence, i, ',') && i > from && i - from < CIRCUMSTANCE - 2) i += 1;
    else break;
  }
  return i;
}

function isTime(sentence: Sentence, i: number): boolean {
  return sentence.words.times.has(bareWord(sentence.words, lowerAt(sentence, i)));
}

/** The token behind what a preposition governs: an article, a few words, a noun with what it is of and its own name. */
function behindPreposition(sentence: Sentence, from: number): number {
  const { words, unit } = sentence;
  const isHigh = (at: number) => /^\p{Lu}/u.test(sentence.scan.tokens[at]?.text ?? '') && !isQuotedAt(sentence, at);
  let i = from;
  if (words.articles.has(lowerAt(sentence, i)) || words.oblique.has(lowerAt(sentence, i))) i += 1;
  if (words.highNouns) while (i < unit.end && !isHigh(i) && !isMark(sentence, i, ',.:;')) i += 1;
  i += 1;
  while (i < unit.end && (words.of.has(lowerAt(sentence, i)) || isElided(words.elidedOf, lowerAt(sentence, i))))
    i += isElided(words.elidedOf, lowerAt(sentence, i)) ? 1 : words.articles.has(lowerAt(sentence, i + 1)) ? 3 : 2;
  // "Ao jornal | O Planalto Novo", "dem Sender | Radio Keim": the name of what was told, if it is nobody's.
  const name = words.articles.has(lowerAt(sentence, i)) && isHigh(i) ? i + 1 : i;
  const isPerson = sentence.people.startingAt(name)?.person.isSure === true;
  if (isHigh(name) && !isPerson && !isPersonNoun(words, lowerAt(sentence, name)))
    while (
      i < unit.end &&
      sentence.people.startingAt(i)?.person.isSure !== true &&
      (isHigh(i) || (words.of.has(lowerAt(sentence, i)) && isHigh(i + 1)))
    )
      i += 1;
  return i;
}

/** A pronoun that stands for the speaker at token `i`. */
export function pronounAt(sentence: Sentence, i: number): Phrase | null {
  const { words } = sentence;
  const lower = lowerAt(sentence, i);
  const isOne = words.pronouns.feminine.has(lower) || words.pronouns.masculine.has(lower) || words.plurals.has(lower);
  return isOne && !isQuotedAt(sentence, i) ? phraseOf(sentence, i, i + 1) : null;
}

export function isPronoun(sentence: Sentence, phrase: Phrase): boolean {
  return phrase.end === phrase.first + 1 && pronounAt(sentence, phrase.first) !== null;
}
