import type { Span } from '#core/article.ts';
import { calledThing, clean, contentAfter, contentBefore } from './content.ts';
import { cueOf, type Found, make, piecesOf, type Speaker, sameSpeaker, speechIn, tokenAt } from './found.ts';
import type { Spoken } from './meant-by.ts';
import { isPronoun } from './phrase-from.ts';
import { readAfter } from './read-after.ts';
import { isPersonNoun } from './role-beside.ts';
import { closeOf, isMark, isQuotedAt, isRelative, lowerAt, type Sentence } from './sentence.ts';
import { type Sides, sidesOf } from './sides-of.ts';
import { speakerAfter } from './speaker-after.ts';
import { type Verb, verbsOf } from './verbs-of.ts';
import { appositionOf } from './who-is.ts';

/** A beginning of more tokens is a sentence, and what follows its cue an aside. */
const BEGUN_TOKENS = 8;

const REST_TOKENS = 4;

/** The statements beside verbs of saying. `isJoined`: what is read is the rest of a sentence whose subject has spoken before. */
export function readVerbs(sentence: Sentence, index: number, spoken: readonly Spoken[], isJoined = false): Found[] {
  const { unit, words } = sentence;
  const found: Found[] = [];
  const verbs = verbsOf(sentence);
  let floor = unit.first;
  const closing = closingCue(sentence, verbs);
  for (const [k, verb] of verbs.entries()) {
    // What stands in somebody's statement is hers to tell: "… dass der Minister gesagt habe", "Er leugnet, sagt sein Anwalt".
    if (verb.at < floor || (closing !== null && verb.at < closing.at)) continue;
    // "Um assessor, que pediu para não ser identificado, | contou": an aside about who speaks.
    if (
      isRelative(sentence, verb.first - 1) &&
      verbs.slice(k + 1).some(({ first }) => isMark(sentence, first - 1, ','))
    )
      continue;
    const isDenial = words.denies.has(lowerAt(sentence, verb.at));
    const heard = [...spoken, ...found.flatMap(({ who }) => who ?? [])];
    const sides = sidesOf(sentence, verb, heard);
    const before = isSubjectBefore(sentence, sides, verbs) ? null : contentBefore(sentence, verb, floor);
    const speaker = before === null ? null : subjectBehind(sentence, sides, heard);
    if (before !== null && speaker !== null) {
      const isTurn = isSpokenLine(sentence, verb);
      const start = isTurn && floor === unit.first ? (sentence.turn ?? before.start) : before.start;
      const { pieces, isQuoted } = piecesOf(sentence, clean(sentence.scan.text, { ...before, start }) ?? before);
      const more = isQuoted
        ? speechIn(sentence, speaker.end).map(({ inner }) => inner)
        : isTurn
          ? []
          : restAfter(sentence, speaker.end, pieces[0], floor);
      const told = [...pieces, ...(verbs[k + 1] === undefined ? more : [])];
      found.push({
        statement: make(sentence, index, isQuoted ? 'quotation' : isTurn ? 'turn' : 'thought', {
          ...cueOf(sentence, verb),
          source: speaker.source,
          content: told,
        }),
        who: speaker.who,
      });
      floor = tokenAt(sentence, told.at(-1)?.end ?? 0, speaker.end);
      continue;
    }
    const one = readAfter(sentence, index, sides, { verbs, heard, isDenial, isJoined: isJoined || found.length > 0 });
    if (one === null) continue;
    found.push(one);
    floor = tokenAt(sentence, one.statement.content.at(-1)?.end ?? 0, verb.end);
  }
  return found.length > 0 ? found : readStray(sentence, index, verbs, spoken);
}

/** "El presidente, Tomás Ugalde, | dijo que": what ends at the comma before the verb is its subject, for content comes behind. */
function isSubjectBefore(sentence: Sentence, sides: Sides, verbs: readonly Verb[]): boolean {
  const { words, unit } = sentence;
  const { verb } = sides;
  if (!isMark(sentence, verb.first - 1, ',') || isQuotedAt(sentence, verb.first - 2)) return false;
  const phrase = sides.before();
  if (phrase === null) return false;
  if (sides.speaker(phrase).who.person !== null && !isPersonBehind(sentence, sides)) return true;
  if (words.calls.has(lowerAt(sentence, verb.at)) && calledThing(sentence, verb.end) !== null) return true;
  return (
    contentAfter(sentence, verb, verb.end, verbs) !== null ||
    (words.denies.has(lowerAt(sentence, verb.at)) && verb.end < unit.end - 1)
  );
}

/** "Carla Benetti, 66 ans, raconte | la rencontre": what stands behind the verb is told, and tells nothing. */
function isPersonBehind(sentence: Sentence, sides: Sides): boolean {
  const behind = sides.behind();
  if (behind === null) return false;
  return isPronoun(sentence, behind) || sides.speaker(behind).who.bearer.kind === 'person';
}

/** "I forni, precisa la manager, | resteranno accesi": a short beginning goes on behind its cue. */
function restAfter(sentence: Sentence, end: number, begun: Span | undefined, floor: number): Span[] {
  const { scan, unit, words, people } = sentence;
  if (begun === undefined || !isMark(sentence, end, ',') || unit.end - end < REST_TOKENS) return [];
  if (tokenAt(sentence, begun.end, floor) - floor > BEGUN_TOKENS) return [];
  const next = lowerAt(sentence, end + 1);
  const isMore =
    !words.ands.has(next) && !words.articles.has(next) && !words.connectors.has(next) && !words.relatives.has(next);
  if (!isMore || people.startingAt(end + 1) !== undefined || isPersonNoun(words, next)) return [];
  const rest = clean(scan.text, { start: scan.tokens[end]?.end ?? 0, end: closeOf(sentence) });
  return rest === null ? [] : [rest];
}

/** A cue that ends a sentence without marks has all of it: "…, sagt sein Anwalt." */
function closingCue(sentence: Sentence, verbs: readonly Verb[]): Verb | null {
  const { unit, turn, quotes } = sentence;
  const last = verbs.at(-1);
  if (last === undefined || verbs.length < 2 || (quotes.length > 0 && turn === null)) return null;
  const behind = isMark(sentence, last.first - 1, ',') ? speakerAfter(sentence, last) : null;
  if (behind === null) return null;
  const end = appositionOf(sentence, behind)?.end ?? behind.end;
  return end >= unit.end || isMark(sentence, end, '.') ? last : null;
}

/** "— Ninguém vai dormir na rua — | prometeu ele": between dashes; in the North, and where a dash opened it, at a comma. */
function isSpokenLine(sentence: Sentence, verb: Verb): boolean {
  const { unit } = sentence;
  if (sentence.turn !== null && sentence.turn < (sentence.scan.tokens[verb.at]?.start ?? 0))
    return isMark(sentence, verb.first - 1, ',–—!?');
  return isMark(sentence, unit.first, '—–') && isMark(sentence, verb.first - 1, '—–');
}

/** The speaker behind an inverted verb; in languages without need of a subject whoever spoke last. */
function subjectBehind(sentence: Sentence, sides: Sides, spoken: readonly Spoken[]): Speaker | null {
  const { verb } = sides;
  const phrase = sides.circle() ?? sides.behind();
  if (phrase !== null) {
    const isWeak = sentence.words.ambiguous.has(lowerAt(sentence, verb.at));
    const speaker = sides.speaker(phrase);
    const isBeside = isQuotedAt(sentence, verb.first - 1) || isQuotedAt(sentence, verb.first - 2);
    const isPlain = !sentence.words.particles.has(lowerAt(sentence, verb.at));
    return isWeak && isPlain && !isBeside && speaker.who.person === null && !isPronoun(sentence, phrase)
      ? null
      : speaker;
  }
  const isEnd =
    verb.end >= sentence.unit.end - 1 || isQuotedAt(sentence, verb.first - 1) || isMark(sentence, verb.first - 1, ',');
  return sentence.words.nullSubject && isEnd && isQuotedAt(sentence, verb.first - 2)
    ? sameSpeaker(sentence, verb, spoken)
    : null;
}

/** Quotations that no verb stands right beside: the sentence's only verb of saying with a speaker has them. */
function readStray(sentence: Sentence, index: number, verbs: readonly Verb[], spoken: readonly Spoken[]): Found[] {
  const { unit, words } = sentence;
  const speech = speechIn(sentence, unit.first);
  const verb = verbs.find(({ at }) => !words.ambiguous.has(lowerAt(sentence, at)));
  if (speech.length === 0 || verb === undefined) return [];
  const sides = sidesOf(sentence, verb, spoken);
  const phrase = sides.before() ?? sides.behind();
  const speaker = phrase === null ? null : sides.speaker(phrase);
  const content = speech.map(({ inner }) => inner);
  const statement = make(sentence, index, 'quotation', {
    ...cueOf(sentence, verb),
    source: speaker?.source ?? null,
    content,
  });
  return [{ statement, who: speaker?.who ?? null }];
}
