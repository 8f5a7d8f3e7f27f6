import type { Span } from '#core/article.ts';
import words from './data/credits-other.json' with { type: 'json' };
import type { Scan, Unit } from './scan-article.ts';
import { trimSpan } from './trim-span.ts';

/** "Selon la préfecture, …": the phrase that credits, whom it credits, and with what. */
type Credit = {
  readonly cue: Span;
  readonly source: Span;
  readonly content: readonly Span[];
  readonly isPronoun: boolean;
};

/** Whoever is credited has few words: "la préfecture de police". In tokens. */
const LONGEST_SOURCE = 16;
const NOBODY: ReadonlySet<string> = new Set(words.nobody);
const FINITE: ReadonlySet<string> = new Set(words.dutchVerbs);
const ARTICLES: ReadonlySet<string> = new Set(words.articles);
const GENITIVES: ReadonlySet<string> = new Set(words.germanGenitives);

/** Where the source that begins with token `from` ends; `from` where none can be told from the rest of the sentence. */
function sourceEnd(scan: Scan, unit: Unit, from: number, language: string): number {
  const { tokens, quoteAt } = scan;
  const limit = Math.min(unit.end, from + LONGEST_SOURCE + 1);
  const isHigh = (i: number) => /^\p{Lu}/u.test(tokens[i]?.text ?? '');
  let end = from;
  if (language === 'de') {
    while (end < limit && !isHigh(end) && tokens[end]?.tag !== 'PUNCT') end += 1;
    if (!isHigh(end)) return from;
    while (end < limit && (isHigh(end) || (GENITIVES.has(tokens[end]?.lower ?? '') && isHigh(end + 1)))) end += 1;
    // "Laut einem Bericht des „Ellinger Tagblatts“"
    const q = quoteAt[end + 1] ?? -1;
    if (GENITIVES.has(tokens[end]?.lower ?? '') && q >= 0) {
      end += 1;
      while (end < unit.end && quoteAt[end] === q) end += 1;
    }
    return end;
  }
  // A comma or the sentence's end closes the phrase; in Dutch the verb does too.
  for (; end < limit; end += 1) {
    const token = tokens[end];
    if (token === undefined || (quoteAt[end] ?? -1) >= 0) return from;
    if (token.tag === 'PUNCT' && !/^[-‐’']$/.test(token.text))
      return token.text === ',' || (/^[.،]$/.test(token.text) && (language !== 'nl' || end - from <= 2)) ? end : from;
    if (language === 'nl' && FINITE.has(token.lower)) return end;
  }
  // "Is volgens de gemeente veilig": in Dutch what comes after the body may not be part of it.
  const isShort = language !== 'nl' || end - from <= 2;
  return end === unit.end && isShort ? end : from;
}

/**
 * Who is credited with a sentence by "laut", "selon", "según", "volgens" and the like: a name or a body as written. Null where
 * the credit's borders cannot be told. Linear in the sentence's length.
 */
export function readCredit(scan: Scan, unit: Unit, language: string, phrases: readonly string[]): Credit | null {
  const { text, tokens, quoteAt } = scan;
  for (let i = unit.first; i < unit.end; i += 1) {
    const start = tokens[i]?.start ?? 0;
    const isFront = i === unit.first;
    // Romance "secondo" and "según" are also "second" and "depending on": only at a clause's border do they credit.
    if ((quoteAt[i] ?? -1) >= 0 || !(isFront || language === 'de' || language === 'nl' || tokens[i - 1]?.text === ','))
      continue;
    const phrase = phrases.find(
      (words) => text.slice(start, start + words.length).toLowerCase() === words.toLowerCase(),
    );
    if (phrase === undefined) continue;
    let from = i;
    while (from < unit.end && (tokens[from]?.start ?? 0) < start + phrase.length) from += 1;
    const first = tokens[from];
    if (first === undefined || text.charAt(start + phrase.length) !== ' ') return null;
    // "Selon elle,": somebody who was named before.
    const isPronoun = NOBODY.has(first.lower);
    const behind = tokens[from + 1];
    if (isPronoun && behind !== undefined && from + 1 < unit.end && !/^[,.]$/.test(behind.text)) return null;
    const isBody = /^\p{Lu}/u.test(first.text) || ARTICLES.has(first.lower) || /^l[’']/.test(first.lower);
    if (!isBody && !isPronoun && language !== 'de' && language !== 'nl') return null;
    const end = isPronoun ? from + 1 : sourceEnd(scan, unit, from, language);
    const last = tokens[end - 1];
    if (end === from || last === undefined) return null;
    const close = /[.!?]$/.test(text.slice(unit.span.start, unit.span.end)) ? unit.span.end - 1 : unit.span.end;
    const left = isFront ? null : clean(text, { start: unit.span.start, end: start });
    const right = last.end >= close ? null : clean(text, { start: last.end, end: close });
    const content = [left, right].filter((span) => span !== null);
    const cue = { start, end: start + phrase.length };
    return content.length === 0 ? null : { cue, source: { start: first.start, end: last.end }, content, isPronoun };
  }
  return null;
}

/** Without the commas at its ends. */
function clean(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && /[\s,]/.test(text.charAt(start))) start += 1;
  while (end > start && /[\s,]/.test(text.charAt(end - 1))) end -= 1;
  return trimSpan(text, { start, end });
}
