import { clean } from './content.ts';
import { cueOf, type Found, make, piecesOf, speakerOf } from './found.ts';
import type { Spoken } from './meant-by.ts';
import { isMark, lowerAt, type Sentence } from './sentence.ts';
import { speakerAfter } from './speaker-after.ts';
import { speakerBefore } from './speaker-before.ts';
import { verbsOf } from './verbs-of.ts';

/** "So teuer, | wie", "aussi cher, | comme": no more tokens than this are a clause that somebody told. */
const SHORTEST = 3;

/** "Der Preis steigt, | wie das Unternehmen am Dienstag mitteilte": the clause before is what was told. */
export function readAsTold(sentence: Sentence, index: number, spoken: readonly Spoken[]): Found | null {
  const { scan, unit, words } = sentence;
  const verbs = verbsOf(sentence);
  const [verb] = verbs;
  // Another verb of saying before it has a content of its own.
  if (verb === undefined || verbs.length > 1 || words.ambiguous.has(lowerAt(sentence, verb.at))) return null;
  let as = verb.first - 1;
  while (as > unit.first && !isMark(sentence, as - 1, ',–—')) as -= 1;
  if (!words.as.has(lowerAt(sentence, as)) || as - 1 - unit.first < SHORTEST) return null;
  // In German the verb ends the sentence; what follows it in others is whoever told.
  if (words.verbLast && !isMark(sentence, verb.end, '.') && verb.end < unit.end) return null;
  const phrase = words.verbSecond
    ? (speakerBefore(sentence, verb) ?? speakerAfter(sentence, verb))
    : speakerAfter(sentence, verb);
  const start = scan.tokens[unit.first]?.start ?? 0;
  const content = clean(scan.text, { start, end: scan.tokens[as - 1]?.start ?? start });
  if (phrase === null || content === null) return null;
  const speaker = speakerOf(sentence, phrase, spoken);
  if (speaker.who.bearer.kind === 'unstated') return null;
  const { pieces, isQuoted } = piecesOf(sentence, content);
  const statement = make(sentence, index, isQuoted ? 'quotation' : 'thought', {
    ...cueOf(sentence, verb),
    source: speaker.source,
    content: pieces,
  });
  return { statement, who: speaker.who };
}
