import type { Span } from '#core/article.ts';
import type { SourceKind } from '#core/testimony.ts';
import { type Description, describeSource } from './describe-source.ts';
import { isOutletNoun } from './is-outlet-name.ts';
import { type Gender, genderOf, isFirstName, nounKind } from './noun-kind.ts';
import type { Entity, Roster } from './read-roster.ts';
import type { Scan } from './scan-article.ts';
import type { SourcePhrase } from './source-phrase.ts';

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

const PERSONAL: Readonly<Record<string, Gender>> = {
  he: 'masculine',
  him: 'masculine',
  his: 'masculine',
  she: 'feminine',
  her: 'feminine',
};
/** A pronoun means nobody who was last named more than this many characters before: about four paragraphs. */
const PRONOUN_REACH = 1_600;
/** "The company" means no firm that was last named more than this many characters before. */
const BODY_REACH = 6_000;
/** A role in the article's words is cut after so many characters. */
const ROLE_LENGTH = 90;

export const UNSTATED: Bearer = {
  key: 'unstated',
  name: 'unstated',
  kind: 'unstated',
  named: false,
  role: null,
  entity: null,
  certainty: 1,
};

/** Remembers who was spoken of, and answers who is meant now. Ask it in the order of the text. */
export type Resolver = {
  readonly resolve: (phrase: SourcePhrase, isNested: boolean) => Bearer;
};

type Past = {
  readonly bearer: Bearer;
  readonly at: number;
  readonly head: string;
  readonly gender: Gender | null;
  readonly isNested: boolean;
};

export function createResolver(scan: Scan, roster: Roster): Resolver {
  const { text } = scan;
  const past: Past[] = [];
  /** Whether the phrase in hand stands inside what another source says: it is less likely to be meant next. */
  let isNested = false;

  const remember = (bearer: Bearer, at: number, head: string, gender: Gender | null): Bearer => {
    past.push({ bearer, at, head, gender, isNested });
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
    if (last !== undefined && last.bearer.kind === 'person')
      offer(last.bearer, last.at, last.isNested ? 0.2 : 1.6, last.bearer.entity?.gender ?? last.gender);
    for (let i = past.length - 2; i >= Math.max(0, past.length - 8); i -= 1) {
      const other = past[i];
      if (other !== undefined && other.bearer.kind === 'person')
        offer(
          other.bearer,
          other.at,
          other.isNested ? 0 : past.slice(i + 1).every((later) => later.isNested) ? 1.4 : 0.3,
          other.bearer.entity?.gender ?? other.gender,
        );
    }
    for (let i = lastBefore(roster, at); i >= 0; i -= 1) {
      const mention = roster.mentions[i];
      if (mention === undefined || at - mention.span.start > PRONOUN_REACH) break;
      if (mention.entity.kind === 'organization' || mention.isQuoted) continue;
      const leads = /(?:^|[.!?\n,]["”’]?\s*)(?:[\p{L}.]+\s){0,2}$/u.test(
        text.slice(Math.max(0, mention.span.start - 30), mention.span.start),
      );
      const isUnsure = mention.entity.kind === 'unknown' && mention.entity.gender === null;
      offer(
        bearerOf(mention.entity, 0.85),
        mention.span.start,
        (leads ? 1.4 : 0) - (isUnsure ? 0.3 : 0),
        mention.entity.gender,
      );
    }
    const found = best as { bearer: Bearer; score: number; entity: Entity | null } | null;
    if (found === null) return null;
    if (found.entity !== null) found.entity.gender ??= gender;
    return { ...found.bearer, certainty: Math.min(found.bearer.certainty, found.score > 0 ? 0.9 : 0.75) };
  };

  const byHead = (description: Description, at: number, words: string): Bearer | null => {
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
    for (let i = past.length - 1; i >= 0; i -= 1) {
      const other = past[i];
      if (other === undefined) break;
      if (other.head === head && head !== '' && agrees(`${other.bearer.name} ${other.bearer.role ?? ''}`))
        return other.bearer;
      if (
        other.bearer.role !== null &&
        kind === 'person' &&
        hasWord(coreRole(other.bearer.role), head) &&
        agrees(`${other.bearer.role} ${other.bearer.name}`)
      )
        return other.bearer;
    }
    if (kind === 'person') {
      for (let i = lastBefore(roster, at); i >= 0; i -= 1) {
        const entity = roster.mentions[i]?.entity;
        if (
          entity !== undefined &&
          entity.role !== null &&
          hasWord(coreRole(entity.role), head) &&
          agrees(`${entity.role} ${entity.name}`)
        )
          return bearerOf(entity, 0.85);
      }
      return null;
    }
    if (kind === 'organization') {
      const named = new Map<Entity, number>();
      for (let i = lastBefore(roster, at); i >= 0 && at - (roster.mentions[i]?.span.start ?? 0) < BODY_REACH; i -= 1) {
        const mention = roster.mentions[i];
        if (
          mention === undefined ||
          mention.isQuoted ||
          mention.entity.kind === 'person' ||
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
        if (
          GENERAL_BODIES.has(head) &&
          detail.length <= 1 &&
          !/\b(?:rival|other|second|another|third|parent|sister)\b/i.test(words) &&
          !entity.isOutlet &&
          !isOtherBody(entity.name) &&
          entity.placed * 2 < entity.mentions.length
        ) {
          const isRecent = at - mention.span.start < PRONOUN_REACH / 4;
          const isSource = named.has(entity) ? 0 : past.some((other) => other.bearer.entity === entity) ? 2 : 0;
          named.set(entity, (named.get(entity) ?? 0) + isSource + (isRecent ? 1.5 : 1));
        }
      }
      // Nothing in the name says "company": the firm that the article is about so far.
      const [first] = [...named].toSorted((a, b) => b[1] - a[1]);
      if (first !== undefined) return bearerOf(first[0], 0.75);
    }
    return null;
  };

  const byNumber = (word: string): Bearer | null => {
    const wanted =
      word === 'they' || word === 'them' || word === 'their'
        ? ['group organization', 'person']
        : ['organization document', 'group'];
    for (const kinds of wanted) {
      for (let i = past.length - 1; i >= Math.max(0, past.length - 4); i -= 1) {
        const other = past[i];
        const kind = other?.bearer.kind;
        if (other !== undefined && kind !== undefined && kinds.includes(kind))
          return { ...other.bearer, certainty: Math.min(other.bearer.certainty, kind === 'person' ? 0.6 : 0.85) };
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
      return found === null
        ? { ...UNSTATED, key: `as written ${lower}`, name: words, kind: 'person', certainty: 0.3 }
        : remember(found, span.start, '', gender);
    }
    if (lower === 'it' || lower === 'its' || lower === 'they' || lower === 'them' || lower === 'their') {
      const found = byNumber(lower) ?? (lower.startsWith('it') ? lastOrganization(roster, span.start, bearerOf) : null);
      return found === null
        ? { ...UNSTATED, key: `as written ${lower}`, name: words, kind: 'group', certainty: 0.3 }
        : remember(found, span.start, '', null);
    }
    if (lower === 'i' || lower === 'we')
      return { ...UNSTATED, key: `as written ${lower}`, name: words, kind: 'person', certainty: 0.3 };
    const core = coreSpan(text, span);
    const entity = roster.at(core);
    const description = describeSource(words);
    if (isOutletNoun(description.head) && description.isDefinite && words.split(' ').length <= 2) {
      const outlet = lastOutlet(roster, span.start);
      if (outlet !== null) return remember(bearerOf(outlet, 0.85), span.start, description.head, null);
    }
    if (entity !== null && endsWithName(text, core, entity)) {
      const both = / and /.exec(text.slice(core.start, core.end));
      const spoken = text.slice(core.start, core.end);
      // "Sprecherin Anna Weber" was read as one name; the phrase knows where it begins.
      if (
        entity.kind !== 'organization' &&
        spoken.includes(' ') &&
        entity.name.endsWith(` ${spoken}`) &&
        isFirstName(spoken.split(' ')[0] ?? '')
      )
        entity.name = spoken;
      const role = roleOf(text, core, entity, apposition);
      if (both !== null && entity.kind !== 'organization') {
        const other = roster.at({ start: core.start, end: core.start + both.index });
        if (other !== null && other !== entity)
          return remember(
            {
              key: `pair ${other.name} ${entity.name}`,
              name: `${other.name} and ${entity.name}`,
              kind: 'group',
              named: true,
              role: null,
              entity: null,
              certainty: 0.9,
            },
            span.start,
            '',
            null,
          );
      }
      if (role !== null && entity.role === null) entity.role = role;
      // "The Harbour Fans' Association": the name was cut at its apostrophe.
      if (
        entity.kind === 'organization' &&
        !entity.name.includes(' ') &&
        /^(?:[Tt]he\s)?\p{Lu}\S*[’'].*\s/u.test(text.slice(core.start, core.end)) &&
        !/[’']s\s/.test(text.slice(core.start, core.end))
      )
        entity.name = text.slice(core.start, core.end).replace(/^[Tt]he\s/, '');
      if (entity.kind === 'unknown')
        entity.kind =
          apposition !== null && /^(?:who|whose|\d)/.test(text.slice(apposition.start, apposition.start + 6))
            ? 'person'
            : nounKind(entity.name.toLowerCase()) === null
              ? 'person'
              : 'organization';
      const bearer = bearerOf(entity, 1);
      return remember({ ...bearer, role: entity.role ?? role }, span.start, lastWord(entity.role ?? ''), entity.gender);
    }
    // "Its author, the engineer Piotr Wolan, conceded": the name stands in the apposition.
    if (apposition !== null) {
      const inside = roster.at(coreSpan(text, apposition));
      if (
        inside !== null &&
        inside.kind !== 'organization' &&
        endsWithName(text, coreSpan(text, apposition), inside) &&
        description.kind === 'person'
      ) {
        inside.kind = 'person';
        inside.role ??= words;
        inside.gender ??= genderOf(description.head);
        return remember(bearerOf(inside, 0.95), span.start, description.head, inside.gender);
      }
    }
    if (description.isDefinite && !/[’']s\s/.test(words)) {
      const isBare =
        (words.split(/\s+/).length <= 3 || /-based\s\p{L}+$/u.test(words)) && !/^(?:its|his|her|their)\s/.test(lower);
      const found = isBare || description.kind === 'person' ? byHead(description, span.start, words) : null;
      if (found !== null)
        return remember(
          { ...found, certainty: Math.min(found.certainty, 0.85) },
          span.start,
          description.head,
          genderOf(description.head),
        );
    }
    const name =
      /^(?:The|A|An|One|Two|Three|Its|His|Her|Their|Some|Several|Both)\b/.test(words) ||
      /^\p{Lu}\p{Ll}+\s\p{Ll}/u.test(words)
        ? words.charAt(0).toLowerCase() + words.slice(1)
        : words;
    const shown = entity !== null && entity.kind === 'organization' && /^\p{Lu}/u.test(words) ? words : name;
    const bearer: Bearer = {
      key: `as written ${lower.replace(/^(?:the|an?)\s+/, '')}`,
      name: shown,
      kind: description.kind,
      named: description.named,
      role: null,
      entity: null,
      certainty: 0.95,
    };
    return remember(bearer, span.start, description.head, genderOf(description.head));
  };

  return {
    resolve: (phrase, nested) => {
      isNested = nested;
      return plain(phrase.antecedent ?? phrase.span, phrase.apposition);
    },
  };
}

/** Words for a firm or body in general, which mean the one named last. */
const GENERAL_BODIES = new Set([
  'company',
  'firm',
  'group',
  'organisation',
  'organization',
  'charity',
  'agency',
  'club',
  'bank',
  'union',
  'airline',
  'carmaker',
  'drugmaker',
  'retailer',
  'operator',
  'manufacturer',
  'business',
  'supplier',
  'lender',
  'party',
  'regulator',
  'developer',
  'maker',
  'chain',
  'house',
  'label',
  'brand',
  'giant',
  'startup',
  'publisher',
  'team',
  'side',
  'owner',
]);

/** A court is not "the company". */
function isOtherBody(name: string): boolean {
  return /\b(?:Court|Council|Ministry|Government|Parliament|Senate|Congress|Commission|Police|Department|University|Hospital)\b/.test(
    name,
  );
}

function lastOrganization(
  roster: Roster,
  at: number,
  bearerOf: (entity: Entity, certainty: number) => Bearer,
): Bearer | null {
  for (let i = lastBefore(roster, at); i >= 0; i -= 1) {
    const mention = roster.mentions[i];
    if (mention === undefined || at - mention.span.start > PRONOUN_REACH / 2) return null;
    if (mention.entity.kind === 'organization' && !mention.isQuoted) return bearerOf(mention.entity, 0.65);
  }
  return null;
}

function lastOutlet(roster: Roster, at: number): Entity | null {
  for (let i = lastBefore(roster, at); i >= 0; i -= 1) {
    const mention = roster.mentions[i];
    if (mention === undefined || at - mention.span.start > BODY_REACH) return null;
    if (mention.entity.isOutlet) return mention.entity;
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

/** A role without its relative clause: "a lawmaker | who is not related to the minister". */
function coreRole(role: string): string {
  return role.split(/,|\s(?:who|whose|that|which|not|for|with)\s/)[0] ?? role;
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

function lastWord(words: string): string {
  return words.toLowerCase().split(/\s+/).at(-1) ?? '';
}

/** A noun phrase without what hangs on it: "a spokesman | for the port". */
function coreSpan(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const cut = /\s(?:of|for|at|from|who|which|with|speaking|briefed|familiar|in|on|by|to)\s|\s?[,(]/u.exec(words);
  // "The University of Lund" is one name.
  const before = words.slice(0, cut?.index ?? 0).replace(/^[Tt]he\s/, '');
  if (
    cut === null ||
    (cut[0] === ' of ' &&
      /^\p{Lu}[\p{L}.]*$/u.test(before) &&
      nounKind(before.toLowerCase()) !== 'group' &&
      nounKind(before.toLowerCase()) !== 'person')
  )
    return span;
  return cut.index > 0 ? { start: span.start, end: span.start + cut.index } : span;
}

/** Whether a phrase ends with the name, so that it means its bearer: not "Maro's office", not "the Keim hospital". */
function endsWithName(text: string, span: Span, entity: Entity): boolean {
  const words = text.slice(span.start, span.end).replace(/[\s,]+$/, '');
  if (/[’']s?$/.test(words)) return false;
  const last = words.split(/[\s-]+/).at(-1) ?? '';
  const isCapital = /^\p{Lu}/u.test(last);
  return (
    isCapital &&
    (entity.name.endsWith(last) ||
      entity.mentions.some((mention) => text.slice(mention.span.start, mention.span.end).endsWith(last)))
  );
}

/** "Kremlin spokesman" before a name, "a lawyer for the victims" after it. */
function roleOf(text: string, core: Span, entity: Entity, apposition: Span | null): string | null {
  const words = text.slice(core.start, core.end);
  const first = entity.name.split(' ')[0] ?? '';
  const at = words.lastIndexOf(first);
  const before =
    at > 0
      ? words
          .slice(0, at)
          .replace(/^(?:The|the|A|a|an|An)\s+/, '')
          .replace(/^(?:Mr|Mrs|Ms|Miss|Dr)\.?\s*$/, '')
          .trim()
      : '';
  if (before !== '' && before.length <= ROLE_LENGTH && /\p{L}{3}/u.test(before)) return before;
  if (apposition === null) return null;
  const after = text
    .slice(apposition.start, Math.min(apposition.end, apposition.start + ROLE_LENGTH))
    .replace(/^\d{1,3},?\s*/, '')
    .replace(/^(?:a|an|the)\s+/, '')
    .replace(/[\s,]+$/, '');
  return after === '' || /^(?:speaking|citing|who\s+(?:said|told))/.test(after) ? null : after;
}
