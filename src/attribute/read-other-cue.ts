import type { Chunk } from './chunk-unit.ts';
import type { VerbCue } from './find-cues.ts';
import { contentEnd, contentSpan, opensClause } from './find-content.ts';
import { type SourcePhrase, canSpeak, findNounAfter, findSubject, nounEnd, nounStart } from './find-source.ts';
import { CLAIM_NOUNS, HEDGING_REPORTS, SOURCELESS } from './lexicon.ts';
import type { Reading, UnitState } from './read-verb-cue.ts';
import type { Scan } from './scan-article.ts';
import type { Statement } from './statement.ts';

const lowerAt = (scan: Scan, chunk: Chunk | undefined): string => (chunk === undefined ? '' : (scan.tokens[chunk.first]?.lower ?? ''));

const BLANK = { isCarried: false, cited: null, addressee: null, stance: 'asserts', hedge: null, cue: null, verb: null, source: null } as const satisfies Partial<Statement>;

/** "according to two officials", at the front of a sentence or after what they said. */
export function readAccordingTo(state: UnitState, k: number): Reading | null {
  const { scan, chunks, floor } = state;
  const chunk = chunks[k];
  if (chunk === undefined) return null;
  const at = findToken(scan, chunk, 'according');
  if (at < 0 || scan.tokens[at + 1]?.lower !== 'to') return null;
  const p = chunks.findIndex((other) => other.first === at + 2 || (other.first <= at + 2 && other.end > at + 2));
  const found = findNounAfter(scan, chunks, p, 'object');
  const begin = scan.tokens[at];
  const to = scan.tokens[at + 1];
  if (found === null || begin === undefined || to === undefined) return null;
  const cue = { start: begin.start, end: to.end };
  const before = { from: floor, to: k };
  const isFronted = k - floor <= 1 && (k === floor || chunks[floor]?.kind === 'and' || chunks[floor]?.kind === 'adverb' || chunks[floor]?.kind === 'comma');
  let next = found.next;
  if (found.source.apposition !== null) while (next < chunks.length && (scan.tokens[chunks[next]?.first ?? 0]?.start ?? 0) < found.source.apposition.end) next += 1;
  if (isFronted) {
    while (next < chunks.length && chunks[next]?.kind !== 'comma' && chunks[next]?.kind !== 'quote') next += 1;
    const from = chunks[next]?.kind === 'comma' ? next + 1 : next;
    const range = { from, to: contentEnd(scan, chunks, from) };
    const span = contentSpan(scan, chunks, range);
    return span === null ? null : { statement: { ...BLANK, unit: state.unit, basis: 'according', cue, verb: 'according to', source: found.source, content: [span] }, ranges: [range], last: range.to };
  }
  const ranges = [before];
  // "The deal, according to the memo, is dead": the rest of the clause after the source.
  if (chunks[next]?.kind === 'comma' && (chunks[next + 1]?.kind === 'verb' || chunks[next + 1]?.kind === 'quote') && !lowerAt(scan, chunks[next + 1]).endsWith('ing')) {
    ranges.push({ from: next + 1, to: contentEnd(scan, chunks, next + 1) });
  }
  const content = ranges.flatMap((range) => contentSpan(scan, chunks, range) ?? []);
  if (content.length === 0) return null;
  return { statement: { ...BLANK, unit: state.unit, basis: 'according', cue, verb: 'according to', source: found.source, content }, ranges, last: Math.max(next, ...ranges.map((range) => range.to)) };
}

function findToken(scan: Scan, chunk: Chunk, word: string): number {
  for (let i = chunk.first; i < chunk.end; i += 1) if (scan.tokens[i]?.lower === word) return i;
  return -1;
}

/** "is said to", "was told by the firm that", "are understood to", "was quoted as saying". */
export function readPassive(state: UnitState, cue: VerbCue): Reading | null {
  const { scan, chunks, floor } = state;
  if (!cue.isPassive || cue.isNegated) return null;
  const next = chunks[cue.next];
  const verb = cue.lemma;
  if (lowerAt(scan, next) === 'by') {
    const agent = findNounAfter(scan, chunks, cue.next + 1, 'agent');
    const that = agent === null ? -1 : agent.next;
    if (agent !== null && (chunks[that]?.kind === 'that' || opensClause(scan, chunks, that)) && cue.frames.has('clause')) {
      const from = chunks[that]?.kind === 'that' ? that + 1 : that;
      const range = { from, to: contentEnd(scan, chunks, from) };
      const span = contentSpan(scan, chunks, range);
      if (span !== null) return { statement: { ...BLANK, unit: state.unit, basis: 'clause', cue: cue.span, verb, source: agent.source, content: [span] }, ranges: [range], last: range.to };
    }
    return null;
  }
  if (verb === 'quote' && (lowerAt(scan, next) === 'as' || lowerAt(scan, next) === 'telling')) {
    const subject = findSubject(scan, chunks, cue.chunk);
    const from = chunks[cue.next + 1]?.kind === 'verb' ? cue.next + 2 : cue.next + 1;
    const at = chunks[from]?.kind === 'that' || chunks[from]?.kind === 'colon' ? from + 1 : from;
    const range = { from: at, to: contentEnd(scan, chunks, at) };
    const span = contentSpan(scan, chunks, range);
    if (subject !== null && span !== null) return { statement: { ...BLANK, unit: state.unit, basis: 'clause', cue: cue.span, verb: 'quote as saying', source: subject, content: [span] }, ranges: [range], last: range.to };
    return null;
  }
  if (!SOURCELESS.has(verb)) return null;
  const subject = chunks[cue.chunk - 1];
  const isImpersonal = subject !== undefined && lowerAt(scan, subject) === 'it' && subject.end - subject.first === 1;
  const hedge = `${isImpersonal ? 'it ' : ''}${scan.text.slice(cue.span.start, cue.span.end)}`;
  if (next?.kind === 'that' || (isImpersonal && opensClause(scan, chunks, cue.next))) {
    const from = next?.kind === 'that' ? cue.next + 1 : cue.next;
    const range = { from, to: contentEnd(scan, chunks, from) };
    const span = contentSpan(scan, chunks, range);
    return span === null ? null : { statement: { ...BLANK, unit: state.unit, basis: 'sourceless', cue: cue.span, verb: `be ${verb}`, content: [span], hedge }, ranges: [range], last: range.to };
  }
  if (next?.kind !== 'infinitive') return null;
  const p = subject?.kind === 'noun' ? nounStart(scan, chunks, cue.chunk - 1) : subject?.kind === 'comma' ? floor : -1;
  if (p < 0) return null;
  const ranges = [
    { from: p, to: cue.chunk },
    { from: cue.next, to: contentEnd(scan, chunks, cue.next) },
  ];
  const content = ranges.flatMap((range) => contentSpan(scan, chunks, range) ?? []);
  if (content.length < 2) return null;
  return { statement: { ...BLANK, unit: state.unit, basis: 'sourceless', cue: cue.span, verb: `be ${verb} to`, content, hedge: `${hedge} to` }, ranges, last: ranges[1]?.to ?? cue.next };
}

/** "his claim that the road is safe", "a warning from the agency that …". */
export function readNounCue(state: UnitState, k: number): Reading | null {
  const { scan, chunks } = state;
  const that = chunks[k];
  const noun = chunks[k - 1];
  if (that?.kind !== 'that' || noun?.kind !== 'noun') return null;
  const token = scan.tokens[noun.end - 1];
  let source: SourcePhrase | null = null;
  let cueToken = token;
  if (token !== undefined && CLAIM_NOUNS.has(token.lower)) {
    for (let i = noun.end - 2; i >= noun.first && source === null; i -= 1) {
      const lower = scan.tokens[i]?.lower ?? '';
      const owner = scan.tokens[i];
      if (owner === undefined) continue;
      if (lower === "'s" || lower === '’s' || lower === "'" || lower === '’') {
        const start = scan.tokens[noun.first];
        const last = scan.tokens[i - 1];
        if (start !== undefined && last !== undefined && i > noun.first) source = { span: { start: start.start, end: last.end }, apposition: null, antecedent: null, place: 'owner' };
      } else if (lower === 'his' || lower === 'her' || lower === 'its' || lower === 'their') {
        source = { span: { start: owner.start, end: owner.end }, apposition: null, antecedent: null, place: 'owner' };
      }
    }
  } else {
    const link = chunks[k - 2];
    const claim = chunks[k - 3];
    cueToken = claim === undefined ? undefined : scan.tokens[claim.end - 1];
    if (link?.kind !== 'preposition' || !['by', 'from'].includes(lowerAt(scan, link)) || cueToken === undefined || !CLAIM_NOUNS.has(cueToken.lower) || !canSpeak(scan, noun)) return null;
    const first = scan.tokens[noun.first];
    const last = scan.tokens[noun.end - 1];
    if (first !== undefined && last !== undefined) source = { span: { start: first.start, end: last.end }, apposition: null, antecedent: null, place: 'owner' };
  }
  if (source === null || cueToken === undefined) return null;
  let to = k + 1;
  const end = contentEnd(scan, chunks, k + 1);
  while (to < end && chunks[to]?.kind !== 'comma') to += 1;
  const range = { from: k + 1, to };
  const span = contentSpan(scan, chunks, range);
  if (span === null) return null;
  const stance = cueToken.lower === 'denial' ? 'denies' : 'asserts';
  return { statement: { ...BLANK, unit: state.unit, basis: 'noun', cue: { start: cueToken.start, end: cueToken.end }, verb: cueToken.lower, source, content: [span], stance }, ranges: [range], last: to };
}

/** Whom a statement cites: ", citing two officials"; and "quoted her as saying that …". */
export function readCited(state: UnitState, k: number): { source: SourcePhrase; next: number } | null {
  const { scan, chunks } = state;
  const chunk = chunks[k];
  if (chunk?.kind !== 'verb') return null;
  const word = scan.tokens[chunk.end - 1]?.lower;
  const link = chunks[k - 1]?.kind;
  if (word !== 'citing' && !(word === 'quoting' && link === 'comma') && !(word === 'cited' && link === 'who' && lowerAt(scan, chunks[k - 1]) === 'which')) return null;
  return findNounAfter(scan, chunks, k + 1, 'object');
}

/** "The paper quoted an aide as saying the deal was off", "reported the officials as saying". */
export function readQuotedAs(state: UnitState, cue: VerbCue): Reading | null {
  const { scan, chunks } = state;
  if ((cue.lemma !== 'quote' && cue.lemma !== 'report' && cue.lemma !== 'cite') || cue.isPassive) return null;
  const end = nounEnd(scan, chunks, cue.next);
  if (end === cue.next || lowerAt(scan, chunks[end]) !== 'as' || !['saying', 'telling', 'warning'].includes(lowerAt(scan, chunks[end + 1]))) return null;
  const first = chunks[cue.next];
  const last = chunks[end - 1];
  const start = scan.tokens[first?.first ?? -1];
  const stop = scan.tokens[(last?.end ?? 0) - 1];
  if (start === undefined || stop === undefined) return null;
  const from = chunks[end + 2]?.kind === 'that' || chunks[end + 2]?.kind === 'colon' ? end + 3 : end + 2;
  const cited: SourcePhrase = { span: { start: start.start, end: stop.end }, apposition: null, antecedent: null, place: 'object' };
  let ranges = [{ from, to: contentEnd(scan, chunks, from) }];
  // "The minister, the Courier reported the two officials as saying, had told …"
  if (chunks[from]?.kind === 'comma') {
    const reporter = findSubject(scan, chunks, cue.chunk);
    const at = reporter === null ? -1 : chunks.findIndex((chunk) => (scan.tokens[chunk.end - 1]?.end ?? 0) > reporter.span.start);
    if (at > state.floor) ranges = [{ from: state.floor, to: at - 1 }, { from: from + 1, to: contentEnd(scan, chunks, from + 1) }];
  }
  const content = ranges.flatMap((range) => contentSpan(scan, chunks, range) ?? []);
  if (content.length === 0) return null;
  const source = findSubject(scan, chunks, cue.chunk) ?? state.before;
  const statement: Statement = { ...BLANK, unit: state.unit, basis: 'clause', cue: cue.span, verb: cue.lemma, source, cited, content };
  return { statement, ranges, last: Math.max(...ranges.map((range) => range.to)) };
}

/** A sentence that says "reportedly" and names nobody. */
export function readRumour(state: UnitState): Reading | null {
  const { scan, chunks } = state;
  const at = chunks.findIndex((chunk) => chunk.kind !== 'quote' && hasRumour(scan, chunk));
  const chunk = chunks[at];
  if (chunk === undefined) return null;
  let i = chunk.first;
  while (!HEDGING_REPORTS.has(scan.tokens[i]?.lower ?? '')) i += 1;
  const token = scan.tokens[i];
  let from = at;
  while (from > 0 && chunks[from - 1]?.kind !== 'comma' && chunks[from - 1]?.kind !== 'semicolon') from -= 1;
  const range = { from, to: contentEnd(scan, chunks, at + 1) };
  const whole = contentSpan(scan, chunks, range);
  if (whole === null || token === undefined) return null;
  const left = { start: whole.start, end: token.start };
  const right = { start: token.end, end: whole.end };
  const content = [left, right].flatMap((span) => {
    const text = scan.text.slice(span.start, span.end);
    const start = span.start + (text.length - text.trimStart().length);
    const end = span.end - (text.length - text.trimEnd().length);
    return end > start ? [{ start, end }] : [];
  });
  if (content.length === 0) return null;
  return { statement: { ...BLANK, unit: state.unit, basis: 'sourceless', cue: { start: token.start, end: token.end }, verb: null, content, hedge: token.lower }, ranges: [range], last: range.to };
}

function hasRumour(scan: Scan, chunk: Chunk): boolean {
  for (let i = chunk.first; i < chunk.end; i += 1) if (HEDGING_REPORTS.has(scan.tokens[i]?.lower ?? '')) return true;
  return false;
}
