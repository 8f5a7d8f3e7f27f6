import type { Span } from '#core/article.ts';
import { countLeading } from '#core/count-leading.ts';
import { once } from '#core/once.ts';
import { findNames, type Name } from '#language/find-names.ts';
import { MONTHS, WEEKDAYS } from '../clauses/times.ts';
import { datelineEnd } from '../dateline-end.ts';
import type { Scan } from '../scan-article.ts';
import type { Entity, Roster } from './entity.ts';
import { byLastWord, firmByFirstWord } from './firm-by-first-word.ts';
import { guessOutlets } from './guess-outlets.ts';
import { wholeOfShort } from './is-house.ts';
import { canonicalOutlet, isOutletName, isOutletNoun } from './is-outlet-name.ts';
import { joinNicknames } from './join-nicknames.ts';
import { joinOwned } from './join-owned.ts';
import { kindOfName } from './kind-of-name.ts';
import { isInDoubt, Keys, learnKeys, lookUpName } from './look-up-name.ts';
import { markOutlets } from './mark-outlets.ts';
import {
  type Gender,
  genderOf,
  genderOfFirstName,
  isFirmRole,
  isFirstName,
  isPartisan,
  isPortfolio,
  isTitle,
  nounKind,
} from './noun-kind.ts';
import { splitPostNominals } from './post-nominals.ts';
import { roleBefore, roleBeside } from './role-beside.ts';
import { splitHeadings } from './split-headings.ts';
import { behindPlace, personalPart, plainWord, splitTitles } from './split-titles.ts';

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

/** Words of connection, which no name is. */
const OPENERS =
  /^(?:meanwhile|however|moreover|separately|elsewhere|nevertheless|nonetheless|earlier|later|yesterday|today|tomorrow|tonight)$/;

/** "Sources", "Critics", "Police" at the front of a sentence are no names. */
function isOrdinary(word: string): boolean {
  const kind = nounKind(word);
  return (
    kind === 'person' ||
    kind === 'group' ||
    kind === 'document' ||
    kind === 'office' ||
    WEEKDAYS.has(word) ||
    MONTHS.has(word) ||
    OPENERS.test(word)
  );
}

/** "Baker" where the article tells of Ana Baker: whom a common noun is the surname of. */
function isSurname(names: ReadonlySet<string> | undefined): boolean {
  return [...(names ?? [])].some((name) => isFirstName(name.split(' ')[0] ?? '') && name.includes(' '));
}

/** What makes a place of any name. */
const IS_PLACE = /\b(?:town|city|village|region|district|county|province|island|valley|suburb) of\s$/;

/** What stands before a place: "in", "the town of". */
const PLACED =
  /\s(?:in|at|near|from|outside|across|around|(?<!according\s)to|(?:town|city|village|region|district|county|province|island|port|valley|suburb|area|north|south|east|west|coast|outskirts|centre|center) of|off)\s(?:the\s)?$/;

function isPlaced(text: string, { kind, span }: Name): boolean {
  return kind === 'place' || PLACED.test(text.slice(Math.max(0, span.start - 20), span.start));
}

/** "Wrote to Tarn Water": a body of two words or more is no place that somebody went to. */
function isWrittenTo(text: string, { span, kind }: Name, entity: Entity): boolean {
  const isTo = /\sto\s(?:the\s)?$/.test(text.slice(Math.max(0, span.start - 8), span.start));
  return isTo && kind !== 'place' && entity.kind === 'organization' && entity.name.includes(' ');
}

/** "Interior" before "Minister Katya Velin": the words of a role that stand before its title. */
function portfolioBefore(text: string, start: number): readonly string[] {
  const words = text
    .slice(Math.max(0, start - 40), start)
    .split(/(?<=[^\p{L}\s-])|\n/u)
    .at(-1)
    ?.trim()
    .split(/\s+/);
  if (words === undefined) return [];
  let from = words.length;
  while (from > 0 && isPortfolio((words[from - 1] ?? '').toLowerCase()) && /^\p{Lu}/u.test(words[from - 1] ?? ''))
    from -= 1;
  return words.slice(from);
}

/** Such a word is no name, where a title follows it. */
function isPortfolioOnly(text: string, { span }: Name, own: readonly string[]): boolean {
  const after = /^\s(\p{Lu}\p{L}+)\s\p{Lu}/u.exec(text.slice(span.end, span.end + 40))?.[1] ?? '';
  return own.every((word) => isPortfolio(word.toLowerCase())) && isTitle(after);
}

/** "The Prime Minister", "the Health Secretary": an office that the article writes large, and no name. */
function isOffice(own: readonly string[]): boolean {
  return (
    own.length > 1 &&
    isTitle(own.at(-1) ?? '') &&
    own.slice(0, -1).every((word) => isPortfolio(word.toLowerCase()) || isTitle(word))
  );
}

/** "Hillary Clinton" is a woman. A name alone may be a surname. */
function genderByName([first = '', ...more]: readonly string[]): Gender | null {
  return more.length > 0 ? genderOfFirstName(first) : null;
}

/** Reads all names of an article and joins those of one bearer. Linear in the number of names for usual articles. */
export function readRoster(scan: Scan): Roster {
  const { text, tokens, article } = scan;
  const keys = new Keys();
  const entities: Entity[] = [];
  const mentions: { span: Span; entity: Entity; isQuoted: boolean }[] = [];
  const dateline = datelineEnd(text);
  /** Surnames that might mean either of two, with the paragraph in which nobody has cleared that up. */
  const unclear = new Map<string, number>();
  const doubts = new Set<number>();
  const seen = new Set(tokens.map((token) => token.text));
  const names = splitHeadings(
    joinOwned(text, joinNicknames(text, joinHyphens(text, findNames(text, tokens, article.language)))),
  );
  const surnames = once(() => byLastWord(names));
  let q = 0;
  let p = 0;
  for (const name of names) {
    const raw = name.text.replace(/^(?:The|A|An)\s+/, '');
    const hasArticle =
      raw !== name.text || /(?:^|\s)the\s$/i.test(text.slice(Math.max(0, name.span.start - 5), name.span.start));
    const spoken = personalPart(raw)
      .split(/\s+/)
      .filter((word) => word !== '');
    const words = behindPlace(spoken, text.slice(Math.max(0, name.span.start - 8), name.span.start));
    const { titles, rest } = splitTitles(words);
    const { bare: own, title: full, isHonoured } = splitPostNominals(rest.length > 0 ? rest : words);
    const only = own.length === 1 ? (own[0] ?? '') : null;
    // "The Courier" after "the Harbour Courier" is no messenger.
    const isOutletAgain =
      only !== null && hasArticle && keys.find(`last ${plainWord(only)}`).some((entity) => entity.isOutlet);
    const isWord =
      only !== null &&
      !isOutletAgain &&
      // "The Guardian" is no guardian.
      !(hasArticle && isOutletName(only)) &&
      (isTitle(only) || (isOrdinary(plainWord(only)) && !isSurname(surnames().get(only))));
    if (own.length === 0 || isWord || isOffice(own)) continue;
    // "The South Carolina Republican": whoever belongs to a party, from where, is not named by that.
    if (own.length > 1 && isPartisan(own.at(-1) ?? '') && !isFirstName(own[0] ?? '')) continue;
    if (dateline > 0 && name.span.end <= dateline) continue;
    if (isPortfolioOnly(text, name, own)) continue;
    // "Republican Secretary | of State Ana Ruiz": a title, and no name.
    if (isTitle(own.at(-1) ?? '') && !isFirstName(own[0] ?? '') && text.startsWith(' of ', name.span.end)) continue;
    while (q < scan.quotes.length && (scan.quotes[q]?.outer.end ?? 0) <= name.span.start) q += 1;
    const quote = scan.quotes[q];
    const isQuoted = quote !== undefined && quote.outer.start < name.span.start;
    while ((article.paragraphs[p + 1]?.start ?? Number.POSITIVE_INFINITY) <= name.span.start) p += 1;
    const paragraph = article.paragraphs[p]?.start ?? 0;
    const whole = wholeOfShort(own.join(' '));
    let entity = lookUpName(keys, own, titles, paragraph) ?? (whole === null ? null : (keys.find(whole)[0] ?? null));
    if (entity === null && only !== null && titles.length === 0 && !isPlaced(text, name)) {
      entity = firmByFirstWord(keys, only, seen, surnames);
      if (entity !== null) entity.kind = 'organization';
    }
    const surname = plainWord(own.at(-1) ?? '');
    if (own.length > 1 || titles.length > 0) unclear.delete(surname);
    else if (isInDoubt(keys, surname, paragraph)) unclear.set(surname, paragraph);
    if (own.length === 1 && titles.length === 0 && unclear.get(surname) === paragraph) doubts.add(name.span.start);
    const title = full.join(' ');
    if (entity === null) {
      const kind = kindOfName(scan, name.span, own, titles, name.kind);
      const beside =
        text
          .slice(Math.max(0, name.span.start - 40), name.span.start)
          .trim()
          .split(/\s+/)
          .at(-1) ?? '';
      // "The Danish broadcaster Kanal": the noun belongs to the name behind it.
      const after =
        /^\s+(\p{Ll}+)(?!\s[\p{Lu}\d])(?!\p{L})/u.exec(text.slice(name.span.end, name.span.end + 20))?.[1] ?? '';
      const apposed =
        /^,\s(?:a|an|the|its)\s(?:[\p{Ll}-]+\s){0,3}([\p{Ll}]+)[,.]/u.exec(
          text.slice(name.span.end, name.span.end + 60),
        )?.[1] ?? '';
      const isOutlet =
        (kind !== 'person' && (isOutletName(title) || [after, apposed].some(isOutletNoun))) ||
        isOutletNoun(beside.toLowerCase().replace(/,$/, '')) ||
        /news agency,?\s$/.test(text.slice(Math.max(0, name.span.start - 14), name.span.start));
      const genderWord =
        [...titles.map(plainWord), ...own.slice(0, 1).map(plainWord), beside.toLowerCase().replace(/,$/, '')]
          .map(genderOf)
          .find((found) => found !== null) ?? null;
      entity = {
        name: isOutlet ? canonicalOutlet(hasArticle && raw !== name.text ? name.text : title) : title,
        kind: isOutlet ? 'organization' : isHonoured ? 'person' : kind,
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
      if (defined !== undefined) keys.add(plainWord(defined), entity);
    } else if (
      own.length > entity.name.split(' ').length &&
      (entity.kind !== 'organization' ||
        (!entity.isOutlet &&
          !entity.name.includes(' ') &&
          kindOfName(scan, name.span, own, titles, name.kind) === 'person'))
    ) {
      entity.name = title;
      if (entity.kind === 'organization') entity.kind = 'person';
      if (entity.kind === 'unknown') entity.kind = kindOfName(scan, name.span, own, titles, name.kind);
    }
    if (entity.kind === 'person') entity.gender ??= genderByName(own);
    if (titles.length > 0) {
      entity.gender ??= titles.map((word) => genderOf(plainWord(word))).find((found) => found !== null) ?? null;
      if (entity.kind === 'unknown') entity.kind = 'person';
      const role = [...portfolioBefore(text, name.span.start), ...titles]
        .filter((word) => !/^(?:mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady)\.?$/i.test(word))
        .join(' ');
      if (role !== '' && entity.role === null) entity.role = role;
    }
    if (entity.kind !== 'organization' && entity.role === null) {
      entity.role = roleBeside(text, name.span) ?? (own.length > 1 ? roleBefore(scan, name.span) : null);
      const head =
        entity.role
          ?.split(/\s(?:of|for|at|from|in)\s/)[0]
          ?.split(' ')
          .at(-1) ?? '';
      // "The ship's owner, Petros Shipping": firms own and run things too.
      const isFirm = isFirmRole(head.toLowerCase()) && !isFirstName(own[0] ?? '');
      if (entity.role !== null && entity.kind === 'unknown') entity.kind = isFirm ? 'organization' : 'person';
    }
    if (isPlaced(text, name) && !isWrittenTo(text, name, entity)) entity.placed += 1;
    if (IS_PLACE.test(text.slice(Math.max(0, name.span.start - 20), name.span.start)))
      entity.placed = Number.POSITIVE_INFINITY;
    learnKeys(keys, entity, own);
    entity.mentions.push({ span: name.span, isQuoted });
    mentions.push({ span: name.span, entity, isQuoted });
  }
  const at = (span: Span) => entityAt(mentions, span);
  markOutlets(scan, { mentions });
  guessOutlets(scan, { at, mentions });
  for (const entity of entities) if (entity.isOutlet) entity.name = nameWithArticle(text, entity);
  return { entities, mentions, doubts, at };
}

const FOREIGN_ARTICLE = /^(?:Der|Die|Das|Le|La|Les|El|Los|Il|Lo|O|De|Het)\s/;

/** "The Vale Herald" where the article always writes it so; "Vale Herald" where it writes "the Vale Herald" or neither. */
function nameWithArticle(text: string, { name, mentions }: Entity): string {
  const bare = name.replace(/^The\s/, '');
  const known = canonicalOutlet(bare);
  if (known !== bare || !bare.includes(' ') || FOREIGN_ARTICLE.test(bare)) return known;
  const before = mentions.map(({ span }) => text.slice(Math.max(0, span.start - 4), span.start));
  return before.includes('The ') && !before.includes('the ') ? `The ${bare}` : bare;
}

/** The last name inside a span: "spokesman Dale Pruitt" is Dale Pruitt. */
function entityAt(mentions: readonly { span: Span; entity: Entity }[], span: Span): Entity | null {
  const found = mentions[countLeading(mentions.length, (at) => (mentions[at]?.span.start ?? 0) < span.end) - 1];
  return found !== undefined && found.span.end <= span.end + 2 && found.span.end > span.start ? found.entity : null;
}
