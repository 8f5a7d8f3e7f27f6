import lines from '../data/lines-en.json' with { type: 'json' };
import type { Chunk } from './chunk-unit.ts';
import { contentEnd } from './content-end.ts';
import { findNounAfter } from './find-noun-after.ts';
import { findSubject } from './find-subject.ts';
import { isRebuttal } from './is-rebuttal.ts';
import { isRefusal } from './is-refusal.ts';
import { headWord } from './noun-start.ts';
import { ownerIn } from './owner-in.ts';
import { type Reading, readRanges } from './read-ranges.ts';
import type { SourcePhrase } from './source-phrase.ts';
import { isAvowedNot } from './stance-of.ts';
import { tokenSpan } from './token-span.ts';
import { lowerAt, type UnitState } from './unit-state.ts';

/** "The force’s line", "their message": nouns by which a sentence tells what somebody holds. */
const LINES: ReadonlySet<string> = new Set(lines.lines);
/** "The word from the council is | to stay put". */
const ORDERS: ReadonlySet<string> = new Set(lines.orders);
const IS = /^(?:is|are|was|were|remain|remains|remained)$/;
const SURE: ReadonlySet<string> = new Set(lines.sure);
/** How many phrases an aside between commas may take: "his latest line, given to the paper in a car park, is that". */
const ASIDE = 10;

/** "The force’s official line | is that the snake was free", "the word from the council is to stay put", at the verb of phrase `k`. */
export function readLine(state: UnitState, k: number): Reading | null {
  const { scan, chunks, floor } = state;
  const verb = chunks[k];
  if (verb?.kind !== 'verb' || !IS.test(lowerAt(scan, verb)) || verb.end - verb.first > 1) return null;
  const next = chunks[k + 1];
  // "It was the union’s case | that …"
  const isCase = next?.kind === 'noun' && chunks[k + 2]?.kind === 'that' && lowerAt(scan, chunks[k - 1]) === 'it';
  const whose = isCase && LINES.has(headWord(scan, next)) ? ownerIn(state, k + 1) : null;
  if (whose !== null && next !== undefined) return held(state, k + 3, next, whose);
  // "Aides are | adamant | that …"
  const isSure = chunks[k + 2]?.kind === 'that' && next?.kind === 'noun' && SURE.has(headWord(scan, next));
  const sure = isSure ? findSubject(scan, chunks, k) : null;
  if (sure !== null && next !== undefined) return held(state, k + 3, next, sure);
  const isThat = next?.kind === 'that';
  if (!isThat && next?.kind !== 'infinitive') return null;
  const found = lineBefore(state, k);
  if (found === null || found.at < floor || (!isThat && !ORDERS.has(found.word))) return null;
  const from = isThat ? k + 2 : k + 1;
  const noun = chunks[found.at];
  return noun === undefined ? null : held(state, from, noun, found.source);
}

/** What somebody holds, from phrase `from` on, with its stance. */
function held(state: UnitState, from: number, noun: Chunk, source: SourcePhrase): Reading | null {
  const { scan, chunks } = state;
  const told = { basis: 'noun', cue: tokenSpan(scan, noun.end - 1, noun.end), verb: headWord(scan, noun) } as const;
  const reading = readRanges(state, [{ from, to: contentEnd(scan, chunks, from) }], { ...told, source });
  if (reading === null) return null;
  const { content } = reading.statement;
  const first = content[0];
  const isNot =
    SURE.has(told.verb) && first !== undefined && isAvowedNot(scan.text.slice(first.start, first.end), told.verb);
  const isDenial = isNot || isRebuttal(scan.text, content);
  const stance = isRefusal(scan.text, content) ? 'declines' : isDenial ? 'denies' : 'asserts';
  return { ...reading, statement: { ...reading.statement, stance } };
}

/** The noun of such a line before its verb, and whose it is. */
function lineBefore(state: UnitState, k: number): { at: number; word: string; source: SourcePhrase } | null {
  const { scan, chunks } = state;
  let end = k - 1;
  // What stands between two commas tells of the line itself.
  if (chunks[end]?.kind === 'comma') {
    const open = chunks.findLastIndex(({ kind }, i) => kind === 'comma' && i < end);
    if (open < 1 || end - open > ASIDE) return null;
    end = open - 1;
  }
  for (const at of [end, end - 2]) {
    const noun = chunks[at];
    const word = noun?.kind === 'noun' ? headWord(scan, noun) : '';
    if (!LINES.has(word)) continue;
    const isFrom = at < end && /^(?:from|of)$/.test(lowerAt(scan, chunks[at + 1]));
    const source = isFrom ? (findNounAfter(scan, chunks, at + 2, 'agent')?.source ?? null) : ownerIn(state, at);
    return source === null || (at < end && !isFrom) ? null : { at, word, source };
  }
  return null;
}
