import type { Span } from '#core/article.ts';
import words from './data/name-words.json' with { type: 'json' };
import stopWords from './data/stop-words.json' with { type: 'json' };
import units from './data/units.json' with { type: 'json' };
import { kindOfName } from './kind-of-name.ts';
import type { Token } from './read-tokens.ts';

/** A proper name; the kind is a guess by the words in it, `other` when unsure. */
export type Name = {
  readonly span: Span;
  readonly text: string;
  readonly kind: 'person' | 'organization' | 'place' | 'other';
};

const TITLES: ReadonlySet<string> = new Set(words.titles);
const TITLE_OPENERS: ReadonlySet<string> = new Set(words['title-openers']);
const PARTICLES: ReadonlySet<string> = new Set(words.particles);
const HEADS: ReadonlySet<string> = new Set(words['organization-heads']);
const ORDINARY: ReadonlySet<string> = new Set(words['ordinary-openers']);
/** "Per Aune": to the tagger the first name is a preposition. */
const LIKE_PREPOSITIONS: ReadonlySet<string> = new Set(words['first-names-like-prepositions']);
const STOP_WORDS = new Map(Object.entries(stopWords).map(([language, list]) => [language, new Set(list)]));
const NONE: ReadonlySet<string> = new Set();
/** Words that the text also writes small, those that it writes with a capital inside a sentence, and the language's stop words. */
type Known = {
  readonly ordinary: ReadonlySet<string>;
  readonly capital: ReadonlySet<string>;
  readonly stop: ReadonlySet<string>;
};
const CALENDAR: ReadonlySet<string> = new Set([...Object.keys(units.months), ...Object.keys(units.weekdays)]);

/**
 * The names of a text by their place: runs of capitalised words with the particles inside them, titles before them, no
 * possessive ’s. "Bank of X" is one name, "X and Y" are two. Words that a sentence's beginning alone explains are none.
 */
export function findNames(text: string, tokens: readonly Token[], language: string): Name[] {
  const ordinary = new Set(tokens.filter((token) => /^\p{Ll}/u.test(token.text)).map(({ lower }) => lower));
  const capital = new Set(
    tokens.filter((token, i) => isCapital(token) && !isOpener(tokens, i)).map(({ lower }) => lower),
  );
  const stop = STOP_WORDS.get(language.slice(0, 2).toLowerCase()) ?? NONE;
  const found: Name[] = [];
  for (let i = 0; i < tokens.length; ) {
    const whole = readRun(text, tokens, i, { ordinary, capital, stop });
    const run = whole.slice(daysBefore(tokens, i, whole));
    if (run.length > 0 && !run.every(({ lower }) => CALENDAR.has(lower) || /^\d/.test(lower)))
      found.push(nameOf(text, run));
    i += Math.max(1, whole.length);
  }
  return withSurnames(found);
}

/** "In a filing late Tuesday Tarn said", "by March Holm had": how many words of a run tell when, and are no part of the name behind them. */
function daysBefore(tokens: readonly Token[], at: number, run: readonly Token[]): number {
  const before = tokens[at - 1];
  const tellsWhen = before?.tag === 'ADP' || TELL_WHEN.has(before?.lower ?? '');
  return run.length > 1 && tellsWhen && CALENDAR.has(run[0]?.lower ?? '') ? 1 : 0;
}

const TELL_WHEN: ReadonlySet<string> = new Set(['late', 'early', 'last', 'next', 'this']);

/** Tokens. A headline all in capitals is no name; this also bounds the time. */
const LONGEST_NAME = 16;

function readRun(text: string, tokens: readonly Token[], from: number, known: Known): readonly Token[] {
  const first = tokens[from];
  if (first === undefined || !isCapital(first) || isOrdinaryOpener(tokens, from, known)) return [];
  // "11:19 | PMJan Holt": a clock that a page has glued to a name leaves no name of the article's.
  if (/[\p{L}\p{N}]/u.test(text.charAt(first.start - 1))) return [];
  let to = from + 1;
  let isHeaded = HEADS.has(first.lower);
  for (let next = to; next < tokens.length && next - from < LONGEST_NAME; next++) {
    const token = tokens[next];
    const before = tokens[next - 1];
    if (token === undefined || before === undefined || token.sentence !== first.sentence) break;
    const between = text.slice(before.end, Math.min(token.start, before.end + 2));
    if (between !== ' ' && between !== '' && between !== '\u00a0') break;
    // "Trump And Rubio Booed": in a heading too these are two.
    if (token.tag === 'CCONJ' && PARTS_NAMES.has(token.lower)) break;
    if (next > from && startsTitle(tokens, next) && !TITLE_OPENERS.has(before.lower)) break;
    const isNumbered = /^\d+$/.test(token.text) && /^\p{Lu}{2,}$/u.test(before.text);
    if ((isCapital(token) && !isPossessive(token)) || isNumbered) {
      to = next + 1;
      isHeaded ||= HEADS.has(token.lower);
    } else if (isSyllable(tokens, next)) to = next + 1;
    else if (!mayStandInside(token, before, isHeaded, next - to)) break;
  }
  return tokens.slice(from, to);
}

const PARTS_NAMES: ReadonlySet<string> = new Set(['and', 'or', 'nor']);

/** "Kim Jong-un", "Yoon Hae-won": a small second part of a given name; "New York-based" is none. */
function isSyllable(tokens: readonly Token[], at: number): boolean {
  const [name, hyphen, token] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  if (token === undefined || hyphen?.text !== '-' || hyphen.end !== token.start || name?.end !== hyphen.start)
    return false;
  const isNoun = token.fine === 'NN' && token.text.length <= LONGEST_SYLLABLE && !BEHIND_PLACES.has(token.lower);
  return /^\p{Ll}+$/u.test(token.text) && isCapital(name) && (token.tag === 'PROPN' || isNoun);
}

/** Letters. A longer noun behind a hyphen is a word of its own. */
const LONGEST_SYLLABLE = 4;
const BEHIND_PLACES: ReadonlySet<string> = new Set([
  'area',
  'era',
  'size',
  'type',
  'made',
  'born',
  'wide',
  'like',
  'led',
]);

/** A title with a name after it begins a name of its own: "U.S. President Ann Lee" are two. */
function startsTitle(tokens: readonly Token[], at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  const after = tokens[at + 1];
  const isTitle = TITLES.has(lower.replace(/\.$/, '')) || TITLE_OPENERS.has(lower);
  return isTitle && isCapital(tokens[at]) && isCapital(after) && !HEADS.has(after?.lower ?? '');
}

/** Small words that a name may hold between capitals; `gap`: how many stand there already; `isHeaded`: it began with "Bank" or the like. */
function mayStandInside(token: Token, before: Token, isHeaded: boolean, gap: number): boolean {
  if (token.text === '.') return before.text.length <= 2;
  if (token.text === '-' || token.text === '&') return true;
  if (gap >= 2) return false;
  if (PARTICLES.has(token.lower) || token.lower === 'al') return true;
  return (
    isHeaded && (token.lower === 'of' || token.lower === 'for' || (token.lower === 'the' && before.lower === 'of'))
  );
}

function isCapital(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text) && token.tag !== 'PRON' && token.tag !== 'PUNCT';
}

function isPossessive(token: Token): boolean {
  return token.text === 'S' || token.lower === "'s" || token.lower === '’s';
}

const FUNCTION_TAGS: ReadonlySet<string> = new Set([
  'DET',
  'PRON',
  'ADP',
  'CCONJ',
  'SCONJ',
  'AUX',
  'PART',
  'INTJ',
  'ADV',
]);

/** A capital that the sentence's beginning alone explains: "Police", "However", "Three". */
function isOrdinaryOpener(tokens: readonly Token[], at: number, known: Known): boolean {
  const token = tokens[at];
  if (token === undefined) return true;
  const opens = isOpener(tokens, at);
  if (/^\p{Lu}(?:\p{Lu}|\.)/u.test(token.text)) return false;
  if (LIKE_PREPOSITIONS.has(token.lower) && isCapital(tokens[at + 1])) return false;
  if (FUNCTION_TAGS.has(token.tag)) return opens || token.tag !== 'ADP' || !isCapital(tokens[at + 1]);
  if (!opens) return false;
  if (ORDINARY.has(token.lower) || known.stop.has(token.lower)) return true;
  if (isCapital(tokens[at + 1]) && token.tag !== 'VERB' && token.tag !== 'NUM') return false;
  if (known.ordinary.has(token.lower)) return true;
  // A surname that the tagger does not know, and that stands in a name elsewhere.
  // "Fleming said": the tagger's participle.
  const mayName = token.tag === 'NOUN' || token.fine === 'VBG';
  return token.tag !== 'PROPN' && !(mayName && known.capital.has(token.lower));
}

/** Whether a token stands where any word has a capital. */
function isOpener(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    before === undefined ||
    before.sentence !== tokens[at]?.sentence ||
    (before.tag === 'PUNCT' && /^["“„«‘'([—–:]$/.test(before.text))
  );
}

function nameOf(text: string, run: readonly Token[]): Name {
  const span = { start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 };
  return { span, text: text.slice(span.start, span.end), kind: kindOfName(run) };
}

/** "Lee" alone is a person where "Ann Lee" is one elsewhere in the text. */
function withSurnames(names: readonly Name[]): Name[] {
  const people = new Set(
    names.filter(({ kind }) => kind === 'person').map(({ text }) => text.split(/\s/).at(-1) ?? text),
  );
  return names.map((name) => (name.kind === 'other' && people.has(name.text) ? { ...name, kind: 'person' } : name));
}
