import { phrasePattern } from '#language/phrase-pattern.ts';
import silences from '../data/silences-en.json' with { type: 'json' };
import { askedBefore } from './asked-before.ts';
import type { Chunk } from './chunk-unit.ts';
import { contentEnd, type Range } from './content-end.ts';
import { findNounAfter } from './find-noun-after.ts';
import { findSubject } from './find-subject.ts';
import { noneBefore } from './none-before.ts';
import { headWord } from './noun-start.ts';
import { ownerIn } from './owner-in.ts';
import { type Reading, readRanges } from './read-ranges.ts';
import type { SourcePhrase } from './source-phrase.ts';
import { tokenSpan } from './token-span.ts';
import { lowerAt, type UnitState } from './unit-state.ts';

const { lists } = silences;
/** "Hung up when called", "left without speaking", "did not come to the door": from the verb on. */
const FRONT = phrasePattern('front', silences.front, lists);
/** "Hung up": where nothing stands behind it. */
const ALONE = phrasePattern('alone', silences.alone, lists);
/** "A spokeswoman | was unavailable": of those only whose work it is to answer. */
const VOICES = phrasePattern('alone', silences.voices, lists);
const SPEAKERS: ReadonlySet<string> = new Set(silences.speakers);
/** "Asked who had paid, he | shrugged": no answer where a question stands before. */
const ASKED = phrasePattern('front', silences.asked, lists);
/** "Walked off and …", and not "turned away a van". */
const ENDS = /^\W*(?:$|(?:and|as|at|before|but|then|when|without)\s)/u;
const ASKING: ReadonlySet<string> = new Set(silences.asking);
/** "Nobody from the ministry | would speak on the record". */
const NOBODY = phrasePattern('front', silences.nobody, lists);
/** "No one | answered the phone at the clinic". */
const NOBODY_ANSWERS = phrasePattern('front', silences.nobodyAnswers, lists);
const PLACES = /^(?:at|in|from)$/;
/** "Calls to the clinic | went to voicemail". */
const VOICELESS = phrasePattern('front', silences.voiceless, lists);
/** "Waved her away with a curt “no comment”", "his only reply | was “no comment”". */
const NO_COMMENT = phrasePattern('anywhere', silences.noComment, lists);
const REPLY = phrasePattern('front', silences.reply, lists);
/** So much of a sentence is read behind its verb, in characters. */
const REACH = 160;
/** Where the clause of the verb ends at the latest. */
const BREAK = /[,;:“”"—]/u;

/** Who does or did not do it: the subject of the verb, or of the one before it in the same clause. */
function whose({ scan, chunks }: UnitState, k: number): SourcePhrase | null {
  const own = findSubject(scan, chunks, k);
  const link = chunks[k - 1]?.kind;
  if (own !== null || (link !== 'and' && link !== 'comma')) return own;
  for (let i = k - 1; i >= 0; i -= 1) {
    const main = chunks[i]?.kind === 'verb' ? findSubject(scan, chunks, i) : null;
    if (main?.place === 'subject') return main;
  }
  return null;
}

/** The phrases of a question at the front of the sentence: "asked | who had paid |, he shrugged". */
function questionBefore({ scan, chunks }: UnitState, k: number): Range | null {
  const to = chunks.findLastIndex(({ kind }, i) => i < k && kind === 'comma');
  const from = /^(?:if|whether)$/.test(lowerAt(scan, chunks[1])) ? 2 : 1;
  return to > from && ASKING.has(lowerAt(scan, chunks[0])) ? { from, to } : null;
}

/**
 * A silence told by what somebody did, or by a phrase without a verb of refusing, at the verb of phrase `k`: "hung up when called",
 * "left without a word", "waved her away with a curt “no comment”". Null where there is none.
 */
export function readSilence(state: UnitState, k: number): Reading | null {
  const { scan, chunks } = state;
  const verb = chunks[k];
  if (verb?.kind !== 'verb') return null;
  const start = scan.tokens[verb.first]?.start ?? 0;
  const end = scan.tokens[(chunks.at(-1)?.end ?? 0) - 1]?.end ?? start;
  const rest = scan.text.slice(start, Math.min(end, start + REACH));
  const clause = rest.slice(0, BREAK.exec(rest)?.index);
  const told = (source: SourcePhrase | null, content: Range | null = null) =>
    source === null
      ? null
      : silenceOf(state, verb, source, content ?? { from: k, to: Math.max(k + 1, contentEnd(scan, chunks, k)) });
  if (VOICELESS.test(clause)) return told(askedBefore(state, k));
  if (/no comment/i.test(rest)) {
    if (REPLY.test(rest)) return told(ownerIn(state, k - 1));
    if (NO_COMMENT.test(rest.slice(0, nextVerb(state, k) - start))) return told(whose(state, k));
  }
  const nobody = NOBODY.test(clause) ? noneBefore(state, k) : null;
  if (nobody !== null) return told(nobody);
  const isNobody = NOBODY_ANSWERS.test(clause) && /^(?:nobody|no one|no-one)$/.test(textOf(state, k - 1));
  const link = isNobody ? chunks.findIndex((chunk, i) => i > k && PLACES.test(lowerAt(scan, chunk))) : -1;
  if (link > 0) return told(findNounAfter(scan, chunks, link + 1, 'agent')?.source ?? null);
  const turned = ASKED.exec(clause)?.[0];
  const question = turned !== undefined && ENDS.test(clause.slice(turned.length)) ? questionBefore(state, k) : null;
  if (question !== null) return told(whose(state, k), question);
  if (FRONT.test(clause) || ALONE.test(clause)) return told(whose(state, k));
  const subject = chunks[k - 1];
  const isVoice = subject !== undefined && SPEAKERS.has(headWord(scan, subject));
  return isVoice && VOICES.test(clause) ? told(whose(state, k)) : null;
}

/** The words of a phrase in lower case. */
function textOf({ scan, chunks }: UnitState, k: number): string {
  const words = scan.tokens.slice(chunks[k]?.first, chunks[k]?.end);
  return words.map(({ lower }) => lower).join(' ');
}

/** Where the next verb outside quotations begins. */
function nextVerb({ scan, chunks }: UnitState, k: number): number {
  const next = chunks.find(({ kind }, i) => i > k && kind === 'verb');
  return scan.tokens[next?.first ?? -1]?.start ?? scan.text.length;
}

function silenceOf(state: UnitState, verb: Chunk, source: SourcePhrase, range: Range): Reading | null {
  const cue = tokenSpan(state.scan, verb.first, verb.end);
  const said = state.scan.text.slice(cue.start, cue.end).toLowerCase();
  return readRanges(state, [range], { basis: 'silence', cue, verb: said, source, stance: 'declines' });
}
