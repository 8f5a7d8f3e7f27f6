import type { Token } from '#language/read-tokens.ts';
import type { Scan, Unit } from '../scan-article.ts';
import { isOutletNoun } from '../sources/is-outlet-name.ts';
import { nounKind } from '../sources/noun-kind.ts';
import { type ChunkKind, chunkKind, POSSESSIVES, SUBJECT_PRONOUNS, SURE_VERBS } from './chunk-kind.ts';
import { isJoined } from './is-joined.ts';
import { framesOf, verbForm } from './verb-form.ts';

/** A run of tokens with one task in its sentence. `first` and `end` are indexes of tokens, half-open. */
export type Chunk = { readonly kind: ChunkKind; readonly first: number; readonly end: number };

/** A fragment in marks of at most this many tokens is read as part of the sentence around it. */
const INLINE_TOKENS = 3;
/** And a name for a thing in small letters, of at most this many. */
const TERM_TOKENS = 5;

/** Whether a noun phrase that is open ends before token i, because another begins there. */
function startsNewNoun(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const before = tokens[i - 1];
  if (token === undefined || before === undefined) return true;
  if (isJoined(tokens, i) && token.tag !== 'PRON') return false;
  if (SUBJECT_PRONOUNS.has(token.lower) || SUBJECT_PRONOUNS.has(before.lower)) return true;
  const isAfterCore = before.tag === 'NOUN' || before.tag === 'PROPN' || before.tag === 'PRON';
  // "In a statement | Pagoda said": a firm's name after a paper's noun begins its own phrase.
  if (
    before.tag === 'NOUN' &&
    nounKind(before.lower) === 'document' &&
    /^\p{Lu}/u.test(token.text) &&
    tokens[i - 2]?.tag === 'DET' &&
    tokens[i - 3]?.tag === 'ADP'
  )
    return true;
  // "Told jurors | Peter Lunt had lied": after those who were told a name begins what they were told.
  const told = tokens[i - 2]?.tag === 'DET' ? tokens[i - 3] : tokens[i - 2];
  if (
    before.tag === 'NOUN' &&
    verbForm(told?.lower ?? '')?.lemma === 'tell' &&
    /^\p{Lu}/u.test(token.text) &&
    !isOutletNoun(before.lower) &&
    ['group', 'body'].includes(nounKind(before.lower) ?? '')
  )
    return true;
  if (token.tag === 'DET' || POSSESSIVES.has(token.lower)) return isAfterCore && !POSSESSIVES.has(before.lower);
  return false;
}

/** Whether the words in marks begin as a verb does: said it “appeared” to move. */
function startsVerb(tokens: readonly Token[], from: number, to: number): boolean {
  const tag = tokens[from + 1]?.tag;
  return to > from + 1 && (tag === 'VERB' || tag === 'AUX');
}

/** Where a bracket that opens at token i closes; -1 where it does not within the unit. */
function closingBracket(tokens: readonly Token[], i: number, end: number): number {
  const limit = Math.min(end, i + 40);
  for (let k = i + 1; k < limit; k += 1) if (tokens[k]?.lower === ')' || tokens[k]?.lower === ']') return k;
  return -1;
}

/**
 * Cuts a unit into phrases: noun phrases, verb groups, quotations, marks. A shallow reading without a grammar; where the
 * tagger errs the phrases are wrong, so whoever decides on them must ask for more than one sign.
 */
export function chunkUnit(scan: Scan, unit: Unit): Chunk[] {
  const { tokens } = scan;
  const chunks: Chunk[] = [];
  const open: { kind: ChunkKind | null; first: number } = { kind: null, first: unit.first };
  const begin = (end: number, kind: ChunkKind | null, first: number) => {
    if (open.kind !== null && end > open.first) chunks.push({ kind: open.kind, first: open.first, end });
    open.kind = kind;
    open.first = first;
  };
  for (let i = unit.first; i < unit.end; i += 1) {
    const q = scan.quoteAt[i] ?? -1;
    if (q >= 0) {
      let end = i + 1;
      while (end < unit.end && scan.quoteAt[end] === q) end += 1;
      if (!isInline(scan, q, i, end)) {
        begin(i, null, i);
        chunks.push({ kind: 'quote', first: i, end });
      } else {
        if (open.kind !== 'noun') begin(i, 'noun', i);
        // "A shoal known as “the Gut,” had moved": a comma inside the marks parts phrases all the same.
        const comma = tokens[end - 2]?.text === ',' && end - 2 > i ? end - 2 : -1;
        if (comma > 0) {
          begin(comma, null, comma);
          chunks.push({ kind: 'comma', first: comma, end });
        }
      }
      i = end - 1;
      continue;
    }
    const lower = tokens[i]?.lower;
    const closing = lower === '(' || lower === '[' ? closingBracket(tokens, i, unit.end) : -1;
    if (closing > 0) {
      begin(i, null, i);
      chunks.push({ kind: 'bracket', first: i, end: closing + 1 });
      i = closing;
      continue;
    }
    const isOuter = isOuterVerb(tokens, i);
    const kind = isOuter ? 'verb' : chunkKind(scan, i, open.kind);
    if (isOuter || !goesOn(tokens, i, open.kind, kind)) begin(i, kind, i);
  }
  begin(unit.end, null, unit.end);
  return chunks;
}

/** "An official who asked not to be named | told Reuters": the verb of the clause around it. */
function isOuterVerb(tokens: readonly Token[], i: number): boolean {
  const [be, participle, token] = [tokens[i - 2], tokens[i - 1], tokens[i]];
  if (token?.tag !== 'VERB' || !SURE_VERBS.has(token.lower) || participle?.tag !== 'VERB') return false;
  return /^VB[ND]$/.test(participle.fine) && be?.lower === 'be';
}

/** Whether token i continues the phrase that is open. */
function goesOn(tokens: readonly Token[], i: number, open: ChunkKind | null, kind: ChunkKind): boolean {
  if (open !== kind) return false;
  if (kind === 'noun') return !startsNewNoun(tokens, i);
  const token = tokens[i];
  if (kind === 'infinitive') return token?.lower !== 'to';
  if (kind === 'verb' && opensGerund(tokens, i)) return false;
  // "A stall that forecasters said | could last": what was said of the stall.
  if (
    kind === 'verb' &&
    token?.tag === 'AUX' &&
    tokens[i - 1]?.tag === 'VERB' &&
    (SURE_VERBS.has(tokens[i - 1]?.lower ?? '') || isPlainCue(tokens[i - 1]))
  )
    return false;
  // "A claim that the vote was rigged | has been rejected": the verb of another clause.
  const isSecond = token?.tag === 'AUX' && /^VB[ZDP]$/.test(token.fine) && tokens[i - 1]?.fine === 'VBN';
  if (kind === 'verb' && isSecond && tokens[i - 2]?.tag === 'AUX') return false;
  if (kind === 'verb') return !(token?.tag === 'VERB' && tokens[i - 1]?.tag === 'VERB' && !SURE_VERBS.has(token.lower));
  return kind === 'time' || kind === 'adverb';
}

/** "Say", "believe", "feared": what a clause follows, and no auxiliary of its own. */
function isPlainCue(token: Token | undefined): boolean {
  const form = verbForm(token?.lower ?? '');
  return form !== undefined && form.tense !== 'ing' && framesOf(form.lemma).has('before');
}

/** "Denied | having met him", "has denied ever | seeing it": what was denied begins its own phrase. */
function opensGerund(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const before = tokens[i - 1];
  const verb = before?.tag === 'ADV' ? tokens[i - 2] : before;
  if (verb?.tag !== 'VERB' && !SURE_VERBS.has(verb?.lower ?? '')) return false;
  return token?.lower === 'having' || token?.lower === 'being' || (token?.fine === 'VBG' && token.tag === 'VERB');
}

/** Whether a few words in marks are read as a noun phrase of the sentence around them: the “prime suspect”. */
function isInline(scan: Scan, q: number, from: number, to: number): boolean {
  const quote = scan.quotes[q];
  if (quote === undefined || quote.shape === 'utterance') return false;
  const isLow = /^\p{Ll}/u.test(scan.text.charAt(quote.inner.start));
  if (quote.shape === 'term') return to - from <= (isLow ? TERM_TOKENS : INLINE_TOKENS) + 2;
  if (to - from > INLINE_TOKENS + 2) return false;
  // "It did “too little,” he said": the mark inside closes the clause.
  if (/[,.!?]/.test(scan.text.charAt(quote.inner.end - 1))) return false;
  const opensAsVerb = /^\p{Ll}+s\s(?:the|a|an|his|her|its)\b/u.test(
    scan.text.slice(quote.inner.start, quote.inner.end),
  );
  return !opensAsVerb && !startsVerb(scan.tokens, from, to);
}
