import type { Span } from '#core/article.ts';
import type { Chunk } from './chunk-unit.ts';
import { type VerbCue } from './find-cues.ts';
import { describeSource } from './describe-source.ts';
import { type Range, contentEnd, contentSpan, isWholeQuote, opensClause, skipCircumstance } from './find-content.ts';
import { type SourcePhrase, canSpeak, findNounAfter, findSubject, nounEnd } from './find-source.ts';
import { DECLINED, NOT_SAID, isSaying } from './lexicon.ts';
import type { Scan } from './scan-article.ts';
import type { Basis, Statement } from './statement.ts';

/** What is known of a unit while its cues are read from left to right. */
export type UnitState = {
  readonly scan: Scan;
  readonly chunks: readonly Chunk[];
  readonly unit: number;
  /** Phrases before this one belong to statements already found. */
  readonly floor: number;
  /** The source of the statement before in this unit. */
  readonly before: SourcePhrase | null;
};

export type Reading = { readonly statement: Statement; readonly ranges: readonly Range[]; readonly last: number };

const REFUSING = new Set(['decline', 'refuse']);
const DENYING = new Set(['doubt', 'deny', 'reject', 'dispute', 'dismiss', 'rebut', 'refute', 'contradict']);
const ASPECTS = new Set(['respond', 'reply', 'return', 'comment', 'answer']);

const lowerAt = (scan: Scan, chunk: Chunk | undefined): string => (chunk === undefined ? '' : (scan.tokens[chunk.first]?.lower ?? ''));

/** The quotation that ends just before phrase `k`, with a comma between or none. */
function quoteBefore(chunks: readonly Chunk[], k: number): number {
  const at = chunks[k - 1]?.kind === 'comma' || chunks[k - 1]?.kind === 'dash' || chunks[k - 1]?.kind === 'other' ? k - 2 : k - 1;
  return chunks[at]?.kind === 'quote' ? at : -1;
}

function hasVerb(chunks: readonly Chunk[], range: Range): boolean {
  for (let i = range.from; i < range.to; i += 1) {
    const kind = chunks[i]?.kind;
    if (kind === 'verb' || kind === 'quote') return true;
  }
  return false;
}

/** Content that ends before phrase `end`: the quotation there, with the words of the article that lead into it. */
function contentBefore(state: UnitState, end: number): { range: Range; isQuote: boolean } | null {
  const { scan, chunks, floor } = state;
  const q = quoteBefore(chunks, end);
  if (q >= 0 && q >= floor) {
    const quote = chunks[q];
    if (quote !== undefined && (isWholeQuote(scan, quote) || q === floor)) return { range: { from: q, to: q + 1 }, isQuote: true };
    return { range: { from: floor, to: q + 1 }, isQuote: true };
  }
  const border = chunks[end - 1];
  if (border?.kind !== 'comma' && border?.kind !== 'dash' && border?.kind !== 'subordinator') return null;
  const range = { from: floor, to: end - 1 };
  return range.to > range.from ? { range, isQuote: false } : null;
}

/** Content after the cue: a quotation, a clause with or without "that"; null where neither begins there. */
function contentAfter(state: UnitState, cue: VerbCue, from: number): { ranges: Range[]; basis: Basis } | null {
  const { scan, chunks } = state;
  const takesClause = cue.frames.has('clause');
  const needsThat = cue.frames.has('finding') && !cue.frames.has('quote') && !cue.frames.has('before');
  const places = [from, skipCircumstance(scan, chunks, from)];
  for (const start of places) {
    let at = start;
    let chunk = chunks[at];
    if (chunk?.kind === 'comma') {
      // "reported, citing an official, that …" and "wrote in a letter, “…”".
      const next = chunks[at + 1];
      if (next?.kind === 'quote' && cue.frames.has('quote')) at += 1;
      else {
        let close = at + 1;
        while (close < chunks.length && close - at < 14 && chunks[close]?.kind !== 'comma') close += 1;
        if (chunks[close + 1]?.kind === 'that' && takesClause) at = close + 1;
      }
      chunk = chunks[at];
    }
    if (chunk?.kind === 'colon' && (chunks[at + 1]?.kind === 'quote' || (isSaying(cue.lemma) && at + 2 < chunks.length))) {
      return { ranges: [{ from: at + 1, to: chunks[at + 1]?.kind === 'quote' ? at + 2 : chunks.length }], basis: chunks[at + 1]?.kind === 'quote' ? 'quotation' : 'clause' };
    }
    if (chunk === undefined) continue;
    if (chunk.kind === 'that' && takesClause && at + 1 < chunks.length) return { ranges: [{ from: at + 1, to: contentEnd(scan, chunks, at + 1) }], basis: 'clause' };
    if (chunk.kind === 'quote' && (cue.frames.has('quote') || takesClause)) {
      const to = isWholeQuote(scan, chunk) ? at + 1 : contentEnd(scan, chunks, at);
      return { ranges: [{ from: at, to }], basis: 'quotation' };
    }
    if (takesClause && !needsThat && opensClause(scan, chunks, at)) return { ranges: [{ from: at, to: contentEnd(scan, chunks, at) }], basis: 'clause' };
  }
  return null;
}

/** A noun phrase, an infinitive or a complement that says what was denied, promised or called something. */
function objectAfter(state: UnitState, cue: VerbCue, source: SourcePhrase): Range | null {
  const { scan, chunks } = state;
  const near = chunks[cue.next];
  const isLater = cue.frames.has('object') && !cue.lemma.includes(' ') && near !== undefined && near.kind !== 'noun';
  const at = isLater ? skipCircumstance(scan, chunks, cue.next) : cue.next;
  const chunk = chunks[at];
  if (chunk === undefined) return null;
  const to = contentEnd(scan, chunks, at);
  if (cue.frames.has('infinitive') && chunk.kind === 'infinitive') return { from: at, to };
  if (cue.frames.has('object') && (chunk.kind === 'noun' || chunk.kind === 'quote' || (chunk.kind === 'verb' && lowerAt(scan, chunk).endsWith('ing')))) return { from: at, to };
  if (cue.frames.has('object') && cue.lemma.includes(' ') && chunk.kind !== 'comma') return { from: at, to };
  const end = chunk.kind === 'noun' ? nounEnd(scan, chunks, at) : at;
  if (end === at) return null;
  const follower = chunks[end];
  // "accused the firm of hiding it": the preposition was taken for part of the noun phrase.
  if (cue.frames.has('accuse')) {
    for (let i = at + 1; i < to; i += 1) {
      const w = lowerAt(scan, chunks[i]);
      if (cue.lemma === 'put' ? w === 'at' : w === 'of' || w === 'as' || w === 'to' || w === 'with') return { from: at, to };
    }
  }
  if (cue.frames.has('complement')) {
    for (let i = at + 1; i <= Math.min(to - 1, end + 1); i += 1) if (chunks[i]?.kind === 'quote' || chunks[i]?.kind === 'noun' && i >= end) return { from: at, to };
    for (let i = chunk.first; i < (chunks[end - 1]?.end ?? chunk.end); i += 1) if ((scan.quoteAt[i] ?? -1) >= 0 && i > chunk.first) return { from: at, to };
  }
  if (cue.frames.has('documented') && describeSource(scan.text.slice(source.span.start, source.span.end)).kind === 'document') return { from: at, to };
  if (cue.frames.has('order') && follower?.kind === 'infinitive') return { from: at, to };
  return null;
}

/** "declined to comment", "did not respond", "would not say": what was not said, or null. */
function silence(state: UnitState, cue: VerbCue): Range | null {
  const { scan, chunks } = state;
  const next = chunks[cue.next];
  if (REFUSING.has(cue.lemma)) {
    const to = skipCircumstance(scan, chunks, cue.next);
    const what = chunks[to];
    if (what?.kind !== 'infinitive') return null;
    for (let i = what.first; i < what.end; i += 1) if (DECLINED.has(scan.tokens[i]?.lower ?? '')) return { from: to, to: contentEnd(scan, chunks, to) };
    return null;
  }
  if (cue.isNegated && cue.lemma === 'draw' && cue.isPassive) return { from: cue.next < chunks.length ? cue.next : cue.chunk, to: Math.max(cue.next, contentEnd(scan, chunks, cue.next)) };
  if (!cue.isNegated || cue.isPassive || cue.tense !== 'base' || !NOT_SAID.has(cue.lemma)) return null;
  if (cue.lemma === 'say' && lowerAt(scan, next) === 'that') return null;
  if (cue.next >= chunks.length || next?.kind === 'other') return { from: cue.chunk, to: cue.chunk + 1 };
  return { from: cue.next, to: ASPECTS.has(cue.lemma) ? Math.max(cue.next + 1, contentEnd(scan, chunks, cue.next)) : contentEnd(scan, chunks, cue.next) };
}

function subjectOrCarried(state: UnitState, cue: VerbCue): { source: SourcePhrase | null; isCarried: boolean } {
  const { scan, chunks } = state;
  const subject = findSubject(scan, chunks, cue.chunk, isSaying(cue.lemma));
  const link = chunks[cue.chunk - 1];
  const isParticiple = cue.tense === 'ing' && chunks[cue.chunk]?.end === (chunks[cue.chunk]?.first ?? 0) + 1;
  if (!isParticiple && subject !== null) return { source: subject, isCarried: false };
  if (isParticiple || link?.kind === 'and' || link?.kind === 'comma' || (link?.kind === 'adverb' && chunks[cue.chunk - 2]?.kind === 'and')) {
    if (state.before !== null) return { source: state.before, isCarried: true };
    for (let i = 0; i < cue.chunk; i += 1) {
      if (chunks[i]?.kind === 'verb') {
        const main = findSubject(scan, chunks, i);
        if (main !== null && main.place === 'subject') return { source: main, isCarried: true };
        if (main !== null) continue;
        break;
      }
    }
  }
  return { source: null, isCarried: false };
}

/** "called the suit baseless", "said the report was false". */
function rebuts(state: UnitState, content: readonly Span[]): boolean {
  const last = content.at(-1);
  if (last === undefined) return false;
  const words = state.scan.text.slice(Math.max(last.start, last.end - REBUTTAL_REACH), last.end);
  return REBUTTAL.test(words);
}

const REBUTTAL = /(?:\b(?:is|are|was|were|as|report|claims?|allegations?|accusations?|charges?|suit|lawsuit|story|reports|idea|rumou?rs?)\s|[“"‘'])(?:simply |completely |totally |entirely |utterly |categorically )?(?:a |an )?(?:false|untrue|not true|baseless|meritless|unfounded|groundless|lies?|nonsense|fiction|fabrication|forgery|fairy tale|rubbish|without merit|without foundation|pure invention)\b/i;
/** Where in the content a rebuttal is looked for, in characters from its end. */
const REBUTTAL_REACH = 90;

function spansOf(state: UnitState, ranges: readonly Range[]): Span[] {
  const spans: Span[] = [];
  for (const range of ranges) {
    const span = contentSpan(state.scan, state.chunks, range);
    if (span !== null) spans.push(span);
  }
  return spans;
}

function finish(state: UnitState, cue: VerbCue, found: { source: SourcePhrase | null; isCarried: boolean }, ranges: readonly Range[], basis: Basis, rest: Partial<Statement> = {}): Reading | null {
  const content = spansOf(state, ranges);
  if (content.length === 0) return null;
  const stance = DENYING.has(cue.lemma) || rebuts(state, content) ? 'denies' : 'asserts';
  const verb = cue.isNegated && rest.stance === 'declines' ? `not ${cue.lemma}` : cue.lemma;
  const statement: Statement = { unit: state.unit, basis, cue: cue.span, verb, ...found, cited: null, addressee: null, content, stance, hedge: null, ...rest };
  return { statement, ranges, last: Math.max(cue.next, ...ranges.map((range) => range.to)) };
}

/** Reads one verb of saying: who, what, to whom. Null where the signs do not suffice. */
export function readVerbCue(state: UnitState, cue: VerbCue): Reading | null {
  const { scan, chunks } = state;
  const frames = cue.frames;
  if (cue.isInfinitive || (cue.isPassive && cue.lemma !== 'draw')) return null;
  const quiet = silence(state, cue);
  if (quiet !== null) {
    const found = subjectOrCarried(state, cue);
    return found.source === null ? null : finish(state, cue, found, [quiet], 'silence', { stance: 'declines' });
  }
  if (cue.isNegated || (cue.tense === 'base' && !['say', 'tell', 'think', 'believe'].includes(cue.lemma) && findSubject(scan, chunks, cue.chunk) === null)) return null;

  // “…,” said Ana Ruiz
  const q = quoteBefore(chunks, cue.chunk);
  const inverted = findNounAfter(scan, chunks, cue.next, 'inverted');
  if (q >= state.floor && q >= 0 && inverted !== null && frames.has('quote')) {
    const left = contentBefore(state, cue.chunk);
    const after = chunks[inverted.next];
    const isDescribed = after?.kind === 'verb' && scan.tokens[after.first]?.tag !== 'AUX' && lowerAt(scan, after).endsWith('ed');
    if (left !== null && (after?.kind !== 'verb' || isDescribed)) return withResumption(state, cue, { source: inverted.source, isCarried: false }, left.range, 'quotation', inverted.next);
  }
  const found = subjectOrCarried(state, cue);
  if (found.source === null) {
    const left = contentBefore(state, cue.chunk);
    if (inverted !== null && frames.has('quote') && chunks[inverted.next]?.kind === 'colon' && chunks[inverted.next + 1]?.kind === 'quote') {
      return finish(state, cue, { source: inverted.source, isCarried: false }, [{ from: inverted.next + 1, to: inverted.next + 2 }], 'quotation');
    }
    if (left !== null && inverted !== null && frames.has('before') && hasVerb(chunks, left.range) && chunks[inverted.next]?.kind !== 'verb') {
      return withResumption(state, cue, { source: inverted.source, isCarried: false }, left.range, 'before', inverted.next);
    }
    return null;
  }
  // told Reuters
  let from = cue.next;
  let addressee: Span | null = null;
  if (frames.has('addressee') && chunks[from]?.kind === 'noun') {
    const end = nounEnd(scan, chunks, from);
    const last = chunks[from];
    const isSubject = !['tell', 'inform', 'assure', 'remind', 'convince', 'notify'].includes(cue.lemma) && chunks[end]?.kind === 'verb';
    if (!isSubject && last !== undefined) {
      let stop = from + 1;
      if (chunks[end]?.kind !== 'verb') stop = from + 1;
      if (chunks[stop]?.kind === 'and' && chunks[stop + 1]?.kind === 'noun' && chunks[stop + 2]?.kind !== 'verb') stop += 2;
      addressee = { start: scan.tokens[last.first]?.start ?? 0, end: scan.tokens[(chunks[stop - 1]?.end ?? last.end) - 1]?.end ?? 0 };
      from = stop;
    }
  }
  const right = contentAfter(state, cue, from);
  if (right !== null) return finish(state, cue, found, right.ranges, basisOf(cue, right.basis), { addressee });
  // “…,” Ana Ruiz said  and  The bridge is safe, officials said
  if (!found.isCarried && (frames.has('before') || frames.has('quote')) && found.source.place === 'subject') {
    const start = chunkAt(state, found.source.span.start);
    const left = contentBefore(state, start);
    const isLinked = chunks[start - 1]?.kind === 'subordinator' ? lowerAt(scan, chunks[start - 1]) === 'as' : true;
    if (left !== null && isLinked && (left.isQuote ? true : frames.has('before'))) {
      const more = left.isQuote ? null : goesOnAfter(state, skipCircumstance(scan, chunks, from), left.range);
      if (more !== null) return finish(state, cue, found, [left.range, more], 'before', { addressee });
      if (left.isQuote || hasVerb(chunks, left.range)) return withResumption(state, cue, found, left.range, left.isQuote ? 'quotation' : 'before', skipCircumstance(scan, chunks, from), addressee);
    }
  }
  if (frames.has('addressee') && chunks[from]?.kind === 'infinitive' && addressee !== null && frames.has('order')) {
    return finish(state, cue, found, [{ from: cue.next, to: contentEnd(scan, chunks, cue.next) }], 'object');
  }
  const charge = DENYING.has(cue.lemma) ? chargeBefore(state, found.source) : null;
  if (charge !== null) return finish(state, cue, found, [charge], 'object');
  const object = objectAfter(state, cue, found.source);
  return object === null ? null : finish(state, cue, found, [object], 'object');
}

/** "The first blast, it said, | was a mine"; "If talks fail, she said, | the strike goes on". */
function goesOnAfter(state: UnitState, at: number, left: Range): Range | null {
  const { scan, chunks } = state;
  if (chunks[at]?.kind !== 'comma') return null;
  const next = chunks[at + 1];
  const begins = lowerAt(scan, chunks[left.from]);
  const isHalf = !hasVerb(chunks, left) || ['if', 'when', 'unless', 'once', 'after', 'before', 'while', 'since', 'for', 'in', 'with', 'by'].includes(begins);
  const isRest = next?.kind === 'verb' || next?.kind === 'quote' || next?.kind === 'infinitive' ? !lowerAt(scan, next).endsWith('ing') : isHalf ? opensClause(scan, chunks, at + 1) : next?.kind === 'and' && lowerAt(scan, next) === 'and' && (chunks[at + 2]?.kind === 'verb' || opensClause(scan, chunks, at + 2)) && contentEnd(scan, chunks, at) > at + 1;
  if (!isRest) return null;
  const to = contentEnd(scan, chunks, at + 1);
  return to > at + 1 ? { from: at + 1, to } : null;
}

/** "…, a charge the ministry denies", "…, which Feld denies": what stands before the charge is what is denied. */
function chargeBefore(state: UnitState, source: SourcePhrase): Range | null {
  const { scan, chunks } = state;
  const start = chunkAt(state, source.span.start);
  const link = chunks[start - 1];
  const linkWord = lowerAt(scan, link);
  const noun = link?.kind === 'that' || linkWord === 'which' ? start - 2 : start - 1;
  if (linkWord === 'which' && chunks[noun]?.kind === 'comma' && noun > state.floor) return { from: state.floor, to: noun };
  const head = chunks[noun];
  if (head === undefined || (chunks[noun - 1]?.kind !== 'comma' && chunks[noun - 1]?.kind !== 'dash') || noun - 1 <= state.floor) return null;
  const word = scan.tokens[head.end - 1]?.lower ?? '';
  return CHARGES.has(word) ? { from: state.floor, to: noun - 1 } : null;
}

const CHARGES = new Set(['charge', 'accusation', 'allegation', 'claim', 'rumour', 'rumor', 'assertion', 'suggestion', 'charges', 'accusations', 'allegations', 'claims']);

function basisOf(cue: VerbCue, basis: Basis): Basis {
  if (basis !== 'clause') return basis;
  if (cue.frames.has('thought') && !isSaying(cue.lemma)) return 'thought';
  return cue.frames.has('finding') && !isSaying(cue.lemma) ? 'finding' : 'clause';
}

function chunkAt(state: UnitState, offset: number): number {
  const { chunks, scan } = state;
  return chunks.findIndex((chunk) => (scan.tokens[chunk.end - 1]?.end ?? 0) > offset);
}

/** A quotation that goes on after its cue in the same sentence: “…,” she said, “…”. */
function withResumption(state: UnitState, cue: VerbCue, found: { source: SourcePhrase; isCarried: boolean } | { source: SourcePhrase | null; isCarried: boolean }, left: Range, basis: Basis, after: number, addressee: Span | null = null): Reading | null {
  const { scan, chunks } = state;
  const ranges: Range[] = [left];
  let at = after;
  for (let steps = 0; steps < 12 && at < chunks.length; steps += 1, at += 1) {
    const chunk = chunks[at];
    if (chunk?.kind === 'quote') {
      const follower = chunks[at + 1]?.kind === 'comma' ? chunks[at + 2] : chunks[at + 1];
      const ownsCue = follower?.kind === 'noun' && chunks.slice(at + 1, at + 8).some((c) => c.kind === 'verb') && lowerAt(scan, chunks[at - 1]) !== ',';
      if (!ownsCue && basis === 'quotation') ranges.push({ from: at, to: at + 1 });
      break;
    }
    if (chunk?.kind === 'verb' && lowerAt(scan, chunk) !== 'speaking' && !lowerAt(scan, chunk).endsWith('ing')) break;
    if (chunk?.kind === 'semicolon') break;
  }
  return finish(state, cue, found, ranges, basis, { addressee });
}

/** Whether a noun phrase can be the one who is quoted by another: "quoted her as saying". */
export function quotedPerson(scan: Scan, chunks: readonly Chunk[], p: number): boolean {
  return canSpeak(scan, chunks[p]) || ['him', 'her', 'them'].includes(lowerAt(scan, chunks[p]));
}
