import type { Span } from '#core/article.ts';
import { trimSpan } from '../trim-span.ts';
import { closeOf, isMark, isQuotedAt, lowerAt, type Sentence } from './sentence.ts';
import type { Verb } from './verbs-of.ts';

/** Content of fewer tokens is a phrase before a verb, not what somebody said. */
const SHORTEST = 3;
/** How far from its verb a "that", a colon or a German clause may begin, in tokens. */
const REACH = 14;
/** How far a German infinitive's "zu" may be, in tokens. */
const ZU_REACH = 18;
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

/** "…, pero | reconoció que", "…, maar | gaf toe dat". */
const BUT = /^(?:pero|mas|ma|mais|maar|aber|però|porém)$/;

export function isAnd(sentence: Sentence, i: number): boolean {
  return sentence.words.ands.has(lowerAt(sentence, i)) || BUT.test(lowerAt(sentence, i));
}

/** Where a second verb of saying begins behind an "and" ("… y anunció"): what it says is another statement. */
function nextVerb(sentence: Sentence, from: number, verbs: readonly Verb[]): number | null {
  for (const { first } of verbs) {
    if (first <= from) continue;
    if (isAnd(sentence, first - 1)) return sentence.scan.tokens[first - 1]?.start ?? null;
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
  const end = isComma
    ? (scan.tokens[edge]?.start ?? start)
    : (scan.quotes[scan.quoteAt[edge] ?? -1]?.outer.end ?? start);
  if (!isQuote && !isQuotedAt(sentence, edge - 1) && edge - from < SHORTEST) return null;
  // "Der Bund zeigte sich enttäuscht: | „…“, so der Sprecher".
  const last = scan.quotes[scan.quoteAt[isQuote ? edge : edge - 1] ?? -1];
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
    const elided = words.that.has('que') ? (/^qu[’'](?=\p{L})/u.exec(token.lower)?.[0].length ?? 0) : 0;
    // "La contratación de Brun, el delantero que más goles …": behind a noun it begins a relative clause.
    const isThat = elided > 0 || words.that.has(token.lower);
    if (isThat && !isMark(sentence, i - 1, ',') && hasObject(sentence, from, i)) return null;
    // "Sagte, dass", "dijo que", not "la ley que".
    if (isThat) return upTo(elided > 0 ? token.start + elided : token.end);
    if (words.language === 'de' && token.text === ',') {
      // "Wie die Polizei mitteilte, wurden zwei Männer verletzt".
      const isAside = lowerAt(sentence, unit.first) === 'wie' && i === verb.end;
      if (isAside || isClause(sentence, i + 1) || isZuClause(sentence, i + 1))
        return unit.end - i <= SHORTEST ? null : upTo(token.end);
    }
    if (i - from <= INFINITIVE_REACH && isInfinitive(sentence, i)) return upTo(token.start);
    if (i === from && words.language === 'nl' && isTeClause(sentence, i)) return upTo(token.start);
  }
  return null;
}

/** "…, sich bereichert zu haben": a German infinitive that ends its clause. */
function isZuClause(sentence: Sentence, first: number): boolean {
  if (NOT_CLAUSES.test(lowerAt(sentence, first))) return false;
  for (let i = first + 1; i < Math.min(sentence.unit.end, first + ZU_REACH); i += 1) {
    if (isMark(sentence, i, ',.'))
      return (
        /n$/u.test(lowerAt(sentence, i - 1)) &&
        (lowerAt(sentence, i - 2) === 'zu' || /zu\p{L}+n$/u.test(lowerAt(sentence, i - 1)))
      );
  }
  return false;
}

/** "Zegt | het besluit te begrijpen". */
function isTeClause({ scan, unit }: Sentence, first: number): boolean {
  return /\ste\s\p{L}+en\.?$/u.test(scan.text.slice(scan.tokens[first]?.start ?? 0, unit.span.end));
}

/** What somebody calls something, with what is called so: "nannte | die Anklage »dünn wie Löschpapier«". */
export function calledThing(sentence: Sentence, from: number): Span | null {
  const { scan, unit, words } = sentence;
  const start = scan.tokens[from]?.start ?? unit.span.end;
  // "Juge | que « … »" says it.
  if (words.that.has(lowerAt(sentence, from)) || /^qu’/.test(lowerAt(sentence, from))) return null;
  const content = clean(scan.text, { start, end: closeOf(sentence) });
  const isQuoting = sentence.quotes.some(({ outer }) => outer.start >= start && outer.end <= unit.span.end);
  return content !== null && isQuoting && content.end - content.start < LONGEST_NAMING ? content : null;
}

/** Whether a Romance verb has a thing as its object before token `end`: an article and a noun, behind no preposition. */
function hasObject(sentence: Sentence, from: number, end: number): boolean {
  const { words } = sentence;
  if (words.isGermanic) return false;
  for (let i = from; i < end - 1; i += 1) {
    const before = lowerAt(sentence, i - 1);
    if (isQuotedAt(sentence, i) || !words.articles.has(lowerAt(sentence, i))) continue;
    const isTold = i > from && (words.prepositions.has(before) || words.of.has(before) || words.times.has(before));
    if (!isTold && !words.times.has(lowerAt(sentence, i)) && !words.times.has(lowerAt(sentence, i + 1))) return true;
  }
  return false;
}

/** Behind a verb of saying: "affirme avoir vu", "aseguró haber", "ha detto di", "zegt te". */
function isInfinitive(sentence: Sentence, i: number): boolean {
  const lower = lowerAt(sentence, i);
  switch (sentence.words.language) {
    case 'fr':
      return (
        /^(?:avoir|être|ne|vouloir|pouvoir|craindre|attendre|souhaiter|n’avoir|n’être)$/.test(lower) ||
        (/^de$|^d’/.test(lower) && /(?:er|ir|re|oir)$/.test(lowerAt(sentence, i + 1)))
      );
    case 'es':
    case 'pt':
      return (
        /^(?:haber|ter|ser|estar|tener|no|não|querer|poder)$/.test(lower) &&
        /(?:r|do|to|so)$/.test(lower === 'no' || lower === 'não' ? lowerAt(sentence, i + 1) : lower)
      );
    case 'it':
      return (
        lower === 'di' &&
        /(?:re|rsi|rlo|rla|er)$/.test(lowerAt(sentence, lowerAt(sentence, i + 1) === 'non' ? i + 2 : i + 1))
      );
    case 'nl':
      return lower === 'te';
    default:
      return false;
  }
}

const NOT_CLAUSES = /^(?:um|ohne|wer|wo|wie|wenn|als|weil|während|nachdem|bevor|und|aber|sondern|deren|dessen|denen)$/;
/** Finite verbs of indirect speech and of plain speech that stand second in a German clause. */
const SECOND =
  /^(?:sei|seien|habe|haben|hätten?|werde|werden|würden?|könne|können|könnten?|müsse|müssen|müssten?|solle|sollen|sollten?|wolle|wollen|dürfe|dürfen|gebe|gehe|komme|stehe|bleibe|lasse|ist|sind|hat|war|waren|wird|kann|muss|will|brauche|wisse|halte|liege|fehle|mache|sehe|nehme)$/;
const VERB_REACH = 9;

/** Whether a German clause behind a comma says something: its verb stands second, or it is "… zu" with an infinitive. */
function isClause(sentence: Sentence, first: number): boolean {
  const { unit } = sentence;
  const opener = lowerAt(sentence, first);
  if (opener === '' || first >= unit.end || NOT_CLAUSES.test(opener)) return false;
  if (/^(?:dass|daß|ob)$/.test(opener)) return false;
  for (let i = first + 1; i < Math.min(unit.end - 1, first + VERB_REACH); i += 1) {
    if (isQuotedAt(sentence, i)) continue;
    if (isMark(sentence, i, ',')) return false;
    if (SECOND.test(lowerAt(sentence, i))) return !(isMark(sentence, i + 1, ',.') || i + 1 >= unit.end - 1);
  }
  return SECOND.test(opener);
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
    if (end > first && words.everyParticle.has(lowerAt(sentence, end))) break;
  }
  const start = scan.tokens[first]?.start ?? 0;
  const last = scan.tokens[end - 1];
  return last === undefined || end <= first ? null : clean(scan.text, { start, end: last.end });
}
