import type { Span } from '#core/article.ts';
import { findNames, type Name } from '#language/find-names.ts';
import { canonicalOutlet, isOutletName, isOutletNoun } from './is-outlet-name.ts';
import { type Gender, genderOf, isFirmWord, isFirstName, isTitle, nounKind } from './noun-kind.ts';
import type { Scan } from './scan-article.ts';
import { MONTHS, WEEKDAYS } from './verb-form.ts';

/** Somebody or something with a name in the article, with all the places where the name stands. */
export type Entity = {
  name: string;
  kind: 'person' | 'organization' | 'unknown';
  isOutlet: boolean;
  gender: Gender | null;
  role: string | null;
  /** How many mentions stand after "in", "at", "from": most of them for places. */
  placed: number;
  readonly mentions: Mention[];
};

export type Mention = { readonly span: Span; readonly isQuoted: boolean };

export type Roster = {
  readonly entities: readonly Entity[];
  readonly at: (span: Span) => Entity | null;
  readonly mentions: readonly { readonly span: Span; readonly entity: Entity; readonly isQuoted: boolean }[];
};

/** Titles that are also roles: "President Anselm Rudd" gives the name "Anselm Rudd". */
function splitTitles(words: readonly string[]): { titles: string[]; rest: string[] } {
  let cut = 0;
  while (
    cut < words.length - 1 &&
    (isTitle(words[cut] ?? '') || nounKind((words[cut] ?? '').toLowerCase()) === 'person')
  )
    cut += 1;
  // "Prime Minister Tomasz Lindqvist", "Chief Medical Officer Paolo Iyer": the last word of a role decides.
  for (let i = words.length - 2; i > cut; i -= 1) {
    const lower = (words[i] ?? '').toLowerCase();
    if ((isTitle(lower) || nounKind(lower) === 'person') && !isFirstName(words[i] ?? '') && i + 1 < words.length) {
      cut = i + 1;
      break;
    }
  }
  if (cut === 0 && words.length > 2 && isTitle(words[1] ?? '') && !isFirstName(words[0] ?? '')) cut = 2;
  return { titles: words.slice(0, cut), rest: words.slice(cut) };
}

/** "Ana Ruiz of the Harbour Board" and "Secretary of State Ana Ruiz" hold a person's name. */
function personalPart(name: string): string {
  const [first = '', last] = name.split(/\s(?:of|for|at|from|in)\s(?:the\s)?/);
  if (last === undefined) return name;
  if (isFirstName(first.split(' ')[0] ?? '') && first.includes(' ')) return first;
  return name.replace(
    /^(?:Secretary|Minister|Director|Chief|President)\sof\s(?:the\s)?(?:State|Staff|Defence|Defense|Justice|Health)\s(?=\p{Lu})/u,
    '',
  );
}

/** "Dae-jung Whitlock" is one name, although its second part is small. */
function joinHyphens(text: string, names: readonly Name[]): Name[] {
  const joined: Name[] = [];
  for (const name of names) {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      name.span.start - last.span.end < 12 &&
      /^-\p{Ll}+\s$/u.test(text.slice(last.span.end, name.span.start))
    ) {
      const span = { start: last.span.start, end: name.span.end };
      joined[joined.length - 1] = { span, text: text.slice(span.start, span.end), kind: 'person' };
    } else joined.push(name);
  }
  return joined;
}

/** "KEIM, Aug 2 (PRP) —": where the dateline ends; 0 where there is none. */
function datelineEnd(text: string): number {
  return (
    /^[\p{Lu}][^\n]{2,80}?(?:\s[—–-]{1,2}\s)/u.exec(text.slice(0, 120))?.[0].replace(/^[^—–-]*\p{Ll}{12}.*$/u, '')
      .length ?? 0
  );
}

/** "Sources", "Critics", "Police" at the front of a sentence are no names. */
function isOrdinary(word: string): boolean {
  const kind = nounKind(word);
  return (
    kind === 'person' ||
    kind === 'group' ||
    kind === 'document' ||
    kind === 'office' ||
    WEEKDAYS.has(word) ||
    MONTHS.has(word)
  );
}

const norm = (word: string): string => word.toLowerCase().replace(/[.,’']/g, '');

/** Keys under which entities are looked up: whole names, surnames, first and last words, initials. */
class Keys {
  readonly #byKey = new Map<string, Entity[]>();

  add(key: string, entity: Entity): void {
    const list = this.#byKey.get(key);
    if (list === undefined) this.#byKey.set(key, [entity]);
    else if (!list.includes(entity)) list.push(entity);
  }

  /** The one entity of that key last named; null where the key is unknown. */
  find(key: string): readonly Entity[] {
    return this.#byKey.get(key) ?? [];
  }
}

function learnKeys(keys: Keys, entity: Entity, words: readonly string[]): void {
  const lower = words.map(norm);
  keys.add(lower.join(' '), entity);
  const first = lower[0] ?? '';
  const last = lower.at(-1) ?? '';
  keys.add(`last ${last}`, entity);
  keys.add(`first ${first}`, entity);
  if (words.length > 1)
    keys.add(
      `initials ${words
        .filter((word) => /^\p{Lu}/u.test(word))
        .map((word) => word.charAt(0))
        .join('')
        .toLowerCase()}`,
      entity,
    );
}

/** How a short name is matched with a longer one that came before: surname, first word of a firm, acronym. */
function lookUp(keys: Keys, words: readonly string[], titles: readonly string[]): Entity | null {
  const lower = words.map(norm);
  const whole = keys.find(lower.join(' '));
  if (whole.length > 0) return whole.at(-1) ?? null;
  const gender = titles.map((title) => genderOf(norm(title))).find((found) => found !== null) ?? null;
  const fits = (entity: Entity) => gender === null || entity.gender === null || entity.gender === gender;
  if (words.length === 1) {
    const [only = ''] = lower;
    const bySurname = keys.find(`last ${only}`).filter(fits);
    const persons = bySurname.filter((entity) => entity.kind !== 'organization');
    const titled =
      titles.length > 0
        ? persons.filter(
            (entity) =>
              entity.role !== null && titles.some((title) => entity.role?.toLowerCase().includes(norm(title)) === true),
          )
        : [];
    if (titled.length > 0) return titled.at(-1) ?? null;
    if (persons.length > 0) return mostNamed(persons);
    if (bySurname.length > 0) return recent(bySurname);
    const byFirst = keys
      .find(`first ${only}`)
      .filter((entity) => (entity.kind === 'organization' && titles.length === 0) || isFirstName(words[0] ?? ''));
    if (byFirst.length > 0) return recent(byFirst);
    if (/^\p{Lu}{2,6}$/u.test(words[0] ?? '')) return recent(keys.find(`initials ${only}`));
    return null;
  }
  // "Raman-Oakes" after "Priya Raman-Oakes"; "Tobias Wren" after "Wren" is a new entity that takes the old one over.
  const bySurname = keys
    .find(`last ${lower.at(-1) ?? ''}`)
    .filter((entity) => entity.name.split(' ').length === 1 && fits(entity));
  if (bySurname.length > 0) return recent(bySurname);
  // "Krystal, 34" before "Krystal Duckett".
  const byFirst = isFirstName(words[0] ?? '') ? keys.find(lower[0] ?? '').filter(fits) : [];
  return byFirst.length > 0 ? recent(byFirst) : null;
}

/** Where two share a surname, the bare surname means the one the article is about. */
function mostNamed(entities: readonly Entity[]): Entity | null {
  let best: Entity | null = null;
  for (const entity of entities) if (best === null || entity.mentions.length > best.mentions.length) best = entity;
  return best;
}

function recent(entities: readonly Entity[]): Entity | null {
  let best: Entity | null = null;
  for (const entity of entities)
    if (best === null || (entity.mentions.at(-1)?.span.start ?? 0) >= (best.mentions.at(-1)?.span.start ?? 0))
      best = entity;
  return best;
}

/** The kind of a new name: by its words, its title, what stands before and after it. */
function kindOf(
  scan: Scan,
  span: Span,
  words: readonly string[],
  titles: readonly string[],
  guess: string,
): Entity['kind'] {
  const before = scan.text.slice(Math.max(0, span.start - 30), span.start);
  const after = scan.text.slice(span.end, span.end + 30);
  const last = norm(words.at(-1) ?? '');
  if (titles.length > 0) return 'person';
  if (isFirstName(words[0] ?? '') && words.length <= 4 && !isOutletName(words.join(' '))) return 'person';
  const kind = nounKind(last);
  if (kind === 'body' || kind === 'group' || kind === 'document' || isFirmWord(last) || isOutletName(words.join(' ')))
    return 'organization';
  if (/(?:^|\s)the\s$/i.test(before)) return 'organization';
  if (/^,\s\d{1,2}[,.]/.test(after) || /^,\s(?:a|an|the|who|whose)\s/.test(after)) {
    const head = /^,\s(?:who|whose)\s/.test(after) || /^,\s\d/.test(after);
    if (head) return 'person';
  }
  if (guess === 'person' && words.length > 1) return 'person';
  if (guess === 'organization') return 'organization';
  // Persons are introduced with two names or a title; a single word is a firm, a country, a place that stands for one.
  return words.length === 1 || guess === 'other' ? 'organization' : 'unknown';
}

/** Reads all names of an article and joins those of one bearer. Linear in the number of names for usual articles. */
export function readRoster(scan: Scan): Roster {
  const { text, tokens, article } = scan;
  const keys = new Keys();
  const entities: Entity[] = [];
  const mentions: { span: Span; entity: Entity; isQuoted: boolean }[] = [];
  const dateline = datelineEnd(text);
  let q = 0;
  for (const name of joinHyphens(text, findNames(text, tokens, article.language))) {
    const raw = name.text.replace(/^(?:The|A|An)\s+/, '');
    const hasArticle =
      raw !== name.text || /(?:^|\s)the\s$/i.test(text.slice(Math.max(0, name.span.start - 5), name.span.start));
    const words = personalPart(raw)
      .split(/\s+/)
      .filter((word) => word !== '');
    const { titles, rest } = splitTitles(words);
    const own = rest.length > 0 ? rest : words;
    if (own.length === 0 || (own.length === 1 && (isTitle(own[0] ?? '') || isOrdinary(norm(own[0] ?? ''))))) continue;
    if (dateline > 0 && name.span.end <= dateline) continue;
    while (q < scan.quotes.length && (scan.quotes[q]?.outer.end ?? 0) <= name.span.start) q += 1;
    const quote = scan.quotes[q];
    const isQuoted = quote !== undefined && quote.outer.start < name.span.start;
    let entity = lookUp(keys, own, titles);
    const title = own.join(' ');
    if (entity === null) {
      const kind = kindOf(scan, name.span, own, titles, name.kind);
      const beside =
        text
          .slice(Math.max(0, name.span.start - 40), name.span.start)
          .trim()
          .split(/\s+/)
          .at(-1) ?? '';
      const after = /^\s+(\p{Ll}+)/u.exec(text.slice(name.span.end, name.span.end + 20))?.[1] ?? '';
      const apposed =
        /^,\s(?:a|an|the|its)\s(?:[\p{Ll}-]+\s){0,3}([\p{Ll}]+)[,.]/u.exec(
          text.slice(name.span.end, name.span.end + 60),
        )?.[1] ?? '';
      const isOutlet =
        (kind !== 'person' && (isOutletName(title) || [after, apposed].some(isOutletNoun))) ||
        isOutletNoun(beside.toLowerCase().replace(/,$/, '')) ||
        /news agency,?\s$/.test(text.slice(Math.max(0, name.span.start - 14), name.span.start));
      const genderWord =
        [...titles.map(norm), ...own.slice(0, 1).map(norm), beside.toLowerCase()]
          .map(genderOf)
          .find((found) => found !== null) ?? null;
      entity = {
        name: isOutlet ? canonicalOutlet(hasArticle && raw !== name.text ? name.text : title) : title,
        kind: isOutlet ? 'organization' : kind,
        isOutlet,
        gender: kind === 'organization' ? null : genderWord,
        role: null,
        placed: 0,
        mentions: [],
      };
      entities.push(entity);
      // "The New York Times (NYT)"
      const defined = /^\s?\((?:the\s)?[“"]?([\p{Lu}][\p{L}&.]{1,9})[”"]?\)/u.exec(
        text.slice(name.span.end, name.span.end + 16),
      )?.[1];
      if (defined !== undefined) keys.add(norm(defined), entity);
    } else if (
      own.length > entity.name.split(' ').length &&
      (entity.kind !== 'organization' ||
        (!entity.isOutlet &&
          !entity.name.includes(' ') &&
          kindOf(scan, name.span, own, titles, name.kind) === 'person'))
    ) {
      entity.name = title;
      if (entity.kind === 'organization') entity.kind = 'person';
      if (entity.kind === 'unknown') entity.kind = kindOf(scan, name.span, own, titles, name.kind);
    }
    if (titles.length > 0) {
      entity.gender ??= titles.map((word) => genderOf(norm(word))).find((found) => found !== null) ?? null;
      if (entity.kind === 'unknown') entity.kind = 'person';
      const role = titles.filter((word) => !/^(?:mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady)\.?$/i.test(word)).join(' ');
      if (role !== '' && entity.role === null) entity.role = role;
    }
    if (entity.kind !== 'organization' && entity.role === null) {
      entity.role = roleBeside(text, name.span);
      if (entity.role !== null && entity.kind === 'unknown') entity.kind = 'person';
    }
    if (
      /\s(?:in|at|near|from|outside|across|around|to)\s(?:the\s)?$/.test(
        text.slice(Math.max(0, name.span.start - 14), name.span.start),
      )
    )
      entity.placed += 1;
    learnKeys(keys, entity, own);
    entity.mentions.push({ span: name.span, isQuoted });
    mentions.push({ span: name.span, entity, isQuoted });
  }
  return { entities, mentions, at: (span) => entityAt(mentions, span) };
}

/** "the mayor, Tobias Roe", "Tobias Roe, the mayor of Keim,": a role that stands beside a name. */
function roleBeside(text: string, span: Span): string | null {
  const after = /^,\s(?:\d{1,3},\s)?(?:a|an|the|its|his|her|their)\s([^,.;:“”"()\n]{3,80})[,.;:]/u.exec(
    text.slice(span.end, span.end + ROLE_REACH),
  )?.[1];
  if (after !== undefined && nounKind(headOf(after)) === 'person') return after;
  const before =
    /(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)|[’']s)\s([\p{Ll}][\p{Ll}\s-]{2,40}),\s$/u.exec(
      text.slice(Math.max(0, span.start - 60), span.start),
    )?.[1];
  return before !== undefined && nounKind(headOf(before)) === 'person' ? before : null;
}

/** How far after a name its role may end, in characters. */
const ROLE_REACH = 100;

function headOf(words: string): string {
  return (
    (words.split(/\s(?:of|for|at|from|in|who|on|with|and)\s/)[0] ?? '').trim().split(/\s+/).at(-1)?.toLowerCase() ?? ''
  );
}

/** The last name inside a span, by binary search: "spokesman Dale Pruitt" is Dale Pruitt. */
function entityAt(mentions: readonly { span: Span; entity: Entity }[], span: Span): Entity | null {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.span.start ?? 0) < span.end) low = middle + 1;
    else high = middle;
  }
  const found = mentions[low - 1];
  return found !== undefined && found.span.end <= span.end + 2 && found.span.end > span.start ? found.entity : null;
}
