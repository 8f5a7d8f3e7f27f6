import type { Span } from '#core/article.ts';
import { onceFor } from '#core/once-for.ts';
import outlets from '../data/outlets-en.json' with { type: 'json' };
import settings from '../data/settings-en.json' with { type: 'json' };
import times from '../data/times-en.json' with { type: 'json' };
import type { Scan, Unit } from '../scan-article.ts';
import { anyOf, OUTLET, PROGRAMME, STAFF } from './outlet-phrase.ts';

/** A place in a sentence where an outlet may stand. */
export type Setting = {
  /** Where the outlet stands. */
  readonly span: Span;
  /** "Told the Courier", which may be another source's. */
  readonly isTold: boolean;
  /** What else than an outlet stands there more often, so that its name must say what it is: "sent to". */
  readonly isKnown: boolean;
  /** A name that tells nothing of itself may be an outlet's there. */
  readonly isOpen: boolean;
  /** Where something is written: "published in", "writing in". */
  readonly isPrinted: boolean;
  /** Somebody and an outlet come together there: "spoke to", "in an interview with". */
  readonly isMeeting: boolean;
  /** "According to", which tells who passes on what another said. */
  readonly isAccording: boolean;
  /** A paper came to an outlet there: "obtained by", "leaked to". */
  readonly isHanded: boolean;
};

/** When something came to an outlet: "obtained | last week | by". */
const WHEN = `(?:\\s(?:${anyOf(settings.sooner)}|(?:(?:late|early|earlier|later)\\s)?(?:on\\s|in\\s)?(?:(?:last|this|that)\\s)?${anyOf([...times.weekdays, ...times.months, ...times.periods].flatMap((word) => [word, `${word.charAt(0).toUpperCase()}${word.slice(1)}`]))}(?:\\s(?:${times.dayParts.join('|')}))?))?`;
/** "Announced on", "vowed in": known outlets alone stand there. */
const SAID = ['on', 'in', 'to'];
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
    ...settings.saying.flatMap((word) => SAID.map((link) => ({ word, way: `${word}\\s${link}` }))),
  ],
  ({ word }) => firstWord(word),
);
const WAYS: ReadonlyMap<string, RegExp> = new Map(
  [...LINKS].map(([first, links]) => [first, new RegExp(anyOf(links.map(({ way }) => way)), 'uy')]),
);
const WORD = /\p{L}+/uy;
/** Behind a way to it. */
const BEHIND = new RegExp(`\\s+${STAFF}(${OUTLET})`, 'uy');
/** Behind a bare "on". */
const ON = new RegExp(`\\s(${PROGRAMME})`, 'uy');
const HAS = `(?:(?:has|had|have|\\p{L}+ly|${settings.sooner.join('|')})\\s){0,2}`;
/** "In an interview that the Courier reprinted": who passes on what another outlet was told. */
const RELAY = new RegExp(`\\s(${OUTLET})\\s${HAS}${anyOf(settings.relays)}(?![\\p{L}-])`, 'uy');
const PAPER = anyOf(settings.paper.map((word) => word.replace('[s]', 's?')));
/** "The Courier obtained a copy of the letter". */
const HOLDER = new RegExp(
  `(?<![\\p{L}-])(${OUTLET})\\s${HAS}${anyOf(settings.holding)}\\s(?:\\p{L}+\\s){1,3}?${PAPER}(?![\\p{L}-])`,
  'u',
);
const HOLDING: ReadonlySet<string> = new Set(settings.holding.map((phrase) => phrase.split(' ').at(-1) ?? ''));
const OWN_LINKS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(settings.verbs));
const KNOWN_ONLY: ReadonlySet<string> = new Set([
  ...settings.known,
  ...settings.saying.flatMap((word) =>
    SAID.filter((link) => !OWN_LINKS.get(word)?.includes(link)).map((link) => `${word} ${link}`),
  ),
]);
const TIME = new RegExp(`${WHEN.replace(/\?$/, '')}(?=\\s\\p{Ll}+$)`, 'u');
const TOLD: ReadonlySet<string> = new Set(settings.told);
const PRINTED = /^(?:writing|wrote|writes|published|article|column|essay|op-ed|piece|quoted).* in$/;
/** "Wrote on the social network Plume": what everybody may write on publishes nothing. */
const PLATFORM = /^(?:the|an?) (?:social )?(?:app|network|platform) \p{Lu}|\bsocial (?:media|network)/u;
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
    const isRelay = first === 'that' || first === 'which';
    const way = isRelay || first === 'on' ? WORD : WAYS.get(first);
    if (way === undefined || !mayHold(scan, unit, k, first === 'on' ? AIRED_NOUNS : OUTLET_NOUNS)) continue;
    const match = matchAt(scan, unit, way, isRelay ? RELAY : first === 'on' ? ON : BEHIND, token.start);
    if (match === null) continue;
    from = match.end;
    if (PLATFORM.test(scan.text.slice(match.span.start, match.span.end))) continue;
    const link = match.link.toLowerCase().replace(TIME, '');
    const isKnown = isRelay || KNOWN_ONLY.has(link);
    found.push({
      span: match.span,
      isTold: TOLD.has(link),
      isKnown,
      isOpen: !isKnown || (!isRelay && link.endsWith(' by')),
      isPrinted: PRINTED.test(link),
      isMeeting: MEETING.test(link),
      isAccording: link === 'according to',
      isHanded: HANDED.test(link),
    });
  }
  return found;
}

/** Whether one of the next words may belong to an outlet: a cheap look before a dear one. For "on" alone a noun must tell. */
function mayHold({ tokens }: Scan, { end }: Unit, from: number, nouns: ReadonlySet<string>): boolean {
  for (let i = from + 1; i < Math.min(end, from + WORDS_AHEAD); i += 1) {
    const token = tokens[i];
    if (token !== undefined && (nouns.has(token.lower) || (nouns === OUTLET_NOUNS && /^\p{Lu}/u.test(token.text))))
      return true;
  }
  return false;
}

/** So many words may stand between a verb and the first telling word of its outlet. */
const WORDS_AHEAD = 12;
const AIRED_NOUNS: ReadonlySet<string> = new Set(outlets.aired);
const OUTLET_NOUNS: ReadonlySet<string> = new Set(
  [...outlets.kinds, ...outlets.meant, ...outlets.generic, ...Object.keys(outlets.called)].flatMap((words) =>
    words.toLowerCase().split(' '),
  ),
);

/** A way and the outlet behind it from an offset on; the first letter of the sentence may be large. */
function matchAt(
  { text }: Scan,
  { span }: Unit,
  way: RegExp,
  outlet: RegExp,
  at: number,
): { readonly link: string; readonly span: Span; readonly end: number } | null {
  const whole = text.slice(at, Math.min(span.end, at + SETTING_REACH));
  const words = at === span.start ? `${whole.charAt(0).toLowerCase()}${whole.slice(1)}` : whole;
  way.lastIndex = 0;
  const link = way.exec(words)?.[0];
  if (link === undefined) return null;
  outlet.lastIndex = link.length;
  const [found, name] = outlet.exec(words) ?? [];
  if (found === undefined || name === undefined) return null;
  // "In an interview that the Courier reprinted": its verb stands behind the name.
  const start = at + link.length + (outlet === RELAY ? found.indexOf(name) : found.length - name.length);
  return { link, span: { start, end: start + name.length }, end: at + link.length + found.length };
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
