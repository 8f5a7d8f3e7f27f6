import type { Span } from '#core/article.ts';
import { readUnitTree } from './clauses/read-unit-tree.ts';
import { firstTokenOf } from './clauses/token-before.ts';
import data from './data/fronted.json' with { type: 'json' };
import type { Scan, Unit } from './scan-article.ts';
import type { Statement } from './statement.ts';
import { trimSpan } from './trim-span.ts';

const OPENERS: ReadonlySet<string> = new Set(data.openers);
const CONDITIONS: ReadonlySet<string> = new Set(data.conditions);
/** "But although", "even if": what may stand before the word that opens the clause. */
const BEFORE: ReadonlySet<string> = new Set(data.before);
/** A comma before this token of the content stands inside it: a clause has two words. */
const SHORTEST = 3;

/**
 * A statement in the clause that its sentence begins with: "Although Holm said that she was ill, | she came" ends at the comma, for
 * nobody said the rest; "If the report finds that he lied, …" is no statement (null). English.
 */
export function cutFronted(scan: Scan, statement: Statement): Statement | null {
  const { cue, source, content } = statement;
  const unit = scan.units[statement.unit];
  const [first] = content;
  if (unit === undefined || cue === null || source === null || first === undefined || first.start < cue.end)
    return statement;
  let opener = unit.first;
  while (BEFORE.has(scan.tokens[opener]?.lower ?? '')) opener += 1;
  const word = scan.tokens[opener]?.lower ?? '';
  if (!CONDITIONS.has(word) && !OPENERS.has(word)) return statement;
  const own = ownOpener(scan, opener, source.span);
  if (own === null) return statement;
  if (CONDITIONS.has(scan.tokens[own]?.lower ?? '')) return null;
  const comma = commaBeforeMain(scan, unit, cue, first);
  if (comma === null) return statement;
  const rest = trimSpan(scan.text, { start: first.start, end: comma });
  return rest === null ? statement : { ...statement, content: [rest] };
}

/**
 * The word that opens the clause of a source: the sentence's first, or one inside the clause that it opens ("If we hear him well | when he
 * says …"). Null where a comma parts them.
 */
function ownOpener(scan: Scan, first: number, source: Span): number | null {
  let last: number | null = null;
  for (let i = first; (scan.tokens[i]?.start ?? source.start) < source.start; i += 1) {
    const { lower = '', text = '' } = scan.tokens[i] ?? {};
    if (text === ',') return null;
    if (CONDITIONS.has(lower) || OPENERS.has(lower)) last = i;
  }
  return last !== null && isRightBehind(scan, last, source) ? last : null;
}

/** No comma and no verb stand between the word that opens the clause and its source. */
function isRightBehind({ tokens }: Scan, opener: number, { start }: Span): boolean {
  for (let i = opener + 1; (tokens[i]?.start ?? start) < start; i += 1)
    if (tokens[i]?.text === ',' || tokens[i]?.tag === 'VERB' || tokens[i]?.tag === 'AUX') return false;
  return (tokens[opener]?.end ?? start) < start;
}

/** Where the comma stands behind which the sentence's own clause begins: by its tree, or else the first that a subject follows. */
function commaBeforeMain(scan: Scan, unit: Unit, cue: Span, content: Span): number | null {
  const { tokens, quoteAt } = scan;
  const commas: number[] = [];
  let words = 0;
  for (let i = unit.first; i < unit.end; i += 1) {
    const token = tokens[i];
    if (token === undefined || token.start < content.start || token.end > content.end) continue;
    words += 1;
    if (token.text === ',' && (quoteAt[i] ?? -1) < 0 && words >= SHORTEST) commas.push(i);
  }
  if (commas.length === 0) return null;
  const { headOf, bordersOf } = readUnitTree(unit, scan);
  const root = rootOf(unit, headOf);
  const said = firstTokenOf(tokens, cue);
  let clause = said;
  while (clause >= 0 && clause !== root && headOf(clause) !== root) clause = headOf(clause);
  if (clause >= 0 && clause !== root && root > said) {
    // Its comma hangs on the clause that it closes.
    const { last } = bordersOf(clause);
    const found = commas.find((i) => i >= last && i < root);
    if (found !== undefined) return tokens[found]?.start ?? null;
  }
  const guessed = commas.find((i) => SUBJECTS.has(tokens[i + 1]?.tag ?? ''));
  return guessed === undefined ? null : (tokens[guessed]?.start ?? null);
}

/** The word on which the first sentence of a unit hangs. */
function rootOf({ first, end }: Unit, headOf: (token: number) => number): number {
  for (let i = first; i < end; i += 1) if (headOf(i) < 0) return i;
  return -1;
}

const SUBJECTS: ReadonlySet<string> = new Set(['DET', 'NOUN', 'NUM', 'PRON', 'PROPN']);
