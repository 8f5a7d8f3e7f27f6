import { clean } from './content.ts';
import { type Found, make, speakerOf } from './found.ts';
import type { Spoken } from './meant-by.ts';
import { closeOf, isQuotedAt, lowerAt, type Phrase, phraseOf, phraseToMark, type Sentence } from './sentence.ts';
import { speakerAfter } from './speaker-after.ts';
import { isWhole } from './verbs-of.ts';

/** "Das teilte der Verein mit", "Dat heeft de directie meegedeeld", "Lo comunica il gruppo": the sentence before is what was said. */
export function readThis(sentence: Sentence, index: number, spoken: readonly Spoken[]): Found | null {
  const { scan, unit, words, previous } = sentence;
  const at = unit.first + 1;
  const isOne = words.this.has(lowerAt(sentence, unit.first));
  if (!isOne || previous === null || previous.paragraph !== unit.paragraph || isQuotedAt(sentence, at)) return null;
  const said = Array.from({ length: unit.end - at }, (_, i) => lowerAt(sentence, at + i));
  const isTold = words.auxiliaries.has(said[0] ?? '') && said.some((word) => words.told.has(word));
  if (!isTold && !(words.says.has(said[0] ?? '') && isWhole(sentence, at))) return null;
  if (said.some((word) => words.that.has(word)) || said.includes(':')) return null;
  const phrase = emergesFrom(sentence, at) ?? speakerAfter(sentence, { at, first: at, end: at + 1 });
  const content = clean(scan.text, { start: previous.span.start, end: closeOf({ ...sentence, unit: previous }) });
  if (phrase === null || content === null || scan.quoteAt[previous.first] !== -1) return null;
  const speaker = speakerOf(sentence, phrase, spoken);
  const cue = phraseOf(sentence, at, at + 1)?.span ?? null;
  const statement = make(sentence, index, 'thought', {
    cue,
    verb: said[0] ?? null,
    source: speaker.source,
    content: [content],
  });
  return { statement, who: speaker.who };
}

/** "Dat blijkt | uit een onderzoek van het instituut". */
function emergesFrom(sentence: Sentence, at: number): Phrase | null {
  const { words } = sentence;
  if (!words.emerges.has(lowerAt(sentence, at)) || !words.from.has(lowerAt(sentence, at + 1))) return null;
  return phraseToMark(sentence, at + 2);
}
