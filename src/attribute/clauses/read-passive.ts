import verbs from '../data/verbs-en.json' with { type: 'json' };
import { hasVerb } from './content-after.ts';
import { contentEnd, opensClause, type Range } from './content-end.ts';
import type { VerbCue } from './find-cues.ts';
import { findNounAfter } from './find-noun-after.ts';
import { findSubject, phrase } from './find-subject.ts';
import { isAccount, isCharge } from './is-charge.ts';
import { mainVerbAfter } from './main-verb-after.ts';
import { nounEnd, nounStart } from './noun-start.ts';
import { type Reading, readRanges } from './read-ranges.ts';
import { skipCircumstance } from './skip-circumstance.ts';
import type { SourcePhrase } from './source-phrase.ts';
import { DENYING } from './stance-of.ts';
import { lowerAt, type UnitState } from './unit-state.ts';
import { SOURCELESS } from './verb-form.ts';

const TOLD: ReadonlySet<string> = new Set(verbs.informing);

/** "is said to", "was told by the firm that", "are understood to", "was quoted as saying". */
export function readPassive(state: UnitState, cue: VerbCue): Reading | null {
  const { scan, chunks, floor } = state;
  const isReduced = isReducedDenial(state, cue);
  if (!(cue.isPassive || isReduced) || cue.isNegated) return null;
  const next = chunks[cue.next];
  const verb = cue.lemma;
  if (lowerAt(scan, next) === 'by') {
    const agent = findNounAfter(scan, chunks, cue.next + 1, 'agent');
    const that = agent === null ? -1 : skipCircumstance(scan, chunks, behindAgent(state, agent));
    // "Inspectors were told by one inmate: “…”"
    const isQuoted = TOLD.has(verb) && chunks[that]?.kind === 'colon' && chunks[that + 1]?.kind === 'quote';
    if (agent !== null && isQuoted) {
      const ranges = [{ from: that + 1, to: contentEnd(scan, chunks, that + 1) }];
      return readRanges(state, ranges, { basis: 'quotation', cue: cue.span, verb, source: agent.source });
    }
    if (
      agent !== null &&
      (chunks[that]?.kind === 'that' || opensClause(scan, chunks, that)) &&
      cue.frames.has('clause')
    ) {
      const from = chunks[that]?.kind === 'that' ? that + 1 : that;
      const ranges = [{ from, to: contentEnd(scan, chunks, from) }];
      return readRanges(state, ranges, { basis: 'clause', cue: cue.span, verb, source: agent.source });
    }
    // "Accused by the mayor | of lying", "asked by the agency | to report it"
    const accuser = cue.frames.has('accuse') && /^(?:of|as)$/.test(lowerAt(scan, chunks[cue.next + 2]));
    const isAsked = cue.frames.has('order') && chunks[that]?.kind === 'infinitive';
    const by = accuser ? phrase(scan, chunks, cue.next + 1, cue.next + 1, 'agent', null) : agent?.source;
    if (by !== undefined && by !== null && (accuser || isAsked)) {
      const from = accuser ? cue.next + 2 : that;
      const range = { from, to: contentEnd(scan, chunks, from) };
      const ranges = [{ from, to: mainVerbAfter(state, cue.chunk, range) }];
      return readRanges(state, ranges, { basis: 'object', cue: cue.span, verb, source: by });
    }
    // "The king is said | by aides | to be ill"
    const whom = chunks[cue.chunk - 1]?.kind === 'noun' ? nounStart(scan, chunks, cue.chunk - 1) : -1;
    if (agent !== null && whom >= floor && SOURCELESS.has(verb) && chunks[that]?.kind === 'infinitive') {
      const told = { from: that, to: contentEnd(scan, chunks, that) };
      const rest = { basis: 'clause', cue: cue.span, verb, source: agent.source } as const;
      return readRanges(state, [{ from: whom, to: cue.chunk }, told], rest, told.to);
    }
    // "Rumours that pilots would join | were dismissed | by their union as …"
    const rumour = DENYING.has(verb) && agent !== null ? (claimBefore(state, cue) ?? chargeOf(state, cue)) : null;
    if (rumour !== null && agent !== null)
      return readRanges(state, [rumour], {
        basis: 'object',
        cue: cue.span,
        verb,
        source: agent.source,
        stance: 'denies',
      });
    return null;
  }
  if (verb === 'quote' && (lowerAt(scan, next) === 'as' || lowerAt(scan, next) === 'telling')) {
    const subject = findSubject(scan, chunks, cue.chunk);
    const said = chunks[cue.next + 1]?.kind === 'verb' ? cue.next + 2 : cue.next + 1;
    // "Quoted as saying | by the Courier | that": who printed it is no part of it.
    const from = lowerAt(scan, chunks[said]) === 'by' ? nounEnd(scan, chunks, said + 1) : said;
    const at = chunks[from]?.kind === 'that' || chunks[from]?.kind === 'colon' ? from + 1 : from;
    const ranges = [{ from: at, to: contentEnd(scan, chunks, at) }];
    if (subject === null) return null;
    return readRanges(state, ranges, { basis: 'clause', cue: cue.span, verb: 'quote as saying', source: subject });
  }
  // "The hearing was told that the lamps were out": by whom, it does not say.
  if (TOLD.has(verb) && (next?.kind === 'that' || opensClause(scan, chunks, cue.next))) {
    const from = next?.kind === 'that' ? cue.next + 1 : cue.next;
    const ranges = [{ from, to: contentEnd(scan, chunks, from) }];
    return readRanges(state, ranges, { basis: 'sourceless', cue: cue.span, verb });
  }
  if (!SOURCELESS.has(verb)) return null;
  const subject = chunks[cue.chunk - 1];
  const isImpersonal = subject !== undefined && lowerAt(scan, subject) === 'it' && subject.end - subject.first === 1;
  const hedge = `${isImpersonal ? 'it ' : ''}${scan.text.slice(cue.span.start, cue.span.end)}`;
  // "It is alleged in a suit that"
  const link = isImpersonal ? skipCircumstance(scan, chunks, cue.next) : cue.next;
  if (chunks[link]?.kind === 'that' || (isImpersonal && opensClause(scan, chunks, cue.next))) {
    const from = chunks[link]?.kind === 'that' ? link + 1 : cue.next;
    const ranges = [{ from, to: contentEnd(scan, chunks, from) }];
    return readRanges(state, ranges, { basis: 'sourceless', cue: cue.span, verb: `be ${verb}`, hedge });
  }
  if (isImpersonal && chunks[cue.chunk - 2]?.kind === 'comma' && (next?.kind === 'comma' || next?.kind === 'other')) {
    // "The bill, it is feared, could pass a million": what stands around it.
    const left = { from: floor, to: cue.chunk - 2 };
    const right = { from: cue.next + 1, to: next.kind === 'comma' ? contentEnd(scan, chunks, cue.next + 1) : 0 };
    const ranges = [left, right].filter(({ from, to }) => from < to);
    if (!ranges.some((range) => hasVerb(chunks, range))) return null;
    return readRanges(state, ranges, { basis: 'sourceless', cue: cue.span, verb: `be ${verb}`, hedge });
  }
  if (verb === 'expect' && closesClause(scan, chunks, cue.next)) {
    // "A ruling is widely expected", "she is expected back on Friday".
    // "Widely expected, | and the mayor has …": another clause.
    const isDone = chunks[cue.next]?.kind === 'comma' || chunks[cue.next]?.kind === 'semicolon';
    const ranges = [
      { from: subject?.kind === 'noun' ? subjectStart(state, cue) : cue.chunk, to: cue.chunk },
      { from: cue.next, to: isDone ? cue.next : contentEnd(scan, chunks, cue.next) },
    ].filter(({ from, to }) => from < to);
    return subject?.kind === 'noun'
      ? readRanges(state, ranges, { basis: 'sourceless', cue: cue.span, verb: `be ${verb}`, hedge })
      : null;
  }
  if (next?.kind !== 'infinitive') return null;
  const antecedent = subject?.kind === 'who' ? cue.chunk - (chunks[cue.chunk - 2]?.kind === 'comma' ? 3 : 2) : -1;
  if (chunks[antecedent]?.kind === 'noun') {
    // "The council, which is said to face cuts, …"
    const whom = { from: nounStart(scan, chunks, antecedent), to: antecedent + 1 };
    // The clause between two commas ends at the second.
    const close = chunks.findIndex(({ kind }, k) => k > cue.next && kind === 'comma');
    const isClosed = chunks[cue.chunk - 2]?.kind === 'comma' && close > 0;
    const what = { from: cue.next, to: isClosed ? close : contentEnd(scan, chunks, cue.next) };
    const rest = { basis: 'sourceless', cue: cue.span, verb: `be ${verb} to`, hedge: `${hedge} to` } as const;
    return readRanges(state, [whom, what], rest, what.to);
  }
  const p = subject?.kind === 'noun' ? nounStart(scan, chunks, cue.chunk - 1) : subject?.kind === 'comma' ? floor : -1;
  if (p < 0) return null;
  const ranges = [
    { from: p, to: cue.chunk },
    { from: cue.next, to: contentEnd(scan, chunks, cue.next) },
  ];
  const told = { basis: 'sourceless', cue: cue.span, verb: `be ${verb} to`, hedge: `${hedge} to` } as const;
  const reading = readRanges(state, ranges, told, ranges[1]?.to);
  return reading?.statement.content.length === ranges.length ? reading : null;
}

/** "Told by the spokesman, Jan Holt, | that". */
function behindAgent(
  { scan, chunks }: UnitState,
  { source, next }: { readonly source: SourcePhrase; readonly next: number },
): number {
  const { apposition } = source;
  if (apposition === null) return next;
  const last = chunks.findIndex(({ first }) => (scan.tokens[first]?.start ?? 0) >= apposition.end);
  return last < next ? next : chunks[last]?.kind === 'comma' ? last + 1 : last;
}

/** "Reports that …", "claims of …" at the front of a sentence, up to the verb; null where something else stands there. */
function claimBefore({ scan, chunks, floor }: UnitState, cue: VerbCue): Range | null {
  const first = chunks[floor];
  const word = first?.kind === 'noun' || first?.kind === 'verb' ? scan.tokens[first.end - 1]?.lower : undefined;
  const link = lowerAt(scan, chunks[floor + 1]);
  const isClaim = word !== undefined && RUMOURS.test(word) && (link === 'that' || link === 'of');
  return isClaim ? { from: floor, to: cue.chunk } : null;
}

/** "The claim | was denied by …": what somebody said, told by the noun before the verb; null where another stands there. */
function chargeOf({ scan, chunks, floor }: UnitState, cue: VerbCue): Range | null {
  const at = chunks[cue.chunk - 1]?.kind === 'noun' ? cue.chunk - 1 : cue.chunk - 2;
  const noun = chunks[at];
  if (!isCharge(scan, noun) && !isAccount(scan, noun)) return null;
  return { from: Math.max(floor, nounStart(scan, chunks, at)), to: at + 1 };
}

/** "The accusation, | denied | by the firm, dates from May": a passive without its "was". */
function isReducedDenial({ scan, chunks }: UnitState, cue: VerbCue): boolean {
  const verb = chunks[cue.chunk];
  const isAlone = verb !== undefined && cue.tense === 'past' && verb.end - verb.first <= 2;
  const before = chunks[cue.chunk - 1]?.kind;
  const isApart = before === 'comma' || before === 'dash' || before === 'bracket';
  return isAlone && isApart && DENYING.has(cue.lemma) && lowerAt(scan, chunks[cue.next]) === 'by';
}

const RUMOURS = /^(?:accusations?|allegations?|claims?|reports?|rumou?rs?|speculation|suggestions?|talk)$/;

/** Where the subject before a passive begins: "a decision on whether to sell the mill | is expected" holds a verb of its own. */
function subjectStart({ scan, chunks, floor }: UnitState, cue: VerbCue): number {
  const start = nounStart(scan, chunks, cue.chunk - 1);
  const outer = chunks[start - 1]?.kind === 'infinitive' ? floor : start;
  return chunks[outer]?.kind === 'noun' ? outer : start;
}

/** Whether nothing but a time or a place follows before the clause ends. */
function closesClause(scan: UnitState['scan'], chunks: UnitState['chunks'], at: number): boolean {
  const end = skipCircumstance(scan, chunks, at);
  const kind = chunks[end]?.kind;
  return kind === undefined || kind === 'other' || kind === 'comma' || kind === 'semicolon';
}
