import { quoteOf } from '../quote-of.ts';
import type { Chunk } from './chunk-unit.ts';
import { contentEnd, type Range } from './content-end.ts';
import { appositionAfter } from './describes-noun.ts';
import type { VerbCue } from './find-cues.ts';
import { phrase } from './find-subject.ts';
import { canSpeak, headWord, NOT_SOURCES, nounEnd, nounStart } from './noun-start.ts';
import type { SourcePhrase } from './source-phrase.ts';
import { tokenSpan } from './token-span.ts';
import type { UnitState } from './unit-state.ts';
import { isSaying } from './verb-form.ts';

/** What may stand before a clause that somebody says. */
const MARKS: ReadonlySet<string> = new Set(['whether', 'if', 'to']);
/** How far a chain of verbs with one subject is followed: "rose, looked round and said". */
const MOST_STEPS = 3;

/**
 * The clause that a verb of saying governs in the tree of its sentence: for what the phrases leave unread, as where the tagger took the
 * clause's verb for a noun. The tree tells where it begins, the phrases where it ends: where both know an end, the phrases are right
 * four times as often.
 */
export function clauseByTree(state: UnitState, cue: VerbCue): Range | null {
  const { scan, chunks, tree } = state;
  // No verb, no clause: then the tree need not be read.
  const stop = chunks.findIndex(({ kind }, i) => i > cue.chunk && (kind === 'comma' || kind === 'semicolon'));
  const near = chunks.slice(cue.chunk + 1, stop < 0 ? chunks.length : stop);
  if (!near.some(({ kind }) => kind === 'verb' || kind === 'quote' || kind === 'infinitive')) return null;
  const { bordersOf, childrenOf, relationOf } = tree();
  const clause = childrenOf(cue.token).find((child) => child > cue.token && relationOf(child) === 'ccomp');
  if (clause === undefined || quoteOf(scan, clause)?.shape === 'utterance') return null;
  const marks = childrenOf(clause).filter((child) => child < clause && relationOf(child) === 'mark');
  const that = marks.find((mark) => scan.tokens[mark]?.lower === 'that');
  if (that === undefined && marks.some((mark) => !MARKS.has(scan.tokens[mark]?.lower ?? ''))) return null;
  const begins = chunkOf(chunks, that ?? bordersOf(clause).first);
  const opener = chunks[begins];
  if (opener === undefined || begins <= cue.chunk || !mayOpen(state, cue, opener)) return null;
  const from = opener.kind === 'that' ? begins + 1 : begins;
  return { from, to: contentEnd(scan, chunks, from) };
}

/** Quotations have their own rules; "the firm said, which …" and "a man said to be rich" are no clauses of the saying. */
function mayOpen({ scan }: UnitState, cue: VerbCue, opener: Chunk): boolean {
  const word = scan.tokens[opener.first]?.lower ?? '';
  if (opener.kind === 'quote' || word === 'which' || word === 'who') return false;
  if (opener.kind === 'infinitive') return cue.frames.has('addressee');
  return opener.kind !== 'verb' || !word.endsWith('ing');
}

/** The phrase that holds a token; -1 where none does. */
function chunkOf(chunks: readonly Chunk[], token: number): number {
  return chunks.findIndex(({ first, end }) => first <= token && token < end);
}

/** The subject of a verb in the tree, with the words that the phrases give it: for what the phrases alone do not reach. */
export function subjectByTree(state: UnitState, cue: VerbCue): { source: SourcePhrase; isCarried: boolean } | null {
  const { childrenOf, headOf, relationOf } = state.tree();
  let verb = cue.token;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const subject = childrenOf(verb).find((child) => child < cue.token && relationOf(child) === 'nsubj');
    if (subject !== undefined) {
      const source = sourceAt(state, subject, verb, isSaying(cue.lemma));
      return source === null ? null : { source, isCarried: steps > 0 };
    }
    // "…, warning that …": it is the main clause's subject that warns.
    const isHung = relationOf(verb) === 'advcl' && cue.tense === 'ing' && headOf(verb) < verb;
    if (relationOf(verb) !== 'conj' && !isHung) return null;
    verb = headOf(verb);
  }
  return null;
}

function sourceAt(state: UnitState, subject: number, verb: number, isSure: boolean): SourcePhrase | null {
  const { scan, chunks } = state;
  const k = chunkOf(chunks, subject);
  const chunk = chunks[k];
  if (chunk === undefined) return null;
  if (chunk.kind === 'who') {
    const { headOf, relationOf } = state.tree();
    const noun = relationOf(verb).startsWith('acl') ? chunkOf(chunks, headOf(verb)) : -1;
    if (!canSpeak(scan, chunks[noun])) return null;
    const whole = phrase(scan, chunks, nounStart(scan, chunks, noun), noun, 'relative', null);
    return whole === null ? null : { ...whole, span: tokenSpan(scan, subject, subject + 1), antecedent: whole.span };
  }
  if (chunk.kind !== 'noun' || NOT_SOURCES.has(headWord(scan, chunk)) || !(isSure || canSpeak(scan, chunk)))
    return null;
  const end = nounEnd(scan, chunks, k);
  const apposition = chunks[end]?.kind === 'comma' ? appositionAfter(scan, chunks, end) : null;
  return phrase(scan, chunks, nounStart(scan, chunks, k), k, 'subject', apposition);
}
