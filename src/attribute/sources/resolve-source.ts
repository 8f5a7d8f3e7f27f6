import { contains, type Span } from '#core/article.ts';
import type { SourcePhrase } from '../clauses/source-phrase.ts';
import { type Bearer, bearerOf, UNSTATED } from './bearer.ts';
import { type Description, describeSource } from './describe-source.ts';
import type { Entity } from './entity.ts';
import { isOutletNoun } from './is-outlet-name.ts';
import { lastBefore, type Memory } from './memory.ts';
import { coreSpan, endsWithName, namedAtEnd, nameInPhrase, roleOf } from './name-in-phrase.ts';
import { nameOwner } from './name-owner.ts';
import { namedNext } from './named-next.ts';
import { type Gender, genderOf, isFirmRole, isFirstName, nounKind } from './noun-kind.ts';
import { resolveList } from './resolve-list.ts';
import { resolveOwned } from './resolve-owned.ts';
import { resolvePair } from './resolve-pair.ts';
import { resolvePronoun } from './resolve-pronoun.ts';
import { lastOutlet, resolveRole } from './resolve-role.ts';

const PRONOUNS = new Set(['he', 'him', 'his', 'she', 'her', 'it', 'its', 'they', 'them', 'their']);
const SPEAKERS_OF_THE_TEXT = new Set(['i', 'we']);
/** A pronoun that means nobody we know is not shown to readers. */
const UNKNOWN = 0.3;
/** Nor is a bare surname that might mean either of two. */
const NAMESAKE = 0.45;

/**
 * Who a source phrase means: a name of the article, whom a pronoun or a role stands for, or the words as written.
 * Ask in the order of the text: every answer is remembered. `isNested`: the phrase stands inside what another source
 * says, and is less likely to be meant by the next pronoun.
 */
export function resolveSource(memory: Memory, phrase: SourcePhrase, isNested: boolean): Bearer {
  const { text } = memory.scan;
  const span = phrase.antecedent ?? phrase.span;
  const words = text.slice(span.start, span.end);
  const lower = words.toLowerCase();
  const remember = (bearer: Bearer, head: string, gender: Gender | null): Bearer => {
    memory.past.push({ bearer, at: span.start, head, gender, isNested });
    return bearer;
  };
  if (phrase.bearer !== undefined) return remember(phrase.bearer, '', null);
  if (SPEAKERS_OF_THE_TEXT.has(lower)) return asUnknown(words, 'person');
  if (PRONOUNS.has(lower)) {
    const found = resolvePronoun(memory, lower, span.start);
    const gender = genderOf(lower);
    if (found === null) return asUnknown(words, gender === null ? 'group' : 'person');
    return remember(found, '', gender);
  }
  const list = resolveList(memory, phrase);
  if (list !== null) return remember(list, '', null);
  const description = describeSource(words);
  const outlet =
    isOutletNoun(description.head) && description.isDefinite && words.split(' ').length <= 2
      ? lastOutlet(memory.scan, memory.roster, span.start, description.head)
      : null;
  if (outlet !== null) return remember(bearerOf(outlet, 0.85), description.head, null);
  const ending = namedAtEnd(text, span, memory.roster.at(span));
  if (ending !== null) {
    ending.entity.role ??= ending.role;
    ending.entity.kind = 'person';
    return remember(bearerOf(ending.entity, 1), description.head, ending.entity.gender);
  }
  const core = coreSpan(text, span);
  const entity = nameInPhrase(text, core, memory.roster.at(core));
  if (entity !== null) {
    const pair = resolvePair(memory, core, entity);
    if (pair !== null) return remember(pair, '', null);
    learnFromPhrase(text, core, entity, phrase.apposition);
    const certainty = memory.roster.doubts.has(core.start) ? NAMESAKE : 1;
    return remember(
      bearerOf(entity, certainty),
      (entity.role ?? '').toLowerCase().split(/\s+/).at(-1) ?? '',
      entity.gender,
    );
  }
  const apposed = phrase.apposition === null ? null : namedInApposition(memory, phrase.apposition, description, words);
  if (apposed !== null) return remember(bearerOf(apposed, 0.95), description.head, apposed.gender);
  const meant = mayStandFor(description, words) ? resolveRole(memory, description, span.start, words) : null;
  if (meant !== null)
    return remember(
      { ...meant, certainty: Math.min(meant.certainty, 0.85) },
      description.head,
      genderOf(description.head),
    );
  const holder = resolveOwned(memory, description, span.start, words);
  if (holder !== null) return remember(holder, description.head, holder.entity?.gender ?? null);
  const named =
    description.kind === 'person' && !description.isDefinite ? namedNext(memory.scan, memory.roster, span) : null;
  if (named !== null) return remember(bearerOf(named, 0.85), description.head, named.gender);
  const owned = nameOwner(memory, words, span.start);
  const whose = owned === words ? description : describeSource(owned);
  return remember(asWritten(memory, core, owned, whose), description.head, genderOf(description.head));
}

function asUnknown(words: string, kind: 'person' | 'group'): Bearer {
  return { ...UNSTATED, key: `as written ${words.toLowerCase()}`, name: words, kind, certainty: UNKNOWN };
}

/** "The company" may mean one named before; "a company", "its owner" and "Maro's owner" may not. */
function mayStandFor(description: Description, words: string): boolean {
  if (!description.isDefinite || /[’']s?\s/.test(words)) return false;
  if (description.kind === 'person') return true;
  return (words.split(/\s+/).length <= 3 || /-based\s\p{L}+$/u.test(words)) && !/^(?:its|his|her|their)\s/i.test(words);
}

/** What the phrase around a name tells of its bearer: role, kind, where the name begins. */
function learnFromPhrase(text: string, core: Span, entity: Entity, apposition: Span | null): void {
  const spoken = text.slice(core.start, core.end);
  // "Sprecherin Anna Weber" was read as one name; the phrase knows where it begins.
  if (
    entity.kind !== 'organization' &&
    spoken.includes(' ') &&
    entity.name.endsWith(` ${spoken}`) &&
    isFirstName(spoken.split(' ')[0] ?? '')
  )
    entity.name = spoken;
  // "The Harbour Fans' Association": the name was cut at its apostrophe.
  const isCut =
    entity.kind === 'organization' &&
    !entity.name.includes(' ') &&
    /^(?:[Tt]he\s)?\p{Lu}[^\s’']*\s[^’']*[’']\s/u.test(spoken);
  if (isCut) entity.name = spoken.replace(/^[Tt]he\s/, '');
  entity.role ??= roleOf(text, core, entity, apposition);
  if (entity.kind !== 'unknown') return;
  const isPerson = apposition !== null && /^(?:who|whose|\d)/.test(text.slice(apposition.start, apposition.start + 6));
  entity.kind = isPerson || nounKind(entity.name.toLowerCase()) === null ? 'person' : 'organization';
}

/** Taken for a person by its shape alone. */
function isGuessed({ name, role, gender }: Entity): boolean {
  return role === null && gender === null && !isFirstName(name.split(' ')[0] ?? '');
}

const ORIGIN = /^(?:from|of|in|at|near)\s/iu;

/** "Its author, the engineer Piotr Wolan, conceded": the name stands in the apposition. */
function namedInApposition(memory: Memory, apposition: Span, description: Description, words: string): Entity | null {
  const { text } = memory.scan;
  // "One of them, from Marsh End": where somebody is from is not who it is.
  if (ORIGIN.test(text.slice(apposition.start, apposition.start + 6))) return null;
  const core = coreSpan(text, apposition);
  const inside = memory.roster.at(core);
  if (inside === null || !endsWithName(text, core, inside) || !contains(apposition, core)) return null;
  // "The utility, Keim Electric, said".
  if (description.kind === 'organization' && (inside.kind !== 'person' || isGuessed(inside))) {
    inside.kind = 'organization';
    return inside;
  }
  // "The vessel’s owners, Kell Shipping, say": a firm is many.
  if (description.kind === 'group' && isFirmRole(description.head.replace(/s$/, '')) && inside.kind !== 'person') {
    inside.kind = 'organization';
    return inside;
  }
  if (description.kind !== 'person') return null;
  // "Her brother, Ottmar, said": one word between commas, after what only a person is.
  const isOneWord = nounKind(description.head) === 'person' && text.slice(core.start, core.end) === inside.name;
  if (inside.kind === 'organization' && !isFirmRole(description.head) && (inside.isOutlet || !isOneWord)) return null;
  if (isFirmRole(description.head) && !isFirstName(inside.name.split(' ')[0] ?? '')) {
    inside.kind = 'organization';
    return inside;
  }
  inside.kind = 'person';
  inside.role ??= words;
  inside.gender ??= genderOf(description.head);
  return inside;
}

/** Two speak as one. */
const PAIRED = /^(?!.* (?:of|for) .* and )\S+(?: \S+){0,3} and (?:the|an?|his|her|its|their) /u;
const DETERMINED = /^(?:the|an?|its|his|her|their) /iu;

/** Who passes a source on is the outlet's chain, not the source's name; a phrase cut at its limit ends in no small word. */
const BY_WHOM = /\s(?:cited|quoted|interviewed)\s(?:by|in)\s.*$/su;
const LOOSE_END = /(?:\s(?:in|on|at|of|by|to|for|with|the|a|an|and|published))+$/u;

/** A source that keeps the article's words: "two people familiar with the talks". */
function asWritten(memory: Memory, core: Span, whole: string, description: Description): Bearer {
  const words = whole
    .replace(BY_WHOM, '')
    .replace(LOOSE_END, '')
    .replace(/^both (?=.* and )/iu, '');
  const startsSentence =
    /^(?:The|A|An|Another|One|Two|Three|Its|His|Her|Their|Some|Several|Both)\b/.test(words) ||
    (/^\p{Lu}\p{Ll}+\s\p{Ll}/u.test(words) && !isWithin(memory.scan.text, core.start)) ||
    (description.kind === 'group' && /^\p{Lu}\p{Ll}+$/u.test(words));
  const isNameFirst = beginsWithName(memory, core);
  const isNamed = memory.roster.at(core)?.kind === 'organization' || isNameFirst;
  const name = startsSentence && !isNamed ? words.charAt(0).toLowerCase() + words.slice(1) : words;
  const key = `as written ${words.toLowerCase().replace(/^(?:the|an?)\s+/, '')}`;
  // "Ana Ruiz and the mayor", "the police and the coastguard", "Holt and his lawyer".
  const kind = (isNameFirst || DETERMINED.test(words)) && PAIRED.test(words) ? 'group' : description.kind;
  return { key, name, kind, named: description.named, role: null, entity: null, certainty: 0.95 };
}

/** "Holm’s supporters", "Holm and his aides": the first word is a name, wherever it stands. */
function beginsWithName({ roster }: Memory, { start }: Span): boolean {
  const last = roster.mentions[lastBefore(roster, start + 1)];
  return last?.span.start === start && last.entity.kind !== 'unknown';
}

/** Whether a word stands inside its sentence, where its capital is its own: "according to | People magazine". */
function isWithin(text: string, at: number): boolean {
  return /[\p{L},]\s$/u.test(text.slice(Math.max(0, at - 2), at));
}
