import type { Statement } from '../statement.ts';
import type { Bearer } from './bearer.ts';
import type { Memory } from './memory.ts';
import { nounKind } from './noun-kind.ts';
import { settingOutlets } from './outlet-chain.ts';

/** A statement with its source and its outlets. */
type Relayed = { readonly statement: Statement; readonly bearer: Bearer; readonly via: readonly string[] };

/** Paragraphs between two statements of one interview. */
const SAME_INTERVIEW = 1;
/** Another day or another place ends an interview: "On Wednesday he denied", "In a longer post on her site". */
const ELSEWHERE =
  /^(?:on\s(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:hours|days|weeks|months)\s(?:earlier|later|before)|the\s(?:next|following)\sday|in\san?\s(?:\p{L}+\s){0,3}(?:post|statement|letter|e-?mail|speech|blog|video|message)\b)/iu;
/** "The friend", "the retired officer": somebody without a name who was just quoted. */
const SAME_UNNAMED = /^the\s(?:[\p{Ll}-]+\s)?([\p{Ll}-]+)$/iu;

/**
 * The outlets of the statement before, where the same source goes on in it: the next words of an interview, "it adds" of a
 * memo that a newspaper saw, and what somebody says in the sentence after "Ana Ruiz spoke to Radio Keim".
 */
export function carryOutlets(
  { scan, roster }: Memory,
  statement: Statement,
  bearer: Bearer,
  last: Relayed | null,
): readonly string[] {
  const unit = scan.units[statement.unit];
  if (unit === undefined || statement.cited !== null || bearer.kind === 'unstated') return [];
  const isNew = last?.statement.unit !== statement.unit;
  // Whom somebody told this, if not an outlet, is another occasion.
  if (isNew && (statement.addressee !== null || ELSEWHERE.test(scan.text.slice(unit.span.start, unit.span.end))))
    return [];
  const paragraphs = unit.paragraph - (scan.units[last?.statement.unit ?? -1]?.paragraph ?? Number.NEGATIVE_INFINITY);
  if (last !== null && paragraphs <= SAME_INTERVIEW && last.via.length > 0) {
    if (last.bearer.key === bearer.key) return last.via;
    const source = statement.source?.span;
    if (
      paragraphs === 0 &&
      source !== undefined &&
      !last.bearer.named &&
      !bearer.named &&
      bearer.kind === 'person' &&
      last.bearer.kind !== 'document' &&
      nounKind(SAME_UNNAMED.exec(scan.text.slice(source.start, source.end))?.[1] ?? '') === 'person'
    )
      return last.via;
  }
  const before = scan.units[statement.unit - 1];
  if (before === undefined || before.paragraph !== unit.paragraph || last?.statement.unit === statement.unit - 1)
    return [];
  // "Ana Ruiz spoke to Radio Keim", or "Ana Ruiz lost no time. In an interview with Radio Keim she …".
  const isMeant = /\b(?:he|she)\b/i.test(scan.text.slice(before.span.start, before.span.end));
  const from = isMeant ? (scan.article.paragraphs[unit.paragraph]?.start ?? before.span.start) : before.span.start;
  const isThere = bearer.entity?.mentions.some(({ span }) => span.start >= from && span.end <= before.span.end);
  return isThere === true ? settingOutlets(scan, roster, before) : [];
}
