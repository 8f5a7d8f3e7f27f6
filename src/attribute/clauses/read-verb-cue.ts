import type { Span } from '#core/article.ts';
import silent from '../data/silent-en.json' with { type: 'json' };
import verbs from '../data/verbs-en.json' with { type: 'json' };
import { quoteOf } from '../quote-of.ts';
import type { Basis } from '../statement.ts';
import { afterFronted } from './after-fronted.ts';
import { contentAfter, contentBefore, goesOnAfter, hasVerb, quoteBefore } from './content-after.ts';
import { contentEnd, holdsCue, isInverted, type Range } from './content-end.ts';
import { deniedClause } from './denied-clause.ts';
import type { VerbCue } from './find-cues.ts';
import { findNounAfter } from './find-noun-after.ts';
import { findSubject } from './find-subject.ts';
import { finishReading } from './finish-reading.ts';
import { isGranted } from './is-charge.ts';
import { isHearing } from './is-hearing.ts';
import { isWholeQuote } from './is-whole-quote.ts';
import { noneBefore } from './none-before.ts';
import { canSpeak, nounEnd } from './noun-start.ts';
import { chargeBefore, objectAfter, silence } from './object-after.ts';
import { objectEnd } from './object-end.ts';
import { clauseByTree, subjectByTree } from './read-by-tree.ts';
import type { Reading } from './read-ranges.ts';
import { relativeGap } from './relative-gap.ts';
import { skipCircumstance } from './skip-circumstance.ts';
import type { SourcePhrase } from './source-phrase.ts';
import { DENYING } from './stance-of.ts';
import { subjectOrCarried } from './subject-or-carried.ts';
import { chunkAt, lowerAt, type UnitState } from './unit-state.ts';
import { HEDGING_REPORTS, isSaying } from './verb-form.ts';
import { withResumption } from './with-resumption.ts';

/** "They say", "I think": verbs of which the bare form is no noun. */
const SURE_IN_BASE_FORM: ReadonlySet<string> = new Set(verbs.sureInBaseForm);
/** "Told Ana Ruiz": whoever stands behind these is told, and no subject of a clause. */
const ALWAYS_TOLD: ReadonlySet<string> = new Set(verbs.alwaysTold);

/** Who is named behind the verb: no source is carried over from before. */
function speakerAfter({ source }: { readonly source: SourcePhrase }) {
  return { source, isCarried: false };
}

/** The phrase after a source and what describes it. */
function afterSource(
  state: UnitState,
  { source, next }: { readonly source: SourcePhrase; readonly next: number },
): number {
  return source.apposition === null ? next : Math.max(next, chunkAt(state, source.apposition.end));
}

/** Reads one verb of saying: who, what, to whom. Null where the signs do not suffice. */
export function readVerbCue(state: UnitState, cue: VerbCue): Reading | null {
  const { scan, chunks } = state;
  const frames = cue.frames;
  const neither = noneBefore(state, cue.chunk);
  if (neither !== null) {
    const negated = { ...cue, isNegated: true };
    const refusal = silence(state, negated);
    const found = { source: neither, isCarried: false };
    return refusal === null ? null : finishReading(state, negated, found, [refusal], 'silence', { stance: 'declines' });
  }
  if (cue.isInfinitive || (cue.isPassive && cue.lemma !== 'draw' && cue.lemma !== 'reach')) return null;
  const quiet = silence(state, cue);
  if (quiet !== null) {
    const found = subjectOrCarried(state, cue);
    return found.source === null ? null : finishReading(state, cue, found, [quiet], 'silence', { stance: 'declines' });
  }
  if (cue.isNegated || isOfThing(state, cue)) return null;
  // "Women held | at the camp": kept there, and no finding. "Said | it | eleven times": once more.
  if (cue.lemma === 'hold' && chunks[cue.next]?.kind === 'preposition') return null;
  if (isRepeated(state, cue)) return null;

  // “…,” said Ana Ruiz
  const q = quoteBefore(chunks, cue.chunk);
  // "Told “Norvik at Eight,” reminding the hosts that": whoever stands behind a participle is told, and tells nothing.
  const inverted = cue.tense === 'ing' ? null : findNounAfter(scan, chunks, cue.next, 'inverted');
  if (q >= state.floor && q >= 0 && inverted !== null && frames.has('quote')) {
    const left = contentBefore(state, cue.chunk);
    const after = chunks[inverted.next];
    const isDescribed =
      after?.kind === 'verb' && scan.tokens[after.first]?.tag !== 'AUX' && lowerAt(scan, after).endsWith('ed');
    if (left !== null && (after?.kind !== 'verb' || isDescribed))
      return withResumption(state, cue, speakerAfter(inverted), left.range, 'quotation', inverted.next);
  }
  // "Some feared a fall, said Ana Ruiz": she said all of it, and nobody's speech goes on.
  if (
    inverted !== null &&
    frames.has('before') &&
    chunks[cue.chunk - 1]?.kind === 'comma' &&
    isInverted(scan, chunks, cue.chunk)
  ) {
    const left = contentBefore(state, cue.chunk);
    // "The lamp, noted Ana Ruiz, the mayor, | was new"
    const rest = left === null ? null : goesOnAfter(state, afterSource(state, inverted), left.range);
    if (left !== null && rest !== null && !hasVerb(chunks, left.range))
      return finishReading(state, cue, speakerAfter(inverted), [left.range, rest], 'before');
    if (left !== null && hasVerb(chunks, left.range))
      return withResumption(state, cue, speakerAfter(inverted), left.range, 'before', inverted.next);
  }
  const isBareForm = cue.tense === 'base' && !SURE_IN_BASE_FORM.has(cue.lemma);
  if (isBareForm && findSubject(scan, chunks, cue.chunk) === null) return null;
  const near = subjectOrCarried(state, cue);
  if (near.source === null) {
    const left = contentBefore(state, cue.chunk);
    if (
      inverted !== null &&
      frames.has('quote') &&
      chunks[inverted.next]?.kind === 'colon' &&
      chunks[inverted.next + 1]?.kind === 'quote'
    ) {
      const quoted = [{ from: inverted.next + 1, to: inverted.next + 2 }];
      return finishReading(state, cue, speakerAfter(inverted), quoted, 'quotation');
    }
    if (
      left !== null &&
      inverted !== null &&
      canSpeak(scan, chunks[cue.next]) &&
      frames.has('before') &&
      hasVerb(chunks, left.range) &&
      chunks[inverted.next]?.kind !== 'verb'
    ) {
      return withResumption(state, cue, speakerAfter(inverted), left.range, 'before', inverted.next);
    }
  }
  if (near.source === null && isInverted(scan, chunks, cue.chunk)) return null;
  const found = near.source === null ? subjectByTree(state, cue) : { ...near, source: near.source };
  if (found === null) return null;
  // "Have reportedly written to the league asking for time": all of it is the rumour's.
  if (found.isCarried && cue.tense === 'ing' && chunks.slice(0, cue.chunk).some((chunk) => isRumour(scan, chunk)))
    return null;
  // told Reuters
  let from = cue.next;
  let addressee: Span | null = null;
  if (frames.has('addressee') && chunks[from]?.kind === 'noun') {
    const end = nounEnd(scan, chunks, from);
    const last = chunks[from];
    const isSubject = !ALWAYS_TOLD.has(cue.lemma) && chunks[end]?.kind === 'verb';
    if (!isSubject && last !== undefined) {
      let stop = from + 1;
      if (chunks[end]?.kind !== 'verb') stop = from + 1;
      if (chunks[stop]?.kind === 'and' && chunks[stop + 1]?.kind === 'noun' && chunks[stop + 2]?.kind !== 'verb')
        stop += 2;
      addressee = {
        start: scan.tokens[last.first]?.start ?? 0,
        end: scan.tokens[(chunks[stop - 1]?.end ?? last.end) - 1]?.end ?? 0,
      };
      from = stop;
    }
  }
  // “If he thinks so,” the narrator says, “what then?”: a quotation that ends in its comma is what was said.
  const led = frames.has('quote') && !found.isCarried ? quotationBefore(state, found.source) : null;
  if (led !== null)
    return withResumption(state, cue, found, led, 'quotation', skipCircumstance(scan, chunks, from), addressee);
  const fronted = afterFronted(state, cue, found.source, from);
  if (fronted !== null) return finishReading(state, cue, found, [fronted], 'before', { addressee });
  const gap = frames.has('clause') && addressee === null ? relativeGap(state, cue) : null;
  if (gap !== null) return finishReading(state, cue, found, [gap], basisOf(cue, 'clause'));
  const right = contentAfter(state, cue, from);
  if (right !== null) return finishReading(state, cue, found, right.ranges, basisOf(cue, right.basis), { addressee });
  // “…,” Ana Ruiz said  and  The bridge is safe, officials said
  if (!found.isCarried && (frames.has('before') || frames.has('quote')) && found.source.place === 'subject') {
    const start = chunkAt(state, found.source.span.start);
    const left = contentBefore(state, start);
    // "Under the truce, | both armies agreed to leave": when, and not what, they agreed.
    const isPromise = frames.has('infinitive') && chunks[from]?.kind === 'infinitive' && left?.isQuote === false;
    const isLinked = chunks[start - 1]?.kind === 'subordinator' ? lowerAt(scan, chunks[start - 1]) === 'as' : true;
    // "None of it proves much, but within their means they show | a rare skill": what they show stands behind.
    // "With the help of the “Mockers”, she held | a fake hearing": marks before a verb that quotes nobody are a term's.
    const isTaken =
      !isSaying(cue.lemma) && chunks[cue.next]?.kind === 'noun' && (left?.isQuote === false || !frames.has('quote'));
    if (left !== null && isLinked && !isTaken && !isPromise && (left.isQuote || frames.has('before'))) {
      const isAside = chunks[start - 1]?.kind === 'subordinator';
      // "As she might have put it": nobody has.
      if (isAside && cue.isModal) return null;
      const at = skipCircumstance(scan, chunks, from);
      const more = left.isQuote ? null : (goesOnAfter(state, at, left.range) ?? restOfAside(state, at, start));
      if (more !== null) return finishReading(state, cue, found, [left.range, more], 'before', { addressee });
      const isHeard = cue.lemma === 'hear' && isHearing(scan, found.source) && left.range.to - left.range.from > 2;
      if (left.isQuote || (isHeard && left.range.from === 0) || hasVerb(chunks, left.range))
        return withResumption(
          state,
          cue,
          found,
          left.range,
          left.isQuote ? 'quotation' : 'before',
          skipCircumstance(scan, chunks, from),
          addressee,
        );
    }
  }
  if (frames.has('addressee') && chunks[from]?.kind === 'infinitive' && addressee !== null && frames.has('order')) {
    return finishReading(state, cue, found, [{ from: cue.next, to: contentEnd(scan, chunks, cue.next) }], 'object');
  }
  const charge = DENYING.has(cue.lemma) ? chargeBefore(state, found.source) : null;
  if (charge !== null) return finishReading(state, cue, found, [charge], 'object');
  // "would announce", "will call for" tell of what may come, not of what was said.
  if (cue.isModal || (frames.has('infinitive') && isRumoured(state, cue))) return null;
  const object = objectAfter(state, cue, found.source);
  const isKept = object !== null && DENYING.has(cue.lemma) && isGranted(scan, chunks, object);
  if (isKept && cue.lemma !== 'reject') return null;
  const told =
    object === null
      ? null
      : endsEarly(cue.lemma)
        ? { ...object, to: objectEnd(state, object.from, object.to) }
        : object;
  if (told !== null)
    return finishReading(
      state,
      cue,
      found,
      [deniedClause(state, cue, told)],
      'object',
      isKept ? { stance: 'asserts' } : {},
    );
  // "Told a news conference | the warrant concerned taxes and …": a clause whose verb the tagger took for something else.
  const rest = { from, to: contentEnd(scan, chunks, from) };
  const isTold = cue.lemma === 'tell' && addressee !== null && hidesVerb(scan, chunks[from]) && hasVerb(chunks, rest);
  if (isTold) return finishReading(state, cue, found, [rest], 'parsed', { addressee });
  const clause = frames.has('clause') ? clauseByTree(state, cue) : null;
  return clause === null ? null : finishReading(state, cue, found, [clause], 'parsed', { addressee });
}

/** "The warrant concerned unpaid taxes": a past form inside a noun phrase, an adjective to the tagger. */
function hidesVerb({ tokens }: UnitState['scan'], chunk: UnitState['chunks'][number] | undefined): boolean {
  if (chunk?.kind !== 'noun') return false;
  return tokens
    .slice(chunk.first, chunk.end - 1)
    .some(({ tag, lower }, i) => tag === 'ADJ' && lower.endsWith('ed') && tokens[chunk.first + i - 1]?.tag === 'NOUN');
}

/** "Said it | eleven times", "said so | again": nothing is told of what was said. */
function isRepeated({ scan, chunks }: UnitState, cue: VerbCue): boolean {
  const what = chunks[cue.next];
  if (cue.lemma !== 'say' || what === undefined || !/^(?:it|so|this)$/.test(lowerAt(scan, what))) return false;
  const start = scan.tokens[what.first]?.end ?? 0;
  return (
    what.end - what.first === 1 &&
    /^ (?:\p{L}+ times|again|twice|once)(?!\p{L})/u.test(scan.text.slice(start, start + 24))
  );
}

/** "Denied it on Monday", "admitted the charge in a letter": when, while "promised a vote on Monday" tells it. */
const endsEarly = (lemma: string): boolean => DENYING.has(lemma) || lemma === 'admit';

/** Between these and their link stands whoever is reminded: "reminds us of". */
const BEFORE_THING: ReadonlyMap<string, string> = new Map(Object.entries(silent.beforeThing));

/** "The song reminds us of the sea": it calls something to mind, and says nothing. */
function isOfThing({ scan, chunks }: UnitState, cue: VerbCue): boolean {
  if (BEFORE_THING.get(cue.lemma) !== lowerAt(scan, chunks[cue.next + 1])) return false;
  return !chunks.slice(cue.next).some(({ kind }) => kind === 'that');
}

/** "The results were, as the report shows, | dramatic"; null where the aside stands at an end. */
function restOfAside({ scan, chunks }: UnitState, at: number, start: number): Range | null {
  if (chunks[start - 1]?.kind !== 'subordinator' || chunks[start - 2]?.kind !== 'comma') return null;
  if (chunks[at]?.kind !== 'comma' || chunks[start - 3]?.kind !== 'verb') return null;
  const to = contentEnd(scan, chunks, at + 1);
  return to > at + 1 ? { from: at + 1, to } : null;
}

/** The quotation that runs into a subject by a comma of its own; null where another verb before it may own it. */
function quotationBefore(state: UnitState, source: SourcePhrase): Range | null {
  const { scan, chunks } = state;
  const start = source.place === 'subject' ? chunkAt(state, source.span.start) : -1;
  const q = start < 0 ? -1 : quoteBefore(chunks, start);
  const quote = chunks[q];
  if (quote === undefined || q < state.floor || chunks.slice(0, q).some((chunk) => holdsCue(scan, chunk))) return null;
  const last = quoteOf(scan, quote.first)?.inner.end ?? 0;
  const isRun = isWholeQuote(scan, quote) && (/[,!?]/.test(scan.text.charAt(last - 1)) || q < start - 1);
  return isRun ? (contentBefore(state, start)?.range ?? null) : null;
}

function isRumour(scan: UnitState['scan'], { kind, first, end }: UnitState['chunks'][number]): boolean {
  return kind === 'verb' && scan.tokens.slice(first, end).some(({ lower }) => HEDGING_REPORTS.has(lower));
}

/** "Have reportedly agreed to pay": a rumour about them, and no words of theirs. */
function isRumoured({ scan, chunks }: UnitState, cue: VerbCue): boolean {
  const first = chunks[cue.chunk]?.first ?? cue.token;
  return scan.tokens.slice(first, cue.token).some(({ lower }) => HEDGING_REPORTS.has(lower));
}

function basisOf(cue: VerbCue, basis: Basis): Basis {
  if (basis !== 'clause') return basis;
  if (cue.frames.has('thought') && !isSaying(cue.lemma)) return 'thought';
  return cue.frames.has('finding') && !isSaying(cue.lemma) ? 'finding' : 'clause';
}
