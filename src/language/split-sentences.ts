import type { Span } from '#core/article.ts';
import abbreviations from './data/abbreviations.json' with { type: 'json' };
import endingsOfNames from './data/endings-of-names.json' with { type: 'json' };
import sayingWords from './data/saying-after-quotation.json' with { type: 'json' };
import sentenceOpeners from './data/sentence-openers.json' with { type: 'json' };
import timeZones from './data/time-zones.json' with { type: 'json' };
import units from './data/units.json' with { type: 'json' };
import { splitParagraphs } from './split-paragraphs.ts';

type Rules = {
  readonly beforeName: ReadonlySet<string>;
  readonly beforeNumber: ReadonlySet<string>;
  readonly anywhere: ReadonlySet<string>;
  readonly mayEnd: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
  readonly hasOrdinals: boolean;
};

/** "Booking.Com", "Node.JS": a name or an address goes on. */
const ENDINGS_OF_NAMES: ReadonlySet<string> = new Set(endingsOfNames);

/** Though some of them are words that open a sentence: “the prison.It is”. */
const OPENS_WITH = /^(?:At|In|Is|It|So|To) \p{Ll}/u;

/** Longest word that is looked back at or ahead: no abbreviation and no opener is longer. */
const WINDOW = 60;
const CLOSERS = /["”’'»«)\]」』）】›“]/;
const IDEOGRAPHIC = /[。！？｡]/;
const SAYING = new RegExp(`^(?:\\p{Lu}[\\p{L}’'.-]{0,30} ){1,3}(?:${sayingWords.join('|')})\\b`, 'u');

/**
 * The sentences of a text, by start. Never across a paragraph; closing quotation marks and brackets belong to the
 * sentence that they close; a heading without a full stop is a sentence of its own.
 * `language`: BCP 47; only its first part counts. Linear in the text's length.
 */
export function splitSentences(text: string, language: string): Span[] {
  const rules = rulesFor(language);
  return splitParagraphs(text).flatMap((paragraph) => splitParagraph(text, paragraph, rules));
}

function splitParagraph(text: string, paragraph: Span, rules: Rules): Span[] {
  const spans: Span[] = [];
  // Dots with spaces between them are one ellipsis.
  const stops = /(?:\.[ \u00a0](?=\.))*[.!?…。！？｡؟।॥]+|\n(?=\s*(?:[•‣▪*–-]|\d{1,2}[.)])\s)/gu;
  let start = paragraph.start;
  let counted = paragraph.start;
  let marks = 0;
  const paragraphText = text.slice(paragraph.start, paragraph.end);
  const isTypewritten = paragraphText.includes('`');
  for (const match of paragraphText.matchAll(stops)) {
    const at = paragraph.start + match.index;
    if (at < start) continue;
    for (; counted < at; counted += 1) if (text.charAt(counted) === '"') marks += 1;
    const end = closersAfter(text, at + match[0].length, paragraph.end, { isTypewritten, isQuoting: marks % 2 > 0 });
    if (!endsSentence(text, { start, at, stop: match[0], end, limit: paragraph.end }, rules)) continue;
    push(spans, text, start, end);
    start = end;
  }
  push(spans, text, start, paragraph.end);
  return spans;
}

type Candidate = {
  readonly start: number;
  readonly at: number;
  readonly stop: string;
  readonly end: number;
  readonly limit: number;
};

function endsSentence(text: string, candidate: Candidate, rules: Rules): boolean {
  const { start, at, stop, end, limit } = candidate;
  if (stop.startsWith('\n') || end >= limit) return true;
  const hasCloser = end > at + stop.length;
  const rest = text.slice(end, Math.min(limit, end + WINDOW));
  if (IDEOGRAPHIC.test(stop)) return !(hasCloser && /^(?:と|って|など|という|的)/.test(rest));
  if (!/^\s/.test(rest)) return /^[“„«「]/.test(rest) || isGlued(text, candidate, rest, rules);
  const next = rest.replace(/^[\s"“”„«»‘'([—–-]+/u, '');
  if (/^\p{Ll}/u.test(next)) return false;
  if (hasCloser && /[!?…]/.test(stop) && SAYING.test(next.replace(/\s+/g, ' '))) return false;
  if (stop !== '.') return true;
  return !hasCloser || /["”’'»]/.test(text.charAt(end - 1))
    ? endsWithStop(text, start, at, rest, rules) || hasCloser
    : true;
}

/** "It rained all day.The weir held.": pages lose the space between two lines. Addresses and names have such stops as well. */
function isGlued(text: string, { start, at, end }: Candidate, rest: string, rules: Rules): boolean {
  const next = /^["‘'(]?(\p{Lu}[\p{L}’']*)(?:[\s,;:]|[.!?](?=["’']?(?:\s|$)))/u.exec(rest)?.[1];
  const word = /\S+$/u.exec(text.slice(Math.max(start, at - WINDOW), at))?.[0] ?? '';
  if (next === undefined) return false;
  if (ENDINGS_OF_NAMES.has(next.toLowerCase()) && !(OPENS_WITH.test(rest) && /^\p{Ll}/u.test(word))) return false;
  const isWord = /(?:\p{Ll}{2}|\d|\p{Lu}{2}|[)%”"’'])$/u.test(word) && !/[@/:#]|\.\p{L}/u.test(word);
  return isWord && (end > at + 1 || endsWithStop(text, start, at, ` ${rest}`, rules));
}

/** Whether a single full stop at `at` ends the sentence, by the word before and the word after. */
function endsWithStop(text: string, start: number, at: number, rest: string, rules: Rules): boolean {
  const before = text.slice(Math.max(start, at - WINDOW), at);
  const word = /[\p{L}\p{N}][\p{L}\p{N}.'’-]*$/u.exec(before)?.[0] ?? '';
  const lower = word.toLowerCase();
  const isFirst = before.trim() === word;
  const next = /^[\s"“„«‘'([]*([\p{L}\p{N}][\p{L}\p{N}’']*)/u.exec(rest)?.[1] ?? '';
  const opensSentence = rules.openers.has(next.toLowerCase());
  const opensQuotation = /^\s*["“„«]/.test(rest);
  if (isFirst && /^(?:\d{1,3}|\p{Lu})$/u.test(word)) return false;
  // "For 430 crowns (reg. 1,799)": one short word in a bracket is no sentence.
  if (/[\p{L}\p{N}] \(\p{Ll}{2,5}$/u.test(before)) return false;
  if (rules.beforeName.has(lower)) return lower.length === 1 ? opensSentence : false;
  if (rules.anywhere.has(lower)) return false;
  if (rules.beforeNumber.has(lower))
    return !/^\d/.test(next) && (opensSentence || !/^\p{Lu}/u.test(word) || lower.length > 4);
  if (/^\p{Lu}$/u.test(word)) return opensSentence || opensQuotation || word === 'I';
  if (HOUR.test(before) && startsAfterHour(text, start, at, next)) return true;
  if (rules.mayEnd.has(lower) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) return opensSentence || opensQuotation;
  // German streets: "Goethestr. 5".
  if (rules.hasOrdinals && lower.endsWith('str') && /^\d/.test(next)) return false;
  if (rules.hasOrdinals && /^\d{1,2}$/.test(word)) return opensSentence;
  return true;
}

/** "11.20 p.m", without its last stop. */
const HOUR = /\d\s?[ap]\.m$/u;
/** "9 p.m. Eastern", "5 p.m. Monday": the hour goes on. */
const AFTER_HOUR: ReadonlySet<string> = new Set([
  ...[...Object.keys(units.months), ...Object.keys(units.weekdays), ...timeZones],
]);
/** "At 11.20 p.m. Ana Ruiz rang": so few words are where the sentence begins, not all of it. */
const FRONTED_HOUR_WORDS = 6;
/** UTF-16 units: in so many there are more words than that. */
const LONG_ENOUGH = 200;

/** Whether a capital behind an hour begins a sentence: "Troops fired without warning at 11.20 p.m. | Ostria denied that." */
function startsAfterHour(text: string, start: number, at: number, next: string): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(next) || AFTER_HOUR.has(next.toLowerCase())) return false;
  return at - start > LONG_ENOUGH || text.slice(start, at).trim().split(/\s+/).length > FRONTED_HOUR_WORDS;
}

/**
 * Where a sentence ends whose stop ends at `from`: after its closing marks and brackets and the numbers of its footnotes.
 * `isQuoting`: a straight mark is open, so that the next one closes it. `isTypewritten`: quotations open with "`" and may close with a
 * "'" that stands alone: "` We won. ' The match was long."
 */
function closersAfter(
  text: string,
  from: number,
  limit: number,
  { isTypewritten, isQuoting }: { readonly isTypewritten: boolean; readonly isQuoting: boolean },
): number {
  let end = from + (isTypewritten && ALONE.test(text.slice(from, Math.min(limit, from + 4))) ? 1 : 0);
  while (end < limit && CLOSERS.test(text.charAt(end))) {
    // A mark that white space precedes opens what follows; these follow the stop directly and close.
    const isOpening = /[“«]/.test(text.charAt(end)) && /\p{L}/u.test(text.charAt(end + 1));
    // "It rained."We stayed": no space where there should be one.
    const isGlued = text.charAt(end) === '"' && !isQuoting && /\p{Lu}/u.test(text.charAt(end + 1));
    if (isOpening || isGlued) break;
    end++;
  }
  const note = FOOTNOTE.exec(text.slice(end, Math.min(limit, end + LONGEST_FOOTNOTE)))?.[0] ?? '';
  const isNumber = /^\d/.test(note) && !WORD_AND_STOP.test(text.slice(Math.max(0, end - 6), end));
  return isNumber ? end : end + note.length;
}

const ALONE = /^\s'{1,2}(?=\s|$)/;

/** UTF-16 units: "[123][124]" and the white space and capital after a bare number. */
const LONGEST_FOOTNOTE = 12;
const FOOTNOTE = /^(?:(?:\[\d{1,3}\])+|[¹²³⁰⁴-⁹]{1,3}|\d{1,2}(?=\s\p{Lu}))/u;
/** A bare number is a footnote's only after a whole word: "No.5" and "Art.5" are not. */
const WORD_AND_STOP = /\p{L}{4}[.!?]["”’]?$/u;

function push(spans: Span[], text: string, from: number, to: number): void {
  const piece = text.slice(from, to);
  const start = from + (piece.length - piece.trimStart().length);
  const end = from + piece.trimEnd().length;
  if (start < end) spans.push({ start, end });
}

const LANGUAGES = Object.keys(abbreviations).filter((key): key is keyof typeof abbreviations => key in abbreviations);
const EVERY_RULE = new Map(LANGUAGES.map((key) => [key as string, readRules(key)]));
const NO_RULES = readRules(null);

function rulesFor(language: string): Rules {
  return EVERY_RULE.get(language.slice(0, 2).toLowerCase()) ?? NO_RULES;
}

function readRules(language: keyof typeof abbreviations | null): Rules {
  const words = language === null ? null : abbreviations[language];
  return {
    beforeName: new Set(words?.['before-name']),
    beforeNumber: new Set(words?.['before-number']),
    anywhere: new Set(words?.anywhere),
    mayEnd: new Set(words?.['may-end']),
    openers: new Set(language === null ? [] : sentenceOpeners[language]),
    hasOrdinals: language === 'de',
  };
}
