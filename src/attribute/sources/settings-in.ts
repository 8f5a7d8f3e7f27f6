import type { Span } from '#core/article.ts';
import { onceFor } from '#core/once-for.ts';
import grammar from '../data/grammar-en.json' with { type: 'json' };
import outlets from '../data/outlets-en.json' with { type: 'json' };
import settings from '../data/settings-en.json' with { type: 'json' };
import times from '../data/times-en.json' with { type: 'json' };
import type { Scan, Unit } from '../scan-article.ts';

/** A place in a sentence where an outlet may stand. */
export type Setting = {
  /** Where the outlet stands. */
  readonly span: Span;
  /** "Told the Courier", which may be another source's. */
  readonly isTold: boolean;
  /** What else than an outlet stands there more often, so that its name must say what it is: "sent to". */
  readonly isKnown: boolean;
  /** Somebody and an outlet come together there: "spoke to", "in an interview with". */
  readonly isMeeting: boolean;
  /** A paper came to an outlet there: "obtained by", "leaked to". */
  readonly isHanded: boolean;
};

const anyOf = (words: readonly string[]) => `(?:${words.toSorted((a, b) => b.length - a.length).join('|')})`;

/** What no word of a phrase before an outlet's name is. */
const CLOSED = anyOf([...grammar.articles, ...grammar.be, ...grammar.modals, ...grammar.negators, ...settings.closed]);
const KIND = anyOf([...outlets.kinds, 'agency']);
const NAME =
  "\\p{Lu}[\\p{L}\\d’'&-]*(?:\\s(?:\\p{Lu}[\\p{L}\\d’'&-]*|\\d{1,2}(?![\\p{L}\\d:.,]\\d)|of|and|&(?=\\s\\p{Lu})))*";
/** "The Karsk newspaper Vedoma", "celebrity site Popscotch": a noun of outlets right before its name. */
const APPOSED = `(?:(?:[Tt]he|an?|its|their)\\s)?(?:(?!${CLOSED}\\s)[\\p{L}-]+\\s){0,4}?${KIND},?\\s(?!${CLOSED}\\s)${NAME}`;
/** "Radio Keim", "the local Vale Herald". */
const NAMED = `(?:[Tt]he\\s+)?(?:[\\p{L}-]+\\s){0,3}?${NAME}`;
/** "The newspaper", "the same channel": one that was named before. */
const MEANT = `the\\s(?:same\\s)?${anyOf([...outlets.kinds, ...Object.keys(outlets.called)])}(?![\\p{L}-])(?!\\s(?:that|which|who|\\p{Ll}+[’']))`;
/** "State television": outlets without a name. */
const GENERIC = `${anyOf(outlets.generic.filter((name) => !name.startsWith('the ')))}(?!\\p{L})`;
const OUTLET = `${APPOSED}|${NAMED}|${MEANT}|${GENERIC}`;

/** When something came to an outlet: "obtained | last week | by". */
const WHEN = `(?:\\s(?:${anyOf(settings.sooner)}|(?:(?:late|early|earlier|later)\\s)?(?:on\\s|in\\s)?(?:(?:last|this|that)\\s)?${anyOf([...times.weekdays, ...times.months, ...times.periods].flatMap((word) => [word, `${word.charAt(0).toUpperCase()}${word.slice(1)}`]))}(?:\\s(?:${times.dayParts.join('|')}))?))?`;
const firstWord = (phrase: string): string => /^\p{L}+/u.exec(phrase)?.[0] ?? '';
/** The ways of a verb or a noun to an outlet, by its first word. A time may stand before who got something, and not before where it stood: "published on Friday in the journal". */
const LINKS = Map.groupBy(
  [
    ...[settings.made, settings.verbs].flatMap((kind) =>
      Object.entries(kind).flatMap(([word, links]) =>
        links.map((link) => ({ word, way: `${word}${/(?:by|to)$/.test(link) ? WHEN : ''}\\s${link}` })),
      ),
    ),
    ...settings.told.map((word) => ({ word, way: word })),
  ],
  ({ word }) => firstWord(word),
);
const SETTINGS: ReadonlyMap<string, RegExp> = new Map(
  [...LINKS].map(([first, links]) => [
    first,
    new RegExp(`(${anyOf(links.map(({ way }) => way))})\\s+(${OUTLET})`, 'uy'),
  ]),
);
const HAS = `(?:(?:has|had|have|\\p{L}+ly|${settings.sooner.join('|')})\\s){0,2}`;
/** "In an interview that the Courier reprinted": who passes on what another outlet was told. */
const RELAY = new RegExp(`(that|which)\\s(${OUTLET})\\s${HAS}${anyOf(settings.relays)}(?![\\p{L}-])`, 'uy');
const PAPER = anyOf(settings.paper.map((word) => word.replace('[s]', 's?')));
/** "The Courier obtained a copy of the letter". */
const HOLDER = new RegExp(
  `(?<![\\p{L}-])(${OUTLET})\\s${HAS}${anyOf(settings.holding)}\\s(?:\\p{L}+\\s){1,3}?${PAPER}(?![\\p{L}-])`,
  'u',
);
const HOLDING: ReadonlySet<string> = new Set(settings.holding.map((phrase) => phrase.split(' ').at(-1) ?? ''));
const KNOWN_ONLY: ReadonlySet<string> = new Set(settings.known);
const TIME = new RegExp(`${WHEN.replace(/\?$/, '')}(?=\\s\\p{Ll}+$)`, 'u');
const TOLD: ReadonlySet<string> = new Set(settings.told);
const MEETING = new RegExp(`^${anyOf(settings.meeting)}`);
const HANDED = new RegExp(`^${anyOf(settings.handed)}`);

/** The settings of the sentences of an article, each read once. */
const readOf = onceFor((_: Scan) => new Map<Unit, readonly Setting[]>());

/** Where an outlet may stand in a sentence, by the words before it, in the order of the text. Linear in the sentence. */
export function settingsIn(scan: Scan, unit: Unit): readonly Setting[] {
  const read = readOf(scan);
  const found = read.get(unit) ?? readSettings(scan, unit);
  read.set(unit, found);
  return found;
}

function readSettings(scan: Scan, unit: Unit): Setting[] {
  const found: Setting[] = [];
  let from = unit.span.start;
  for (let k = unit.first; k < unit.end; k += 1) {
    const token = scan.tokens[k];
    if (token === undefined || token.start < from || scan.text[token.start - 1] === '-') continue;
    const first = firstWord(token.lower);
    const pattern = first === 'that' || first === 'which' ? RELAY : SETTINGS.get(first);
    const match = pattern === undefined ? null : matchAt(scan, unit, pattern, token.start);
    if (match === null) continue;
    const end = token.start + match[0].length;
    from = end;
    const link = (match[1] ?? '').toLowerCase().replace(TIME, '');
    // "In an interview that the Courier reprinted": its verb stands behind the name.
    const name = pattern === RELAY ? token.start + match[0].indexOf(match[2] ?? '') : end - (match[2] ?? '').length;
    found.push({
      span: { start: name, end: name + (match[2] ?? '').length },
      isTold: TOLD.has(link),
      isKnown: pattern === RELAY || KNOWN_ONLY.has(link),
      isMeeting: MEETING.test(link),
      isHanded: HANDED.test(link),
    });
  }
  return found;
}

/** A match in a sentence from an offset on; the first letter of the sentence may be large. */
function matchAt({ text }: Scan, { span }: Unit, pattern: RegExp, at: number): RegExpExecArray | null {
  pattern.lastIndex = 0;
  const words = text.slice(at, Math.min(span.end, at + SETTING_REACH));
  return pattern.exec(at === span.start ? `${words.charAt(0).toLowerCase()}${words.slice(1)}` : words);
}

/** Such a phrase with its outlet is no longer than this, in characters. */
const SETTING_REACH = 160;

/** The outlet of a sentence that tells that it got or printed a paper: "the Courier obtained a copy of the letter". */
export function holderIn({ text, tokens }: Scan, { span, first, end }: Unit): Span | null {
  if (!tokens.slice(first, end).some(({ lower }) => HOLDING.has(lower))) return null;
  const match = HOLDER.exec(text.slice(span.start, span.end));
  if (match?.[1] === undefined) return null;
  const start = span.start + match.index;
  return { start, end: start + match[1].length };
}

const AT_FRONT = new RegExp(`^(?:${APPOSED})`, 'u');

/** The whole of a phrase that begins at an offset and tells what an outlet is before it names it: "the Moscow business daily Torg". */
export function apposedOutlet({ text }: Scan, { start, end }: Span): Span {
  const found = AT_FRONT.exec(text.slice(start, start + APPOSED_REACH));
  return found === null || start + found[0].length <= end ? { start, end } : { start, end: start + found[0].length };
}

/** Such a phrase is short, in characters. */
const APPOSED_REACH = 90;
