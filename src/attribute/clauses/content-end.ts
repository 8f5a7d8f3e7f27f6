import type { Span } from '#core/article.ts';
import grammar from '../data/grammar-en.json' with { type: 'json' };
import { quoteOf } from '../quote-of.ts';
import type { Scan } from '../scan-article.ts';
import { nounKind } from '../sources/noun-kind.ts';
import type { Chunk } from './chunk-unit.ts';
import { isHalfClause, isParallel } from './is-parallel.ts';
import { isWholeQuote } from './is-whole-quote.ts';
import { canSpeak, headWord, isTimeLink, nounEnd } from './noun-start.ts';
import { TIME_SPANS } from './times.ts';
import { lowerAt } from './unit-state.ts';
import { framesOf, isSaying, takesContent, verbForm } from './verb-form.ts';

/** A half-open range of phrases of one unit. */
export type Range = { readonly from: number; readonly to: number };

/** "About 300 people", "some of it": behind these a quantity may stand. */
export const QUANTITY: ReadonlySet<string> = new Set(grammar.beforeQuantities);
const TRAILING = /[\s,;:،、—–-]/;

/**
 * The characters of a range of phrases: a quotation on its own loses its marks and the comma before the cue; anything
 * else loses marks of punctuation at its ends. Null where nothing is left.
 */
export function contentSpan(scan: Scan, chunks: readonly Chunk[], range: Range): Span | null {
  const { text, tokens } = scan;
  let { from, to } = range;
  const isBare = (chunk: Chunk | undefined) =>
    chunk !== undefined &&
    (chunk.kind === 'comma' ||
      chunk.kind === 'colon' ||
      chunk.kind === 'semicolon' ||
      chunk.kind === 'dash' ||
      (chunk.kind === 'other' && tokens[chunk.first]?.tag === 'PUNCT'));
  while (
    from < to &&
    (isBare(chunks[from]) || (chunks[from]?.kind === 'and' && tokens[chunks[from]?.first ?? 0]?.lower !== 'or'))
  )
    from += 1;
  // "According to Ruiz, | however, | the gate was shut"
  if (isAside(scan, chunks[from]) && chunks[from + 1]?.kind === 'comma' && from + 2 < to) from += 2;
  while (to > from && isBare(chunks[to - 1])) to -= 1;
  const first = chunks[from];
  const last = chunks[to - 1];
  if (first === undefined || last === undefined || from >= to) return null;
  const startToken = tokens[first.first];
  const endToken = tokens[last.end - 1];
  if (startToken === undefined || endToken === undefined) return null;
  let { start } = startToken;
  let { end } = endToken;
  const quote = quoteOf(scan, first.first);
  const lastQuote = quoteOf(scan, last.end - 1);
  if (quote !== undefined && quote === lastQuote && start <= quote.inner.start && end >= quote.inner.end) {
    return quote.inner;
  }
  if (lastQuote !== undefined) end = Math.max(end, Math.min(lastQuote.outer.end, end + 2));
  if (quote !== undefined) start = Math.min(start, quote.outer.start);
  if (lastQuote === undefined) while (end > start && TRAILING.test(text.charAt(end - 1))) end -= 1;
  if (lastQuote === undefined && text.charAt(end - 1) === '.' && endToken.end - endToken.start === 1) end -= 1;
  return end > start ? { start, end } : null;
}

/** Words that only join a sentence to the one before. */
const ASIDES: ReadonlySet<string> = new Set(grammar.asides);

const isAside = (scan: Scan, chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'adverb' && chunk.end - chunk.first === 1 && ASIDES.has(lowerAt(scan, chunk));

/** Whether the phrases from `p` on begin a clause: a subject and its verb, or an "if" or "when" before them. */
export function opensClause(scan: Scan, chunks: readonly Chunk[], p: number): boolean {
  let at = p;
  while (
    chunks[at]?.kind === 'adverb' ||
    (chunks[at]?.kind === 'preposition' && QUANTITY.has(lowerAt(scan, chunks[at]))) ||
    (chunks[at]?.kind === 'and' && PAIRING.has(lowerAt(scan, chunks[at])))
  )
    at += 1;
  const first = chunks[at];
  if (first === undefined) return false;
  if (first.kind === 'subordinator')
    return lowerAt(scan, first) !== 'as' && lowerAt(scan, first) !== 'than' && opensClause(scan, chunks, at + 1);
  if (first.kind === 'who') return lowerAt(scan, first) !== 'who' && lowerAt(scan, first) !== 'which';
  if (first.kind === 'quote') return chunks[at + 1]?.kind === 'verb' || isWholeQuote(scan, first);
  if (first.kind === 'verb') return false;
  let end = nounEnd(scan, chunks, at);
  if (end === at) return false;
  for (let turn = 0; turn < 2; turn += 1) {
    while (chunks[end]?.kind === 'adverb' || chunks[end]?.kind === 'time') end += 1;
    const next = chunks[end];
    if (next?.kind === 'verb' && !isParticiple(scan, next)) return true;
    // "The rules | governing the vote | would change": a participle describes the subject.
    if (next?.kind === 'verb') {
      let far = end + 1;
      while (['noun', 'preposition', 'adverb', 'time'].includes(chunks[far]?.kind ?? '')) far += 1;
      return chunks[far]?.kind === 'verb' && !isParticiple(scan, chunks[far]);
    }
    // "Democrats | and | the media | are": a pair is the subject.
    if (next?.kind === 'and' && lowerAt(scan, next) !== 'but' && chunks[end + 1]?.kind === 'noun') {
      const far = nounEnd(scan, chunks, end + 1);
      if (chunks[far]?.kind === 'verb' && !isParticiple(scan, chunks[far])) return true;
    }
    if (next?.kind === 'who') return true;
    // Behind an apposition too: "the plant, a vetch, | “may be” poisonous".
    if (next?.kind === 'quote') return (turn === 0 && chunks[end + 1]?.kind === 'verb') || holdsVerb(scan, next);
    if (next?.kind !== 'comma' || turn > 0) return false;
    // An apposition between the subject and its verb.
    let close = end + 1;
    while (close < chunks.length && close - end < 10 && chunks[close]?.kind !== 'comma') close += 1;
    if (chunks[close]?.kind !== 'comma') return false;
    end = close + 1;
  }
  return false;
}

/** "Neither the firm nor its bank paid": what stands before a pair. */
const PAIRING: ReadonlySet<string> = new Set(grammar.pairing);

function isParticiple(scan: Scan, chunk: Chunk | undefined): boolean {
  return chunk !== undefined && chunk.end - chunk.first === 1 && lowerAt(scan, chunk).endsWith('ing');
}

function holdsVerb(scan: Scan, chunk: Chunk): boolean {
  // “in writing, and more than once”: a phrase of its own, whatever stands in it.
  if (scan.tokens[chunk.first + 1]?.tag === 'ADP') return false;
  for (let i = chunk.first; i < chunk.end; i += 1)
    if (
      scan.tokens[i]?.tag === 'VERB' ||
      scan.tokens[i]?.tag === 'AUX' ||
      verbForm(scan.tokens[i]?.lower ?? '') !== undefined
    )
      return true;
  return /^\p{Ll}+s\s/u.test(
    scan.text.slice(scan.tokens[chunk.first]?.end ?? 0, (scan.tokens[chunk.first]?.end ?? 0) + 20),
  );
}

/** Whether a verb group holds a verb of saying that stands as a sentence's own verb. */
export function holdsCue(scan: Scan, chunk: Chunk | undefined): boolean {
  if (chunk === undefined || chunk.kind !== 'verb') return false;
  for (let i = chunk.first; i < chunk.end; i += 1) {
    const form = verbForm(scan.tokens[i]?.lower ?? '');
    if (form !== undefined && takesContent(form.lemma, scan.tokens[i + 1]?.lower ?? '')) return true;
  }
  return false;
}

/**
 * Where a paraphrase that begins with phrase `from` ends: before a semicolon, before the next cue with its subject,
 * before a participle that goes on about the speaker.
 */
export function contentEnd(scan: Scan, chunks: readonly Chunk[], from: number): number {
  for (let i = from; i < chunks.length; i += 1) {
    const chunk = chunks[i];
    if (chunk === undefined) break;
    if (chunk.kind === 'semicolon') return i;
    const next = chunks[i + 1];
    if (chunk.kind === 'dash' && i > from + 1) return i;
    if (chunk.kind === 'quote' && next?.kind === 'comma' && closesSentence(scan, chunk) && i > from) return i + 1;
    if (
      chunk.kind === 'and' &&
      i > from &&
      holdsCue(scan, next) &&
      isPlain(scan, next) &&
      !isParallel(scan, chunks, from, i)
    )
      return i;
    if (chunk.kind === 'and' && i > from && isSilent(scan, chunks, i + 1)) return i;
    if (i > from && next?.kind === 'verb' && endsInMark(scan, chunk) && lowerAt(scan, next).endsWith('ing'))
      return i + 1;
    if (chunk.kind !== 'comma' || i === from) continue;
    const opener = lowerAt(scan, next);
    if (next?.kind === 'verb' && opener.endsWith('ing')) return i;
    if (
      next?.kind === 'and' &&
      ((holdsCue(scan, chunks[i + 2]) && isPlain(scan, chunks[i + 2])) ||
        (opener === 'but' && opensCue(scan, chunks, i + 2)))
    )
      return i;
    if (next?.kind === 'and' && opener !== 'or' && opensCue(scan, chunks, i + 2)) return i;
    if (opener === 'according' || opener === 'citing') return i;
    // "…, after a paper had printed it": why it was said, to the end of the sentence.
    if (opener === 'after' && runsOut(chunks, i + 2)) return i;
    // "…, a day after the paper printed it": when it was said.
    if (next?.kind === 'noun' && TIME_SPANS.has(headWord(scan, next)) && isTimeLink(scan, chunks[i + 2])) return i;
    // "…, said Raj Mehta of the union": the cue of the whole sentence, turned round.
    if (isInverted(scan, chunks, i + 1)) return i;
    // "…, the Courier reported on Wednesday.": the cue of the whole sentence.
    if (
      next?.kind === 'noun' &&
      opensCue(scan, chunks, i + 1) &&
      (i > from + 1 || closesUnit(scan, chunks, i + 1)) &&
      !isHalfClause(scan, chunks, from, i)
    )
      return i;
    if (
      next?.kind === 'subordinator' &&
      (opener === 'as' || opener === 'while' || opener === 'though' || opener === 'although' || opener === 'whereas') &&
      opensCue(scan, chunks, i + 2)
    )
      return i;
    if (next?.kind === 'who' && opener === 'which') continue;
  }
  return chunks.length;
}

/** "… but | declined to say when", "… and | would not comment": the speaker's silence, and no more of the words. */
function isSilent(scan: Scan, chunks: readonly Chunk[], p: number): boolean {
  const verb = chunks[p];
  if (verb?.kind !== 'verb') return false;
  const words = scan.tokens.slice(verb.first, verb.end).map(({ lower }) => lower);
  if (/^(?:declined|declines|refused|refuses)$/.test(words[0] ?? '')) return chunks[p + 1]?.kind === 'infinitive';
  return (
    words.length > 2 && words[1] === 'not' && /^(?:say|comment|elaborate|discuss|disclose)$/.test(words.at(-1) ?? '')
  );
}

/** Whether a clause without a comma fills the rest of a unit. */
function runsOut(chunks: readonly Chunk[], from: number): boolean {
  const rest = chunks.slice(from);
  return rest.some(({ kind }) => kind === 'verb') && rest.every(({ kind }) => kind !== 'comma' && kind !== 'semicolon');
}

/** “…,” and “….”: a mark of punctuation inside the marks, at the end of a phrase. */
function endsInMark(scan: Scan, chunk: Chunk): boolean {
  const quote = quoteOf(scan, chunk.end - 1);
  return quote !== undefined && /[,.!?]/.test(scan.text.charAt(quote.inner.end - 1));
}

function closesSentence(scan: Scan, chunk: Chunk): boolean {
  const quote = quoteOf(scan, chunk.first);
  return quote !== undefined && /[.!?]/.test(scan.text.charAt(quote.inner.end - 1));
}

/** A verb alone or with adverbs, so that "has told" and "may have said" do not end a clause by themselves. */
function isPlain(scan: Scan, chunk: Chunk | undefined): boolean {
  if (chunk === undefined) return false;
  const token = scan.tokens[chunk.first];
  return token !== undefined && token.tag !== 'AUX' && token.lower !== 'to' && verbForm(token.lower)?.tense !== 'base';
}

/** Whether nothing but marks and time follows the subject at phrase `p` and its verb: “…, a court heard.” */
function closesUnit(scan: Scan, chunks: readonly Chunk[], p: number): boolean {
  return chunks.slice(nounEnd(scan, chunks, p) + 1).every(({ kind }) => kind === 'other' || kind === 'time');
}

/** Whether a verb of saying alone and a speaker with a name begin at phrase `p`. */
export function isInverted(scan: Scan, chunks: readonly Chunk[], p: number): boolean {
  const verb = chunks[p];
  const form = verb?.kind === 'verb' && verb.end === verb.first + 1 ? verbForm(lowerAt(scan, verb)) : undefined;
  if (form === undefined || (form.tense !== 'past' && form.tense !== 'present') || !isSaying(form.lemma)) return false;
  const speaker = chunks[p + 1];
  // "…, a lawyer, told the court": whoever is told stands there, and the speaker before.
  if (speaker === undefined || framesOf(form.lemma).has('addressee') || !canSpeak(scan, speaker)) return false;
  const isName = /^\p{Lu}/u.test(scan.tokens[speaker.first]?.text ?? '');
  const kind = nounKind(headWord(scan, speaker));
  // "…, said an official | quoted | by the Courier": what describes the speaker.
  const isDescribed = lowerAt(scan, chunks[p + 3]) === 'by' && /ed$/.test(lowerAt(scan, chunks[p + 2]));
  const after = isDescribed ? undefined : chunks[p + 2]?.kind;
  // "…, said an engineer | who built it": and no verb behind.
  const isOne = chunks.slice(p + 2).filter((chunk) => chunk.kind === 'verb').length === 1;
  const isWho = after === 'who' && !(form.lemma === 'say' && isOne);
  return (isName || (kind !== null && kind !== 'document')) && after !== 'verb' && after !== 'quote' && !isWho;
}

/** Whether a subject and a verb of saying begin at phrase `p`: "…, but | officials said". */
function opensCue(scan: Scan, chunks: readonly Chunk[], p: number): boolean {
  if (!canSpeak(scan, chunks[p])) return false;
  let end = nounEnd(scan, chunks, p);
  // "…, but | the union and the Lamp Trust | say"
  if (lowerAt(scan, chunks[end]) === 'and' && chunks[end + 1]?.kind === 'noun') end = nounEnd(scan, chunks, end + 1);
  if (chunks[end]?.kind === 'comma') {
    let close = end + 1;
    while (close < chunks.length && close - end < 12 && chunks[close]?.kind !== 'comma') close += 1;
    if (chunks[close]?.kind === 'comma') end = close + 1;
  }
  while (chunks[end]?.kind === 'adverb' || chunks[end]?.kind === 'time') end += 1;
  return holdsCue(scan, chunks[end]);
}
