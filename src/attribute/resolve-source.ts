import type { Span } from '#core/article.ts';
import type { SourceKind } from '#core/testimony.ts';
import { type Description, describeSource } from './describe-source.ts';
import type { SourcePhrase } from './find-source.ts';
import type { Entity, Roster } from './name-roster.ts';
import { isOutletNoun } from './outlet-names.ts';
import { type Gender, genderOf, nounKind } from './people.ts';
import type { Scan } from './scan-article.ts';

/** Who a source phrase means. `entity` where it has a name in the article. */
export type Bearer = {
  /** Same key, same source. */
  readonly key: string;
  readonly name: string;
  readonly kind: SourceKind;
  readonly named: boolean;
  readonly role: string | null;
  readonly entity: Entity | null;
  /** 0..1: how sure it is that the phrase means this bearer. */
  readonly certainty: number;
};

const PERSONAL: Readonly<Record<string, Gender>> = { he: 'masculine', him: 'masculine', his: 'masculine', she: 'feminine', her: 'feminine' };
/** A pronoun means nobody who was last named more than this many characters before: about four paragraphs. */
const PRONOUN_REACH = 1_600;
/** A role in the article's words is cut after so many characters. */
const ROLE_LENGTH = 90;

export const UNSTATED: Bearer = { key: 'unstated', name: 'unstated', kind: 'unstated', named: false, role: null, entity: null, certainty: 1 };

/** Remembers who was spoken of, and answers who is meant now. Ask it in the order of the text. */
export type Resolver = {
  readonly resolve: (phrase: SourcePhrase) => Bearer;
};

type Past = { readonly bearer: Bearer; readonly at: number; readonly head: string; readonly gender: Gender | null };

export function createResolver(scan: Scan, roster: Roster): Resolver {
  const { text } = scan;
  const past: Past[] = [];

  const remember = (bearer: Bearer, at: number, head: string, gender: Gender | null): Bearer => {
    past.push({ bearer, at, head, gender });
    return bearer;
  };

  const bearerOf = (entity: Entity, certainty: number): Bearer => ({
    key: `name ${entity.name}`,
    name: entity.name,
    kind: entity.kind === 'organization' ? 'organization' : 'person',
    named: true,
    role: entity.role,
    entity,
    certainty,
  });

  /** "He": the last source if it fits, else the person named last outside quotations, at the front of a sentence first. */
  const byGender = (gender: Gender, at: number): Bearer | null => {
    const last = past.at(-1);
    const fits = (known: Gender | null) => known === null || known === gender;
    let best: { bearer: Bearer; score: number; entity: Entity | null } | null = null;
    const offer = (bearer: Bearer, where: number, bonus: number, known: Gender | null) => {
      if (!fits(known) || at - where > PRONOUN_REACH || where >= at) return;
      const score = bonus - (at - where) / 220 + (known === gender ? 1.2 : 0);
      if (best === null || score > best.score) best = { bearer, score, entity: bearer.entity };
    };
    if (last !== undefined && last.bearer.kind === 'person') offer(last.bearer, last.at, 1.6, last.bearer.entity?.gender ?? last.gender);
    for (let i = past.length - 2; i >= Math.max(0, past.length - 8); i -= 1) {
      const other = past[i];
      if (other !== undefined && other.bearer.kind === 'person') offer(other.bearer, other.at, 0.3, other.bearer.entity?.gender ?? other.gender);
    }
    for (let i = lastBefore(roster, at); i >= 0; i -= 1) {
      const mention = roster.mentions[i];
      if (mention === undefined || at - mention.span.start > PRONOUN_REACH) break;
      if (mention.entity.kind === 'organization' || mention.isQuoted) continue;
      if (mention.entity.kind === 'unknown' && mention.entity.gender === null) continue;
      const leads = /(?:^|[.!?\n]["”’]?\s*)(?:[\p{L}.]+\s){0,2}$/u.test(text.slice(Math.max(0, mention.span.start - 30), mention.span.start));
      offer(bearerOf(mention.entity, 0.85), mention.span.start, leads ? 1.2 : 0, mention.entity.gender);
    }
    const found = best as { bearer: Bearer; score: number; entity: Entity | null } | null;
    if (found === null) return null;
    if (found.entity !== null) found.entity.gender ??= gender;
    return { ...found.bearer, certainty: Math.min(found.bearer.certainty, found.score > 0 ? 0.9 : 0.75) };
  };

  const byHead = (description: Description, at: number): Bearer | null => {
    const { head, kind } = description;
    for (let i = past.length - 1; i >= 0; i -= 1) {
      const other = past[i];
      if (other === undefined) break;
      if (other.head === head && head !== '') return other.bearer;
      if (other.bearer.role !== null && kind === 'person' && hasWord(other.bearer.role, head)) return other.bearer;
    }
    if (kind === 'person') {
      for (let i = lastBefore(roster, at); i >= 0; i -= 1) {
        const entity = roster.mentions[i]?.entity;
        if (entity !== undefined && entity.role !== null && hasWord(entity.role, head)) return bearerOf(entity, 0.85);
      }
      return null;
    }
    if (kind === 'organization') {
      for (let i = lastBefore(roster, at); i >= 0 && at - (roster.mentions[i]?.span.start ?? 0) < 3 * PRONOUN_REACH; i -= 1) {
        const mention = roster.mentions[i];
        if (mention === undefined || mention.isQuoted || mention.entity.kind !== 'organization') continue;
        if (isOutletNoun(head) ? mention.entity.isOutlet : hasWord(mention.entity.name, head) || (!mention.entity.isOutlet && GENERAL_BODIES.has(head) && !isOtherBody(mention.entity.name))) return bearerOf(mention.entity, 0.8);
      }
    }
    return null;
  };

  const byNumber = (word: string): Bearer | null => {
    const wanted = word === 'they' || word === 'them' || word === 'their' ? ['group', 'organization', 'person'] : ['organization', 'document', 'group'];
    for (const kind of wanted) {
      for (let i = past.length - 1; i >= Math.max(0, past.length - 4); i -= 1) {
        const other = past[i];
        if (other !== undefined && other.bearer.kind === kind) return { ...other.bearer, certainty: Math.min(other.bearer.certainty, kind === 'person' ? 0.6 : 0.85) };
      }
    }
    return null;
  };

  const plain = (span: Span, apposition: Span | null): Bearer => {
    const words = text.slice(span.start, span.end);
    const lower = words.toLowerCase();
    const gender = PERSONAL[lower];
    if (gender !== undefined) {
      const found = byGender(gender, span.start);
      return found === null ? { ...UNSTATED, key: `as written ${lower}`, name: words, kind: 'person', certainty: 0.3 } : remember(found, span.start, '', gender);
    }
    if (lower === 'it' || lower === 'its' || lower === 'they' || lower === 'them' || lower === 'their') {
      const found = byNumber(lower) ?? (lower.startsWith('it') ? lastOrganization(roster, span.start, bearerOf) : null);
      return found === null ? { ...UNSTATED, key: `as written ${lower}`, name: words, kind: 'group', certainty: 0.3 } : remember(found, span.start, '', null);
    }
    if (lower === 'i' || lower === 'we') return { ...UNSTATED, key: `as written ${lower}`, name: words, kind: 'person', certainty: 0.3 };
    const core = coreSpan(text, span);
    const entity = roster.at(core);
    const description = describeSource(words);
    if (entity !== null && endsWithName(text, core, entity)) {
      const both = / and /.exec(text.slice(core.start, core.end));
      const role = roleOf(text, core, entity, apposition);
      if (both !== null && entity.kind !== 'organization') {
        const other = roster.at({ start: core.start, end: core.start + both.index });
        if (other !== null && other !== entity) return remember({ key: `pair ${other.name} ${entity.name}`, name: `${other.name} and ${entity.name}`, kind: 'group', named: true, role: null, entity: null, certainty: 0.9 }, span.start, '', null);
      }
      if (role !== null && entity.role === null) entity.role = role;
      if (entity.kind === 'unknown') entity.kind = apposition !== null && /^(?:who|whose|\d)/.test(text.slice(apposition.start, apposition.start + 6)) ? 'person' : nounKind(entity.name.toLowerCase()) === null ? 'person' : 'organization';
      const bearer = bearerOf(entity, 1);
      return remember({ ...bearer, role: entity.role ?? role }, span.start, lastWord(entity.role ?? ''), entity.gender);
    }
    // "Its author, the engineer Piotr Wolan, conceded": the name stands in the apposition.
    if (apposition !== null) {
      const inside = roster.at(coreSpan(text, apposition));
      if (inside !== null && inside.kind !== 'organization' && endsWithName(text, coreSpan(text, apposition), inside) && description.kind === 'person') {
        inside.kind = 'person';
        inside.role ??= words;
        inside.gender ??= genderOf(description.head);
        return remember(bearerOf(inside, 0.95), span.start, description.head, inside.gender);
      }
    }
    if (description.isDefinite && !/[’']s\s/.test(words)) {
      const isBare = words.split(/\s+/).length <= 3;
      const found = isBare || description.kind === 'person' ? byHead(description, span.start) : null;
      if (found !== null) return remember({ ...found, certainty: Math.min(found.certainty, 0.85) }, span.start, description.head, genderOf(description.head));
    }
    const name = /^(?:The|A|An|One|Two|Three|Its|His|Her|Their|Some|Several|Both)\b/.test(words) || /^\p{Lu}\p{Ll}+\s\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
    const shown = entity !== null && entity.kind === 'organization' && /^\p{Lu}/u.test(words) ? words : name;
    const bearer: Bearer = { key: `as written ${lower.replace(/^(?:the|an?)\s+/, '')}`, name: shown, kind: description.kind, named: description.named, role: null, entity: null, certainty: 0.95 };
    return remember(bearer, span.start, description.head, genderOf(description.head));
  };

  return { resolve: (phrase) => plain(phrase.antecedent ?? phrase.span, phrase.apposition) };
}

/** Words for a firm or body in general, which mean the one named last. */
const GENERAL_BODIES = new Set(['company', 'firm', 'group', 'organisation', 'organization', 'charity', 'agency', 'club', 'bank', 'union', 'airline', 'carmaker', 'drugmaker', 'retailer', 'operator', 'manufacturer', 'business', 'supplier', 'lender', 'party', 'regulator', 'university', 'developer', 'maker']);

/** A court is not "the company". */
function isOtherBody(name: string): boolean {
  return /\b(?:Court|Council|Ministry|Government|Parliament|Senate|Congress|Commission|Police|Department|University|Hospital)\b/.test(name);
}

function lastOrganization(roster: Roster, at: number, bearerOf: (entity: Entity, certainty: number) => Bearer): Bearer | null {
  for (let i = lastBefore(roster, at); i >= 0; i -= 1) {
    const mention = roster.mentions[i];
    if (mention === undefined || at - mention.span.start > PRONOUN_REACH / 2) return null;
    if (mention.entity.kind === 'organization' && !mention.isQuoted) return bearerOf(mention.entity, 0.65);
  }
  return null;
}

/** The index of the last mention that begins before an offset. */
function lastBefore(roster: Roster, at: number): number {
  let low = 0;
  let high = roster.mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((roster.mentions[middle]?.span.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function hasWord(words: string, word: string): boolean {
  return word !== '' && words.toLowerCase().split(/[^\p{L}-]+/u).includes(word);
}

function lastWord(words: string): string {
  return words.toLowerCase().split(/\s+/).at(-1) ?? '';
}

/** A noun phrase without what hangs on it: "a spokesman | for the port". */
function coreSpan(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const cut = /\s(?:of|for|at|from|who|which|with|speaking|briefed|familiar|in|on|by|to)\s|\s?[,(]/u.exec(words);
  // "The University of Lund" is one name.
  if (cut === null || (cut[0] === ' of ' && /^(?:[Tt]he\s)?\p{Lu}[\p{L}.]*$/u.test(words.slice(0, cut.index)))) return span;
  return cut.index > 0 ? { start: span.start, end: span.start + cut.index } : span;
}

/** Whether a phrase ends with the name, so that it means its bearer: not "Maro's office", not "the Keim hospital". */
function endsWithName(text: string, span: Span, entity: Entity): boolean {
  const words = text.slice(span.start, span.end).replace(/[\s,]+$/, '');
  if (/[’']s?$/.test(words)) return false;
  const last = words.split(/[\s-]+/).at(-1) ?? '';
  const isCapital = /^\p{Lu}/u.test(last);
  return isCapital && (entity.name.endsWith(last) || entity.mentions.some((mention) => text.slice(mention.span.start, mention.span.end).endsWith(last)));
}

/** "Kremlin spokesman" before a name, "a lawyer for the victims" after it. */
function roleOf(text: string, core: Span, entity: Entity, apposition: Span | null): string | null {
  const words = text.slice(core.start, core.end);
  const first = entity.name.split(' ')[0] ?? '';
  const at = words.lastIndexOf(first);
  const before = at > 0 ? words.slice(0, at).replace(/^(?:The|the|A|a|an|An)\s+/, '').replace(/^(?:Mr|Mrs|Ms|Miss|Dr)\.?\s*$/, '').trim() : '';
  if (before !== '' && before.length <= ROLE_LENGTH && /\p{L}{3}/u.test(before)) return before;
  if (apposition === null) return null;
  const after = text.slice(apposition.start, Math.min(apposition.end, apposition.start + ROLE_LENGTH)).replace(/^\d{1,3},?\s*/, '').replace(/^(?:a|an|the)\s+/, '').replace(/[\s,]+$/, '');
  return after === '' || /^(?:speaking|citing|who\s+(?:said|told))/.test(after) ? null : after;
}
