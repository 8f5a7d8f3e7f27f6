import type { Span } from '#core/article.ts';
import type { Scan } from '../scan-article.ts';
import { nounKind } from '../sources/noun-kind.ts';
import type { Chunk } from './chunk-unit.ts';
import { APPOSITION_CHUNKS, describesNoun, REDUCED } from './describes-noun.ts';
import { isTerm } from './is-whole-quote.ts';
import { canSpeak, headWord, isTimeLink, NOT_SOURCES, nounStart } from './noun-start.ts';
import type { SourcePhrase } from './source-phrase.ts';
import { tokenSpan } from './token-span.ts';

/** The subject before a comma: "Ana Ruiz, 46, a baker from Toledo, said". `k` is the comma before the verb. */
function subjectBeforeApposition(
  scan: Scan,
  chunks: readonly Chunk[],
  k: number,
  isSure: boolean,
): { noun: number; from: number } | null {
  let best: { noun: number; from: number } | null = null;
  let until = k;
  const lowest = Math.max(0, k - APPOSITION_CHUNKS);
  for (let j = k - 1; j >= lowest; j -= 1) {
    const chunk = chunks[j];
    if (chunk === undefined || chunk.kind === 'semicolon' || chunk.kind === 'colon') break;
    if (chunk.kind === 'quote' && !isTerm(scan, chunk)) break;
    if (chunk.kind !== 'comma' && chunk.kind !== 'dash') continue;
    if (!describesNoun(scan, chunks, j + 1, until)) break;
    until = j;
    let noun = j - 1;
    if (chunks[noun]?.kind === 'bracket') noun -= 1;
    if (
      !canSpeak(scan, chunks[noun]) &&
      !(
        isSure &&
        best === null &&
        chunks[noun]?.kind === 'noun' &&
        !/^\d+$/.test(headWord(scan, chunks[noun] ?? chunk))
      )
    )
      continue;
    const start = nounStart(scan, chunks, noun);
    const outer = chunks[start - 1];
    // "In 2011 | a judge, Ana Ruiz, ruled": the year alone is the preposition's.
    const isYear = chunks[start] !== undefined && startOf(scan, chunks[start]) > chunks[start].first;
    if (outer?.kind === 'preposition' && !isTimeLink(scan, outer) && !isYear) continue;
    if (outer?.kind === 'verb' || outer?.kind === 'infinitive') break;
    best = { noun, from: j + 1 };
  }
  return best;
}

/** "In 2011 | a judge ruled": a year right before an article is no part of what follows. */
function startOf({ tokens }: Scan, { first, end }: Chunk): number {
  const isYear = end > first + 1 && /^(?:1[6-9]|20)\d\d$/.test(tokens[first]?.text ?? '');
  return isYear && tokens[first + 1]?.tag === 'DET' ? first + 1 : first;
}

/** A source phrase from phrase `a` to phrase `b`. */
export function phrase(
  scan: Scan,
  chunks: readonly Chunk[],
  a: number,
  b: number,
  place: SourcePhrase['place'],
  apposition: Span | null,
): SourcePhrase | null {
  const first = chunks[a];
  const last = chunks[b];
  if (first === undefined || last === undefined) return null;
  // "Ana Ruiz | herself"
  const isAgain = last.end - first.first > 1 && ITSELF.has(scan.tokens[last.end - 1]?.lower ?? '');
  const end = isAgain ? last.end - 1 : last.end;
  return { span: tokenSpan(scan, startOf(scan, first), end), apposition, antecedent: null, place };
}

const ITSELF: ReadonlySet<string> = new Set(['himself', 'herself', 'itself', 'themselves']);

/** From a noun inside a relative clause out to the noun that the clause describes: "a man who runs the plant | said". */
function beforeRelative(scan: Scan, chunks: readonly Chunk[], a: number): number {
  let v = a - 1;
  // "Two surgeons not involved in his care": the tagger's adjective.
  const isAdjective = scan.tokens[chunks[a]?.first ?? -1]?.tag === 'ADJ' && chunks[a]?.kind === 'noun';
  if (isAdjective && scan.tokens[chunks[v]?.first ?? -1]?.lower === 'not' && canSpeak(scan, chunks[v - 1]))
    return v - 1;
  while (v > 0 && a - v < 6 && ['preposition', 'adverb', 'time'].includes(chunks[v]?.kind ?? '')) v -= 1;
  const verb = chunks[v];
  if (verb === undefined || (verb.kind !== 'verb' && verb.kind !== 'infinitive')) return -1;
  const noun = chunks[v - 1];
  const word = scan.tokens[verb.end - 1]?.lower ?? '';
  const kind = nounKind(noun === undefined ? '' : headWord(scan, noun));
  if (
    verb.kind === 'verb' &&
    noun?.kind === 'noun' &&
    verb.end - verb.first <= 2 &&
    REDUCED.test(word) &&
    (kind === 'group' || kind === 'document' || kind === 'person')
  )
    return v - 1;
  for (let j = v; j >= Math.max(1, v - 8); j -= 1) {
    const kindOfChunk = chunks[j]?.kind;
    // "The trust | that | runs the school | said"
    const isRelative = kindOfChunk === 'who' || (isRelativeThat(scan, chunks[j]) && j === v - 1);
    if (isRelative) return chunks[j - 1]?.kind === 'noun' ? j - 1 : -1;
    if (
      kindOfChunk === 'comma' ||
      kindOfChunk === 'that' ||
      kindOfChunk === 'semicolon' ||
      kindOfChunk === 'and' ||
      kindOfChunk === 'quote'
    )
      return -1;
  }
  return -1;
}

/** A "that" which stands for the noun before it, and opens no clause of saying. */
const isRelativeThat = ({ tokens }: Scan, chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'that' && tokens[chunk.first]?.fine === 'WDT';

/** "Sir Jan Holt, chief executive of the trust | said": the comma after the role is often left out. */
function nameBeforeRole(scan: Scan, chunks: readonly Chunk[], start: number, end: number): SourcePhrase | null {
  const [before, name, comma] = [chunks[start - 3], chunks[start - 2], chunks[start - 1]];
  const role = chunks[start];
  const last = chunks[end];
  if (name?.kind !== 'noun' || comma?.kind !== 'comma' || role === undefined || last === undefined) return null;
  if (before !== undefined && before.kind !== 'and' && before.kind !== 'other') return null;
  const words = scan.tokens.slice(name.first, name.end);
  if (words.length < 2 || !words.every(({ text }) => /^\p{Lu}/u.test(text))) return null;
  if (nounKind(headWord(scan, role)) !== 'person' || nounKind(headWord(scan, name)) !== null) return null;
  if (/^(?:the|his|her|its|their)$/.test(scan.tokens[role.first]?.lower ?? '')) return null;
  return phrase(scan, chunks, start - 2, start - 2, 'subject', tokenSpan(scan, role.first, last.end));
}

/**
 * The subject of the verb group `k`, to its left: through adverbs, appositions, relative clauses and coordination.
 * Null where nothing there can speak.
 */
export function findSubject(scan: Scan, chunks: readonly Chunk[], k: number, isSure = false): SourcePhrase | null {
  let p = k - 1;
  while (p >= 0) {
    const kind = chunks[p]?.kind;
    if (kind === 'adverb' || kind === 'bracket') p -= 1;
    else if (kind === 'time') p -= chunks[p - 1]?.kind === 'preposition' ? 2 : 1;
    else break;
  }
  const chunk = chunks[p];
  if (chunk === undefined) return null;
  if (chunk.kind === 'who') {
    const word = scan.tokens[chunk.first]?.lower ?? '';
    if (word !== 'who' && word !== 'which') return null;
    let noun = p - 1;
    if (chunks[noun]?.kind === 'comma') noun -= 1;
    if (chunks[noun]?.kind === 'bracket') noun -= 1;
    if (chunks[noun]?.kind === 'noun' && !canSpeak(scan, chunks[noun])) return null;
    if (chunks[noun]?.kind !== 'noun') return null;
    const start = nounStart(scan, chunks, noun);
    const nearest = nounKind(headWord(scan, chunks[noun] ?? chunk));
    const from =
      canSpeak(scan, chunks[start]) && word === 'who' && nearest !== 'person' && nearest !== 'group' ? start : noun;
    const whole = phrase(scan, chunks, from, noun, 'relative', null);
    return whole === null
      ? null
      : { ...whole, span: tokenSpan(scan, chunk.first, chunk.first + 1), antecedent: whole.span };
  }
  if (chunk.kind === 'comma' || chunk.kind === 'dash') {
    const found = subjectBeforeApposition(scan, chunks, p, isSure);
    if (found === null) return null;
    const from = chunks[found.from];
    const apposition = from === undefined ? null : tokenSpan(scan, from.first, chunk.first);
    return phrase(scan, chunks, nounStart(scan, chunks, found.noun), found.noun, 'subject', apposition);
  }
  if ((chunk.kind === 'verb' && p < k - 1) || chunk.kind === 'infinitive') {
    // "A poll released Sunday found", "an official who asked not to be named told"
    const described = beforeRelative(scan, chunks, p + 1);
    return described >= 0 ? phrase(scan, chunks, nounStart(scan, chunks, described), described, 'subject', null) : null;
  }
  if (chunk.kind !== 'noun') return null;
  const start = nounStart(scan, chunks, p);
  const named = nameBeforeRole(scan, chunks, start, p);
  if (named !== null) return named;
  const outer = beforeRelative(scan, chunks, start);
  if (outer >= 0 && canSpeak(scan, chunks[outer]))
    return phrase(scan, chunks, nounStart(scan, chunks, outer), p, 'subject', null);
  // "In the report by the ministry officials said" has no comma to help: the last noun phrase alone is taken.
  const isFronted = chunks[start - 1]?.kind === 'preposition' && !isTimeLink(scan, chunks[start - 1]);
  const from = isFronted && start < p ? p : start;
  if (isFronted && start === p) return null;
  if (!canSpeak(scan, chunks[from]) && !canSpeak(scan, chunks[p])) {
    // A verb that only ever reports words makes a speaker of any noun before it.
    return isSure && !NOT_SOURCES.has(headWord(scan, chunks[p] ?? chunk))
      ? phrase(scan, chunks, from, p, 'subject', null)
      : null;
  }
  return phrase(scan, chunks, canSpeak(scan, chunks[from]) || isSure ? from : p, p, 'subject', null);
}
