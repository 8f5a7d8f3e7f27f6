import { once } from '#core/once.ts';
import { type Speaker, speakerOf } from './found.ts';
import type { Spoken } from './meant-by.ts';
import { lowerAt, type Phrase, phraseOf, phraseToMark, type Sentence } from './sentence.ts';
import { speakerAfter } from './speaker-after.ts';
import { speakerBefore } from './speaker-before.ts';
import type { Verb } from './verbs-of.ts';

/** Who may be a verb's subject: each is looked for once, when it is asked for. */
export type Sides = {
  readonly verb: Verb;
  /** "Aus Kreisen der Partei | hieß es": a source behind a preposition, on whatever side. */
  readonly circle: () => Phrase | null;
  readonly before: () => Phrase | null;
  readonly behind: () => Phrase | null;
  /** Whom one of these phrases means. */
  readonly speaker: (phrase: Phrase) => Speaker;
};

export function sidesOf(sentence: Sentence, verb: Verb, heard: readonly Spoken[]): Sides {
  const speakers = new Map<Phrase, Speaker>();
  return {
    verb,
    circle: once(() => circleOf(sentence, verb)),
    before: once(() => speakerBefore(sentence, verb)),
    behind: once(() => speakerAfter(sentence, verb)),
    speaker: (phrase) => {
      const speaker = speakers.get(phrase) ?? speakerOf(sentence, phrase, heard);
      speakers.set(phrase, speaker);
      return speaker;
    },
  };
}

/** "Aus Kreisen der Partei | hieß es", "hieß es | aus dem Verein". */
function circleOf(sentence: Sentence, verb: Verb): Phrase | null {
  const { unit, words } = sentence;
  // "Uit de jaarrekening | blijkt dat".
  if (
    words.emerges.has(lowerAt(sentence, verb.at)) &&
    words.from.has(lowerAt(sentence, unit.first)) &&
    verb.first > unit.first + 1
  )
    return phraseOf(sentence, unit.first + 1, verb.first);
  if (!words.impersonal.has(lowerAt(sentence, verb.at))) return null;
  if (words.from.has(lowerAt(sentence, unit.first)) && verb.first > unit.first + 1)
    return phraseOf(sentence, unit.first + 1, verb.first);
  if (!words.from.has(lowerAt(sentence, verb.end + 1))) return null;
  return phraseToMark(sentence, verb.end + 2);
}
