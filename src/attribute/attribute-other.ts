import { contains, type Span } from '#core/article.ts';
import credits from './data/credits-other.json' with { type: 'json' };
import cues from './data/cues-other.json' with { type: 'json' };
import type { Quote } from './find-quotes.ts';
import { isFirstName } from './noun-kind.ts';
import { readCredit } from './read-credit.ts';
import type { Scan, Unit } from './scan-article.ts';
import type { SourcePhrase } from './source-phrase.ts';
import type { Basis, Statement } from './statement.ts';
import { trimSpan } from './trim-span.ts';

type Words = {
  readonly verbs: ReadonlySet<string>;
  readonly denies: ReadonlySet<string>;
  readonly that: ReadonlySet<string>;
  readonly accordingTo: readonly string[];
  readonly endings: readonly string[];
};

const LANGUAGES = new Map(
  Object.entries(cues).map(([language, entry]): [string, Words] => [
    language,
    {
      verbs: new Set([...entry.verbs, ...entry.denies]),
      denies: new Set(entry.denies),
      that: new Set(entry.that),
      accordingTo: entry.accordingTo,
      endings: entry.verbs.filter((verb) => verb.startsWith('と')),
    },
  ]),
);
/** How far from a verb of saying its subject may stand, in tokens. */
const SUBJECT_REACH = 9;
/** A shorter fragment in marks is a term as often as it is speech, in characters. */
const FRAGMENT_LENGTH = 16;
/** The one who speaks in a Japanese sentence: the words before は or が. */
const TOPIC = /([\p{Script=Han}\p{Script=Katakana}ー・\p{Lu}\p{Ll}]{2,24})[はが]/gu;

const asSource = (span: Span, place: SourcePhrase['place'] = 'subject'): SourcePhrase => ({
  span,
  apposition: null,
  antecedent: null,
  place,
});

/** Two Arabic words, or one without its article; a Japanese name with what it is called by: "حداد", "田中市長". */
const PLAUSIBLE_NAME =
  /^(?:(?!ال)\p{Script=Arabic}{3,}|\p{Script=Arabic}{2,}(?:\s\p{Script=Arabic}{2,}){1,2}|[\p{Script=Han}\p{Script=Katakana}]{2,8}(?:氏|さん|市長|知事|社長|会長|首相|大臣|大統領|教授))$/u;

/** Capitalised, and never part of a name: "Laut Polizei", "nach Angaben der Stadt". */
const CREDIT_WORDS: ReadonlySet<string> = new Set(credits.noNames);

/** Runs of capitalised words outside quotations: two words or more, or one that was part of such a run before. */
function namesIn(scan: Scan, unit: Unit, known: Set<string>): { span: Span; first: number; end: number }[] {
  const names: { span: Span; first: number; end: number }[] = [];
  const isHigh = (i: number) =>
    i < unit.end &&
    (scan.quoteAt[i] ?? -1) < 0 &&
    /^\p{Lu}[\p{L}’'-]+$/u.test(scan.tokens[i]?.text ?? '') &&
    !CREDIT_WORDS.has(scan.tokens[i]?.lower ?? '');
  for (let i = unit.first; i < unit.end; i += 1) {
    if (!isHigh(i)) continue;
    let end = i + 1;
    while (
      end < unit.end &&
      end - i < 6 &&
      (isHigh(end) ||
        (/^(?:de|da|do|dos|del|della|di|von|van|der|den|la|le|-|’|')$/.test(scan.tokens[end]?.lower ?? '') &&
          isHigh(end + 1)))
    )
      end += 1;
    // "Sprecherin Anna Weber": the name begins with the first name.
    let first = i;
    while (first < end - 2 && !isFirstName(scan.tokens[first]?.text ?? '')) first += 1;
    if (first >= end - 2 && !isFirstName(scan.tokens[first]?.text ?? '')) first = end - i > 2 ? end - 2 : i;
    const start = scan.tokens[first];
    const last = scan.tokens[end - 1];
    if (start !== undefined && last !== undefined && (end - first > 1 || known.has(last.text))) {
      names.push({ span: { start: start.start, end: last.end }, first, end });
      if (end - first > 1) known.add(last.text);
    }
    i = end - 1;
  }
  return names;
}

/** The name nearest to a token, those after it first: most of these languages put the subject behind a verb of saying. */
function nearestName(names: readonly { span: Span; first: number; end: number }[], token: number): Span | null {
  const after = names.find((name) => name.first > token && name.first - token <= SUBJECT_REACH);
  const before = names.findLast((name) => name.end <= token && token - name.end <= SUBJECT_REACH);
  if (after === undefined || before === undefined) return (after ?? before)?.span ?? null;
  return after.first - token <= token - before.end + 1 ? after.span : before.span;
}

function quotesOf(scan: Scan, unit: Unit): Quote[] {
  const found = new Set<number>();
  for (let i = unit.first; i < unit.end; i += 1) {
    const q = scan.quoteAt[i] ?? -1;
    if (q >= 0) found.add(q);
  }
  return [...found].flatMap((q) => {
    const quote = scan.quotes[q];
    return quote !== undefined &&
      (quote.shape === 'utterance' ||
        (quote.shape === 'fragment' && quote.inner.end - quote.inner.start >= FRAGMENT_LENGTH))
      ? [quote]
      : [];
  });
}

function japaneseSource(scan: Scan, unit: Unit, quotes: readonly Quote[]): Span | null {
  const text = scan.text.slice(unit.span.start, unit.span.end);
  for (const match of text.matchAll(TOPIC)) {
    const name = match[1];
    const start = unit.span.start + match.index;
    if (name === undefined || quotes.some((quote) => quote.outer.start <= start && start < quote.outer.end)) continue;
    return { start, end: start + name.length };
  }
  return null;
}

/** "After", "in", "on", "before": where the name of an Arabic subject has ended. */
const ARABIC_STOPS: ReadonlySet<string> = new Set(
  'بعد قبل في من على إلى خلال عن مع أمام حول عند منذ عبر ضمن أثناء يوم اليوم أمس'.split(' '),
);

function arabicSource(scan: Scan, token: number, unit: Unit, words: Words): Span | null {
  let end = token + 1;
  while (
    end < unit.end &&
    end - token <= 4 &&
    !words.that.has(scan.tokens[end]?.text ?? '') &&
    !ARABIC_STOPS.has(scan.tokens[end]?.text ?? '') &&
    scan.tokens[end]?.tag !== 'PUNCT' &&
    (scan.quoteAt[end] ?? -1) < 0
  )
    end += 1;
  const first = scan.tokens[token + 1];
  const last = scan.tokens[end - 1];
  return end > token + 1 && first !== undefined && last !== undefined ? { start: first.start, end: last.end } : null;
}

function make(
  unit: number,
  basis: Basis,
  cue: Span | null,
  verb: string | null,
  source: Span | null,
  content: readonly Span[],
  isDenial: boolean,
): Statement {
  return {
    unit,
    basis,
    cue,
    verb,
    source: source === null ? null : asSource(source),
    isCarried: cue === null,
    cited: null,
    addressee: null,
    content,
    stance: isDenial ? 'denies' : 'asserts',
    hedge: null,
  };
}

const AND: ReadonlySet<string> = new Set(['und', 'et', 'y', 'e', 'ed', 'en']);

/** What stands before a participle: "e ha annunciato". */
const AUXILIARIES: ReadonlySet<string> = new Set(['a', 'ha', 'hat', 'heeft', 'ont', 'hanno', 'haben', 'hebben']);

/** Where a second verb of saying begins ("… y anunció"): what it says is another statement. */
function nextVerb(scan: Scan, unit: Unit, from: number, words: Words): number | null {
  for (let i = from; i < unit.end - 1; i += 1) {
    const token = scan.tokens[i];
    if (token === undefined || !AND.has(token.lower) || (scan.quoteAt[i] ?? -1) >= 0) continue;
    const next = scan.tokens[i + 1]?.lower ?? '';
    const verb = AUXILIARIES.has(next) ? (scan.tokens[i + 2]?.lower ?? '') : next;
    if (words.verbs.has(verb)) return token.start;
  }
  return null;
}

/** Content after the "that" which follows a verb of saying; null where there is none. */
function clauseAfter(scan: Scan, unit: Unit, from: number, words: Words): Span | null {
  for (let i = from; i < Math.min(unit.end, from + SUBJECT_REACH); i += 1) {
    const token = scan.tokens[i];
    // "qu’il" is one word to the segmenter.
    const elided = /^qu[’'](?=\p{L})/u.exec(token?.lower ?? '')?.[0].length ?? 0;
    if (token === undefined || (elided === 0 && !words.that.has(token.lower))) continue;
    const start = elided === 0 ? token.end : token.start + elided;
    const next = nextVerb(scan, unit, i + 1, words);
    if (next !== null)
      return trimSpan(scan.text, {
        start,
        end: scan.text.slice(start, next).trimEnd().endsWith(',') ? scan.text.lastIndexOf(',', next) : next,
      });
    const last =
      /[.。؟!?]$/.test(scan.text.slice(unit.span.start, unit.span.end)) && (scan.quoteAt[unit.end - 1] ?? -1) < 0
        ? unit.span.end - 1
        : unit.span.end;
    return trimSpan(scan.text, { start, end: last });
  }
  return null;
}

/**
 * Statements in languages without a tagger: quotations beside a verb of saying and a name, and clauses after such a verb
 * and its "that". Whoever has no name there stays unsaid. Languages without a list give nothing.
 */
export function attributeOther(scan: Scan): Statement[] {
  const language = scan.article.language.split('-')[0] ?? '';
  const words = LANGUAGES.get(language);
  if (words === undefined) return [];
  const out: Statement[] = [];
  const known = new Set<string>();
  let last: Statement | null = null;
  scan.units.forEach((unit, index) => {
    const names = namesIn(scan, unit, known);
    const quotes = quotesOf(scan, unit);
    const content = quotes.map((quote) => quote.inner);
    let token = -1;
    for (let i = unit.first; i < unit.end && token < 0; i += 1)
      if ((scan.quoteAt[i] ?? -1) < 0 && words.verbs.has(scan.tokens[i]?.lower ?? '')) token = i;
    const verb = scan.tokens[token];
    const ending = words.endings.find((phrase) => scan.text.slice(unit.span.start, unit.span.end).includes(phrase));
    let cue = verb === undefined ? null : { start: verb.start, end: verb.end };
    let source =
      token < 0 ? null : language === 'ar' ? arabicSource(scan, token, unit, words) : nearestName(names, token);
    if (ending !== undefined) {
      const at = unit.span.start + scan.text.slice(unit.span.start, unit.span.end).indexOf(ending);
      cue = { start: at, end: at + ending.length };
      source = japaneseSource(scan, unit, quotes);
    }
    const credit = cue === null ? readCredit(scan, unit, language, words.accordingTo) : null;
    if (credit !== null) {
      cue = credit.cue;
      // German nouns have capitals too: there only a first name or a known surname makes a person of them.
      const isPerson = (first: number, end: number) =>
        language !== 'de' || end - first === 1 || isFirstName(scan.tokens[first]?.text ?? '');
      source =
        names.find(({ span, first, end }) => contains(credit.source, span) && isPerson(first, end))?.span ??
        credit.source;
    }
    const name =
      verb?.lower ??
      ending ??
      (credit === null ? null : scan.text.slice(credit.cue.start, credit.cue.end).toLowerCase());
    const isDenial = verb !== undefined && words.denies.has(verb.lower);
    let statement: Statement | null = null;
    // Who denies in quotation marks says what stands in them.
    if (content.length > 0 && cue !== null)
      statement = make(index, 'quotation', cue, name, source ?? null, content, false);
    else if (content.length > 0 && last !== null && scan.units[last.unit]?.paragraph === unit.paragraph)
      statement = { ...make(index, 'continued', null, null, null, content, false), source: last.source };
    else if (cue !== null && source !== null && token >= 0) {
      const clause = clauseAfter(scan, unit, token + 1, words);
      if (clause !== null) statement = make(index, 'thought', cue, name, source, [clause], isDenial);
    } else if (credit !== null && source !== null)
      statement = make(index, 'thought', credit.cue, name, source, credit.content, false);
    if (statement === null) return;
    const phrase = statement.source;
    if (phrase !== null && credit !== null && phrase.span === credit.source)
      statement = { ...statement, source: asSource(phrase.span, 'body') };
    else if (phrase !== null && PLAUSIBLE_NAME.test(scan.text.slice(phrase.span.start, phrase.span.end)))
      statement = { ...statement, source: asSource(phrase.span, 'name') };
    out.push(statement);
    last = statement;
  });
  return out;
}
