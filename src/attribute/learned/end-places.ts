import { overlaps, type Span } from '#core/article.ts';
import type { Token } from '#language/read-tokens.ts';
import { readUnitTree, type UnitTree } from '../clauses/read-unit-tree.ts';
import { firstTokenOf, lastTokenBefore } from '../clauses/token-before.ts';
import { isSaying } from '../clauses/verb-form.ts';
import type { Scan, Unit } from '../scan-article.ts';
import type { Basis, Statement } from '../statement.ts';

/** Where what somebody said may end: before token `at`. `byRule`: what the rules give that place, 0..1. */
export type EndPlace = { readonly at: number; readonly byRule: number; readonly features: readonly string[] };

/** The grounds whose content is a clause behind its cue. */
const CLAUSES: ReadonlySet<Basis> = new Set(['clause', 'parsed', 'thought', 'finding']);
/** So often, about, the rules find the end, and so often another place is one; set from the marked articles. */
const RULE = 0.9;
const OTHER = 0.03;
/** Words that say how what follows hangs on what stands before; all others are told by their tags. */
const LINKS = new Set(
  'that who which whom to as if whether because while when after before and but or so of for in by with about not than although though since until unless where'.split(
    ' ',
  ),
);
const MARK = /^[,;:—–-]$/;
const CLOSING = /^[.!?”’"')]+$/;
const LOOSE = /^[,.;:!?—–-]$/;
const OPENERS: ReadonlySet<string> = new Set(['who', 'which', 'that', 'to']);
/** Content of fewer words is none. */
const SHORTEST = 2;
/** A tree is climbed so far. */
const MOST_STEPS = 30;
/** More words than any sentence has in which a reader finds a clause's end; this also bounds the time. */
const LONGEST = 120;
const MOST_COMMAS = 3;
const LARGE = 5;

/**
 * The places at which the clause behind a cue may end, with what tells whether it does: where the rules and where the tree of its
 * sentence end it, each mark and each word that opens a clause. Empty where no such clause is said.
 */
export function endPlaces(scan: Scan, statement: Statement): EndPlace[] {
  const { cue, content, basis, verb } = statement;
  const [only] = content;
  const unit = scan.units[statement.unit];
  if (unit === undefined || cue === null || only === undefined || content.length > 1 || !CLAUSES.has(basis)) return [];
  const { tokens, quoteAt } = scan;
  const first = firstTokenOf(tokens, only);
  if (only.start < cue.end || first < unit.first || (quoteAt[first] ?? -1) >= 0) return [];
  const last = outOfQuote(scan, sentenceEnd(tokens, unit, first));
  const rule = withoutMarks(tokens, first, lastTokenBefore(tokens, only.end) + 1);
  if (last - first > LONGEST || rule > last) return [];
  const said = lastTokenBefore(tokens, cue.end);
  const places = new Set([rule, last]);
  for (let i = first + SHORTEST; i < last; i += 1) if (mayEnd(scan, i)) places.add(i);
  if (places.size < 2) return [];
  const tree = readUnitTree(unit, scan);
  const clause = tree.childrenOf(said).find((child) => child >= first && tree.relationOf(child) === 'ccomp') ?? -1;
  const parsed = clause < 0 ? -1 : withoutMarks(tokens, first, tree.bordersOf(clause).last + 1);
  if (parsed > first && parsed <= last && outOfQuote(scan, parsed) === parsed) places.add(parsed);
  const read = { tokens, tree, first, last, rule, parsed, clause, said, basis, saying: isSaying(verb ?? '') };
  return [...places]
    .toSorted((a, b) => a - b)
    .map((at) => ({ at, byRule: at === rule ? RULE : OTHER, features: featuresOf(read, at) }));
}

/** Where the sentence of a token ends, before its full stop and closing marks. */
function sentenceEnd(tokens: readonly Token[], unit: Unit, first: number): number {
  let end = first;
  while (end < unit.end && tokens[end]?.sentence === tokens[first]?.sentence) end += 1;
  while (end > first && CLOSING.test(tokens[end - 1]?.text ?? '')) end -= 1;
  return end;
}

/** A place, or the end of the quotation that it would cut. */
function outOfQuote({ quoteAt }: Scan, at: number): number {
  let end = at;
  while ((quoteAt[end] ?? -1) >= 0 && quoteAt[end] === quoteAt[end - 1]) end += 1;
  return end;
}

function withoutMarks(tokens: readonly Token[], first: number, end: number): number {
  let at = end;
  while (at > first && LOOSE.test(tokens[at - 1]?.text ?? '')) at -= 1;
  return at;
}

/** A mark or a word that may open what is no longer said; not inside a quotation. */
function mayEnd({ tokens, quoteAt }: Scan, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || ((quoteAt[at] ?? -1) >= 0 && quoteAt[at] === quoteAt[at - 1])) return false;
  const opens = token.tag === 'CCONJ' || token.tag === 'SCONJ' || token.fine === 'VBG' || OPENERS.has(token.lower);
  return opens || MARK.test(token.text);
}

type Read = {
  readonly tokens: readonly Token[];
  readonly tree: UnitTree;
  readonly first: number;
  readonly last: number;
  readonly rule: number;
  readonly parsed: number;
  readonly clause: number;
  readonly said: number;
  readonly basis: Basis;
  readonly saying: boolean;
};

function featuresOf(read: Read, at: number): string[] {
  const { tokens, first, last, rule, parsed, basis, saying } = read;
  const isEnd = at >= last;
  const isMark = !isEnd && MARK.test(tokens[at]?.text ?? '');
  const next = isMark ? at + 1 : at;
  const mark = isEnd ? 'end' : isMark ? (tokens[at]?.text ?? '') : 'none';
  const word = isEnd ? 'edge' : nameOf(tokens[next]);
  const side = at === rule ? 'rule' : at < rule ? 'short' : 'long';
  const [where, relation] = isEnd ? ['edge', 'none'] : hangsOn(read, at, next);
  let commas = 0;
  for (let i = first; i < at; i += 1) if (tokens[i]?.text === ',') commas += 1;
  return [
    'bias',
    `side ${side}`,
    `side ${side} parsed ${at === parsed}`,
    `mark ${mark}`,
    `mark ${mark} ${side}`,
    `word ${word} ${mark}`,
    `word ${word} ${side} ${mark}`,
    `words ${word} ${isEnd ? 'edge' : nameOf(tokens[next + 1])}`,
    `before ${nameOf(tokens[at - 1])}`,
    `where ${where}`,
    `where ${where} ${relation}`,
    `where ${where} ${relation} ${mark}`,
    `where ${where} ${side}`,
    `commas ${Math.min(MOST_COMMAS, commas)} ${mark}`,
    `length ${Math.min(LARGE, Math.floor(Math.log2(Math.max(1, at - first))))}`,
    `saying ${saying} ${mark} ${word}`,
    `basis ${basis} ${side}`,
  ];
}

/** On what the word behind a place hangs in the tree (in the clause, its part before the place, the cue, something else), and how. */
function hangsOn({ tree, first, clause, said }: Read, at: number, word: number): [string, string] {
  let where = 'other';
  let relation = 'none';
  let below = word;
  for (let steps = 0, node = word; steps < MOST_STEPS && node >= 0; steps += 1, node = tree.headOf(node)) {
    if (node === clause) return ['clause', tree.relationOf(below)];
    if (node === said) return ['cue', tree.relationOf(below)];
    if (node >= first && node < at && where === 'other') {
      where = 'inside';
      relation = tree.relationOf(below);
    }
    below = node;
  }
  return [where, relation];
}

/** A mark or a linking word as it is, any other word as its tag. */
function nameOf(token: Token | undefined): string {
  if (token === undefined) return 'edge';
  return token.tag === 'PUNCT' || LINKS.has(token.lower) ? token.lower : token.fine;
}

/** The marked end of a statement among its places; -1 where another clause is marked, or none of the places is right. */
export function markedEnd(
  { tokens }: Scan,
  statement: Statement,
  places: readonly EndPlace[],
  marked: { readonly content: readonly Span[]; readonly cue: readonly Span[] },
): number {
  const { cue, content } = statement;
  const [own] = content;
  const [mark] = marked.content;
  if (cue === null || own === undefined || mark === undefined || marked.content.length > 1) return -1;
  if (Math.abs(mark.start - own.start) > NEAR || !marked.cue.some((span) => overlaps(span, cue))) return -1;
  const end = withoutMarks(tokens, firstTokenOf(tokens, own), lastTokenBefore(tokens, mark.end) + 1);
  return places.some(({ at }) => at === end) ? end : -1;
}

/** Two contents that begin within so many characters are one: "that" belongs to it or not. */
const NEAR = 5;
