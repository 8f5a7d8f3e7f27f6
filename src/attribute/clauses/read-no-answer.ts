import stances from '../data/stances-en.json' with { type: 'json' };
import type { Scan } from '../scan-article.ts';
import { askedBefore } from './asked-before.ts';
import type { Chunk } from './chunk-unit.ts';
import { contentEnd } from './content-end.ts';
import { findNounAfter } from './find-noun-after.ts';
import { findSubject } from './find-subject.ts';
import { fullVerb } from './full-verb.ts';
import { noneBefore } from './none-before.ts';
import { headWord } from './noun-start.ts';
import { type Reading, readRanges } from './read-ranges.ts';
import type { SourcePhrase } from './source-phrase.ts';
import { tokenSpan } from './token-span.ts';
import { lowerAt, type UnitState } from './unit-state.ts';
import { vainAttempt } from './vain-attempt.ts';

const GIVING: ReadonlySet<string> = new Set(stances.giving);
const ANSWERS: ReadonlySet<string> = new Set(stances.answers);
const BE: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were']);
/** "Was unavailable | for comment", "was unable | to say". */
const SOUGHT: ReadonlySet<string> = new Set(stances.sought);
/** "Calls", "requests": what went to whoever did not answer. */
const REQUESTS: ReadonlySet<string> = new Set(stances.requests);
const UNANSWERED: ReadonlySet<string> = new Set(stances.unanswered);
const KEEPING: ReadonlySet<string> = new Set(stances.keeping);
const SILENT: ReadonlySet<string> = new Set(stances.silent);
const SITTINGS: ReadonlySet<string> = new Set(stances.sittings);
const EVADING: ReadonlySet<string> = new Set(stances.evading);
const DEFERRING: ReadonlySet<string> = new Set(stances.deferring);
const DEFERRED: ReadonlySet<string> = new Set(stances.deferred);
const CHOOSING: ReadonlySet<string> = new Set(stances.choosing);

/**
 * Refusals without a verb of refusing, at the verb of phrase `k`: "made no comment", "was not available for comment", "has yet to comment",
 * "there was no reply from the firm". Null where there is none.
 */
export function readNoAnswer(state: UnitState, k: number): Reading | null {
  const { scan, chunks } = state;
  const verb = chunks[k];
  if (verb?.kind !== 'verb') return null;
  const words = scan.tokens.slice(verb.first, verb.end).map(({ lower }) => lower);
  const asked = unanswered(state, k, words) ?? vainAttempt(state, k);
  if (asked !== null) return refusal(state, verb, asked, { from: k, to: contentEnd(scan, chunks, k) });
  const none = noneBefore(state, k);
  const from = notGiven(scan, chunks, k, none === null ? words : ['not', ...words]);
  const subject = chunks[k - 1];
  if (from > 0 && subject !== undefined && lowerAt(scan, subject) === 'there') {
    const by = /^(?:by|from)$/.test(lowerAt(scan, chunks[from + 1]))
      ? findNounAfter(scan, chunks, from + 2, 'agent')
      : null;
    return by === null ? null : refusal(state, verb, by.source, { from, to: from + 1 });
  }
  const source = from > 0 ? (none ?? findSubject(scan, chunks, k)) : null;
  return source === null ? null : refusal(state, verb, source, { from, to: contentEnd(scan, chunks, from) });
}

function refusal(
  state: UnitState,
  verb: Chunk,
  source: SourcePhrase,
  range: { from: number; to: number },
): Reading | null {
  const cue = tokenSpan(state.scan, verb.first, verb.end);
  const said = state.scan.text.slice(cue.start, cue.end).toLowerCase();
  return readRanges(state, [range], { basis: 'silence', cue, verb: said, source, stance: 'declines' });
}

/** Whoever did not answer: "calls to | the firm | went unanswered", "a message left with | her lawyer | stayed unanswered". */
function unanswered(state: UnitState, k: number, words: readonly string[]): SourcePhrase | null {
  const { scan, chunks } = state;
  const isOpen = UNANSWERED.has(words.at(-1) ?? '') || UNANSWERED.has(lowerAt(scan, chunks[k + 1]));
  // "Were not answered", "was not returned"
  const isLeft = words.includes('not') && /^(?:answered|returned|acknowledged)$/.test(words.at(-1) ?? '');
  if (!isOpen && !isLeft) return null;
  return askedBefore(state, k);
}

/** The phrase that tells what was not given; -1 where the verb tells of no silence. */
function notGiven(scan: Scan, chunks: readonly Chunk[], k: number, words: readonly string[]): number {
  const next = chunks[k + 1];
  const last = words.at(-1) ?? '';
  // "Turned | down | all interviews"
  const at = lowerAt(scan, next) === 'down' && last.startsWith('turn') ? k + 2 : k + 1;
  if (chunks[at]?.kind === 'noun' && isKeptBack(scan, chunks[k], chunks, at, at > k + 1 ? [...words, 'down'] : words))
    return at;
  if (last === 'down' || last === 'off') return -1;
  // "Chose | not to comment"
  if (last === 'not' && words.some((word) => CHOOSING.has(word)) && next?.kind === 'infinitive')
    return SOUGHT.has(lastWord(scan, next)) ? k + 1 : -1;
  const isBare = lowerAt(scan, next) === 'no' && next?.kind === 'noun' && ANSWERS.has(headWord(scan, next));
  if (isBare && (GIVING.has(last) || (BE.has(last) && lowerAt(scan, chunks[k - 1]) === 'there'))) return k + 1;
  // "Kept silent | on the sale", "remained tight-lipped"
  const after = chunks[k + 2];
  const isAbout = after?.kind === 'preposition' && /^(?:on|about|over|as|regarding|since)$/.test(lowerAt(scan, after));
  if ((KEEPING.has(last) || (isAbout && /^(?:been|is|are|was|were)$/.test(last))) && isSilent(scan, next))
    return isAbout || isEnd(after) ? k + 1 : -1;
  // "Would not be interviewed"
  if (last === 'interviewed' && words.includes('not') && words.includes('be')) return k;
  // "Could not immediately be reached.", "… on Sunday"
  const isOnDay = next?.kind === 'preposition' && chunks[k + 2]?.kind === 'time';
  if (
    (last === 'reached' || last === 'contacted') &&
    words.includes('not') &&
    words.includes('be') &&
    (isEnd(next) || isOnDay || (words[0] === 'not' && isFor(scan, chunks, k + 1)))
  )
    return isEnd(next) || isOnDay ? k : k + 1;
  // "Has | yet | to comment"
  if (/^(?:has|have|had|is|are)$/.test(last) && lowerAt(scan, next) === 'yet' && chunks[k + 2]?.kind === 'infinitive')
    return SOUGHT.has(lastWord(scan, chunks[k + 2])) ? k + 2 : -1;
  const state = next === undefined ? '' : headWord(scan, next);
  const isAway = state === 'unavailable' || state === 'unreachable' || (state === 'available' && words.includes('not'));
  const what = chunks[k + 2];
  if (isAway && BE.has(words[0] ?? ''))
    return SOUGHT.has(lastWord(scan, what?.kind === 'preposition' ? chunks[k + 3] : what)) ? k + 1 : -1;
  const isUnable =
    (state === 'unable' || (/^(?:willing|able|prepared)$/.test(state) && words.includes('not'))) &&
    BE.has(words[0] ?? '') &&
    what?.kind === 'infinitive';
  return isUnable && SOUGHT.has(lastWord(scan, what)) ? k + 2 : -1;
}

/** "Declined comment", "turned down an interview request", "ignored requests for comment", "dodged the question". */
function isKeptBack(
  scan: Scan,
  verb: Chunk | undefined,
  chunks: readonly Chunk[],
  at: number,
  words: readonly string[],
): boolean {
  const what = chunks[at];
  if (verb === undefined || what === undefined || words.includes('not')) return false;
  const lemma = scan.tokens[fullVerb(scan, verb)]?.lemma ?? '';
  const head = headWord(scan, what);
  const isRefused = lemma === 'decline' || lemma === 'refuse' || (lemma === 'turn' && words.at(-1) === 'down');
  const isOfSitting = scan.tokens.slice(what.first, what.end).some(({ lower }) => SITTINGS.has(lower));
  const isRequest = REQUESTS.has(head);
  // "Referred all questions to his lawyer"
  if (DEFERRING.has(lemma)) return DEFERRED.has(head) && lowerAt(scan, chunks[at + 1]) === 'to';
  if (isRefused) return isRequest ? isOfSitting || isFor(scan, chunks, at + 1) : SITTINGS.has(head);
  return EVADING.has(lemma) && isRequest && (!/^calls?$/.test(head) || isFor(scan, chunks, at + 1));
}

/** "For comment", "for an interview". */
function isFor(scan: Scan, chunks: readonly Chunk[], at: number): boolean {
  const what = chunks[at + 1];
  return lowerAt(scan, chunks[at]) === 'for' && what?.kind === 'noun' && SITTINGS.has(headWord(scan, what));
}

/** "Silent", "tight-lipped". */
function isSilent({ tokens }: Scan, chunk: Chunk | undefined): boolean {
  const words = tokens.slice(chunk?.first, chunk?.end).map(({ lower }) => lower);
  return SILENT.has(words.at(-1) ?? '') || SILENT.has(words.join(''));
}

const lastWord = ({ tokens }: Scan, chunk: Chunk | undefined): string => tokens[(chunk?.end ?? 0) - 1]?.lower ?? '';

const isEnd = (chunk: Chunk | undefined) => chunk === undefined || /^(?:comma|other|semicolon|time)$/.test(chunk.kind);
