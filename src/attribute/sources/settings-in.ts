import type { Span } from '#core/article.ts';
import { onceFor } from '#core/once-for.ts';
import outlets from '../data/outlets-en.json' with { type: 'json' };
import settings from '../data/settings-en.json' with { type: 'json' };
import type { Scan, Unit } from '../scan-article.ts';
import { anyOf, OUTLET, PROGRAMME, STAFF } from './outlet-phrase.ts';
import { firstWord, mayLeadToOutlet, SAID, wayEnd, withoutTime } from './way-to-outlet.ts';

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

/** Behind a way to it. */
const BEHIND = new RegExp(`\\s+${STAFF}(${OUTLET})`, 'uy');
/** Behind a bare "on". */
const ON = new RegExp(`\\s(${PROGRAMME})`, 'uy');
const HAS = `(?:(?:has|had|have|\\p{L}+ly|${settings.sooner.join('|')})\\s){0,2}`;
/** "In an interview that the Courier reprinted": who passes on what another outlet was told. */
const RELAY = new RegExp(`\\s(${OUTLET})\\s${HAS}${anyOf(settings.relays)}(?![\\p{L}-])`, 'uy');
/** The same without the outlet: whoever looks for that first is done at most sentences, and need not have the longer one compiled. */
const RELAYED = new RegExp(`\\s${anyOf(settings.relays)}(?![\\p{L}-])`, 'u');
const PAPER = anyOf(settings.paper.map((word) => word.replace('[s]', 's?')));
/** "The Courier obtained a copy of the letter". */
const HOLDER = new RegExp(
  `(?<![\\p{L}-])(${OUTLET})\\s${HAS}${anyOf(settings.holding)}\\s(?:\\p{L}+\\s){1,3}?${PAPER}(?![\\p{L}-])`,
  'u',
);
/** And without the outlet. */
const HELD = new RegExp(`\\s${anyOf(settings.holding)}\\s(?:\\p{L}+\\s){1,3}?${PAPER}(?![\\p{L}-])`, 'u');
const HOLDING: ReadonlySet<string> = new Set(settings.holding.map((phrase) => phrase.split(' ').at(-1) ?? ''));
const OWN_LINKS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(settings.verbs));
const KNOWN_ONLY: ReadonlySet<string> = new Set([
  ...settings.known,
  ...settings.saying.flatMap((word) =>
    SAID.filter((link) => !OWN_LINKS.get(word)?.includes(link)).map((link) => `${word} ${link}`),
  ),
]);
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
    const isBare = isRelay || first === 'on';
    if (!(isBare || mayLeadToOutlet(first)) || !mayHold(scan, unit, k, first === 'on' ? AIRED_NOUNS : OUTLET_NOUNS))
      continue;
    const match = matchAt(scan, unit, isBare ? null : first, isRelay ? RELAY : isBare ? ON : BEHIND, token.start);
    if (match === null) continue;
    from = match.end;
    if (PLATFORM.test(scan.text.slice(match.span.start, match.span.end))) continue;
    const link = withoutTime(match.link.toLowerCase());
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

/** A way with its first word, or where that is null the bare word, and the outlet behind it from an offset on; the first letter of the sentence may be large. */
function matchAt(
  { text }: Scan,
  { span }: Unit,
  first: string | null,
  outlet: RegExp,
  at: number,
): { readonly link: string; readonly span: Span; readonly end: number } | null {
  const whole = text.slice(at, Math.min(span.end, at + SETTING_REACH));
  const words = at === span.start ? `${whole.charAt(0).toLowerCase()}${whole.slice(1)}` : whole;
  const length = first === null ? firstWord(words).length : wayEnd(words, first);
  if (length <= 0) return null;
  if (outlet === RELAY && !RELAYED.test(words)) return null;
  const link = words.slice(0, length);
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
  const sentence = text.slice(span.start, span.end);
  const match = HELD.test(sentence) ? HOLDER.exec(sentence) : null;
  if (match?.[1] === undefined) return null;
  const start = span.start + match.index;
  return { start, end: start + match[1].length };
}
