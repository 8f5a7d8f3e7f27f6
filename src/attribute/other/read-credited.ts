import type { Span } from '#core/article.ts';
import type { SourcePhrase } from '../clauses/source-phrase.ts';
import { swapped } from './as-written.ts';
import { clean } from './content.ts';
import { type Found, make, piecesOf, speakerOf } from './found.ts';
import { bearerOf, recent, type Spoken } from './meant-by.ts';
import { readCredit } from './read-credit.ts';
import { closeOf, printedText, type Sentence } from './sentence.ts';

export function readCredited(sentence: Sentence, index: number, spoken: readonly Spoken[]): Found | null {
  const credit = readCredit(sentence);
  if (credit === null) return null;
  const found = speakerOf(sentence, credit.source, spoken);
  if (found.who.bearer.kind === 'unstated') return null;
  // "Laut der Stadt", "nach Angaben der Stadt": die Stadt.
  const isOblique = found.who.person === null && credit.source.span.start > credit.cue.start;
  const bearer = isOblique
    ? { ...found.who.bearer, name: swapped(sentence.words.creditedNominative, found.who.bearer.name) }
    : found.who.bearer;
  const speaker = { ...found, source: { ...found.source, bearer }, who: { ...found.who, bearer } };
  const quoted = credit.content.map((span) => piecesOf(sentence, span));
  const isQuoted = quoted.every((one) => one.isQuoted);
  const statement = make(sentence, index, isQuoted ? 'quotation' : 'thought', {
    cue: credit.cue,
    verb: sentence.scan.text.slice(credit.cue.start, credit.cue.end).toLowerCase(),
    source: speaker.source,
    content: quoted.flatMap(({ pieces }) => pieces),
  });
  return { statement, who: speaker.who };
}

/** Whom a sentence begins with, where its own view stands in its middle. */
function ofSubject(sentence: Sentence, { start }: Span) {
  const { unit } = sentence;
  const [named] = sentence.people.within(unit.first, unit.end);
  return named !== undefined && named.first === unit.first && named.person.isSure && named.span.end < start
    ? { bearer: bearerOf(named.person, 0.9), person: named.person }
    : null;
}

/** "A su juicio, …", "seiner Ansicht nach": whoever was spoken of. */
export function readOwnView(sentence: Sentence, index: number, spoken: readonly Spoken[]): Found | null {
  const { scan, unit, words } = sentence;
  const text = printedText(sentence).toLowerCase();
  const phrase = words.ownView.find(
    (view) =>
      text.startsWith(`${view} `) ||
      text.startsWith(`${view},`) ||
      text.includes(`, ${view}`) ||
      // "Brandt erfuhr | nach eigenen Worten | erst am Samstag davon".
      (words.verbSecond && text.includes(` ${view} `)),
  );
  if (phrase === undefined) return null;
  const at = text.indexOf(phrase);
  const cue = { start: unit.span.start + at, end: unit.span.start + at + phrase.length };
  const content = [
    at < 2 ? null : clean(scan.text, { start: unit.span.start, end: cue.start }),
    clean(scan.text, { start: cue.end, end: closeOf(sentence) }),
  ].filter((span) => span !== null);
  const { bearer, person } = ofSubject(sentence, cue) ?? recent(sentence, cue, spoken);
  if (content.length === 0 || bearer.certainty < 0.5) return null;
  const source: SourcePhrase = { span: cue, apposition: null, antecedent: null, place: 'subject', bearer };
  return {
    statement: make(sentence, index, 'thought', { cue, verb: phrase, source, content }),
    who: { bearer, person, at: cue.start },
  };
}
