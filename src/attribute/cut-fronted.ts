import type { Span } from '#core/article.ts';
import { readTree } from '#language/read-tree.ts';
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
  const isCondition = CONDITIONS.has(word);
  if (!(isCondition || OPENERS.has(word)) || !isRightBehind(scan, opener, source.span)) return statement;
  if (isCondition) return null;
  const comma = commaBeforeMain(scan, unit, cue, first);
  if (comma === null) return statement;
  const rest = trimSpan(scan.text, { start: first.start, end: comma });
  return rest === null ? statement : { ...statement, content: [rest] };
}

/** No comma and no verb stand between the word that opens the clause and its source. */
function isRightBehind({ tokens }: Scan, opener: number, { start }: Span): boolean {
  for (let i = opener + 1; (tokens[i]?.start ?? start) < start; i += 1)
    if (tokens[i]?.text === ',' || tokens[i]?.tag === 'VERB' || tokens[i]?.tag === 'AUX') return false;
  return (tokens[opener]?.end ?? start) < start;
}

/** Where the comma stands behind which the sentence's own clause begins: by its tree, or else the first that a subject follows. */
function commaBeforeMain({ tokens, quoteAt }: Scan, unit: Unit, cue: Span, content: Span): number | null {
  const commas: number[] = [];
  let words = 0;
  for (let i = unit.first; i < unit.end; i += 1) {
    const token = tokens[i];
    if (token === undefined || token.start < content.start || token.end > content.end) continue;
    words += 1;
    if (token.text === ',' && (quoteAt[i] ?? -1) < 0 && words >= SHORTEST) commas.push(i);
  }
  if (commas.length === 0) return null;
  const tree = readTree(tokens.slice(unit.first, unit.end));
  const root = tree.findIndex(({ head }) => head < 0);
  const said = tokens.slice(unit.first, unit.end).findIndex(({ start }) => start >= cue.start);
  let clause = said;
  while (clause >= 0 && clause !== root && tree[clause]?.head !== root) clause = tree[clause]?.head ?? -1;
  if (clause >= 0 && clause !== root && root > said) {
    const isWithin = (at: number): boolean => {
      let above = at;
      while (above >= 0 && above !== clause) above = tree[above]?.head ?? -1;
      return above === clause;
    };
    let last = said;
    for (let at = said; at < root; at += 1) if (isWithin(at) && tokens[unit.first + at]?.text !== ',') last = at;
    const found = commas.find((i) => i - unit.first > last && i - unit.first < root);
    if (found !== undefined) return tokens[found]?.start ?? null;
  }
  const guessed = commas.find((i) => SUBJECTS.has(tokens[i + 1]?.tag ?? ''));
  return guessed === undefined ? null : (tokens[guessed]?.start ?? null);
}

const SUBJECTS: ReadonlySet<string> = new Set(['DET', 'NOUN', 'NUM', 'PRON', 'PROPN']);
