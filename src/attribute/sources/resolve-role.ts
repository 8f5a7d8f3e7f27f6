import { countLeading } from '#core/count-leading.ts';
import { onceFor } from '#core/once-for.ts';
import type { Scan } from '../scan-article.ts';
import { type Bearer, bearerOf } from './bearer.ts';
import type { Description } from './describe-source.ts';
import type { Entity, Roster } from './entity.ts';
import { isOutletNoun } from './is-outlet-name.ts';
import { isUnion } from './is-union.ts';
import { lastBefore, type Memory, mentionsIn } from './memory.ts';
import { holdsRole, isGeneralBody, otherNouns, wholeTitle } from './noun-kind.ts';
import { resolveDocument } from './resolve-document.ts';
import { isRival, resolveEpithet } from './resolve-epithet.ts';

/** "The company" means no firm that was last named more than this many characters before. */
const BODY_REACH = 6_000;
/** The firm that was named within this many characters is a little more likely to be meant. */
const JUST_NAMED = 400;

/** Whom "the minister" or "the company" means; null where it is best left as written. */
export function resolveRole(memory: Memory, description: Description, at: number, words: string): Bearer | null {
  const { past, roster, scan } = memory;
  const { text } = scan;
  const { head, kind } = description;
  // "The interior ministry" is not the defence ministry: every word must have been said of the one that is meant.
  const detail = words
    .replace(/(?:\S+\s){0,2}\S+-based\s/, '')
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .filter(
      (word) =>
        word !== '' && word !== head && !/^(?:the|this|that|these|those|former|new|same|then|own|also)$/.test(word),
    );
  const agrees = (other: string) => detail.every((word) => hasWord(other, word));
  const isRole = ({ name, role }: Pick<Bearer, 'name' | 'role'>) =>
    role !== null && holdsRole(coreRole(role), head) && agrees(`${role} ${name}`);
  for (let i = past.length - 1; i >= 0; i -= 1) {
    const other = past[i];
    if (other === undefined) break;
    const { bearer } = other;
    const isNoun = (other.head === head && head !== '') || isAlsoCalled(bearer, head);
    const isAgain = isNoun && agrees(`${bearer.name} ${bearer.role ?? ''}`);
    if (isAgain || (kind === 'person' && isRole(bearer)))
      return bearer.entity !== null && isRival(memory, bearer.entity, head, at) ? null : bearer;
  }
  const ofAge = AGE.exec(words)?.[1];
  if (ofAge !== undefined) return aged(memory, ofAge, at);
  if (kind === 'person') {
    for (let i = lastBefore(roster, at); i >= 0; i -= 1) {
      const entity = roster.mentions[i]?.entity;
      // "Holm, who shot the film, … The director": it may be he, and not the director whom the article names further off.
      if (entity !== undefined && isRole(entity))
        return isRival(memory, entity, head, at) ? null : bearerOf(entity, 0.85);
    }
    return resolveEpithet(memory, description, at, words);
  }
  if (kind === 'organization') {
    const fits = (entity: Entity) =>
      isGeneralBody(head) &&
      (head !== 'union' || isUnion(text, entity)) &&
      detail.every((word) => suits(words, word, entity.role)) &&
      detail.length <= 1 &&
      !/\b(?:rival|other|second|another|third|parent|sister)\b/i.test(words) &&
      !isOtherBody(entity.name) &&
      !(isFirmNoun(head) && PUBLIC_BODY.test(entity.name)) &&
      entity.placed * 2 < entity.mentions.length;
    // "The union" where the article knows one by that word is no other body.
    const isOwnWord = bodyWords(roster).has(head);
    const topic = isOwnWord ? null : bodyOfParagraph(memory, at, fits, ANY_FIRM.test(head));
    if (topic !== null) return bearerOf(topic, 0.8);
    const named = new Map<Entity, number>();
    for (let i = lastBefore(roster, at); i >= 0 && at - (roster.mentions[i]?.span.start ?? 0) < BODY_REACH; i -= 1) {
      const mention = roster.mentions[i];
      if (
        mention === undefined ||
        mention.isQuoted ||
        mention.entity.kind === 'person' ||
        (head === 'union' && !isUnion(text, mention.entity)) ||
        /^\s\d/.test(text.slice(mention.span.end, mention.span.end + 2))
      )
        continue;
      if (
        isOutletNoun(head)
          ? mention.entity.isOutlet && agrees(mention.entity.name)
          : hasWord(mention.entity.name, head) && agrees(mention.entity.name)
      )
        return bearerOf(mention.entity, 0.85);
      const { entity } = mention;
      if (!entity.isOutlet && fits(entity)) {
        const isRecent = at - mention.span.start < JUST_NAMED;
        const isSource = named.has(entity) ? 0 : past.some((other) => other.bearer.entity === entity) ? 2 : 0;
        named.set(entity, (named.get(entity) ?? 0) + isSource + (isRecent ? 1.5 : 1));
      }
    }
    // Nothing in the name says "company": the firm that the article is about so far.
    const [first] = [...named].toSorted((a, b) => b[1] - a[1]);
    // "The club" among several bodies, none of which was ever called one, is anybody's guess.
    const isGuess = named.size > 1 && !ANY_FIRM.test(head);
    if (first !== undefined) return bearerOf(first[0], isGuess ? 0.55 : 0.75);
  }
  return kind === 'document' ? resolveDocument(scan, head, at, detail) : null;
}

/** "The force" after what the police have said. */
function isAlsoCalled({ name, kind }: Bearer, head: string): boolean {
  return kind !== 'person' && otherNouns(head).some((noun) => hasWord(name, noun));
}

/** The words of the bodies' names, read once. */
const bodyWords = onceFor(({ entities }: Roster): ReadonlySet<string> => {
  const bodies = entities.filter(({ kind }) => kind !== 'person');
  return new Set(bodies.flatMap(({ name }) => name.toLowerCase().split(/[^\p{L}-]+/u)));
});

/** The only body that a paragraph has named so far, outside quotations; null where it has named none or several. */
function bodyOfParagraph(
  { past, roster, scan }: Memory,
  at: number,
  fits: (entity: Entity) => boolean,
  isAny: boolean,
): Entity | null {
  const { paragraphs } = scan.article;
  const from = paragraphs[countLeading(paragraphs.length, (i) => (paragraphs[i]?.start ?? 0) <= at) - 1]?.start ?? 0;
  const spoke = new Set<Entity | null>();
  for (let i = past.length - 1; (past[i]?.at ?? -1) >= from; i -= 1) spoke.add(past[i]?.bearer.entity ?? null);
  const named = new Set<Entity>();
  for (const { entity, isQuoted } of mentionsIn(roster, from, at)) {
    if (isQuoted || entity.kind === 'person' || !fits(entity)) continue;
    // An outlet that is told of as a firm has spoken, and so has who is called by a rarer word.
    const isKnown = isAny && !entity.isOutlet;
    if (isKnown || (spoke.has(entity) && (isAny || !entity.isOutlet))) named.add(entity);
  }
  const [only] = named;
  if (only !== undefined) return named.size === 1 ? only : null;
  // Nobody in this paragraph: the body that spoke last, if none was named since.
  const last = past.findLast(({ isNested }) => !isNested);
  const speaker = last?.bearer.entity ?? null;
  if (
    last === undefined ||
    speaker === null ||
    speaker.kind === 'person' ||
    // "The clinic told the BBC": an outlet that has just spoken is no clinic.
    (speaker.isOutlet && !isAny) ||
    at - last.at > JUST_NAMED ||
    !fits(speaker)
  )
    return null;
  const since = mentionsIn(roster, last.at, at);
  return since.every(({ entity }) => entity === speaker || entity.kind === 'person' || !fits(entity)) ? speaker : null;
}

const AGE = /\b(\d{1,3})-year-old\b/;

/** "The 34-year-old": whoever's name that age stands beside, if it is one person. */
function aged({ roster, scan }: Memory, age: string, at: number): Bearer | null {
  const found = new Set<Entity>();
  for (const { span, entity } of roster.mentions) {
    if (span.start >= at) break;
    const isBehind = scan.text.slice(span.end, span.end + age.length + 3).startsWith(`, ${age}`);
    const isBefore = new RegExp(`\\b${age}-year-old\\s(?:[\\p{Ll}-]+\\s){0,3}$`, 'u').test(
      scan.text.slice(Math.max(0, span.start - AGE_REACH), span.start),
    );
    if ((isBehind || isBefore) && entity.kind !== 'organization') found.add(entity);
  }
  const [one] = found;
  return one !== undefined && found.size === 1 ? bearerOf(one, 0.85) : null;
}

/** How far before a name its age may begin, in characters. */
const AGE_REACH = 50;

/**
 * "The newsletter": the outlet named last before an offset that was called by that noun; failing that, the one named last
 * that `mayBe` so called.
 */
export function lastOutlet(
  { text }: Scan,
  roster: Roster,
  at: number,
  noun: string,
  mayBe: (outlet: Entity) => boolean = () => true,
): Entity | null {
  let last: Entity | null = null;
  const isCalled = new RegExp(`(?:^|\\s)${RegExp.escape(noun)}\\s$`, 'u');
  for (let i = lastBefore(roster, at); i >= 0; i -= 1) {
    const mention = roster.mentions[i];
    if (mention === undefined || at - mention.span.start > BODY_REACH) break;
    if (!mention.entity.isOutlet) continue;
    if (last === null && mayBe(mention.entity)) last = mention.entity;
    const { start, end } = mention.span;
    if (isCalled.test(text.slice(Math.max(0, start - noun.length - 2), start)) || text.startsWith(` ${noun}`, end))
      return mention.entity;
  }
  return last;
}

/** "The Dutch company" may be any firm; "the environment agency" is one that was called by that word. */
function suits(words: string, detail: string, role: string | null): boolean {
  return (
    new RegExp(`(?:^|\\s)${RegExp.escape(`${detail.charAt(0).toUpperCase()}${detail.slice(1)}`)}`, 'u').test(words) ||
    hasWord(role ?? '', detail)
  );
}

/** Words that fit every firm. */
const ANY_FIRM = /^(?:company|firm|business|group|organi[sz]ation|giant|maker|manufacturer)$/;

/** "The carmaker", "the bank": nothing public. */
function isFirmNoun(head: string): boolean {
  return (
    isGeneralBody(head) && !/^(?:agency|charity|club|group|organi[sz]ation|party|regulator|side|team|union)$/.test(head)
  );
}

const PUBLIC_BODY =
  /\b(?:Administration|Agency|Association|Authority|Board|Bureau|Chamber|Directorate|Institute|Office|Service|Union)\b/;

/** A court is not "the company". */
function isOtherBody(name: string): boolean {
  return /\b(?:Court|Council|Ministry|Government|Parliament|Senate|Congress|Commission|Police|Department|University|Hospital)\b/.test(
    name,
  );
}

/** A role without its relative clause: "a lawmaker | who is not related to the minister". */
function coreRole(role: string): string {
  const core = role.split(/,|\s(?:who|whose|that|which|not|for|with)\s/)[0] ?? role;
  return core.split(' ').map(wholeTitle).join(' ');
}

function hasWord(words: string, word: string): boolean {
  return (
    word !== '' &&
    words
      .toLowerCase()
      .split(/[^\p{L}-]+/u)
      .includes(word)
  );
}
