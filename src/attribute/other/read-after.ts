import type { Span } from '#core/article.ts';
import type { Basis } from '../statement.ts';
import { calledThing, clean, contentAfter, deniedThing, isAnd } from './content.ts';
import { cueOf, type Found, make, piecesOf, sameSpeaker, speechIn, tokenAt } from './found.ts';
import type { Spoken } from './meant-by.ts';
import { isPronoun, pronounAt } from './phrase-from.ts';
import { closeOf, isMark, isQuotedAt, lowerAt, type Phrase, phraseOf, type Sentence } from './sentence.ts';
import type { Sides } from './sides-of.ts';
import { openingPhrase } from './speaker-before.ts';
import type { Verb } from './verbs-of.ts';

type Around = {
  readonly verbs: readonly Verb[];
  readonly heard: readonly Spoken[];
  readonly isDenial: boolean;
  /** Another statement stands before it in the sentence. */
  readonly isJoined: boolean;
};

/** A statement whose content stands behind its verb. */
export function readAfter(sentence: Sentence, index: number, sides: Sides, around: Around): Found | null {
  const { scan, words } = sentence;
  const { verb } = sides;
  const circle = sides.circle();
  const object = circle === null ? objectBefore(sentence, sides) : null;
  const before = object === null ? (circle ?? sides.before()) : null;
  const behind = before === null && !isClauseInner(sentence, verb) ? sides.behind() : null;
  const phrase = before ?? behind;
  const from = Math.max(verb.end, behind?.end ?? 0);
  // "Stod det klart att": without a source behind it, nobody's.
  if (circle === null && words.impersonal.has(lowerAt(sentence, verb.at))) return null;
  const clause = contentAfter(sentence, verb, from, around.verbs);
  const isWeak = words.ambiguous.has(lowerAt(sentence, verb.at)) && !words.particles.has(lowerAt(sentence, verb.at));
  // "Calificó de | «…»": what is called so stands beside it.
  if (words.calls.has(lowerAt(sentence, verb.at)) && phrase === null) return null;
  const speaker =
    phrase !== null
      ? sides.speaker(phrase)
      : around.isJoined && (isAnd(sentence, verb.first - 1) || verb.first === sentence.unit.first)
        ? sameSpeaker(sentence, verb, around.heard)
        : words.nullSubject && clause !== null && opensClause(sentence, verb)
          ? sameSpeaker(sentence, verb, around.heard)
          : null;
  if (speaker === null) return null;
  const told = (basis: Basis, content: readonly Span[], isDenial: boolean): Found => {
    const statement = make(sentence, index, basis, {
      ...cueOf(sentence, verb),
      source: speaker.source,
      content,
    });
    return { statement: isDenial ? { ...statement, stance: 'denies' } : statement, who: speaker.who };
  };
  if (words.calls.has(lowerAt(sentence, verb.at))) {
    const thing = calledThing(sentence, from);
    if (thing !== null) return told('thought', object === null ? [thing] : [object.span, thing], false);
  }
  // "Hun advarer mod at glæde sig: | – Kometer er som katte."
  if (sentence.turn !== null && sentence.turn > (scan.tokens[verb.at]?.start ?? 0)) {
    const line = clean(scan.text, { start: sentence.turn, end: closeOf(sentence) });
    if (line !== null) return told('turn', [line], false);
  }
  if (clause !== null) {
    const { pieces, isQuoted } = piecesOf(sentence, clause);
    const isKnown =
      speaker.who.person !== null ||
      (phrase !== null && isPronoun(sentence, phrase)) ||
      speaker.who.bearer.kind === 'person';
    const opensQuote = sentence.quotes.some(({ outer }) => outer.start === clause.start);
    if (
      isWeak &&
      !isKnown &&
      !isQuoted &&
      !opensQuote &&
      !words.that.has(lowerAt(sentence, tokenAt(sentence, clause.start, verb.end) - 1))
    )
      return null;
    // Who denies in quotation marks, or behind a colon, says what stands there.
    const isThing = around.isDenial && scan.text.charAt(lastMark(scan.text, clause.start)) !== ':';
    return told(isQuoted ? 'quotation' : 'thought', pieces, isThing && !isQuoted);
  }
  if (around.isDenial) {
    const clitic = words.clitics.has(lowerAt(sentence, verb.first - 1))
      ? (phraseOf(sentence, verb.first - 1, verb.first)?.span ?? null)
      : null;
    const thing = deniedThing(sentence, verb.end, behind?.end ?? verb.end, around.verbs) ?? clitic;
    return thing === null ? null : told('thought', [thing], true);
  }
  const thing = toldThing(sentence, verb, from, around.verbs);
  if (thing !== null && speechIn(sentence, verb.end).length === 0) return told('thought', [thing], false);
  const speech = speechIn(sentence, from);
  const isSpokenOf = words.speaks.has(lowerAt(sentence, verb.at)) && speaker.who.bearer.kind === 'person';
  return speech.length > 0 && (!isWeak || isSpokenOf)
    ? told(
        'quotation',
        speech.map(({ inner }) => inner),
        false,
      )
    : null;
}

/** "Das Angebot | bezeichnete sie als …": where the verb stands second, what is before it and a pronoun behind it, what is called. */
function objectBefore(sentence: Sentence, sides: Sides): Phrase | null {
  const { words } = sentence;
  const { verb } = sides;
  if (!words.verbSecond || !words.calls.has(lowerAt(sentence, verb.at)) || pronounAt(sentence, verb.end) === null)
    return null;
  const before = sides.before();
  if (before === null || isPronoun(sentence, before)) return null;
  const { bearer, person } = sides.speaker(before).who;
  return person === null && bearer.kind !== 'person' ? before : null;
}

/** "A promis | un relogement dès mercredi": a thing behind such a verb is what was told, where an article or a number opens it. */
function toldThing(sentence: Sentence, verb: Verb, from: number, verbs: readonly Verb[]): Span | null {
  const { words } = sentence;
  if (!words.tellsThings.has(lowerAt(sentence, verb.at))) return null;
  const thing = deniedThing(sentence, verb.end, from, verbs);
  if (thing === null) return null;
  const first = tokenAt(sentence, thing.start, verb.end);
  const opener = lowerAt(sentence, first);
  if (!words.articles.has(opener) && !/^\d/.test(opener)) return null;
  // "La venta de Bruno Sosa, | el delantero que …": who or what that is belongs to it.
  const end = tokenAt(sentence, thing.end, first);
  const isApposed = isMark(sentence, end, ',') && words.definite.has(lowerAt(sentence, end + 1));
  return isApposed && verbs.at(-1) === verb ? { start: thing.start, end: closeOf(sentence) } : thing;
}

/** The last character before an offset that is no space. */
function lastMark(text: string, offset: number): number {
  let at = offset - 1;
  while (at > 0 && /[\s„“"«»‘’]/.test(text.charAt(at))) at -= 1;
  return at;
}

/** Whether a verb stands at its clause's beginning, behind small words at most: "Añadió que", "Ha poi spiegato che". */
export function opensClause(sentence: Sentence, verb: Verb): boolean {
  const { unit, words } = sentence;
  let i = unit.first;
  while (
    i < verb.first &&
    (words.times.has(lowerAt(sentence, i)) || words.connectors.has(lowerAt(sentence, i)) || isMark(sentence, i, ','))
  )
    i += 1;
  // "Preguntado por el futuro, | respondió que".
  const isBehindAside = isMark(sentence, verb.first - 1, ',') && openingPhrase(sentence, verb.first) === null;
  return i >= verb.first || verb.first - unit.first <= 1 || isBehindAside;
}

/** Verbs at the end of a clause, as in German, have their subject before them. */
function isClauseInner(sentence: Sentence, verb: Verb): boolean {
  return (
    sentence.words.verbLast &&
    isMark(sentence, verb.end, ',.') &&
    verb.first - sentence.unit.first > 1 &&
    !isQuotedAt(sentence, verb.first - 1) &&
    !isMark(sentence, verb.first - 1, ',')
  );
}
