import type { DomDocument } from './dom.ts';
import { isNode, type LinkedNode } from './json-ld.ts';
import { lineNamed, oneLine } from './one-line.ts';
import type { Meta } from './page-meta.ts';
import { wordsCredit } from './words-credit.ts';

/** Where pages put the author, surest first. */
const PLACES = [
  '[rel=author]',
  '[itemprop=author] [itemprop=name]',
  '[itemprop=author]',
  '.author-name',
  '.byline__name',
  '.byline-name',
  '.vcard .fn',
  '.byline a',
  '.author a',
  '.byline',
  '.author',
  '[class*=author-name]',
  '[class*=byline]',
  '[class*=autor]',
];
const META = [
  'author',
  'article:author',
  'dc.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
  'citation_author',
] as const;

const LONGEST_NAME = 80;
const MOST_AUTHORS = 10;
/** A place whose text is longer holds more than names. */
const LONGEST_BYLINE = 120;

/** The authors by name: no "By", no roles, no addresses; the outlet itself only where nobody else is named. */
export function findAuthors(
  document: DomDocument,
  article: LinkedNode,
  byId: ReadonlyMap<unknown, LinkedNode>,
  meta: Meta,
  outlet: string | null,
): string[] {
  const linked = namesIn(article.author ?? article.creator, byId);
  const isOutlet = (name: string): boolean => outlet !== null && name.toLowerCase() === outlet.toLowerCase();
  for (const found of [linked, splitNames(meta(...META) ?? '')]) {
    const persons = found.filter((name) => !isOutlet(name));
    if (persons.length > 0) return persons.slice(0, MOST_AUTHORS);
  }
  for (const place of PLACES) {
    const text = oneLine(document.querySelector(place)?.textContent ?? '');
    if (text === '' || text.length > LONGEST_BYLINE) continue;
    const persons = splitNames(text).filter((name) => !isOutlet(name));
    if (persons.length > 0) return persons.slice(0, MOST_AUTHORS);
  }
  return linked.slice(0, 1);
}

function namesIn(value: unknown, byId: ReadonlyMap<unknown, LinkedNode>): string[] {
  const list = Array.isArray(value) ? value.slice(0, MOST_AUTHORS) : [value];
  const names = list.map((one) => lineNamed(one) ?? (isNode(one) ? lineNamed(byId.get(one['@id'])) : null));
  return [...new Set(names.flatMap((name) => (name === null ? [] : splitNames(name))))];
}

/** "By Ida Holm and Bo Lund, Staff Writers" to its names. */
export function splitNames(line: string): string[] {
  const names = wordsCredit(oneLine(line.replace(/<[^>]{0,200}>/g, ' ')))
    .replace(
      /^(?:by|von|par|por|di|door|av|autore?|autor(?:in)?|auteur|author|written by|posted by|words by|story by|reported by)\b\s?:?\s/i,
      '',
    )
    .replace(/\s(?:published|updated|posted|on)\s.{0,80}$/i, '')
    .replace(/\s?[|•·–—]\s.{0,80}$/, '')
    .split(/\s?(?:;|,| and | und | og | och | et | y | e | & )\s?/)
    .map((name) => name.replace(/^(?:by|and)\s/i, '').trim());
  return [...new Set(names.filter(isName))];
}

const ROLE =
  /\b(?:staff|senior|reporter|correspondent|editor|writer|contributor|redaktion|journalist|author|admin|news desk|jr|sr)\b/i;

function isName(name: string): boolean {
  return (
    name.length > 2 &&
    name.length <= LONGEST_NAME &&
    /\p{L}/u.test(name) &&
    !/https?:|^@|www\.|\d{2}|@/.test(name) &&
    !ROLE.test(name) &&
    name.split(' ').length <= 6
  );
}
