import { countLeading } from '#core/count-leading.ts';
import type { Scan } from '../scan-article.ts';
import { type Bearer, bearerOf } from './bearer.ts';
import { describeSource } from './describe-source.ts';
import type { Entity, Roster } from './entity.ts';
import { lastBefore, type Memory, mentionsIn } from './memory.ts';
import { type Gender, nounKind } from './noun-kind.ts';
import { openingBefore } from './opening-before.ts';
import { resolveRole } from './resolve-role.ts';
import { unnamedIn } from './unnamed-persons.ts';

/** A pronoun means nobody who was last named more than this many characters before: about four paragraphs. */
export const PRONOUN_REACH = 1_600;
/** "A second source insisted …. “…,” they said": who has just spoken, in characters. */
export const SAME_BREATH = 200;

/** What speaks for a person as the one a pronoun means. Weights are in paragraphs' worth of nearness (see FADE). */
const WEIGHTS = {
  /** The source of the statement before. */
  lastSource: 1.6,
  /** That, when only statements inside its own content came after it. */
  lastOuterSource: 1.4,
  /** And if it stands in the sentence of the pronoun: "Holm said that …, but he said". */
  sameSentence: 1,
  /** A source of some statements ago. */
  earlierSource: 0.3,
  /** Inside what somebody else says. */
  nestedSource: 0.2,
  /** A name at the front of a sentence. */
  opensSentence: 1.4,
  /** And if it is the sentence right before, and nobody else has spoken since: "Holm was slower. In a letter to us he wrote …". */
  opensLast: 1.5,
  /** Somebody without a name as the subject of a sentence, and anywhere else. */
  unnamedSubject: 1.4,
  unnamed: -0.6,
  /** Known to be a woman or a man, as the pronoun says. */
  sameGender: 1.2,
  /** Not even known to be a person. */
  unsure: -0.3,
  /** "Holm’s lawyer": it is the other one who is told of. */
  owner: -1,
} as const;
/** A candidate loses one point for so many characters of distance: about a short paragraph. */
const FADE = 220;
/** Two candidates nearer to each other than this leave the pronoun in doubt. */
const CLEAR_LEAD = 0.4;
/** How many sources back a pronoun may reach. */
const SOURCES_BACK = 8;
/** Whoever has no name is not taken up from so many characters before. */
const UNNAMED_REACH = 600;
/** How sure it is that a pronoun means somebody without a name who has not spoken yet. */
const UNNAMED = 0.8;

type Candidate = { readonly bearer: Bearer; readonly score: number };

function candidate(bearer: Bearer, distance: number, bonus: number, known: Gender | null, gender: Gender): Candidate[] {
  const fits = (known === null || known === gender) && distance > 0 && distance <= PRONOUN_REACH;
  return fits ? [{ bearer, score: bonus - distance / FADE + (known === gender ? WEIGHTS.sameGender : 0) }] : [];
}

function sourcesBefore({ past, scan }: Memory, gender: Gender, at: number, taken: Named | null): Candidate[] {
  const found: Candidate[] = [];
  let onlyNested = true;
  const sentence = sentenceStart(scan, at);
  for (let i = past.length - 1; i >= Math.max(0, past.length - SOURCES_BACK); i -= 1) {
    const other = past[i];
    if (other === undefined) break;
    const isLast = i === past.length - 1;
    const bonus = other.isNested
      ? WEIGHTS.nestedSource
      : isLast
        ? WEIGHTS.lastSource
        : onlyNested
          ? WEIGHTS.lastOuterSource
          : WEIGHTS.earlierSource;
    const isTaken = taken !== null && other.bearer.entity === taken.entity && other.at >= taken.span.start;
    const nearer =
      (onlyNested && !other.isNested && other.at >= sentence ? WEIGHTS.sameSentence : 0) +
      (isTaken ? WEIGHTS.opensLast : 0);
    if (!other.isNested) onlyNested = false;
    if (other.bearer.kind !== 'person') continue;
    found.push(
      ...candidate(other.bearer, at - other.at, bonus + nearer, other.bearer.entity?.gender ?? other.gender, gender),
    );
  }
  return found;
}

/** Where the sentence begins in which an offset stands. */
function sentenceStart({ article: { sentences } }: Scan, at: number): number {
  return sentences[countLeading(sentences.length, (i) => (sentences[i]?.start ?? 0) <= at) - 1]?.start ?? 0;
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

function namesBefore({ roster, scan }: Memory, gender: Gender, at: number, taken: Named | null): Candidate[] {
  const found: Candidate[] = [];
  for (let i = lastBefore(roster, at); i >= 0; i -= 1) {
    const mention = roster.mentions[i];
    if (mention === undefined || at - mention.span.start > PRONOUN_REACH) break;
    const { entity, span } = mention;
    // "RUIZ: Holm says that he …": whose turn it is is no one that it tells of.
    if (entity.kind === 'organization' || mention.isQuoted || /^\s?:/.test(scan.text.slice(span.end, span.end + 2)))
      continue;
    const place = isOwner(scan.text, mention)
      ? WEIGHTS.owner
      : opensSentence(scan.text, mention)
        ? WEIGHTS.opensSentence
        : 0;
    const isClause = place === WEIGHTS.opensSentence && /;[^;.!?]*$/u.test(scan.text.slice(span.end, at));
    const nearer = isClause && sentenceStart(scan, at) <= span.start ? WEIGHTS.sameSentence : 0;
    const bonus =
      place +
      nearer +
      (mention === taken ? WEIGHTS.opensLast : 0) +
      (entity.kind === 'unknown' && entity.gender === null ? WEIGHTS.unsure : 0);
    found.push(...candidate(bearerOf(entity, 0.85), at - span.start, bonus, entity.gender, gender));
  }
  return found;
}

/** The name that the sentence before begins with, in the paragraph of a pronoun, where nobody else has spoken since. */
function takenUp({ past, roster, scan }: Memory, at: number): Named | null {
  const { sentences } = scan.article;
  const here = countLeading(sentences.length, (i) => (sentences[i]?.start ?? 0) <= at) - 1;
  const [last, sentence] = [sentences[here - 1], sentences[here]];
  if (last === undefined || sentence === undefined || scan.text.slice(last.end, sentence.start).includes('\n'))
    return null;
  const opener = mentionsIn(roster, last.start, last.end).find(
    (mention) => opensSentence(scan.text, mention) && !/^[’']/.test(scan.text.charAt(mention.span.end)),
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
function unnamedBefore(memory: Memory, gender: Gender, at: number): Candidate[] {
  const { past, scan } = memory;
  return unnamedIn(scan, at - UNNAMED_REACH, at).flatMap((one) => {
    // Whoever has spoken in these words is among the sources.
    if ((one.gender !== null && one.gender !== gender) || past.some((other) => other.at === one.start)) return [];
    const words = scan.text.slice(one.start, one.end);
    const known = inRole(memory, one.start, words);
    if (known !== null && known.kind !== 'person') return [];
    const bonus = one.isSubject ? WEIGHTS.unnamedSubject : WEIGHTS.unnamed;
    return candidate(known ?? withoutName(words), at - one.start, bonus, known?.entity?.gender ?? one.gender, gender);
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

/** "He": the last source if it fits, else the person told of last outside quotations, at the front of a sentence first. */
export function resolvePerson(memory: Memory, gender: Gender, at: number): Bearer | null {
  const others = besideSubject(memory, at);
  const taken = takenUp(memory, at);
  const all = [
    ...sourcesBefore(memory, gender, at, taken),
    ...namesBefore(memory, gender, at, taken),
    ...unnamedBefore(memory, gender, at),
  ]
    .filter(({ bearer }) => bearer.entity === null || !others.has(bearer.entity))
    .toSorted((a, b) => b.score - a.score);
  const best = all[0];
  if (best === undefined) return bareName(memory, at);
  const rival = all.find(({ bearer }) => bearer.key !== best.bearer.key);
  const isClear = best.score > 0 && (rival === undefined || best.score - rival.score >= CLEAR_LEAD);
  if (best.bearer.entity !== null) best.bearer.entity.gender ??= gender;
  return { ...best.bearer, certainty: Math.min(best.bearer.certainty, isClear ? 0.92 : 0.75) };
}

/** "Zarka said …. “…,” she said": a name alone that has just spoken, and looked like a firm's till now. */
function bareName({ past }: Memory, at: number): Bearer | null {
  const last = past.at(-1);
  if (last === undefined || at - last.at > SAME_BREATH || last.bearer.kind !== 'organization') return null;
  const isBare = /^\p{Lu}[\p{L}’'-]+$/u.test(last.bearer.name) && last.bearer.entity?.isOutlet !== true;
  return isBare ? { ...last.bearer, kind: 'person', certainty: 0.6 } : null;
}
