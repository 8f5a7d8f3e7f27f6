import { contains, type Span } from '#core/article.ts';
import { contentAfterVerb, contentBeforeVerb } from './content-after-verb.ts';
import cues from './data/cues-other.json' with { type: 'json' };
import type { Quote } from './find-quotes.ts';
import { isWhole } from './find-speaker.ts';
import { namesIn, nearestName } from './names-in.ts';
import { isFirstName } from './noun-kind.ts';
import { outletTold } from './outlet-told.ts';
import { readCredit } from './read-credit.ts';
import type { Scan, Unit } from './scan-article.ts';
import type { SourcePhrase } from './source-phrase.ts';
import { isPersonWord, pronounSource, speakerOf } from './speaker-of.ts';
import type { Basis, Statement } from './statement.ts';
import { trimSpan } from './trim-span.ts';

type Words = {
  readonly verbs: ReadonlySet<string>;
  readonly denies: ReadonlySet<string>;
  readonly that: ReadonlySet<string>;
  readonly accordingTo: readonly string[];
  readonly endings: readonly string[];
  readonly pronouns: ReadonlySet<string>;
};

const LANGUAGES = new Map(
  Object.entries(cues).map(([language, entry]): [string, Words] => [
    language,
    {
      verbs: new Set([...entry.verbs, ...entry.denies]),
      denies: new Set(entry.denies),
      that: new Set(entry.that),
      accordingTo: entry.accordingTo,
      pronouns: new Set(entry.pronouns),
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

/** The quotation that is all of a content. */
function quoteAround(scan: Scan, unit: Unit, { start, end }: Span): Quote | undefined {
  const quote = scan.quotes[scan.quoteAt[unit.first] ?? -1];
  return quote !== undefined && quote.outer.start === start && quote.outer.end >= end ? quote : undefined;
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
  source: SourcePhrase | null,
  content: readonly Span[],
  isDenial: boolean,
): Statement {
  return {
    unit,
    basis,
    cue,
    verb,
    source,
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

/** "O Ministério da Saúde", "le journal Le Courrier": what an article or a small noun leads to is a body, as written. */
function isOfBody(before: string, first: string): boolean {
  return before !== '' && !isPersonWord(before) && !isFirstName(first);
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
  /** The names so far, for the pronouns after them. */
  const people: Span[] = [];
  let last: Statement | null = null;
  scan.units.forEach((unit, index) => {
    const names = namesIn(scan, unit, known);
    const quotes = quotesOf(scan, unit);
    const content = quotes.map((quote) => quote.inner);
    let token = -1;
    for (let i = unit.first; i < unit.end && token < 0; i += 1)
      if ((scan.quoteAt[i] ?? -1) < 0 && words.verbs.has(scan.tokens[i]?.lower ?? '') && isWhole(scan, unit, i))
        token = i;
    const verb = scan.tokens[token];
    const ending = words.endings.find((phrase) => scan.text.slice(unit.span.start, unit.span.end).includes(phrase));
    let cue = verb === undefined ? null : { start: verb.start, end: verb.end };
    const isScript = language === 'ar' || language === 'ja';
    const before = isScript || token < 0 ? null : contentBeforeVerb(scan, unit, token, language);
    // „Nein“, sagte sie: a word or two in marks before the verb are what was said, too.
    const short = before === null || content.length > 0 ? undefined : quoteAround(scan, unit, before);
    if (short !== undefined) content.push(short.inner);
    const isInverted = content.length > 0 || before !== null;
    const context = { scan, unit, language, names, pronouns: words.pronouns, people, last: last?.source ?? null };
    const speaker = isScript || token < 0 ? null : speakerOf(context, token, isInverted);
    let source: SourcePhrase | null = speaker;
    if (source === null && token >= 0) {
      const span = language === 'ar' ? arabicSource(scan, token, unit, words) : nearestName(names, token);
      source = span === null ? null : asSource(span);
    }
    if (ending !== undefined) {
      const at = unit.span.start + scan.text.slice(unit.span.start, unit.span.end).indexOf(ending);
      cue = { start: at, end: at + ending.length };
      const topic = japaneseSource(scan, unit, quotes);
      source = topic === null ? null : asSource(topic);
    }
    const credit = cue === null ? readCredit(scan, unit, language, words.accordingTo) : null;
    if (credit !== null) {
      cue = credit.cue;
      // German nouns have capitals too: there only a first name or a known surname makes a person of them.
      const isPerson = (first: number, end: number) =>
        language !== 'de' || end - first === 1 || isFirstName(scan.tokens[first]?.text ?? '');
      const name = names.find(
        ({ span, first, end }) =>
          contains(credit.source, span) &&
          isPerson(first, end) &&
          !isOfBody(scan.text.slice(credit.source.start, span.start), scan.tokens[first]?.text ?? ''),
      );
      const pronoun = scan.text.slice(credit.source.start, credit.source.end).toLowerCase();
      source = credit.isPronoun
        ? pronounSource(context, credit.source, pronoun)
        : name === undefined || outletTold(scan, unit) !== null
          ? asSource(credit.source, language === 'de' ? 'genitive' : 'body')
          : asSource(name.span);
    }
    const name =
      verb?.lower ??
      ending ??
      (credit === null ? null : scan.text.slice(credit.cue.start, credit.cue.end).toLowerCase());
    const isDenial = verb !== undefined && words.denies.has(verb.lower);
    let statement: Statement | null = null;
    // Who denies in quotation marks says what stands in them.
    if (content.length > 0 && cue !== null)
      statement = make(index, source?.antecedent ? 'continued' : 'quotation', cue, name, source, content, false);
    else if (content.length > 0 && last !== null && scan.units[last.unit]?.paragraph === unit.paragraph)
      statement = { ...make(index, 'continued', null, null, null, content, false), source: last.source };
    else if (cue !== null && source !== null && token >= 0) {
      const clause =
        clauseAfter(scan, unit, token + 1, words) ??
        (speaker === null ? null : (before ?? contentAfterVerb(scan, unit, token, language)));
      if (clause !== null) statement = make(index, 'thought', cue, name, source, [clause], isDenial);
    } else if (credit !== null && source !== null)
      statement = make(index, 'thought', credit.cue, name, source, credit.content, false);
    for (const { span } of names) people.push(span);
    if (statement === null) return;
    const phrase = statement.source;
    if (phrase !== null && PLAUSIBLE_NAME.test(scan.text.slice(phrase.span.start, phrase.span.end)))
      statement = { ...statement, source: { ...phrase, place: 'name' } };
    if (!isScript) statement = { ...statement, addressee: outletTold(scan, unit) };
    out.push(statement);
    last = statement;
  });
  return out;
}
