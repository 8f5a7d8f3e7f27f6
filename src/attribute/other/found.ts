import type { Span } from '#core/article.ts';
import type { SourcePhrase } from '../clauses/source-phrase.ts';
import type { Quote } from '../find-quotes.ts';
import type { Basis, Statement } from '../statement.ts';
import { recent, type Spoken } from './meant-by.ts';
import { outletsTold } from './outlet-told.ts';
import { isQuotedAt, lowerAt, type Phrase, type Sentence } from './sentence.ts';
import type { Verb } from './verbs-of.ts';
import { whoIs } from './who-is.ts';

/** A statement, and who spoke in it; null where it goes on from the one before. */
export type Found = { readonly statement: Statement; readonly who: Spoken | null };

/** Whom a sentence's verb has as its subject. */
export type Speaker = { readonly source: SourcePhrase; readonly who: Spoken; readonly end: number };

/** A shorter fragment in marks is a term as often as it is speech, in characters. */
const FRAGMENT_LENGTH = 16;

export function make(
  sentence: Sentence,
  index: number,
  basis: Basis,
  found: { cue: Span | null; verb: string | null; source: SourcePhrase | null; content: readonly Span[] },
): Statement {
  return {
    unit: index,
    basis,
    cue: found.cue,
    verb: found.verb,
    source: found.source,
    isCarried: found.cue === null,
    cited: null,
    addressee: null,
    outlets: outletsTold(sentence, found.content),
    content: found.content,
    stance: 'asserts',
    hedge: hedgeIn(sentence, found.content),
  };
}

/** "Angeblich", "aurait": the first word of doubt in a content's own words. */
function hedgeIn(sentence: Sentence, content: readonly Span[]): string | null {
  const { scan, unit, words } = sentence;
  for (let i = unit.first; i < unit.end; i += 1) {
    const token = scan.tokens[i];
    if (token === undefined || isQuotedAt(sentence, i) || !words.hedges.has(token.lower)) continue;
    if (content.some(({ start, end }) => start <= token.start && token.end <= end)) return token.lower;
  }
  return null;
}

/** Where a verb of saying stands with its group, and the verb itself. */
export function cueOf(sentence: Sentence, { first, at }: Verb): { readonly cue: Span; readonly verb: string } {
  const { tokens } = sentence.scan;
  return { cue: { start: tokens[first]?.start ?? 0, end: tokens[at]?.end ?? 0 }, verb: lowerAt(sentence, at) };
}

export function speakerOf(sentence: Sentence, phrase: Phrase, spoken: readonly Spoken[]): Speaker {
  const { bearer, person } = whoIs(sentence, phrase, spoken);
  return {
    source: { span: phrase.span, apposition: null, antecedent: null, place: 'subject', bearer },
    who: { bearer, person, at: phrase.span.start },
    end: phrase.end,
  };
}

/** A sentence without a subject: whoever spoke last. */
export function sameSpeaker(sentence: Sentence, verb: Verb, spoken: readonly Spoken[]): Speaker {
  const { cue: span } = cueOf(sentence, verb);
  const { bearer, person } = recent(sentence, span, spoken);
  return {
    source: { span, apposition: null, antecedent: null, place: 'subject', bearer },
    who: { bearer, person, at: span.start },
    end: verb.end,
  };
}

/** The words themselves of quotations that take all of a content; a content with other words stays as it is. */
export function piecesOf(sentence: Sentence, content: Span): { pieces: Span[]; isQuoted: boolean } {
  const quotes = sentence.quotes.filter(
    ({ outer }) => outer.start >= content.start && outer.end <= content.end && outer.end > content.start,
  );
  let rest = '';
  let at = content.start;
  for (const { outer } of quotes) {
    rest += sentence.scan.text.slice(at, outer.start);
    at = outer.end;
  }
  rest += sentence.scan.text.slice(at, content.end);
  return quotes.length > 0 && !/[\p{L}\p{N}]/u.test(rest)
    ? { pieces: quotes.map(({ inner }) => inner), isQuoted: true }
    : { pieces: [content], isQuoted: false };
}

/** Quotations of a sentence that are somebody's words. */
export function speechIn({ scan, unit, quotes }: Sentence, from: number): readonly Quote[] {
  const start = scan.tokens[from]?.start ?? unit.span.end;
  return quotes.filter(
    ({ outer, inner, shape }) =>
      outer.start >= start &&
      (shape === 'utterance' || (shape === 'fragment' && inner.end - inner.start >= FRAGMENT_LENGTH)),
  );
}

/** The first token at or behind an offset, and not before token `least`. */
export function tokenAt({ scan, unit }: Sentence, offset: number, least: number): number {
  let i = least;
  while (i < unit.end && (scan.tokens[i]?.start ?? 0) < offset) i += 1;
  return i;
}
