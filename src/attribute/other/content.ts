import type { Span } from '#core/article.ts';
import { quoteOf } from '../quote-of.ts';
import { trimSpan } from '../trim-span.ts';
import { isElided } from './bare-word.ts';
import { closeOf, isMark, isQuotedAt, isRelative, lowerAt, type Sentence, wordsFrom } from './sentence.ts';
import type { Verb } from './verbs-of.ts';

/** Content of fewer tokens is a phrase before a verb, not what somebody said. */
const SHORTEST = 3;
/** How far from its verb a "that", a colon or a clause may begin, in tokens. */
const REACH = 14;
/** How far a clause is looked through for its infinitive, in characters. */
const CLAUSE_LENGTH = 400;
/** Times and places may stand before an infinitive: "ha negato ieri in aula | di aver …", in tokens. */
const INFINITIVE_REACH = 4;
/** What something is called is short, with it, in characters. */
const LONGEST_NAMING = 160;

/** Without the commas and the dash at its ends. */
export function clean(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && /[\s,–—:]/.test(text.charAt(start))) start += 1;
  while (end > start && /[\s,–—]/.test(text.charAt(end - 1))) end -= 1;
  return trimSpan(text, { start, end });
}

/** "… y | anunció", "…, pero | reconoció que". */
export function isAnd(sentence: Sentence, i: number): boolean {
  return sentence.words.ands.has(lowerAt(sentence, i)) || sentence.words.buts.has(lowerAt(sentence, i));
}

/** Where a second verb of saying begins behind an "and" ("… y anunció"), or what it says behind a colon: that is another statement. */
function nextVerb(sentence: Sentence, from: number, verbs: readonly Verb[]): number | null {
  for (const { first } of verbs) {
    if (first <= from) continue;
    if (isAnd(sentence, first - 1)) return sentence.scan.tokens[first - 1]?.start ?? null;
    // "… advarer om, at tallet vokser: ”…”, forklarede hun".
    const quote = quoteOf(sentence.scan, first - 1) ?? quoteOf(sentence.scan, first - 2);
    const lead =
      quote === undefined
        ? ''
        : sentence.scan.text.slice(sentence.scan.tokens[from]?.start, quote.outer.start).trimEnd();
    if (quote !== undefined && lead.endsWith(':')) return (sentence.scan.tokens[from]?.start ?? 0) + lead.length - 1;
    // "…, und fügte hinzu", "…, et le maire a ajouté".
    for (let i = first - 1; i > Math.max(from, first - 6); i -= 1)
      if (sentence.words.ands.has(lowerAt(sentence, i)) && isMark(sentence, i - 1, ','))
        return sentence.scan.tokens[i - 1]?.start ?? null;
  }
  return null;
}

/** "Die Brücke sei sicher, | sagte …": what stands before the comma or the closing mark in front of the verb. */
export function contentBefore(sentence: Sentence, verb: Verb, from: number): Span | null {
  const { scan, unit } = sentence;
  const edge = verb.first - 1;
  if (edge < from) return null;
  const isComma = isMark(sentence, edge, ',–—');
  const isQuote = isQuotedAt(sentence, edge);
  if (!isComma && !isQuote) return null;
  const start = scan.tokens[from]?.start ?? unit.span.start;
  const end = isComma ? (scan.tokens[edge]?.start ?? start) : (quoteOf(scan, edge)?.outer.end ?? start);
  const isSpeech = isQuote || isQuotedAt(sentence, edge - 1) || sentence.turn !== null;
  if (!isSpeech && edge - from < SHORTEST) return null;
  // "Der Bund zeigte sich enttäuscht: | „…“, so der Sprecher".
  const last = quoteOf(scan, isQuote ? edge : edge - 1);
  const mark = last === undefined ? '' : scan.text.slice(start, last.outer.start).trimEnd();
  if (last !== undefined && mark.endsWith(':')) return clean(scan.text, { start: last.outer.start, end });
  return clean(scan.text, { start, end });
}

/** What follows a verb: behind "that", a colon, in German a comma; an infinitive; null where there is nothing of it. */
export function contentAfter(sentence: Sentence, verb: Verb, from: number, verbs: readonly Verb[]): Span | null {
  const { scan, unit, words } = sentence;
  const stop = nextVerb(sentence, from, verbs) ?? closeOf(sentence);
  const upTo = (start: number): Span | null => (start >= stop ? null : clean(scan.text, { start, end: stop }));
  for (let i = from; i < Math.min(unit.end, from + REACH); i += 1) {
    const token = scan.tokens[i];
    if (token === undefined || token.start >= stop) return null;
    // "Han henviser til en rapport, som | viser, at": what is behind another's verb is the other's.
    if (i > from && isRelativeVerb(sentence, i, verbs)) return null;
    if (isQuotedAt(sentence, i)) {
      // "Sagte der «Vaunapost», …", "au journal « Le Phare » que": a name in marks.
      const before = lowerAt(sentence, i - 1);
      const isName =
        words.articles.has(before) ||
        words.media.has(before) ||
        (words.prepositions.has(before) && !words.of.has(before));
      if (!isName) return i - verb.end <= 2 ? upTo(token.start) : null;
      const q = scan.quoteAt[i];
      while (scan.quoteAt[i + 1] === q) i += 1;
      continue;
    }
    if (token.text === ':') return upTo(token.end);
    // "Qu’il" is one word to the segmenter.
    const elided = isElided(words.elidedThat, token.lower) ? token.lower.search(/[’']/u) + 1 : 0;
    // "La contratación de Brun, el delantero que más goles …": behind a noun it begins a relative clause.
    const isThat = elided > 0 || words.that.has(token.lower);
    // "En lo | que va del año".
    if (isThat && words.clitics.has(lowerAt(sentence, i - 1)) && i > from) continue;
    if (isThat && !isMark(sentence, i - 1, ',') && hasObject(sentence, from, i)) return null;
    // "Sagte, dass", "dijo que", not "la ley que".
    if (isThat) return upTo(elided > 0 ? token.start + elided : token.end);
    if (words.clauseVerbs.size > 0 && token.text === ',') {
      // "Wie die Polizei mitteilte, wurden zwei Männer verletzt".
      const isAside = words.as.has(lowerAt(sentence, unit.first)) && i === verb.end;
      if (isAside || isClause(sentence, i + 1) || isInfinitiveClause(sentence, i + 1))
        return unit.end - i <= SHORTEST ? null : upTo(token.end);
    }
    if (i - from <= INFINITIVE_REACH && isAnyIn(words.infinitives, sentence, i)) return upTo(token.start);
    if (i === from && isAnyIn(words.infinitiveSentence, sentence, i)) return upTo(token.start);
  }
  return null;
}

function isRelativeVerb(sentence: Sentence, i: number, verbs: readonly Verb[]): boolean {
  return isRelative(sentence, i - 1) && verbs.some(({ first }) => first === i);
}

/** "…, sich bereichert zu haben": an infinitive that ends its clause. */
function isInfinitiveClause(sentence: Sentence, first: number): boolean {
  return (
    !sentence.words.notClauses.has(lowerAt(sentence, first)) &&
    isAnyIn(sentence.words.infinitiveClause, sentence, first)
  );
}

/** Behind a verb of saying: "affirme | avoir vu", "ha detto | di aver", "zegt | te". */
function isAnyIn(patterns: readonly RegExp[], sentence: Sentence, first: number): boolean {
  if (patterns.length === 0) return false;
  const rest = wordsFrom(sentence, first, CLAUSE_LENGTH);
  return patterns.some((pattern) => pattern.test(rest));
}

/** What somebody calls something, with what is called so: "nannte | die Anklage »dünn wie Löschpapier«". */
export function calledThing(sentence: Sentence, from: number): Span | null {
  const { scan, unit, words } = sentence;
  const start = scan.tokens[from]?.start ?? unit.span.end;
  // "Juge | que « … »" says it.
  if (words.that.has(lowerAt(sentence, from)) || isElided(words.elidedThat, lowerAt(sentence, from))) return null;
  const content = clean(scan.text, { start, end: closeOf(sentence) });
  const isQuoting = sentence.quotes.some(({ outer }) => outer.start >= start && outer.end <= unit.span.end);
  return content !== null && isQuoting && content.end - content.start < LONGEST_NAMING ? content : null;
}

/** Whether a Romance verb has a thing as its object before token `end`: an article and a noun, behind no preposition. */
function hasObject(sentence: Sentence, from: number, end: number): boolean {
  const { words } = sentence;
  if (words.verbSecond) return false;
  for (let i = from; i < end - 1; i += 1) {
    const before = lowerAt(sentence, i - 1);
    if (isQuotedAt(sentence, i) || !words.articles.has(lowerAt(sentence, i))) continue;
    const isTold = i > from && (words.prepositions.has(before) || words.of.has(before) || words.times.has(before));
    if (!isTold && !words.times.has(lowerAt(sentence, i)) && !words.times.has(lowerAt(sentence, i + 1))) return true;
  }
  return false;
}

/** How far behind its beginning a clause has its verb, in tokens. */
const VERB_REACH = 9;

/** Whether a clause behind a comma says something without a "that": its verb stands second. */
function isClause(sentence: Sentence, first: number): boolean {
  const { unit, words } = sentence;
  const opener = lowerAt(sentence, first);
  if (opener === '' || first >= unit.end || words.notClauses.has(opener) || words.that.has(opener)) return false;
  for (let i = first + 1; i < Math.min(unit.end - 1, first + VERB_REACH); i += 1) {
    if (isQuotedAt(sentence, i)) continue;
    if (isMark(sentence, i, ',')) return false;
    if (words.clauseVerbs.has(lowerAt(sentence, i))) return !(isMark(sentence, i + 1, ',.') || i + 1 >= unit.end - 1);
  }
  return words.clauseVerbs.has(opener);
}

/** What a denial is of where no clause tells: "wies | die Vorwürfe | zurück", "conteste ces chiffres". */
export function deniedThing(sentence: Sentence, from: number, subjectEnd: number, verbs: readonly Verb[]): Span | null {
  const { scan, unit, words } = sentence;
  let first = Math.max(from, subjectEnd);
  while (words.times.has(lowerAt(sentence, first)) || words.connectors.has(lowerAt(sentence, first))) first += 1;
  let end = first;
  const stop = nextVerb(sentence, first, verbs) ?? unit.span.end;
  for (; end < unit.end; end += 1) {
    if (isQuotedAt(sentence, end) || isMark(sentence, end, ',.:;–—!?')) break;
    if ((scan.tokens[end]?.start ?? 0) >= stop) break;
    if (end > first && words.particles.values.has(lowerAt(sentence, end))) break;
  }
  const start = scan.tokens[first]?.start ?? 0;
  const last = scan.tokens[end - 1];
  return last === undefined || end <= first ? null : clean(scan.text, { start, end: last.end });
}
