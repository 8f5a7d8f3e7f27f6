import { bareWord } from './bare-word.ts';
import { type Found, make, speakerOf, speechIn } from './found.ts';
import type { Spoken } from './meant-by.ts';
import { isPronoun } from './phrase-from.ts';
import { isMark, lowerAt, type Phrase, phraseOf, type Sentence } from './sentence.ts';
import { openingPhrase, speakerBefore } from './speaker-before.ts';
import type { Verb } from './verbs-of.ts';

/** More tokens before a colon are no name with its role. */
const LABEL = 8;

/** "Vossberg: „…“", "La maire, Sylvie Ancelin : « … »": a name or a role before a colon. */
export function readLabel(sentence: Sentence, index: number, spoken: readonly Spoken[]): Found | null {
  const { unit, words } = sentence;
  for (let i = unit.first + 1; i < Math.min(unit.end, unit.first + LABEL); i += 1) {
    if (!isMark(sentence, i, ':')) continue;
    const speech = speechIn(sentence, i);
    const verb: Verb = { at: i, first: i, end: i };
    const whole = speakerBefore(sentence, verb);
    const phrase = whole === null ? null : withoutDeed(sentence, whole);
    if (speech.length === 0 || phrase === null) return null;
    const speaker = speakerOf(sentence, phrase, spoken);
    const isSomebody = speaker.who.bearer.kind === 'person' || isPronoun(sentence, phrase);
    if (!isSomebody || words.says.has(bareWord(words, lowerAt(sentence, i - 1)))) return null;
    const content = speech.map(({ inner }) => inner);
    const statement = make(sentence, index, 'colon', { cue: null, verb: null, source: speaker.source, content });
    return { statement: { ...statement, isCarried: false }, who: speaker.who };
  }
  return null;
}

/** "Son voisin | hausse les épaules": an article behind a word that takes none makes a clause of it; its subject is who speaks. */
function withoutDeed(sentence: Sentence, phrase: Phrase): Phrase | null {
  const { words } = sentence;
  const takesNone = (i: number) => {
    const lower = lowerAt(sentence, i);
    return !(words.of.has(lower) || words.prepositions.has(lower) || words.ands.has(lower));
  };
  if (words.highNouns) return phrase;
  for (let i = phrase.first + 2; i < phrase.end; i += 1)
    if (words.articles.has(lowerAt(sentence, i)) && takesNone(i) && takesNone(i - 1))
      return phraseOf(sentence, phrase.first, i - 1);
  return phrase;
}

/** "L’agente, Dario Pesenti, resta sul vago: «…»": whoever a sentence begins with says what its colon opens. */
export function readColon(sentence: Sentence, index: number, spoken: readonly Spoken[]): Found | null {
  const { scan, unit, words, people } = sentence;
  if (words.verbSecond) return null;
  let colon = unit.first;
  while (colon < unit.end && !isMark(sentence, colon, ':')) colon += 1;
  const speech = speechIn(sentence, colon).filter(({ shape }) => shape === 'utterance');
  const isLast = speech.length === 1 && (speech[0]?.outer.start ?? 0) - (scan.tokens[colon]?.end ?? 0) <= 2;
  if (!isLast || colon >= unit.end) return null;
  const phrase = openingPhrase(sentence, colon);
  const speaker = phrase === null ? null : speakerOf(sentence, phrase, spoken);
  if (speaker === null || phrase === null || speaker.who.bearer.kind !== 'person') return null;
  // Where nobody is named the phrase's end must be plain.
  if (speaker.who.person === null && !words.auxiliaries.has(lowerAt(sentence, phrase.end))) return null;
  const others = people.within(phrase.end, colon).some(({ person }) => person !== speaker.who.person);
  if (others) return null;
  const bearer = { ...speaker.who.bearer, certainty: Math.min(speaker.who.bearer.certainty, 0.8) };
  const content = speech.map(({ inner }) => inner);
  const source = { ...speaker.source, bearer };
  const statement = make(sentence, index, 'colon', { cue: null, verb: null, source, content });
  return { statement: { ...statement, isCarried: false }, who: { ...speaker.who, bearer } };
}
