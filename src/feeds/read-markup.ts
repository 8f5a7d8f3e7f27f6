import { Parser } from 'htmlparser2';
import { Problem } from '#core/problem.ts';
import { c1Sign } from './c1-sign.ts';
import { decodeXml } from './decode-xml.ts';
import { inPieces } from './in-pieces.ts';
import { resolveAddress } from './resolve-address.ts';

/**
 * One element. `name` is in lower case, its prefix the usual one of its namespace ("atom:entry", "dc:creator"), none for
 * RSS in any version. `inner`: the source between its tags, not decoded, up to a million characters. `base`: the xml:base in force, null where none is.
 */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly base: string | null;
  readonly language: string | null;
  readonly children: readonly Element[];
  readonly inner: string;
};

type Open = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly base: string | null;
  readonly language: string | null;
  readonly children: Element[];
  readonly start: number;
  inner: string;
};

/** Honest feeds are under 20 deep; unclosed elements in a description add some. Beyond this somebody builds a tower. */
const DEEPEST = 256;

/** Twenty thousand items have half as many. */
const MOST_ELEMENTS = 1_000_000;
const MOST_ATTRIBUTES = 1_000;
/** In force at once; honest feeds declare up to thirty. */
const MOST_PREFIXES = 100;
/** Of a longer text the beginning is read: the longest articles have a tenth of it. In characters. */
const LONGEST_INNER = 1_048_576;

/** A namespace by what its address holds, to its usual prefix. RSS has many addresses and gets none. */
const NAMESPACES: readonly (readonly [RegExp, string])[] = [
  [/w3\.org\/2005\/atom|purl\.org\/atom\//, 'atom:'],
  [/purl\.org\/dc\/elements\//, 'dc:'],
  [/purl\.org\/dc\/terms\//, 'dcterms:'],
  [/purl\.org\/rss\/1\.0\/modules\/content/, 'content:'],
  [/purl\.org\/rss\/1\.0\/modules\//, 'other:'],
  [/search\.yahoo\.com\/mrss/, 'media:'],
  [/itunes\.com\/dtds\/podcast|itunes\.apple\.com/, 'itunes:'],
  [/w3\.org\/1999\/xhtml/, 'xhtml:'],
  [/w3\.org\/1999\/02\/22-rdf-syntax-ns/, 'rdf:'],
  [
    /^$|purl\.org\/rss\/1\.0\/?$|purl\.org\/net\/rss1\.1|my\.netscape\.com|backend\.userland\.com|blogs\.law\.harvard\.edu/,
    '',
  ],
];

/** Prefixes that feeds use without saying what they mean. */
const USUAL = new Map([
  ...['atom', 'dc', 'dcterms', 'content', 'media', 'itunes', 'xhtml', 'rdf'].map((name) => [name, `${name}:`] as const),
  ['', ''],
  ['rss', ''],
]);

/**
 * XML to its top elements, however broken: unclosed, unquoted, cut off. No document type is read, so that no entity is ever
 * expanded. One pass; memory is linear in the text.
 * @throws Problem `NOT_A_FEED` where elements are nested beyond any use, `TOO_LARGE` where there are too many.
 */
export function readMarkup(source: string): readonly Element[] {
  const text = withoutDoctype(cleanCharacters(source));
  const roots: Element[] = [];
  const open: Open[] = [];
  /** What prefixes mean in each open element. */
  const scopes: ReadonlyMap<string, string>[] = [USUAL];
  let elements = 0;
  let attributes = 0;
  const parser = new Parser(
    {
      onopentagname() {
        elements += 1;
        attributes = 0;
        if (elements > MOST_ELEMENTS) throw new Problem('TOO_LARGE', `there are more than ${MOST_ELEMENTS} elements`);
        if (open.length >= DEEPEST) throw new Problem('NOT_A_FEED', `elements are nested more than ${DEEPEST} deep`);
      },
      onattribute() {
        attributes += 1;
        if (attributes > MOST_ATTRIBUTES) throw new Problem('NOT_A_FEED', 'an element has attributes without end');
      },
      onopentag(tag, written) {
        const above = open.at(-1);
        const attributes = decodeValues(written);
        const prefixes = prefixesIn(attributes, scopes.at(-1) ?? USUAL);
        const element = openElement(tag, attributes, prefixes, above, parser.endIndex + 1);
        scopes.push(prefixes);
        (above?.children ?? roots).push(element);
        open.push(element);
      },
      onclosetag() {
        const element = open.pop();
        if (element === undefined) return;
        scopes.pop();
        const end = Math.max(element.start, parser.startIndex);
        element.inner = text.slice(element.start, Math.min(end, element.start + LONGEST_INNER));
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.end(text);
  return roots;
}

function openElement(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  prefixes: ReadonlyMap<string, string>,
  above: Open | undefined,
  start: number,
): Open {
  const [prefix, local] = splitName(tag.toLowerCase());
  const base = attributes['xml:base'];
  return {
    name: `${prefixes.get(prefix) ?? 'other:'}${local}`,
    attributes,
    base: base === undefined ? (above?.base ?? null) : resolveAddress(base, above?.base ?? null),
    language: attributes['xml:lang'] ?? above?.language ?? null,
    children: [],
    start,
    inner: '',
  };
}

function decodeValues(written: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const entries = Object.entries(written);
  if (!entries.some(([, value]) => value.includes('&'))) return written;
  return Object.fromEntries(entries.map(([name, value]) => [name, decodeXml(value)]));
}

function splitName(tag: string): readonly [string, string] {
  const at = tag.indexOf(':');
  return at < 0 ? ['', tag] : [tag.slice(0, at), tag.slice(at + 1)];
}

function prefixesIn(
  attributes: Readonly<Record<string, string>>,
  above: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const declared = Object.entries(attributes).flatMap(([name, uri]) => {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) return [];
    const meant = NAMESPACES.find(([pattern]) => pattern.test(uri.trim().toLowerCase()))?.[1];
    // An unknown default namespace is somebody's own RSS or Atom; an unknown prefix is something else.
    return [[name.slice(6).toLowerCase(), meant ?? (name === 'xmlns' ? '' : 'other:')] as const];
  });
  if (declared.length === 0) return above;
  const prefixes = new Map([...above, ...declared]);
  if (prefixes.size > MOST_PREFIXES) throw new Problem('NOT_A_FEED', 'namespaces are declared without end');
  return prefixes;
}

/** Drops what XML forbids and some feeds hold all the same. C1 controls are windows-1252 that somebody took for Latin-1. */
function cleanCharacters(text: string): string {
  return inPieces(text, (piece) =>
    piece.replace(FORBIDDEN, '').replace(/[\u0080-\u0084\u0086-\u009f]/g, (sign) => c1Sign(sign.charCodeAt(0))),
  );
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is searched for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]+/g;

/** The declaration of a document type with all that stands between its brackets; quoted marks do not end it. */
function withoutDoctype(text: string): string {
  const start = /<!doctype/i.exec(text)?.index;
  if (start === undefined || /<(?!\?|!)/.test(text.slice(0, start))) return text;
  const mark = /["'[\]>]|<!--/g;
  mark.lastIndex = start;
  let depth = 0;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const [what] = found;
    if (what === '[') depth += 1;
    else if (what === ']') depth -= 1;
    else if (what === '>' && depth <= 0) return text.slice(0, start) + text.slice(mark.lastIndex);
    else if (what !== '>') {
      const end = text.indexOf(what === '<!--' ? '-->' : what, mark.lastIndex);
      if (end < 0) break;
      mark.lastIndex = end + 1;
    }
  }
  return text.slice(0, start);
}
