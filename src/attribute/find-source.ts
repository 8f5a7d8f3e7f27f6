import type { Span } from '#core/article.ts';
import type { Chunk } from './chunk-unit.ts';
import { isTitle, nounKind } from './people.ts';
import type { Scan } from './scan-article.ts';

/** The words that name the source of a statement, where they stand. */
export type SourcePhrase = {
  /** The mention: a name, a pronoun, "a spokesman for the port". */
  readonly span: Span;
  /** What stands between commas after it: "a spokeswoman for the ministry". */
  readonly apposition: Span | null;
  /** For "who" and "which": the words they stand for. */
  readonly antecedent: Span | null;
  readonly place: 'subject' | 'inverted' | 'relative' | 'agent' | 'object' | 'owner';
};

/** How many phrases an apposition may hold. Longer ones are rare and mostly misread. */
const APPOSITION_CHUNKS = 24;
const PRONOUNS = new Set(['he', 'she', 'they', 'it', 'i', 'we', 'him', 'them', 'this', 'these', 'those', 'one', 'who', 'others']);
const NOT_SOURCES = new Set(['there', 'you', 'me', 'us']);
const REDUCED = /(?:ed|en|ing|known|told|sent|held|seen|made|set)$/;

const spanOf = (scan: Scan, first: number, end: number): Span => ({
  start: scan.tokens[first]?.start ?? 0,
  end: scan.tokens[end - 1]?.end ?? 0,
});

/** The word that a noun phrase turns on, in lower case: "spokesman" in "a hospital spokesman". */
export function headWord(scan: Scan, chunk: Chunk): string {
  for (let i = chunk.end - 1; i >= chunk.first; i -= 1) {
    const token = scan.tokens[i];
    if (token !== undefined && /[\p{L}\p{N}]/u.test(token.lower) && !/^['’]s?$/.test(token.lower)) return token.lower;
  }
  return '';
}

/** Whether a noun phrase can be somebody or something that says things. */
export function canSpeak(scan: Scan, chunk: Chunk | undefined): boolean {
  if (chunk === undefined || chunk.kind !== 'noun') return false;
  const head = headWord(scan, chunk);
  if (NOT_SOURCES.has(head)) return false;
  if (PRONOUNS.has(head) || nounKind(head) !== null) return true;
  for (let i = chunk.first; i < chunk.end; i += 1) {
    const token = scan.tokens[i];
    if (token === undefined) continue;
    if (/^\p{Lu}/u.test(token.text) && (token.tag === 'PROPN' || (i > chunk.first && token.tag !== 'DET')) && !/^['’]/.test(token.text)) return true;
    if (nounKind(token.lower) !== null && token.tag !== 'ADJ') return true;
  }
  return false;
}

/** The first phrase of the noun phrase that ends with phrase `k`, with its prepositions: "a spokesman for the port". */
export function nounStart(scan: Scan, chunks: readonly Chunk[], k: number): number {
  let a = k;
  for (;;) {
    const link = chunks[a - 1];
    const inner = chunks[a - 2];
    if (link === undefined || inner === undefined || inner.kind !== 'noun') return a;
    const word = scan.tokens[link.first]?.lower ?? '';
    if ((link.kind === 'preposition' && !isTimeLink(scan, link)) || (link.kind === 'bracket' && a < k)) {
      // "In a statement to Reuters the firm said": a phrase of place or time is no part of the subject.
      a -= 2;
      continue;
    }
    if (link.kind === 'and' && (word === 'and' || word === 'or')) {
      const outer = chunks[a - 3];
      if (outer === undefined || (outer.kind !== 'verb' && outer.kind !== 'preposition' && outer.kind !== 'infinitive')) {
        if (canSpeak(scan, inner) && canSpeak(scan, chunks[k])) {
          a -= 2;
          continue;
        }
      }
    }
    return a;
  }
}

/** The index after the noun phrase that begins with phrase `p`; `p` where none begins there. */
export function nounEnd(scan: Scan, chunks: readonly Chunk[], p: number): number {
  if (chunks[p]?.kind !== 'noun') return p;
  let b = p + 1;
  for (;;) {
    const link = chunks[b];
    const next = chunks[b + 1];
    if (link === undefined) return b;
    if (link.kind === 'bracket') b += 1;
    else if (next?.kind === 'noun' && link.kind === 'preposition') b += 2;
    else if (next?.kind === 'noun' && link.kind === 'and' && scan.tokens[link.first]?.lower === 'and' && chunks[b + 2]?.kind !== 'verb') b += 2;
    else return b;
  }
}

function isFinite(scan: Scan, chunk: Chunk): boolean {
  if (chunk.kind !== 'verb') return false;
  const only = scan.tokens[chunk.first];
  return !(chunk.end - chunk.first === 1 && only !== undefined && only.tag !== 'AUX' && only.lower.endsWith('ing'));
}

/** Whether the phrases between two commas can describe the noun before them, and are no clause of their own. */
function describes(scan: Scan, chunks: readonly Chunk[], from: number, to: number): boolean {
  const first = chunks[from];
  if (first === undefined || from >= to) return false;
  if (first.kind === 'who') return true;
  const word = scan.tokens[first.first]?.lower ?? '';
  if (first.kind === 'verb') return word.endsWith('ing') || REDUCED.test(word);
  if (first.kind === 'and' || first.kind === 'subordinator') return word === 'as' || word === 'when' || word === 'though' || word === 'once';
  for (let i = from; i < to; i += 1) {
    const chunk = chunks[i];
    if (chunk === undefined || chunk.kind === 'semicolon' || chunk.kind === 'quote') return false;
    if (chunk.kind === 'who') return true;
    if (isFinite(scan, chunk) && !REDUCED.test(scan.tokens[chunk.first]?.lower ?? '')) return false;
  }
  return true;
}

/** The subject before a comma: "Ana Ruiz, 46, a baker from Toledo, said". `k` is the comma before the verb. */
function subjectBeforeApposition(scan: Scan, chunks: readonly Chunk[], k: number, isSure: boolean): { noun: number; from: number } | null {
  let best: { noun: number; from: number } | null = null;
  let until = k;
  const lowest = Math.max(0, k - APPOSITION_CHUNKS);
  for (let j = k - 1; j >= lowest; j -= 1) {
    const chunk = chunks[j];
    if (chunk === undefined || chunk.kind === 'semicolon' || chunk.kind === 'colon' || chunk.kind === 'quote') break;
    if (chunk.kind !== 'comma' && chunk.kind !== 'dash') continue;
    if (!describes(scan, chunks, j + 1, until)) break;
    until = j;
    let noun = j - 1;
    if (chunks[noun]?.kind === 'bracket') noun -= 1;
    if (!canSpeak(scan, chunks[noun]) && !(isSure && best === null && chunks[noun]?.kind === 'noun' && !/^\d+$/.test(headWord(scan, chunks[noun] ?? chunk)))) continue;
    const start = nounStart(scan, chunks, noun);
    const outer = chunks[start - 1];
    if (outer?.kind === 'preposition' && !isTimeLink(scan, outer)) continue;
    if (outer?.kind === 'verb' || outer?.kind === 'infinitive') break;
    best = { noun, from: j + 1 };
  }
  return best;
}

/** "after the Journal reported": the word opens a clause, whatever its tag. */
function isTimeLink(scan: Scan, chunk: Chunk | undefined): boolean {
  const word = scan.tokens[chunk?.first ?? -1]?.lower;
  return word === 'after' || word === 'before' || word === 'since';
}

function phrase(scan: Scan, chunks: readonly Chunk[], a: number, b: number, place: SourcePhrase['place'], apposition: Span | null): SourcePhrase | null {
  const first = chunks[a];
  const last = chunks[b];
  if (first === undefined || last === undefined) return null;
  return { span: spanOf(scan, first.first, last.end), apposition, antecedent: null, place };
}

/** From a noun inside a relative clause out to the noun that the clause describes: "a man who runs the plant | said". */
function beforeRelative(scan: Scan, chunks: readonly Chunk[], a: number): number {
  let v = a - 1;
  while (v > 0 && a - v < 6 && ['preposition', 'adverb', 'time'].includes(chunks[v]?.kind ?? '')) v -= 1;
  const verb = chunks[v];
  if (verb === undefined || (verb.kind !== 'verb' && verb.kind !== 'infinitive')) return -1;
  const noun = chunks[v - 1];
  const word = scan.tokens[verb.end - 1]?.lower ?? '';
  const kind = nounKind(noun === undefined ? '' : headWord(scan, noun));
  if (verb.kind === 'verb' && noun?.kind === 'noun' && verb.end - verb.first <= 2 && REDUCED.test(word) && (kind === 'group' || kind === 'document' || kind === 'person')) return v - 1;
  for (let j = v; j >= Math.max(1, v - 8); j -= 1) {
    const kindOfChunk = chunks[j]?.kind;
    if (kindOfChunk === 'who') return chunks[j - 1]?.kind === 'noun' ? j - 1 : -1;
    if (kindOfChunk === 'comma' || kindOfChunk === 'that' || kindOfChunk === 'semicolon' || kindOfChunk === 'and' || kindOfChunk === 'quote') return -1;
  }
  return -1;
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
    const from = canSpeak(scan, chunks[start]) && word === 'who' && nearest !== 'person' && nearest !== 'group' ? start : noun;
    const whole = phrase(scan, chunks, from, noun, 'relative', null);
    return whole === null ? null : { ...whole, span: spanOf(scan, chunk.first, chunk.first + 1), antecedent: whole.span };
  }
  if (chunk.kind === 'comma' || chunk.kind === 'dash') {
    const found = subjectBeforeApposition(scan, chunks, p, isSure);
    if (found === null) return null;
    const from = chunks[found.from];
    const apposition = from === undefined ? null : spanOf(scan, from.first, chunk.first);
    return phrase(scan, chunks, nounStart(scan, chunks, found.noun), found.noun, 'subject', apposition);
  }
  if (chunk.kind === 'verb' && p < k - 1) {
    // "A poll released Sunday found"
    const described = beforeRelative(scan, chunks, p + 1);
    return described >= 0 ? phrase(scan, chunks, nounStart(scan, chunks, described), described, 'subject', null) : null;
  }
  if (chunk.kind !== 'noun') return null;
  const start = nounStart(scan, chunks, p);
  const outer = beforeRelative(scan, chunks, start);
  if (outer >= 0 && canSpeak(scan, chunks[outer])) return phrase(scan, chunks, nounStart(scan, chunks, outer), p, 'subject', null);
  // "In the report by the ministry officials said" has no comma to help: the last noun phrase alone is taken.
  const isFronted = chunks[start - 1]?.kind === 'preposition' && !isTimeLink(scan, chunks[start - 1]);
  const from = isFronted && start < p ? p : start;
  if (isFronted && start === p) return null;
  if (!canSpeak(scan, chunks[from]) && !canSpeak(scan, chunks[p])) {
    // A verb that only ever reports words makes a speaker of any noun before it.
    return isSure && !NOT_SOURCES.has(headWord(scan, chunks[p] ?? chunk)) ? phrase(scan, chunks, from, p, 'subject', null) : null;
  }
  return phrase(scan, chunks, canSpeak(scan, chunks[from]) || isSure ? from : p, p, 'subject', null);
}

/** Words of a role may take "of", "for", "at" with them; a name does not: "said Ana Ruiz at the hearing". */
function takesPreposition(scan: Scan, chunk: Chunk, word: string): boolean {
  const last = scan.tokens[chunk.end - 1];
  if (last === undefined) return false;
  const isName = /^\p{Lu}/u.test(last.text) && !isTitle(last.text);
  return isName ? word === 'of' : word === 'of' || word === 'for' || word === 'at' || word === 'from' || word === 'with' || word === 'in' || word === 'close' || word === 'on';
}

/** What describes a noun after its comma: "a baker", "46, of the charity", "who ran the trial"; null where nothing does. */
function appositionAfter(scan: Scan, chunks: readonly Chunk[], comma: number): Span | null {
  const closes = (k: number) => {
    const kind = chunks[k]?.kind;
    return kind === undefined || kind === 'comma' || kind === 'semicolon' || kind === 'quote' || kind === 'other' || kind === 'dash' || kind === 'colon';
  };
  let from = comma + 1;
  const age = chunks[from];
  if (age !== undefined && age.kind === 'noun' && /^\d{1,3}$/.test(headWord(scan, age)) && chunks[from + 1]?.kind === 'comma') from += 2;
  const first = chunks[from];
  if (first === undefined) return null;
  const word = scan.tokens[first.first]?.lower ?? '';
  const isNoun = first.kind === 'noun' && (/^(?:a|an|the|its|his|her|their|one)$/.test(word) || nounKind(headWord(scan, first)) !== null || /^\d/.test(word));
  const isWho = first.kind === 'who' && (word === 'who' || word === 'whose');
  const isOf = first.kind === 'preposition' && (word === 'of' || word === 'from');
  // "its director, Paulo Reis"
  const opener = scan.tokens[first.first];
  const isName = first.kind === 'noun' && opener !== undefined && /^\p{Lu}\p{Ll}/u.test(opener.text) && first.end - first.first <= 5 && closes(from + 1);
  if (!isNoun && !isWho && !isOf && !isName) return null;
  let to = from;
  while (to - from < APPOSITION_CHUNKS && !closes(to)) to += 1;
  const last = chunks[to - 1];
  if (last === undefined || to === from || !describes(scan, chunks, from, to)) return null;
  const whole = chunks[comma + 1] ?? first;
  return spanOf(scan, whole.first, last.end);
}

/** A noun phrase to the right, as a source: `said Ana Ruiz, a baker`, `according to two officials briefed on the talks`. */
export function findNounAfter(scan: Scan, chunks: readonly Chunk[], p: number, place: SourcePhrase['place']): { source: SourcePhrase; next: number } | null {
  const head = chunks[p];
  if (head === undefined || !canSpeak(scan, head)) return null;
  let b = p + 1;
  for (;;) {
    const link = chunks[b];
    const next = chunks[b + 1];
    if (link?.kind === 'preposition' && next?.kind === 'noun' && takesPreposition(scan, head, scan.tokens[link.first]?.lower ?? '')) b += 2;
    else if (link?.kind === 'and' && next?.kind === 'noun' && canSpeak(scan, next) && chunks[b + 2]?.kind !== 'verb' && scan.tokens[link.first]?.lower === 'and') b += 2;
    else if (link?.kind === 'verb' && link.end - link.first === 1 && REDUCED.test(scan.tokens[link.first]?.lower ?? '') && place !== 'inverted' && nounKind(headWord(scan, head)) !== null && scan.tokens[link.first]?.tag !== 'AUX') {
      b += 1;
      if (chunks[b]?.kind === 'preposition') b += 1;
      if (chunks[b]?.kind === 'noun') b = nounEnd(scan, chunks, b);
    } else break;
  }
  let next = b;
  let apposition: Span | null = null;
  if (chunks[b]?.kind === 'bracket') next = b + 1;
  const opens = chunks[next];
  if (opens?.kind === 'comma') apposition = appositionAfter(scan, chunks, next);
  const found = phrase(scan, chunks, p, b - 1, place, apposition);
  return found === null ? null : { source: found, next };
}
