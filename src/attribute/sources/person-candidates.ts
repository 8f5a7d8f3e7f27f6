import { countLeading } from '#core/count-leading.ts';
import type { Scan } from '../scan-article.ts';
import { type Bearer, bearerOf } from './bearer.ts';
import { describeSource } from './describe-source.ts';
import type { Entity, Roster } from './entity.ts';
import { lastBefore, type Memory, mentionsIn } from './memory.ts';
import { type Gender, nounKind } from './noun-kind.ts';
import { openingBefore } from './opening-before.ts';
import type { PersonCandidate } from './person-candidate.ts';
import { resolveRole } from './resolve-role.ts';
import { unnamedIn } from './unnamed-persons.ts';

/** A pronoun means nobody who was last named more than this many characters before: about four paragraphs. */
export const PRONOUN_REACH = 1_600;
/** How many sources back a pronoun may reach. */
const SOURCES_BACK = 8;
/** Whoever has no name is not taken up from so many characters before. */
const UNNAMED_REACH = 600;
/** How sure it is that a pronoun means somebody without a name who has not spoken yet. */
const UNNAMED = 0.8;
/** Of names a pronoun is as sure as this before they are weighed. */
const NAMED = 0.85;
/** More mentions before the pronoun say no more. */
const OFTEN = 4;
/** A subject stands behind no more words of its sentence than these. */
const FRONT = 30;

/** All whom "he" or "she" at an offset may mean, each once, in the order in which they are met going back: who spoke, then who is told of. */
export function personCandidates(memory: Memory, gender: Gender, at: number): PersonCandidate[] {
  const others = besideSubject(memory, at);
  const taken = takenUp(memory, at);
  const mentioned = [
    ...sourcesBefore(memory, gender, at, taken),
    ...namesBefore(memory, gender, at, taken),
    ...unnamedBefore(memory, gender, at),
  ].filter(({ bearer }) => bearer.entity === null || !others.has(bearer.entity));
  const each = [...Map.groupBy(mentioned, ({ bearer }) => bearer.key).values()].flatMap((list) => {
    const bearer = list.map((one) => one.bearer).reduce((a, b) => (b.certainty > a.certainty ? b : a));
    return { bearer, traits: [...new Set(list.flatMap(({ traits }) => traits))], isNear: list.some(isNear) };
  });
  const nearOnes = each.filter((one) => one.isNear).length;
  return each.map(({ bearer, traits, isNear: near }) => {
    const beside = near ? (nearOnes === 1 ? 'alone near' : 'one of near') : nearOnes > 0 ? 'others near' : 'none near';
    return { bearer, traits: [...traits, beside] };
  });
}

type Mentioned = PersonCandidate & { readonly distance: Distance };

/** A mention of somebody who may be meant; none where the gender speaks against it or it is too far away. */
function mention(
  { scan }: Memory,
  bearer: Bearer,
  { from, at }: { readonly from: number; readonly at: number },
  { known, asked }: { readonly known: Gender | null; readonly asked: Gender },
  traitsAt: (distance: Distance) => readonly string[],
): Mentioned[] {
  if ((known !== null && known !== asked) || from >= at || at - from > PRONOUN_REACH) return [];
  const distance = distanceOf(scan, from, at);
  return [{ bearer, distance, traits: [...traitsAt(distance), known === asked ? 'same gender' : 'no gender'] }];
}

/** Sentences between, within one paragraph, and paragraphs beyond it. */
type Distance = (typeof IN_PARAGRAPH)[number] | 'sentence before, paragraph before' | (typeof PARAGRAPHS)[number];
const IN_PARAGRAPH = ['same sentence', 'sentence before', 'two sentences before', 'in paragraph'] as const;
const PARAGRAPHS = ['same paragraph', 'paragraph before', 'two paragraphs before', 'further'] as const;

function distanceOf({ article: { sentences, paragraphs } }: Scan, from: number, at: number): Distance {
  const between = (spans: typeof sentences) =>
    Math.min(3, countLeading(spans.length, startsBy(spans, at)) - countLeading(spans.length, startsBy(spans, from)));
  const [ofSentences, ofParagraphs] = [between(sentences), between(paragraphs)];
  if (ofParagraphs <= 0) return IN_PARAGRAPH[ofSentences] ?? 'same sentence';
  if (ofSentences === 1) return 'sentence before, paragraph before';
  return PARAGRAPHS[ofParagraphs] ?? 'further';
}

function startsBy(spans: Scan['article']['sentences'], at: number): (place: number) => boolean {
  return (place) => (spans[place]?.start ?? 0) <= at;
}

function isNear({ distance }: Mentioned): boolean {
  return (IN_PARAGRAPH as readonly string[]).includes(distance);
}

function sourcesBefore(memory: Memory, gender: Gender, at: number, taken: Named | null): Mentioned[] {
  const { past, scan } = memory;
  const found: Mentioned[] = [];
  const place = placeOf(scan, at);
  let onlyNested = true;
  for (let i = past.length - 1; i >= Math.max(0, past.length - SOURCES_BACK); i -= 1) {
    const other = past[i];
    if (other === undefined) break;
    const isLast = i === past.length - 1;
    const order = other.isNested ? 'nested' : isLast ? 'last' : onlyNested ? 'last but inner ones' : 'earlier';
    if (!other.isNested) onlyNested = false;
    if (other.bearer.kind !== 'person') continue;
    const known = other.bearer.entity?.gender ?? other.gender;
    const isTaken = taken !== null && other.bearer.entity === taken.entity && other.at >= taken.span.start;
    found.push(
      ...mention(memory, other.bearer, { from: other.at, at }, { known, asked: gender }, (distance) => [
        `source ${order}`,
        ...(isTaken ? ['taken up'] : []),
        `${other.isNested ? 'inner ' : ''}source, ${distance}`,
        ...(isLast ? [`last source, ${distance}`, `last source, ${place}`] : [`source, not last, ${distance}`]),
      ]),
    );
  }
  return found;
}

/** Where in its paragraph and sentence a pronoun stands. */
function placeOf({ article: { sentences, paragraphs } }: Scan, at: number): string {
  const opens = (spans: typeof sentences) => spans[countLeading(spans.length, startsBy(spans, at)) - 1]?.start === at;
  return opens(paragraphs) ? 'pronoun opens paragraph' : opens(sentences) ? 'pronoun opens sentence' : 'pronoun inside';
}

type Named = Roster['mentions'][number];

/** "Holm’s lawyer", "Holm’s mother Ada": whose somebody else is. */
function isOwner(text: string, { span }: Named): boolean {
  const behind = /^[’']s?\s(\S+(?:\s\S+){0,3})/u.exec(text.slice(span.end, span.end + OWNED_REACH))?.[1] ?? '';
  return (behind.match(/[\p{L}-]+/gu) ?? []).some((word) => nounKind(word) === 'person');
}

const OWNED_REACH = 40;

/** Whether a sentence or a clause begins with a name, or with the role before it: "Holm", "Senator Holm", "Lola’s mother Ada". */
function opensSentence(text: string, { span }: Named): boolean {
  const before = text.slice(Math.max(0, span.start - OPENING), span.start);
  if (/(?:^|[.!?\n,]["”’]?\s?)(?:[\p{L}.]+\s){0,2}$/u.test(before)) return true;
  // "Lola’s mother Ada", "Holm’s campaign manager, Ada Roe,".
  const role = /(?:[.!?\n]["”’]?\s?)(?:[\p{L}’'-]+\s){0,5}(\p{Ll}+),?\s$/u.exec(before)?.[1] ?? '';
  return nounKind(role) === 'person';
}

const OPENING = 60;

/** Before the verb of its sentence, as its subject is. */
function isFront({ tokens, quoteAt, article: { sentences } }: Scan, at: number): boolean {
  const sentence = sentences[countLeading(sentences.length, startsBy(sentences, at)) - 1]?.start ?? 0;
  const first = countLeading(tokens.length, (i) => (tokens[i]?.start ?? 0) < sentence);
  for (let i = first; i < first + FRONT; i += 1) {
    const token = tokens[i];
    if (token === undefined || token.start >= at) return true;
    const isVerb = token.tag === 'AUX' || (token.tag === 'VERB' && token.fine !== 'VBN' && token.fine !== 'VBG');
    if (isVerb || (quoteAt[i] ?? -1) >= 0) return false;
  }
  return false;
}

/** "Holm himself". */
const HIMSELF = /^(?: \p{Lu}\S*)? (?:himself|herself)\b/u;
const HIMSELF_REACH = 30;

function namesBefore(memory: Memory, gender: Gender, at: number, taken: Named | null): Mentioned[] {
  const { roster, scan } = memory;
  const found: Mentioned[] = [];
  for (let i = lastBefore(roster, at); i >= 0; i -= 1) {
    const one = roster.mentions[i];
    if (one === undefined || at - one.span.start > PRONOUN_REACH) break;
    const { entity, span } = one;
    // "RUIZ: Holm says that he …": whose turn it is is no one that it tells of.
    if (entity.kind === 'organization' || one.isQuoted || /^\s?:/.test(scan.text.slice(span.end, span.end + 2)))
      continue;
    const place = isOwner(scan.text, one) ? 'owner' : opensSentence(scan.text, one) ? 'opens' : 'name';
    const isSelf = HIMSELF.test(scan.text.slice(span.end, span.end + HIMSELF_REACH));
    const seen = countLeading(entity.mentions.length, (place) => (entity.mentions[place]?.span.start ?? 0) < at);
    found.push(
      ...mention(
        memory,
        bearerOf(entity, NAMED),
        { from: span.start, at },
        { known: entity.gender, asked: gender },
        (distance) => [
          `${place}, ${distance}`,
          ...(isFront(scan, span.start) ? [`front, ${distance}`] : []),
          ...(one === taken ? ['taken up'] : []),
          ...(isSelf ? [`self, ${distance}`] : []),
          ...(entity.kind === 'unknown' ? ['unsure'] : []),
          `seen ${Math.min(OFTEN, seen)}`,
        ],
      ),
    );
  }
  return found;
}

/** The name that the sentence before begins with, in the paragraph of a pronoun, where nobody else has spoken since. */
function takenUp({ past, roster, scan }: Memory, at: number): Named | null {
  const { sentences } = scan.article;
  const here = countLeading(sentences.length, startsBy(sentences, at)) - 1;
  const [last, sentence] = [sentences[here - 1], sentences[here]];
  if (last === undefined || sentence === undefined || scan.text.slice(last.end, sentence.start).includes('\n'))
    return null;
  const opener = mentionsIn(roster, last.start, last.end).find(
    (one) => opensSentence(scan.text, one) && !/^[’']/.test(scan.text.charAt(one.span.end)),
  );
  if (opener === undefined || opener.isQuoted || opener.entity.kind === 'organization') return null;
  // "Holm's agent, Ada Roe": a name behind a comma is whose it is only there.
  if (
    /[,;:]/u.test(scan.text.slice(last.start, opener.span.start)) &&
    !/[’']s?\s[^,]*,\s$/u.test(scan.text.slice(last.start, opener.span.start))
  )
    return null;
  const other = past.findLast((one) => one.at >= last.start && one.bearer.entity !== opener.entity);
  return other === undefined ? opener : null;
}

/** "A driver stopped. He said": persons without a name, or with one by their role. */
function unnamedBefore(memory: Memory, gender: Gender, at: number): Mentioned[] {
  const { past, scan } = memory;
  return unnamedIn(scan, at - UNNAMED_REACH, at).flatMap((one) => {
    // Whoever has spoken in these words is among the sources.
    if ((one.gender !== null && one.gender !== gender) || past.some((other) => other.at === one.start)) return [];
    const words = scan.text.slice(one.start, one.end);
    const role = inRole(memory, one.start, words);
    if (role !== null && role.kind !== 'person') return [];
    const known = role?.entity?.gender ?? one.gender;
    return mention(
      memory,
      role ?? withoutName(words),
      { from: one.start, at },
      { known, asked: gender },
      (distance) => [
        ...(one.isSubject && isFront(scan, one.start) ? [`front, ${distance}`] : []),
        `${one.isSubject ? 'opens' : 'unnamed'}, ${distance}`,
        role === null ? 'without a name' : 'known by role',
      ],
    );
  });
}

/** "The mayor", "her daughter": who is known by that role; null where anybody may be meant. */
function inRole(memory: Memory, at: number, words: string): Bearer | null {
  const bare = words.replace(/^(?:his|her)\s/i, 'the ');
  const isAnybody = /[’']s?\s/.test(bare) || /^(?:its|their|my|our|an?|one|another)\s/i.test(bare);
  return isAnybody ? null : resolveRole(memory, describeSource(bare), at, bare);
}

function withoutName(words: string): Bearer {
  const name = /^\p{Lu}\p{Ll}*[’']/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
  const key = `as written ${words.toLowerCase().replace(/^(?:the|an?)\s+/, '')}`;
  return { key, name, kind: 'person', named: false, role: null, entity: null, certainty: UNNAMED };
}

/** Who is told of in the opening of a sentence beside its subject, which the pronoun is. */
function besideSubject({ roster, scan }: Memory, at: number): ReadonlySet<Entity> {
  const from = openingBefore(scan, at);
  const inside = from < 0 ? [] : mentionsIn(roster, from, at);
  return new Set(inside.filter(({ span }) => !/^[’']/.test(scan.text.charAt(span.end))).map(({ entity }) => entity));
}
