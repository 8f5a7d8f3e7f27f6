import { opensPhrase } from './phrase-from.ts';
import { isMark, isQuotedAt, lowerAt, type Sentence } from './sentence.ts';

/** More verbs of saying than these are a list of them. */
const MOST_VERBS = 24;

/** A verb of saying: its last token, where its group begins ("a | déclaré"), and the token after what belongs to it. */
export type Verb = { readonly at: number; readonly first: number; readonly end: number };

/** Whether the verb has with it what makes it a verb of saying: "teilte … mit", "fait savoir". */
export function isWhole(sentence: Sentence, verb: number): boolean {
  const wanted = sentence.words.particles.get(lowerAt(sentence, verb));
  if (wanted === undefined) return true;
  for (let i = sentence.unit.first; i < sentence.unit.end; i += 1)
    if (i !== verb && !isQuotedAt(sentence, i) && wanted.includes(lowerAt(sentence, i))) return true;
  return false;
}

/** The verbs of saying outside quotations, in order; "so" and "aldus" behind a quotation or a comma are as good as one. */
export function verbsOf(sentence: Sentence): Verb[] {
  const { unit } = sentence;
  const verbs: Verb[] = [];
  for (let i = unit.first; i < unit.end && verbs.length < MOST_VERBS; i += 1)
    if (isVerb(sentence, i) || isAsSaid(sentence, i)) verbs.push({ at: i, first: groupStart(sentence, i), end: i + 1 });
  return verbs;
}

function isVerb(sentence: Sentence, i: number): boolean {
  const { scan, unit, words } = sentence;
  const lower = lowerAt(sentence, i);
  if (isQuotedAt(sentence, i) || !(words.says.has(lower) || words.denies.has(lower)) || !isWhole(sentence, i))
    return false;
  // "Der Bericht": German nouns have a capital.
  if (i > unit.first && words.highNouns && /^\p{Lu}/u.test(scan.tokens[i]?.text ?? '')) return false;
  const before = lowerAt(sentence, i - 1);
  if (words.participles.has(lower)) return i > unit.first && (groupStart(sentence, i) < i || words.ands.has(before));
  const isNoun = words.articles.has(before) && !words.auxiliaries.has(before) && !words.pronouns.feminine.has(before);
  // "Det | afviser landmanden".
  return i === unit.first || !isNoun || (i === unit.first + 1 && words.this.has(before));
}

/** "„…“, | so | Ohm": behind what was said, and before somebody. */
function isAsSaid(sentence: Sentence, i: number): boolean {
  const isBehind = isMark(sentence, i - 1, ',') || isQuotedAt(sentence, i - 1);
  return (
    sentence.words.asSaid.has(lowerAt(sentence, i)) &&
    isBehind &&
    opensPhrase(sentence, i + 1) &&
    !isQuotedAt(sentence, i)
  );
}

/** The first token of the verb's group: "a" in "a déclaré", "a-t-il" in "a-t-il déclaré". */
function groupStart(sentence: Sentence, verb: number): number {
  const { words, unit } = sentence;
  let at = verb;
  const isPart = (i: number) => {
    const word = lowerAt(sentence, i);
    if (words.auxiliaries.has(word)) return true;
    // "Ha però smentito", "a aussi déclaré".
    if (
      (words.connectors.has(word) || words.times.has(word)) &&
      words.auxiliaries.has(lowerAt(sentence, i - 1)) &&
      i - 1 > unit.first
    )
      return true;
    // "A-t-il | déclaré".
    const isPronoun =
      words.pronouns.feminine.has(word) || words.pronouns.masculine.has(word) || words.plurals.has(word);
    return words.groupWords.has(word) || (isPronoun && words.inversionMarks.has(lowerAt(sentence, i - 1)));
  };
  while (at > unit.first && isPart(at - 1)) at -= 1;
  return at;
}
