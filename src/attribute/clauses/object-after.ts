import grammar from '../data/grammar-en.json' with { type: 'json' };
import stances from '../data/stances-en.json' with { type: 'json' };
import verbs from '../data/verbs-en.json' with { type: 'json' };
import { quoteOf } from '../quote-of.ts';
import type { Scan } from '../scan-article.ts';
import { describeSource } from '../sources/describe-source.ts';
import { nounKind } from '../sources/noun-kind.ts';
import type { Chunk } from './chunk-unit.ts';
import { contentEnd, type Range } from './content-end.ts';
import type { VerbCue } from './find-cues.ts';
import { isApposedCharge, isCharge } from './is-charge.ts';
import { isRebuttal } from './is-rebuttal.ts';
import { canSpeak, headWord, nounEnd } from './noun-start.ts';
import { skipCircumstance } from './skip-circumstance.ts';
import type { SourcePhrase } from './source-phrase.ts';
import { DENYING } from './stance-of.ts';
import { chunkAt, lowerAt, type UnitState } from './unit-state.ts';
import { DECLINED, NOT_SAID, verbForm } from './verb-form.ts';

const REFUSING: ReadonlySet<string> = new Set(verbs.refusing);
const DEEDS: ReadonlySet<string> = new Set(stances.deeds);
const UNNAMED: ReadonlySet<string> = new Set(stances.unnamed);
const REQUESTS: ReadonlySet<string> = new Set(stances.requests);
const ASKING: ReadonlySet<string> = new Set(grammar.asking);
/** "Praised the pier | as “a gem”": words about a thing only with an "as". */
const JUDGING_AS: ReadonlySet<string> = new Set(verbs.judgingAs);
/** How many phrases such an aside holds. */
const ASIDE = 6;
const CLAIMED = /^(?:credit|responsibility|victory)$/;
/** Behind these may stand whoever is warned. */
const WARNING: ReadonlySet<string> = new Set(verbs.warning);
const REPLYING: ReadonlySet<string> = new Set(verbs.replying);

/** A noun phrase, an infinitive or a complement that says what was denied, promised or called something. */
export function objectAfter(state: UnitState, cue: VerbCue, source: SourcePhrase): Range | null {
  const { scan, chunks } = state;
  const near = chunks[cue.next];
  const isLater = cue.frames.has('object') && !cue.lemma.includes(' ') && near !== undefined && near.kind !== 'noun';
  // "Denied | , through a spokesman, | any link"
  const close = near?.kind === 'comma' ? chunks.findIndex(({ kind }, i) => i > cue.next && kind === 'comma') : -1;
  const isAside =
    close > 0 && close - cue.next <= ASIDE && DENYING.has(cue.lemma) && chunks[cue.next + 1]?.kind === 'preposition';
  const at = isAside ? close + 1 : isLater ? skipCircumstance(scan, chunks, cue.next) : cue.next;
  const chunk = chunks[at];
  if (chunk === undefined) return null;
  const to = beforeNextDeed(state, at, contentEnd(scan, chunks, at));
  // "The deals announced | in October 2025".
  const isLast = chunks[at + 1] === undefined || chunks[at + 1]?.kind === 'other';
  const words = scan.text.slice(scan.tokens[chunk.first]?.start, scan.tokens[chunk.end - 1]?.end);
  // "Police said 12; the hospital said | 17": a figure alone is said.
  if (isLast && cue.lemma === 'say' && at === cue.next && /^[£$€¥]?\d[\d.,]*(?: ?\p{Ll}{1,8}|%)?$/u.test(words))
    return { from: at, to: at + 1 };
  if (isLast && isNumber(words)) return null;
  // "Calls | that | a lie", "dismissed | as “sour grapes” | the claims"
  const after = chunks[at + 1]?.kind;
  const isThat = cue.frames.has('complement') && chunk.kind === 'that' && (after === 'noun' || after === 'quote');
  if (isThat && opensComplement(scan, chunks[at + 1])) return { from: at, to };
  const isAs = DENYING.has(cue.lemma) && lowerAt(scan, near) === 'as' && chunks[cue.next + 1]?.kind === 'noun';
  if (isAs && chunks.slice(cue.next + 1, to).some((what) => isCharge(scan, what))) return { from: cue.next, to };
  // "Claimed | responsibility for the blast"
  if (cue.lemma === 'claim' && chunk.kind === 'noun' && CLAIMED.test(headWord(scan, chunk))) return { from: at, to };
  // "Hit back | at | that suggestion"
  const answered = / (?:back|out)$/.test(cue.lemma) && /^(?:at|against)$/.test(lowerAt(scan, near)) ? cue.next + 1 : -1;
  if (answered > 0 && chunks[answered]?.kind === 'noun' && isCharge(scan, chunks[answered]))
    return { from: answered, to: answered + 1 };
  if (cue.lemma === 'cite' && isGround(scan, chunk)) return { from: at, to };
  if (cue.lemma === 'refer to' && !isCalled(scan, chunks, at, to)) return null;
  if (cue.frames.has('infinitive') && chunk.kind === 'infinitive') return { from: at, to };
  if (
    cue.frames.has('object') &&
    (chunk.kind === 'noun' || chunk.kind === 'quote' || (chunk.kind === 'verb' && lowerAt(scan, chunk).endsWith('ing')))
  )
    return { from: at, to };
  if (cue.frames.has('object') && cue.lemma.includes(' ') && chunk.kind !== 'comma') return { from: at, to };
  const end = chunk.kind === 'noun' ? nounEnd(scan, chunks, at) : at;
  if (end === at) return null;
  const follower = chunks[end];
  // "accused the firm of hiding it": the preposition was taken for part of the noun phrase.
  if (cue.frames.has('accuse')) {
    for (let i = at + 1; i < to; i += 1) {
      const w = lowerAt(scan, chunks[i]);
      const isJudged = JUDGING_AS.has(cue.lemma);
      // "Attributed the remark | to | a diplomat": who said it, and no cause.
      if (cue.lemma === 'attribute' && w === 'to' && canSpeak(scan, chunks[i + 1])) return null;
      if (
        isJudged
          ? w === 'as'
          : cue.lemma === 'put'
            ? w === 'at'
            : w === 'of' || w === 'as' || w === 'to' || w === 'with'
      )
        return { from: at, to };
    }
  }
  if (cue.frames.has('complement') && !isHabit(state, cue, at, to)) {
    // "called the report false": the adjective closes the noun phrase.
    const isAdjective = [chunk.end, chunks[end - 1]?.end ?? chunk.end].some((k) => scan.tokens[k - 1]?.tag === 'ADJ');
    if (isAdjective && chunk.end - chunk.first > 2) return { from: at, to };
    // "Called the claim laughable": a noun to the tagger.
    const first = scan.tokens[chunk.first]?.start ?? 0;
    if (isRebuttal(scan.text, [{ start: first, end: scan.tokens[chunk.end - 1]?.end ?? first }]))
      return { from: at, to };
    // "Called the ruling on Friday “a blow”".
    const told = skipCircumstance(scan, chunks, end);
    if (end < to && (follower?.kind === 'noun' || (told < to && chunks[told]?.kind === 'quote')))
      return { from: at, to };
    for (let i = at + 1; i < end; i += 1) if (chunks[i]?.kind === 'quote') return { from: at, to };
    for (let i = chunk.first; i < (chunks[end - 1]?.end ?? chunk.end); i += 1)
      if ((scan.quoteAt[i] ?? -1) >= 0 && i > chunk.first) return { from: at, to };
  }
  if (
    cue.frames.has('documented') &&
    describeSource(scan.text.slice(source.span.start, source.span.end)).kind === 'document'
  )
    return { from: at, to };
  // "Cautioned his colleagues | against | “governing from the bench”"
  const against = chunks[at + 1]?.kind === 'preposition' && lowerAt(scan, chunks[at + 1]) === 'against';
  if (against && WARNING.has(cue.lemma) && canSpeak(scan, chunk) && at + 2 < chunks.length)
    return { from: at + 2, to: Math.max(to, at + 3) };
  // "Urged the port to “stop this”", "tells supporters at a rally to go home".
  const asked = cue.frames.has('order') ? skipCircumstance(scan, chunks, end) : end;
  const isAsked =
    chunks[asked]?.kind === 'infinitive' ||
    lowerAt(scan, chunks[asked]) === 'to' ||
    (lowerAt(scan, chunks[asked - 1]) === 'to' && chunks[asked]?.kind === 'quote');
  if (cue.frames.has('order') && isAsked && !isBought(scan, cue, chunk)) return { from: at, to };
  return null;
}

/** "… a lie", "… “a smear”": what something is called, and no subject of a clause. */
const opensComplement = (scan: Scan, chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'quote' || INDEFINITE.has(lowerAt(scan, chunk)) || (scan.quoteAt[chunk?.first ?? -1] ?? -1) >= 0;

/** "A glass", "more rope": some or other. */
const INDEFINITE: ReadonlySet<string> = new Set(grammar.indefinite);

/** "Orders | a glass of hot water | to wash his fork in": a thing that is not told to do anything. */
function isBought(scan: Scan, { lemma }: VerbCue, chunk: Chunk): boolean {
  const first = scan.tokens[chunk.first];
  const isAny = first?.tag === 'NUM' || INDEFINITE.has(first?.lower ?? '');
  return lemma === 'order' && isAny && !canSpeak(scan, chunk);
}

const isNumber = (words: string) => /^[\d.,\s]+$/.test(words);

/** "Denied any wrongdoing | and defended the rise": the next thing that the source did is no part of what they denied. */
function beforeNextDeed({ scan, chunks }: UnitState, from: number, to: number): number {
  for (let i = from; i < to; i += 1) {
    const isGerund = i === from && lowerAt(scan, chunks[i]).endsWith('ing');
    if ((chunks[i]?.kind === 'verb' && !isGerund) || chunks[i]?.kind === 'quote' || chunks[i]?.kind === 'that')
      return to;
    const next = chunks[i + 1];
    if (chunks[i]?.kind !== 'and' || next?.kind !== 'verb' || i === from) continue;
    const tense = verbForm(lowerAt(scan, next))?.tense;
    // "Appealed for “restraint” | and set a date"
    if (scan.tokens[next.first]?.fine === 'VBD' || /^(?:set|put|cut)$/.test(lowerAt(scan, next))) return i;
    return tense === 'past' || /(?:[^e]ed|^(?:was|were|had|has|is))$/.test(lowerAt(scan, next)) ? i : to;
  }
  return to;
}

/** "What they call the “split day”": how a thing is called, and nothing that is said of it. */
function isHabit({ scan, chunks }: UnitState, cue: VerbCue, at: number, to: number): boolean {
  if (cue.lemma !== 'call' || cue.tense === 'past') return false;
  for (let i = at; i < to; i += 1) {
    const chunk = chunks[i];
    for (let k = chunk?.first ?? 0; k < (chunk?.end ?? 0); k += 1) {
      const quote = quoteOf(scan, k);
      if (quote !== undefined) return quote.shape === 'term';
    }
  }
  return false;
}

/** "Citing the cost", "cited a lack of money": a ground that somebody gives, and not whom they quote. */
function isGround(scan: Scan, chunk: Chunk): boolean {
  if (chunk.kind === 'quote') return true;
  const isName = /^\p{Lu}/u.test(scan.tokens[chunk.end - 1]?.text ?? '');
  return chunk.kind === 'noun' && !isName && nounKind(headWord(scan, chunk)) === null;
}

/** "declined to comment", "did not respond", "would not say": what was not said, or null. */
export function silence(state: UnitState, cue: VerbCue): Range | null {
  const { scan, chunks } = state;
  const next = chunks[cue.next];
  if (REFUSING.has(cue.lemma)) {
    const times = chunks[cue.next];
    const isTimes = times?.kind === 'noun' && headWord(scan, times) === 'times';
    const to = skipCircumstance(scan, chunks, isTimes ? cue.next + 1 : cue.next);
    const what = chunks[to];
    if (what?.kind !== 'infinitive') return null;
    // "A driver who declined to be named": it keeps back a name, and answers all the same. "Declined to run": a deed.
    const deed = scan.tokens.slice(what.first + 1, what.end).map(({ lower }) => lower);
    if (UNNAMED.has(deed.join(' ')) || DEEDS.has(deed.at(-1) ?? '')) return null;
    // "Declined to put a sum on it"; "refused to go" is a deed.
    if (cue.lemma === 'decline') return { from: to, to: contentEnd(scan, chunks, to) };
    for (let i = what.first; i < what.end; i += 1)
      if (DECLINED.has(scan.tokens[i]?.lower ?? '')) return { from: to, to: contentEnd(scan, chunks, to) };
    return null;
  }
  // "Stopped short of | naming him"
  if (cue.lemma === 'stop short') {
    const of = chunks.findIndex(({ kind }, k) => k > cue.chunk && kind === 'preposition');
    const what = verbForm(lowerAt(scan, chunks[of + 1]));
    const isHeldBack = of > 0 && of - cue.chunk <= 2 && what?.tense === 'ing' && DECLINED.has(what.lemma);
    return isHeldBack ? { from: of + 1, to: contentEnd(scan, chunks, of + 1) } : null;
  }
  if (cue.isNegated && cue.lemma === 'draw' && cue.isPassive)
    return {
      from: cue.next < chunks.length ? cue.next : cue.chunk,
      to: Math.max(cue.next, contentEnd(scan, chunks, cue.next)),
    };
  // "Could not be reached for comment"
  if (cue.lemma === 'reach') {
    const isSought = cue.isNegated && cue.isPassive && lowerAt(scan, next) === 'for';
    return isSought ? { from: cue.next, to: contentEnd(scan, chunks, cue.next) } : null;
  }
  if (REPLYING.has(cue.lemma) && !isAnswer(state, cue)) return null;
  // "Neither confirmed nor denied"
  const words = scan.tokens.slice(chunks[cue.chunk]?.first, chunks[cue.chunk]?.end).map(({ lower }) => lower);
  if (cue.lemma === 'deny' && words.includes('nor') && /^confirm/.test(words[0] ?? ''))
    return { from: cue.next, to: contentEnd(scan, chunks, cue.next) };
  // "Does not deny | sending them": an admission, and no silence.
  if (cue.lemma === 'deny' && !cue.isModal) return null;
  // "Has not said | when", "is not saying | if".
  const isAsked = next?.kind === 'who' || ASKING.has(lowerAt(scan, next));
  if (
    !cue.isNegated ||
    cue.isPassive ||
    (cue.tense !== 'base' && !REPLYING.has(cue.lemma) && !isAsked) ||
    !NOT_SAID.has(cue.lemma)
  )
    return null;
  if (cue.lemma === 'say' && lowerAt(scan, next) === 'that') return null;
  if (cue.next >= chunks.length || next?.kind === 'other') return { from: cue.chunk, to: cue.chunk + 1 };
  return {
    from: cue.next,
    to: REPLYING.has(cue.lemma)
      ? Math.max(cue.next + 1, contentEnd(scan, chunks, cue.next))
      : contentEnd(scan, chunks, cue.next),
  };
}

/** Whether what was not answered can be: "to questions", "calls", "when asked"; "the drug", "home" and "the door" cannot. */
function isAnswer({ scan, chunks }: UnitState, cue: VerbCue): boolean {
  if (cue.lemma === 'comment') return true;
  const isTo = lowerAt(scan, chunks[cue.next]) === 'to';
  const what = chunks[isTo ? cue.next + 1 : cue.next];
  if (what?.kind === 'noun')
    return (
      REQUESTS.has(headWord(scan, what)) ||
      (isTo && (canSpeak(scan, what) || /^(?:it|this|that|them)$/.test(headWord(scan, what))))
    );
  if (cue.lemma === 'return') return false;
  // "The brakes did not respond": whatever cannot speak answers nothing.
  const subject = chunks[cue.chunk - 1];
  return subject?.kind !== 'noun' || canSpeak(scan, subject) || isTo;
}

/** "…, a charge the ministry denies", "…, which Feld denies": what stands before the charge is what is denied. */
export function chargeBefore(state: UnitState, source: SourcePhrase): Range | null {
  const { scan, chunks } = state;
  const start = chunkAt(state, source.span.start);
  const link = chunks[start - 1];
  const linkWord = lowerAt(scan, link);
  const noun = link?.kind === 'that' || linkWord === 'which' ? start - 2 : start - 1;
  if (linkWord === 'which' && chunks[noun]?.kind === 'comma' && noun > state.floor)
    return { from: state.floor, to: noun };
  const head = chunks[noun];
  if (
    head === undefined ||
    (chunks[noun - 1]?.kind !== 'comma' && chunks[noun - 1]?.kind !== 'dash') ||
    noun - 1 <= state.floor
  )
    return null;
  return isApposedCharge(scan, head) ? { from: state.floor, to: noun - 1 } : null;
}

/** "Referred to the plan as a trap", "to “that man”": what somebody calls a thing. Without that they only mean it. */
function isCalled(scan: Scan, chunks: readonly Chunk[], from: number, to: number): boolean {
  return chunks.slice(from, to).some((chunk) => chunk.kind === 'quote' || lowerAt(scan, chunk) === 'as');
}
