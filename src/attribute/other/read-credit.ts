import type { Span } from '#core/article.ts';
import { bareWord, isElided } from './bare-word.ts';
import { clean } from './content.ts';
import { isDefiniteNoun } from './is-definite-noun.ts';
import { PARTICLE } from './name-run.ts';
import { isPersonNoun } from './role-beside.ts';
import { closeOf, isMark, isQuotedAt, lowerAt, type Phrase, phraseOf, type Sentence } from './sentence.ts';
import { appositionOf } from './who-is.ts';

/** "Selon la préfecture, …": the phrase that credits, whom it credits, and with what. */
type Credit = { readonly cue: Span; readonly source: Phrase; readonly content: readonly Span[] };

/** Whoever is credited has few words: "la préfecture de police". In tokens. */
const LONGEST_SOURCE = 16;
const isHighAt = (sentence: Sentence, i: number): boolean =>
  /^\p{Lu}/u.test(sentence.scan.tokens[i]?.text ?? '') && !isQuotedAt(sentence, i);

/** Where the source that begins with token `from` ends; `from` where it cannot be told from the rest of the sentence. */
function sourceEnd(sentence: Sentence, from: number): number {
  const { scan, unit, words } = sentence;
  const { tokens } = scan;
  const limit = Math.min(unit.end, from + LONGEST_SOURCE + 1);
  const isHigh = (i: number) => isHighAt(sentence, i);
  let end = from;
  if (words.highNouns) {
    while (end < limit && !isHigh(end) && tokens[end]?.tag !== 'PUNCT' && !words.finite.has(lowerAt(sentence, end)))
      end += 1;
    if (!isHigh(end)) return from;
    const goesOn = (i: number) =>
      isHigh(i) ||
      (words.of.has(lowerAt(sentence, i)) &&
        (isHigh(i + 1) || (words.articles.has(lowerAt(sentence, i + 1)) && isHigh(i + 2)))) ||
      (words.articles.has(lowerAt(sentence, i)) && words.of.has(lowerAt(sentence, i - 1)) && isHigh(i + 1)) ||
      (/^[-‐]$/.test(tokens[i]?.text ?? '') && isHigh(i + 1));
    while (end < limit && goesOn(end)) end += 1;
    // "Laut einem Bericht des „Ellinger Tagblatts“", "laut dem Magazin „Strafraum“".
    const isOfQuote = words.of.has(lowerAt(sentence, end)) && isQuotedAt(sentence, end + 1);
    const q = scan.quoteAt[isOfQuote ? end + 1 : end] ?? -1;
    if (isOfQuote || (q >= 0 && scan.quotes[q]?.shape === 'term' && words.media.has(lowerAt(sentence, end - 1)))) {
      if (isOfQuote) end += 1;
      while (end < unit.end && scan.quoteAt[end] === q) end += 1;
    }
    return end;
  }
  // "Volgens Koen Maertens van de bond wist …": in Dutch a name ends with its capitals and what it is of.
  if (words.verbSecond && isHigh(from)) {
    const goesOn = (i: number) =>
      isHigh(i) ||
      ((words.of.has(lowerAt(sentence, i)) ||
        words.definite.has(lowerAt(sentence, i)) ||
        PARTICLE.has(lowerAt(sentence, i)) ||
        /^[-‐]$/.test(lowerAt(sentence, i))) &&
        [1, 2, 3].some((on) => isHigh(i + on)));
    while (end < limit && goesOn(end)) end += 1;
    return end;
  }
  // "Secondo Frilli la riparazione …": a person's name ends by itself.
  const name = sentence.people.startingAt(from);
  if (
    name?.person.isSure === true &&
    /^\p{L}/u.test(tokens[name.end]?.text ?? '') &&
    !words.of.has(lowerAt(sentence, name.end))
  )
    return name.end;
  // A comma or the sentence's end closes the phrase; in Dutch the verb does too.
  for (; end < limit; end += 1) {
    const token = tokens[end];
    if (token === undefined || isQuotedAt(sentence, end)) return words.verbSecond ? from : Math.max(end, from);
    if (
      token.tag === 'PUNCT' &&
      !/^[-‐’'&]$/.test(token.text) &&
      !(token.text === '.' && (tokens[end - 1]?.text.length ?? 9) <= 2)
    )
      return /^[,()–—;]$/.test(token.text) ||
        (token.text === '.' && (!words.verbSecond || end - from <= 2 || isHigh(from)))
        ? end
        : from;
    if (words.verbSecond && end > from && words.finite.has(token.lower)) return end;
    if (isWholeDefinite(sentence, from, end)) return end;
    // "Enligt uppgifter till Kusten Nu | förhandlar": behind a name stands the verb.
    if (words.verbSecond && end > from && isHigh(end - 1) && /^\p{Ll}/u.test(token.text) && !words.of.has(token.lower))
      return end;
    if (end > from && words.that.has(token.lower)) return end;
  }
  const isShort = !words.verbSecond || end - from <= 2 || isHigh(from);
  return end === unit.end && isShort ? end : from;
}

/** "Enligt åklagaren | gick", "enligt studien | beror": a noun that is definite by its ending closes a phrase, unless something is of it. */
function isWholeDefinite(sentence: Sentence, from: number, end: number): boolean {
  const { words } = sentence;
  const last = lowerAt(sentence, end - 1);
  return end > from && isDefiniteNoun(words, last) && !words.of.has(lowerAt(sentence, end)) && !isHighAt(sentence, end);
}

/**
 * Who is credited with a sentence by "laut", "selon", "según", "volgens", "zufolge" and the like. Null where the credit's borders
 * cannot be told. Linear in the sentence's length.
 */
export function readCredit(sentence: Sentence): Credit | null {
  const { scan, unit, words } = sentence;
  const { text, tokens } = scan;
  for (let i = unit.first; i < unit.end; i += 1) {
    const start = tokens[i]?.start ?? 0;
    if (isQuotedAt(sentence, i)) continue;
    if (words.accordingToBehind.has(lowerAt(sentence, i))) {
      const found = creditBehind(sentence, i);
      if (found !== null) return found;
      continue;
    }
    const isFront = i === unit.first || (i === unit.first + 1 && words.connectors.has(lowerAt(sentence, unit.first)));
    // Romance "secondo" and "según" are also "second" and "depending on": only at a clause's border do they credit.
    if (!(isFront || words.verbSecond || isMark(sentence, i - 1, ',–—(') || isQuotedAt(sentence, i - 1))) continue;
    const phrase = words.accordingTo.find(
      (credit) =>
        text
          .slice(start, start + credit.length)
          .toLowerCase()
          .replaceAll("'", '’') === credit,
    );
    if (phrase === undefined || /[\p{L}]/u.test(text.charAt(start + phrase.length))) continue;
    let from = i;
    while (from < unit.end && (tokens[from]?.start ?? 0) < start + phrase.length) from += 1;
    const first = tokens[from];
    if (first === undefined || from >= unit.end) return null;
    const isPronoun =
      words.pronouns.feminine.has(first.lower) ||
      words.pronouns.masculine.has(first.lower) ||
      words.obliquePronouns.feminine.has(first.lower) ||
      words.obliquePronouns.masculine.has(first.lower);
    if (isPronoun && !words.verbSecond && !/^[,.]$/.test(tokens[from + 1]?.text ?? ',')) return null;
    const isBody =
      /^\p{Lu}/u.test(first.text) ||
      words.articles.has(first.lower) ||
      isElided(words.elidedArticles, first.lower) ||
      isElided(words.elidedOf, first.lower) ||
      isPersonNoun(words, bareWord(words, first.lower)) ||
      words.groups.has(first.lower) ||
      words.documents.has(first.lower);
    if (!isBody && !isPronoun && !words.verbSecond) continue;
    // "Para el verano", "per l'estate", "pour la mairie": only whom a person's or a body's name tells speaks there.
    if (words.onlyPeople.has(phrase) && !mayThink(sentence, from)) continue;
    const end = isPronoun ? from + 1 : sourceEnd(sentence, from);
    const source = phraseOf(sentence, from, end);
    if (source === null) continue;
    // "Selon son chef de file, Marc Peyrolle, …".
    const apposed = appositionOf(sentence, source);
    const close = closeOf(sentence);
    // "Selon X, qui dirige le club, le stade …": the aside belongs to the source.
    const behind = asideEnd(sentence, apposed === null ? end : apposed.end);
    const left = isFront ? null : clean(text, { start: unit.span.start, end: start });
    const right = behind >= close ? null : clean(text, { start: behindConnector(sentence, behind), end: close });
    const content = [left, right].filter((span) => span !== null);
    const cue = { start, end: start + phrase.length };
    if (content.length > 0) return { cue, source, content };
  }
  return null;
}

/** "Secondo la radio, però, …", "volgens Haanstra (Dorpsbelang) is …": a word of connection or a party is no part of what is said. */
function behindConnector({ scan, unit, words }: Sentence, at: number): number {
  let i = unit.first;
  while (i < unit.end && ((scan.tokens[i]?.start ?? 0) < at || scan.tokens[i]?.text === ',')) i += 1;
  if (scan.tokens[i]?.text === '(') {
    while (i < unit.end && scan.tokens[i]?.text !== ')') i += 1;
    return scan.tokens[i]?.end ?? at;
  }
  const isOne = i < unit.end && words.connectors.has(scan.tokens[i]?.lower ?? '') && scan.tokens[i + 1]?.text === ',';
  return isOne ? (scan.tokens[i + 1]?.end ?? at) : at;
}

/** "Per il sindaco, …": only a name of a person or what a person is. */
function mayThink(sentence: Sentence, from: number): boolean {
  const at = sentence.words.articles.has(lowerAt(sentence, from)) ? from + 1 : from;
  return (
    isPersonNoun(sentence.words, bareWord(sentence.words, lowerAt(sentence, at))) ||
    sentence.people.startingAt(at)?.person.isSure === true
  );
}

/** Where the content begins behind a source: after its relative clause or participle, if a comma closes that. */
function asideEnd(sentence: Sentence, end: number): number {
  const { scan, unit, words } = sentence;
  const at = scan.tokens[end - 1]?.end ?? 0;
  if (!isMark(sentence, end, ',')) return at;
  const opener = lowerAt(sentence, end + 1);
  const isAside = words.asideOpeners.has(opener) || isElided(words.elidedOf, opener);
  if (!isAside) return at;
  for (let i = end + 1; i < unit.end; i += 1) if (isMark(sentence, i, ',')) return scan.tokens[i]?.end ?? at;
  return at;
}

/** "Dem Bericht | zufolge", "Polizeiangaben zufolge". */
function creditBehind(sentence: Sentence, at: number): Credit | null {
  const { scan, unit, words } = sentence;
  let first = at;
  while (
    first > unit.first &&
    !isMark(sentence, first - 1, ',:;–—') &&
    !isQuotedAt(sentence, first - 1) &&
    at - first < 8
  ) {
    if (words.finite.has(lowerAt(sentence, first - 1))) break;
    first -= 1;
  }
  while (
    first < at &&
    (words.connectors.has(lowerAt(sentence, first)) ||
      words.times.has(lowerAt(sentence, first)) ||
      words.notSources.has(lowerAt(sentence, first)))
  )
    first += 1;
  const whole = phraseOf(sentence, first, at);
  const cue = scan.tokens[at];
  if (whole === null || cue === undefined) return null;
  // "Gerüchten zufolge": nobody.
  if (words.hearsay.includes(scan.text.slice(whole.span.start, cue.end).toLowerCase())) return null;
  // "Polizeiangaben zufolge": the police.
  const name = scan.text.slice(whole.span.start, whole.span.end);
  const given =
    words.sourceTail.map((pattern) => pattern.exec(name)?.[0].length ?? 0).find((length) => length > 0) ?? 0;
  const source = { ...whole, span: { start: whole.span.start, end: whole.span.end - given } };
  const left = first === unit.first ? null : clean(scan.text, { start: unit.span.start, end: source.span.start });
  const right = cue.end >= closeOf(sentence) ? null : clean(scan.text, { start: cue.end, end: closeOf(sentence) });
  const content = [left, right].filter((span) => span !== null);
  return content.length === 0 ? null : { cue: { start: cue.start, end: cue.end }, source, content };
}
