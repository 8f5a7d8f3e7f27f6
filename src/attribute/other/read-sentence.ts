import type { Statement } from '../statement.ts';
import type { Found } from './found.ts';
import { goOn } from './go-on.ts';
import type { Spoken } from './meant-by.ts';
import { readAnyVerb } from './read-any-verb.ts';
import { readAsTold } from './read-as-told.ts';
import { readCredited, readOwnView } from './read-credited.ts';
import { readHearsay } from './read-hearsay.ts';
import { readInside } from './read-inside.ts';
import { readColon, readLabel } from './read-label.ts';
import { readSilence } from './read-silence.ts';
import { readThis } from './read-this.ts';
import { readVerbs } from './read-verbs.ts';
import { isQuotedAt, lowerAt, type Sentence } from './sentence.ts';

/** What is longer, in characters, is no sentence that tells of silence or of rumours. */
const LONGEST_SENTENCE = 1_500;

/** "X bestätigt, dass …, | will aber nicht …", "… will nicht …, | schreibt aber, dass …": what is said beside a silence. */
function withRest(sentence: Sentence, index: number, spoken: readonly Spoken[], silence: Found): Found[] {
  const { scan, unit } = sentence;
  const cue = silence.statement.cue?.start ?? 0;
  const end = silence.statement.content.at(-1)?.end ?? 0;
  let but = unit.end - 1;
  while (but > unit.first && !(sentence.words.buts.has(lowerAt(sentence, but)) && !isQuotedAt(sentence, but))) but -= 1;
  const token = scan.tokens[but];
  const comma = scan.tokens[but - 1];
  if (but <= unit.first || token === undefined || comma === undefined) return [silence];
  if (token.start < cue) {
    const left = { ...unit, end: but - 1, span: { start: unit.span.start, end: comma.start } };
    return [...readVerbs({ ...sentence, unit: left }, index, spoken), silence];
  }
  if (token.start < end || silence.who === null) return [silence];
  const right = { ...unit, first: but + 1, span: { start: token.end, end: unit.span.end } };
  return [silence, ...readVerbs({ ...sentence, unit: right }, index, [...spoken, silence.who], true)];
}

/** The statements of one sentence, in order. `last` is the statement before, of whatever sentence. */
export function readSentence(
  sentence: Sentence,
  index: number,
  spoken: readonly Spoken[],
  last: Statement | undefined,
): Found[] {
  const isLong = sentence.unit.span.end - sentence.unit.span.start > LONGEST_SENTENCE;
  const silence = isLong ? null : readSilence(sentence, index, spoken);
  if (silence !== null) return withRest(sentence, index, spoken, silence);
  const inside = readInside(sentence, index, spoken);
  if (inside !== null) return [inside];
  const before = last?.unit === index - 1 ? null : readThis(sentence, index, spoken);
  if (before !== null) return [before];
  const credited = readCredited(sentence, index, spoken);
  // "Según Cagliero, el jugador rechazó …": what a credit opens is all its source's.
  if (credited !== null && credited.statement.cue?.start === sentence.unit.span.start) return [credited];
  const asTold = readAsTold(sentence, index, spoken);
  if (asTold !== null) return [asTold];
  const found = readVerbs(sentence, index, spoken);
  if (found.length > 0) return found;
  const one =
    readLabel(sentence, index, spoken) ??
    readColon(sentence, index, spoken) ??
    credited ??
    readOwnView(sentence, index, spoken) ??
    readAnyVerb(sentence, index, spoken) ??
    (isLong ? null : readHearsay(sentence, index));
  if (one !== null) return [one];
  const carried = last === undefined ? null : goOn(sentence, index, last);
  return carried === null ? [] : [{ statement: carried, who: null }];
}
