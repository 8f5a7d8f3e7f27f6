import { countLeading } from '#core/count-leading.ts';
import { lastTokenBefore } from '../clauses/token-before.ts';
import type { Scan } from '../scan-article.ts';
import { type Bearer, bearerOf } from './bearer.ts';
import type { Description } from './describe-source.ts';
import type { Entity, Roster } from './entity.ts';
import { type Memory, mentionsIn } from './memory.ts';
import { genderOf, holdsRole, isPartisan, isRelational, isTitle, nounKind } from './noun-kind.ts';

/** "The former striker" may mean whoever was named so recently; less sure than a role that the article gives. */
const BY_TOPIC = 0.75;
/** A source that spoke more characters before is not who is told of any more. */
const REACH = 500;
/** So many characters before are looked through for another one who is called so. */
const TOLD = 20_000;
const BARE = /^(?:the|this)\s(?:[\p{L}\d’'-]+\s){0,4}[\p{L}\d-]+$/iu;

/**
 * Whom "the director" or "the retired surveyor" means where no role tells: the only person that is told of right before, if nobody else was
 * ever called so. Null where two may be meant, or the words may tell of somebody without a name.
 */
export function resolveEpithet(memory: Memory, { head, kind }: Description, at: number, words: string): Bearer | null {
  if (
    kind !== 'person' ||
    (nounKind(head) !== 'person' && !isPartisan(head)) ||
    !BARE.test(words.replace(CHILDREN, '')) ||
    !words.replace(CHILDREN, '').toLowerCase().endsWith(head)
  )
    return null;
  const topic = topicBefore(memory, at);
  // "The South Vale Republican": of a party there are many, from a place few.
  const called = isPartisan(head) ? words.replace(/^\S+\s/, '').toLowerCase() : head;
  if (topic === null || !mayBe(topic, head, words) || isTakenBefore(memory, called, at, topic)) return null;
  return bearerOf(topic, BY_TOPIC);
}

/**
 * Whether another person, of whose role nothing is known, is told of right before, and nobody was called by the role so far: then the one who
 * has it may not be meant.
 */
export function isRival(memory: Memory, entity: Entity, head: string, at: number): boolean {
  const topic = topicBefore(memory, at);
  if (topic === null || topic === entity || topic.role !== null) return false;
  // "Governor Ada Roe" is the governor, whoever else is told of.
  if (entity.role?.includes(head) !== true) return false;
  const told = genderOf(head);
  const isUnlike = told !== null && topic.gender !== null && topic.gender !== told;
  return (
    !isUnlike &&
    !new RegExp(`\\bthe\\s(?:[\\p{L}-]+\\s)?${RegExp.escape(head)}\\b`, 'iu').test(
      memory.scan.text.slice(Math.max(0, at - TOLD), at),
    )
  );
}

/**
 * The one person that is told of where a sentence has only begun: whom it begins with, or the one before it, when nobody else has spoken since;
 * failing that who spoke last, when nobody else was named.
 */
function topicBefore(memory: Memory, at: number): Entity | null {
  const { past, scan } = memory;
  const { sentences } = scan.article;
  const s = countLeading(sentences.length, (i) => (sentences[i]?.start ?? 0) <= at) - 1;
  const here = sentences[s]?.start ?? 0;
  const own = personsIn(memory, here, at);
  const [first] = own;
  if (first !== undefined) {
    const isAlone = own.every(({ entity }) => entity === first.entity) && opens(scan, here, first);
    return isAlone && NEXT_CLAUSE.test(scan.text.slice(first.span.end, at)) ? first.entity : null;
  }
  if (hasVerb(scan, here, at)) return null;
  const last = past.findLast(({ isNested }) => !isNested);
  const before = sentences[s - 1]?.start ?? here;
  const [opener] = personsIn(memory, before, here);
  if (opener !== undefined && opens(scan, before, opener)) {
    const isCut = last !== undefined && last.at >= before && last.bearer.entity !== opener.entity;
    return isCut ? null : opener.entity;
  }
  const speaker = last !== undefined && at - last.at < REACH ? last.bearer.entity : null;
  if (speaker === null || !isPerson(speaker)) return null;
  return personsIn(memory, at - REACH, at).every(({ entity }) => entity === speaker) ? speaker : null;
}

/** Behind this a sentence begins anew, and what was said in it is over. */
const NEXT_CLAUSE = /[:;]\s$|,\s(?:and|but)\s$/;

type Named = Roster['mentions'][number];

/** The persons named between two offsets, outside quotations, in order. */
function personsIn({ roster }: Memory, from: number, to: number): Named[] {
  return mentionsIn(roster, from, to).filter(({ isQuoted, entity }) => !isQuoted && isPerson(entity));
}

/** Whether a sentence that begins at an offset begins with a name as its subject: no verb before it, and none of the things that it has. */
function opens(scan: Scan, from: number, named: Named | undefined): boolean {
  if (named === undefined || named.span.start - from > OPENING || hasVerb(scan, from, named.span.start)) return false;
  return /^(?:,|\s\p{Ll})/u.test(scan.text.slice(named.span.end, named.span.end + 2));
}

/** How far into its sentence the subject's name may begin, in characters. */
const OPENING = 80;

function hasVerb({ tokens, quoteAt }: Scan, from: number, to: number): boolean {
  for (let i = lastTokenBefore(tokens, from + 1); i >= 0 && (tokens[i]?.start ?? to) < to; i += 1)
    if ((tokens[i]?.tag === 'VERB' || tokens[i]?.tag === 'AUX') && (quoteAt[i] ?? -1) < 0) return true;
  return false;
}

function isPerson({ kind, gender }: Entity): boolean {
  return kind === 'person' || (kind === 'unknown' && gender !== null);
}

/** Neither a woman called "chairman" nor a mayor called "director"; nor a striker called "the coach", but "the former coach" he may be. */
function mayBe({ gender, role }: Entity, head: string, words: string): boolean {
  const told = genderOf(head);
  if (told !== null && gender !== null && told !== gender) return false;
  // "The defendant", "the father of two": whatever somebody does for a living.
  if (AT_LAW.has(head) || CHILDREN.test(words)) return true;
  if (isPartisan(head)) return role === null || holdsRole(role, head) || isTitle(role);
  if (role === null) return !isRelational(head) || PAST.test(words);
  return holdsRole(role, head);
}

/** "The father | of two". */
const CHILDREN = / of (?:one|two|three|four|five|six|seven|\d)$/;
const AT_LAW: ReadonlySet<string> = new Set(['accused', 'defendant', 'suspect']);

/** What somebody once was, or how long, tells of a person and of no task for another. */
const PAST =
  /\s(?:former|retired|outgoing|veteran|disgraced|embattled|ex-\p{L}+|[\p{L}\d]+-(?:term|time|year-old))\s/iu;

/** Whether the word was used before an offset, of another one. */
function isTakenBefore({ scan }: Memory, head: string, at: number, topic: Entity): boolean {
  if (topic.role?.toLowerCase().includes(head) === true) return false;
  return new RegExp(`\\b${RegExp.escape(head)}s?\\b`, 'iu').test(scan.text.slice(Math.max(0, at - TOLD), at));
}
