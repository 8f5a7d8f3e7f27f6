import type { Span } from '#core/article.ts';
import { findNames } from '#language/find-names.ts';
import type { Scan } from '../scan-article.ts';
import { isOutletName } from '../sources/is-outlet-name.ts';
import { isFirstName } from '../sources/noun-kind.ts';
import { splitTitles } from '../sources/split-titles.ts';

/** "Excerpts from the governor’s news conference": a role that the article has explained before. */
const BY_ROLE =
  /\b([Tt]he \p{Ll}{3,20}(?: \p{Ll}{3,20})?)[’']s (?:(?:news|press) (?:conference|briefing)|interview|answers|remarks)\b/u;
/** Who stands here asks: "She spoke to Jon Pell", "By Jon Pell". */
const ASKS =
  /(?:\b(?:sp(?:oke|eaks?|oken|eaking) (?:to|with)|talk(?:ed|s|ing)? (?:to|with)|told|sat down with|by|sprach mit)|^By|\bBy|Von)\s$/u;
/** Who stands here answers: "An interview with Nora Weir", "Nora Weir spoke to us". */
const ANSWERS =
  /\b(?:interview|conversation|[Qq] ?& ?[Aa]|Interview|Gespräch) (?:with|mit)\s(?:\p{Ll}[\p{L}-]*\s){0,5}$/u;
/** "Tom Wick spoke with her", "spoke to Ana Ruiz": who meets somebody of whom was told already asks. */
const MEETS =
  /^(?:,[^.\n]{1,80},)?\s(?:spoke|speaks|talked|talks|sat down|met|meets|visited|visits) (?:(?:to|with) )?(?:(?:her|him|them)\b|((?:\p{Lu}[\p{L}.’'-]*\s?)+))/u;
const SPEAKS = /^(?:,[^.\n]{1,80},)?\s(?:spoke|speaks|talked|talks|sat down|answers|answered|tells|told)\b/u;
/** How much of the text beside a name is read, in characters. */
const BESIDE = 100;

/**
 * Who answers in an interview printed as questions and answers, by the text before the first question, which begins at
 * `until`: the one who is said to be interviewed, or the only person named there. Null where several might be meant.
 */
export function findInterviewee(scan: Scan, until: number): Span | null {
  const { text, article } = scan;
  const before = article.paragraphs.findLast(({ end }) => end <= until);
  if (before === undefined) return null;
  const role = BY_ROLE.exec(text.slice(Math.max(before.start, before.end - BESIDE * 2), before.end));
  if (role?.[1] !== undefined) {
    const start = Math.max(before.start, before.end - BESIDE * 2) + role.index;
    return { start, end: start + role[1].length };
  }
  const tokens = scan.tokens.filter(({ end }) => end <= until);
  const people = new Map<string, Span>();
  for (const { span, text: name, kind } of findNames(text, tokens, article.language)) {
    const { titles, rest } = splitTitles(name.split(/\s+/));
    if (rest.length < 2 || !(kind === 'person' || titles.length > 0 || isFirstName(rest[0] ?? ''))) continue;
    if (isOutletName(name)) continue;
    const left = text.slice(Math.max(0, span.start - BESIDE), span.start);
    if (ANSWERS.test(left)) return span;
    const right = text.slice(span.end, span.end + BESIDE);
    if (ASKS.test(left) || article.authors.some((author) => author.includes(name)) || asks(right, people)) continue;
    if (SPEAKS.test(right)) return span;
    const key = (rest.at(-1) ?? '').toLowerCase();
    if (!people.has(key)) people.set(key, span);
  }
  return people.size === 1 ? ([...people.values()][0] ?? null) : null;
}

/** Whether somebody meets one who was told of before. `people`: by surname. */
function asks(right: string, people: ReadonlyMap<string, Span>): boolean {
  const met = MEETS.exec(right);
  if (met === null || people.size === 0) return false;
  return met[1] === undefined || people.has((met[1].trim().split(' ').at(-1) ?? '').toLowerCase());
}
