import { opensPhrase, phraseFrom, pronounAt, skipCircumstance } from './phrase-from.ts';
import { isMark, isQuotedAt, lowerAt, type Phrase, type Sentence } from './sentence.ts';
import type { Verb } from './verbs-of.ts';

/** The speaker behind a verb: "sagte ein Sprecher", "a annoncé lundi le syndicat", "explique-t-il". */
export function speakerAfter(sentence: Sentence, verb: Verb): Phrase | null {
  const { unit, words } = sentence;
  // "A-t-il déclaré": the pronoun stands inside the verb's group.
  for (let i = verb.first; i < verb.at; i += 1) {
    const inside = pronounAt(sentence, i);
    if (inside !== null && /^[-‐]$/.test(lowerAt(sentence, i - 1))) return inside;
  }
  let at = verb.end;
  // "Explique-t-il", "dit-elle".
  while (words.inversionMarks.has(lowerAt(sentence, at))) at += 1;
  if (words.reflexives.has(lowerAt(sentence, at))) at += 1;
  // "Legger | til at", "fügte | hinzu, dass".
  if (words.particles.get(lowerAt(sentence, verb.at))?.includes(lowerAt(sentence, at)) === true) at += 1;
  const pronoun = pronounAt(sentence, at);
  if (pronoun !== null) return pronoun;
  if (opensPhrase(sentence, at)) return phraseFrom(sentence, at, unit.end);
  const behind = skipCircumstance(sentence, at);
  if (behind === at || behind >= unit.end) return null;
  // "In Consiglio comunale | la sindaca": one more word may belong to the circumstance.
  const isEnd = opensPhrase(sentence, behind) || isMark(sentence, behind, ',.:;') || isQuotedAt(sentence, behind);
  const next = isEnd || words.that.has(lowerAt(sentence, behind)) ? behind : behind + 1;
  return pronounAt(sentence, behind) ?? (opensPhrase(sentence, next) ? phraseFrom(sentence, next, unit.end) : null);
}
