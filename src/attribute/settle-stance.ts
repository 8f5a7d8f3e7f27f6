import type { Stance } from '#core/testimony.ts';
import { answersCharge } from './answers-charge.ts';
import { isRebuttal } from './clauses/is-rebuttal.ts';
import { isContradiction } from './is-contradiction.ts';
import type { Scan } from './scan-article.ts';
import type { Bearer } from './sources/bearer.ts';
import type { Statement } from './statement.ts';

/** A statement and whoever makes it. */
type Said = { readonly statement: Statement; readonly bearer: Bearer };

/** "There was no offer", "the minister has not resigned". */
const NEGATION = /\b(?:no|not|never|nothing|nobody|none|neither|nor)\b|n[’']t\b/iu;
/** What kinds of statements may spell out a denial in the source's own words. */
const OWN_WORDS: ReadonlySet<Statement['basis']> = new Set(['quotation', 'colon', 'continued']);

/** Of the statements before, so many are asked. */
const OTHERS_AT_MOST = 10;

/** Whether a statement claims what somebody else may deny. */
function isClaim({ statement, bearer }: Said, who: Bearer): boolean {
  return statement.stance === 'asserts' && bearer.key !== who.key;
}

/** "“We were never asked,” | its secretary, Jan Holt, | wrote": who speaks for whoever has denied it just before. */
function isOnesOwn({ text }: Scan, { source }: Statement, { bearer }: Said): boolean {
  if (source === null || bearer.kind === 'unstated') return false;
  const words = [source.span, source.apposition ?? source.span].map(({ start, end }) => text.slice(start, end));
  const owner = bearer.name.replace(/^the /iu, '').toLowerCase();
  return words.some((phrase) => /^(?:his|her|its|their)\s/iu.test(phrase) || phrase.toLowerCase().includes(owner));
}

/**
 * Whether a statement denies once all of its content is known: by its own words, or as the words of somebody or of a body whose
 * denial the one before reports just before it ("The ministry denied that. “No gate was opened,” it said"), or by saying that
 * something is not so which another says is. `settled`: the statements before, in the order of their sources.
 */
export function settleStance(scan: Scan, { statement, bearer }: Said, settled: readonly Said[]): Stance {
  const before = settled.at(-1);
  const { stance, content } = statement;
  if (stance !== 'asserts') return stance;
  if (isRebuttal(scan.text, content)) return 'denies';
  const others = settled.slice(-OTHERS_AT_MOST).filter((other) => isClaim(other, bearer));
  const claims = others.map((other) => other.statement.content);
  if (isContradiction(scan, content, claims) || answersCharge(scan, { statement, bearer }, claims)) return 'denies';
  const isEcho =
    before !== undefined &&
    before.statement.stance === 'denies' &&
    before.statement.unit <= statement.unit &&
    statement.unit - before.statement.unit <= 1 &&
    (before.bearer.key === bearer.key || isOnesOwn(scan, statement, before)) &&
    OWN_WORDS.has(statement.basis);
  if (!isEcho) return stance;
  return content.some(({ start, end }) => NEGATION.test(scan.text.slice(start, end))) ? 'denies' : stance;
}
