import { ABILITIES, HEDGING_REPORTS, HEDGING_WORDS } from './clauses/verb-form.ts';
import type { Scan } from './scan-article.ts';
import type { Statement } from './statement.ts';

/** How many words into the content a weak verb still weakens all of it. */
const MAIN_CLAUSE_TOKENS = 22;

/** "A letter | that appears to …", "an inquiry, | which could …": what weakens a clause about a noun weakens no more than it. */
function isRelative({ tokens }: Scan, i: number): boolean {
  const link = tokens[i - 1]?.lower ?? '';
  const before = tokens[i - 2];
  if (link === 'which' || link === 'who') return true;
  return link === 'that' && (before?.tag === 'NOUN' || before?.tag === 'PROPN');
}

/** "Weeks to appear", "had appeared in a draft": what came into sight is not in doubt. */
function isShowing({ tokens }: Scan, i: number): boolean {
  if (tokens[i]?.lemma !== 'appear') return false;
  const next = tokens[i + 1];
  return next === undefined || next.tag === 'ADP' || next.tag === 'PUNCT';
}

/** "It is possible that …": in the source's words, and not the article's. */
const POSSIBLE = /^it (?:is|was|may be|might be) (?:quite |entirely )?(?:possible|conceivable)(?= that)/iu;

/** The words that weaken a statement: its sourceless cue, "reportedly" at the cue, "may" in its main clause. */
export function readHedge(scan: Scan, statement: Statement): string | null {
  if (statement.hedge !== null) return statement.hedge;
  if (statement.stance === 'declines') return null;
  const unit = scan.units[statement.unit];
  if (unit === undefined) return null;
  const { tokens, quoteAt } = scan;
  const cue = statement.cue;
  const front = statement.content[0]?.start ?? 0;
  let weak = POSSIBLE.exec(scan.text.slice(front, front + 40))?.[0] ?? null;
  let seen = 0;
  // All of it is somebody's own words.
  const isDirect = () =>
    statement.content.every(({ start, end }) =>
      scan.quotes.some(({ outer }) => outer.start <= start && end <= outer.end),
    );
  for (let i = unit.first; i < unit.end; i += 1) {
    const token = tokens[i];
    if (token === undefined) continue;
    const isInContent = statement.content.some((span) => span.start <= token.start && token.end <= span.end);
    const isNearCue = cue !== null && Math.abs(token.start - cue.start) < 24;
    if (HEDGING_REPORTS.has(token.lower) && (isInContent || isNearCue) && (quoteAt[i] ?? -1) < 0) return token.lower;
    if (!isInContent) continue;
    seen += 1;
    if (
      weak === null &&
      seen <= MAIN_CLAUSE_TOKENS &&
      HEDGING_WORDS.has(token.lower) &&
      // In somebody's own words "could" tells of the past or of a wish as often as of doubt, and "couldn't" never does.
      !(token.lower === 'could' && (isDirect() || /^n[’']t$|^not$/.test(tokens[i + 1]?.lower ?? ''))) &&
      !(token.lower === 'could' && ABILITIES.has(tokens[i + 1]?.lower ?? '')) &&
      !isRelative(scan, i) &&
      !isShowing(scan, i) &&
      !(token.lower === 'may' && token.text === 'May' && seen > 1)
    )
      weak = token.lower;
  }
  return weak;
}
