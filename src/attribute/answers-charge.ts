import type { Span } from '#core/article.ts';
import { type Place, phrasePattern } from '#language/phrase-pattern.ts';
import data from './data/answers-en.json' with { type: 'json' };
import rebuttals from './data/rebuttals-en.json' with { type: 'json' };
import stances from './data/stances-en.json' with { type: 'json' };
import { holdsWord } from './holds-word.ts';
import type { Scan } from './scan-article.ts';
import type { Bearer } from './sources/bearer.ts';
import type { Statement } from './statement.ts';

const pattern = (place: Place, phrases: readonly string[]) =>
  phrasePattern(place, phrases, { ...rebuttals.lists, ...data.lists, charges: stances.charges });

/** "After parents claimed that …", "contradicting the minister": the sentence itself tells what is answered. */
const ANSWERING = pattern('anywhere', data.answering);
/** "Asked whether he had met them". */
const ASKED = pattern('anywhere', data.asked);
/** "It was put to her that she had signed it". */
const PUT = pattern('anywhere', data.put);
/** "Never", "he had not": a bare answer. */
const BARE = pattern('alone', data.bare);
/** "He had never touched it", "I did not push him": what the speaker did not do. */
const OWN = pattern('front', data.own);
/** What nobody denies by it: "did not know", "has not decided". */
const UNOWNED: ReadonlySet<string> = new Set(data.unowned);
/** "Accused of", "on trial": somebody stands accused. */
const ACCUSED = pattern('anywhere', data.accused);
/** "Not only", "no doubt", "will not": a "not" that denies nothing that is told. */
const PLAIN = pattern('anywhere', data.plain);
const NEGATION = /\b(?:no|not|never|nothing|nobody|none|neither)\b|n[’']t\b/iu;
/** Verbs that stand everywhere: that two speakers use them shows nothing. */
const COMMON: ReadonlySet<string> = new Set(data.common);
/** How far behind a "not" its verb stands, in words. */
const VERB_REACH = 4;
/** A shorter verb is part of too many words. */
const VERB_LETTERS = 4;
/** So many sentences back somebody was accused. */
const ACCUSED_REACH = 3;

/**
 * Whether a statement with a "not" answers a charge, a report or a question that the passage tells. `claims`: what others say before it.
 * A plain negative fact that answers nothing is asserted.
 */
export function answersCharge(
  scan: Scan,
  { statement, bearer }: { readonly statement: Statement; readonly bearer: Bearer },
  claims: readonly (readonly Span[])[],
): boolean {
  const { content, unit } = statement;
  const [first] = content;
  const span = scan.units[unit]?.span;
  if (first === undefined || span === undefined) return false;
  const said = scan.text.slice(first.start, first.end);
  const open = firstClause(said);
  if (!NEGATION.test(open)) return false;
  const around = outside(scan.text, span, content);
  const justBefore = scan.units[Math.max(0, unit - 1)]?.span ?? span;
  const isAsked = ASKED.test(around) || isQuestion(scan.text.slice(justBefore.start, first.start), statement);
  const opening = firstSentence(said);
  // “No. She is doing her job”: so does whoever says that all is well.
  const bare = /^no$/iu.test(opening) ? said : opening;
  const isBare = content.length === 1 && (BARE.exec(bare)?.[0].length ?? 0) >= bare.length - 1;
  // "Its lawyers say it does not": of a thing, which another says of itself.
  const reach = /^it\s/iu.test(said) ? span : justBefore;
  if (isBare && (isAsked || claims.some(([claim]) => claim !== undefined && claim.start >= reach.start))) return true;
  if (PLAIN.test(open)) return false;
  if (ANSWERING.test(around)) return true;
  const verb = negatedVerb(scan, first, open.length);
  const told = claims.flatMap((spans) => spans.map(({ start, end }) => scan.text.slice(start, end)));
  if (verb !== null && [...(isAsked ? [around] : []), ...told].some((claim) => tells(claim, verb))) return true;
  const own = OWN.exec(said)?.[0];
  const deed = own === undefined ? '' : (/\p{L}+$/u.exec(own)?.[0] ?? '').toLowerCase();
  return own !== undefined && !UNOWNED.has(deed) && isAccused(scan, unit, bearer);
}

/** “Did you sell it?” | “Never,” she said; counsel put it to her that she had: what a bare “no” answers. A printed conversation is all questions. */
function isQuestion(before: string, { basis }: Statement): boolean {
  return basis !== 'turn' && basis !== 'continued' && (/\?["”’']?\s*["“‘']?$/u.test(before) || PUT.test(before));
}

/** “Never. I was in bed,”: the answer stands alone in its sentence. */
const firstSentence = (said: string): string => /^[^.!]{1,60}[.!](?=\s)/u.exec(said)?.[0].slice(0, -1) ?? said;

const firstClause = (said: string): string => said.split(/[;:.!?]| (?:and|but|because|since|while) /u)[0] ?? '';

/** The words of a sentence around what is said in it. */
function outside(text: string, span: Span, content: readonly Span[]): string {
  let at = span.start;
  let words = '';
  for (const { start, end } of content) {
    words += `${text.slice(at, Math.max(at, start))} | `;
    at = Math.max(at, end);
  }
  return words + text.slice(at, Math.max(at, span.end));
}

/** The verb behind the first "not" of a clause, where it tells enough. */
function negatedVerb({ tokens }: Scan, { start }: Span, length: number): string | null {
  const from = tokens.findIndex((token) => token.start >= start);
  if (from < 0) return null;
  for (let i = from; i < tokens.length && (tokens[i]?.start ?? 0) < start + length; i += 1) {
    if (!/^(?:not|never|n[’']t)$/.test(tokens[i]?.lower ?? '')) continue;
    const verb = tokens.slice(i + 1, i + 1 + VERB_REACH).find(({ tag }) => tag === 'VERB');
    return verb === undefined || verb.lemma.length < VERB_LETTERS || COMMON.has(verb.lemma) ? null : verb.lemma;
  }
  return null;
}

/** Whether a claim tells of a deed without a "not". */
function tells(claim: string, verb: string): boolean {
  const stem = verb.replace(/[ey]$/, '');
  return holdsWord(claim, stem, '\\p{Ll}{0,4}', "not|never|n[’']t");
}

/** Whether the sentences before tell that the speaker is accused of something. */
function isAccused({ text, units }: Scan, unit: number, { name, kind }: Bearer): boolean {
  const start = units[Math.max(0, unit - ACCUSED_REACH)]?.span.start ?? 0;
  const before = text.slice(start, units[unit]?.span.end ?? start);
  const last = /[\p{L}\p{N}]+$/u.exec(name)?.[0] ?? '';
  return (kind === 'person' || kind === 'organization') && last !== '' && before.includes(last) && ACCUSED.test(before);
}
