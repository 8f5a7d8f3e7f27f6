import type { Span } from '#core/article.ts';
import type { Token } from '#language/read-tokens.ts';
import { lastTokenBefore } from '../clauses/token-before.ts';
import people from '../data/people-en.json' with { type: 'json' };
import type { Scan } from '../scan-article.ts';
import { nounKind } from './noun-kind.ts';

/** "the mayor, Tobias Roe", "Tobias Roe, the mayor of Keim,": a role that stands beside a name. */
export function roleBeside(text: string, span: Span): string | null {
  const [, article, after] =
    /^,\s(?:\d{1,3},\s)?(?:(a|an|the|its|his|her|their)\s|(?=\p{Lu}[\p{L}-]+[’']s\s))([^,.;:“”"()\n]{3,80})[,.;:]/u.exec(
      text.slice(span.end, span.end + ROLE_REACH),
    ) ?? [];
  if (after !== undefined && nounKind(headOf(after)) === 'person')
    return `${article === 'the' && OWNED.test(after) ? 'the ' : ''}${after.replace(MORE, '')}`;
  const start = Math.max(0, span.start - REACH_BEFORE);
  const before = text.slice(start, span.start);
  const at = before.search(LAST_DETERMINER);
  const role = ROLE_BEFORE.exec(before.slice(Math.max(0, at)))?.[1];
  if (at < 0 || role === undefined || nounKind(headOf(role)) !== 'person') return null;
  // "In a letter to the prime minister, Ana Ruiz said": what the sentence is told in, and no role of hers.
  // "She would be the first woman to be mayor, Ana Ruiz said": whoever is told of would be that.
  return FRONTED.test(before.slice(0, at)) || /\sto\s/u.test(role) || COPULA.test(before.slice(0, at)) ? null : role;
}

/** "The line's director": without "the" it is a line that nobody knows. */
const OWNED = /^(?:[\p{Ll}-]+\s){0,2}\p{Ll}[\p{Ll}-]*[’']s?\s/u;

/** "An engineer | who built weirs", "a historian | and runs the archive": what else is told of somebody is no role. */
const MORE =
  /\s(?:who|whom|whose|which|that|and (?:has|is|was|had|runs|ran|leads|led|wrote|writes|works|worked))\s.*$/su;

/** A role behind one of these is told of the subject before it. */
const COPULA = /\b(?:am|are|as|be|became|become|becomes|been|being|is|[’']s|was|were)\s$/u;

/** "Daughter", "close friend": a role that tells nothing without whose it is. */
export function isBareKin(role: string): boolean {
  const words = role.split(' ');
  return words.length <= 2 && KIN.has(words.at(-1) ?? '') && /^\p{Ll}+$/u.test(words[0] ?? '');
}

const KIN: ReadonlySet<string> = new Set(people.kin);

const REACH_BEFORE = 90;
/** The last word before a name that a noun phrase begins with. */
const LAST_DETERMINER =
  /(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)|[’']s)\s(?!.*(?:\b(?:the|an?|its|his|her|their|our)|[’']s)\s)/su;
const ROLE_BEFORE = /^\S+\s([\p{Ll}][\p{Ll}\s-]{2,40}),\s$/u;
/** The front of a sentence that begins with a preposition and ends with another. */
const FRONTED =
  /(?:^|[.!?”"]\s+|\n)(?:At|By|During|For|From|In|On|Speaking|To|With)\s[^.!?,]*\s(?:by|for|from|of|on|to|with)\s$/u;

/** How far after a name its role may end, in characters. */
const ROLE_REACH = 100;

function headOf(words: string): string {
  return (
    (words.split(/\s(?:of|for|at|from|in|who|on|with|and)\s/)[0] ?? '').trim().split(/\s+/).at(-1)?.toLowerCase() ?? ''
  );
}

/** What the words of a role are; more of them than this are none. */
const ROLE_TAGS: ReadonlySet<string> = new Set(['ADJ', 'NOUN', 'PROPN']);
const ROLE_WORDS = 4;

/** "The retired surveyor Ana Ruiz", "Republican nominee Jan Holt": a role right before a name, without a comma. */
export function roleBefore({ text, tokens }: Scan, span: Span): string | null {
  const last = lastTokenBefore(tokens, span.start);
  const head = tokens[last];
  if (head?.tag !== 'NOUN' || nounKind(head.lower) !== 'person' || text.slice(head.end, span.start) !== ' ')
    return null;
  let first = last;
  while (
    last - first < ROLE_WORDS &&
    ROLE_TAGS.has(tokens[first - 1]?.tag ?? '') &&
    isBeside(text, tokens[first - 1], tokens[first])
  )
    first -= 1;
  return text.slice(tokens[first]?.start ?? head.start, head.end);
}

function isBeside(text: string, before: Token | undefined, after: Token | undefined): boolean {
  return before !== undefined && after !== undefined && /^[ -]?$/.test(text.slice(before.end, after.start));
}
