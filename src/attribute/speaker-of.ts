import { contains, type Span } from '#core/article.ts';
import { isAmbiguous } from './content-after-verb.ts';
import data from './data/said-other.json' with { type: 'json' };
import { speakerAfter, speakerBefore } from './find-speaker.ts';
import { isOutletName } from './is-outlet-name.ts';
import type { NameAt } from './names-in.ts';
import { type Gender, genderOf, isFirstName } from './noun-kind.ts';
import type { Scan, Unit } from './scan-article.ts';
import type { SourcePhrase } from './source-phrase.ts';

/** Where a speaker is looked for, and whom a pronoun there may mean. */
type Context = {
  readonly scan: Scan;
  readonly unit: Unit;
  readonly language: string;
  readonly names: readonly NameAt[];
  readonly pronouns: ReadonlySet<string>;
  /** The names before this unit, in order. */
  readonly people: readonly Span[];
  /** The source of the statement before. */
  readonly last: SourcePhrase | null;
};

const PERSONS: ReadonlySet<string> = new Set(data.persons);
const FEMININE: ReadonlySet<string> = new Set(data.pronouns.feminine);
const MASCULINE: ReadonlySet<string> = new Set(data.pronouns.masculine);
const DOCUMENTS: ReadonlySet<string> = new Set(data.documents);
const CIRCLES = new RegExp(`^(?:${data.circles.join('|')})(?:\\s|$)`, 'u');
/** A pronoun means nobody who was last named more than this many characters before. */
const PRONOUN_REACH = 900;

/** "Der Sprecher", "la ministre": a person, by what the phrase's words say. */
export function isPersonWord(words: string): boolean {
  return words
    .toLowerCase()
    .split(/[\s’']+/u)
    .slice(0, 3)
    .some((word) => PERSONS.has(word));
}

/** "Un rapport de l'agence", "eine Studie der Universität". */
export function isDocumentWord(words: string): boolean {
  return words
    .toLowerCase()
    .split(/[\s’']+/u)
    .slice(0, 2)
    .some((word) => DOCUMENTS.has(word));
}

/** "Kreisen des Ministeriums": people who are not named. */
export function isCircleOf(words: string): boolean {
  return CIRCLES.test(words);
}

/** Who speaks beside the verb at token `verb`; behind it first where `isInverted`. Null where the signs do not suffice. */
export function speakerOf(context: Context, verb: number, isInverted: boolean): SourcePhrase | null {
  const { scan, unit, language, names, pronouns } = context;
  const word = scan.tokens[verb]?.lower ?? '';
  if (word === 'hieß') return circleBefore(scan, unit, verb);
  const after = speakerAfter(scan, unit, verb, language, pronouns);
  const before = speakerBefore(scan, unit, verb, language, pronouns);
  const found = isInverted ? (after ?? before) : before;
  if (found === null) return null;
  const words = scan.text.slice(found.span.start, found.span.end);
  if (found.isPronoun) return pronounSource(context, found.span, words.toLowerCase().replace(/^.*[-‐]/, ''));
  const isPerson = ({ first, end }: NameAt) =>
    language !== 'de' || end - first === 1 || isFirstName(scan.tokens[first]?.text ?? '');
  const name =
    names.find((other) => contains(found.span, other.span) && isPerson(other)) ??
    // "Le directeur, Bernard Costes,"
    (isPersonWord(words) && scan.tokens[found.end]?.text === ','
      ? names.find((other) => other.first === found.end + 1)
      : undefined);
  const start = name === undefined ? '' : scan.text.slice(found.span.start, name.span.start);
  // "Le porte-parole de Marie Dupont" is not she.
  const isOwned = /(?:^|\s)(?:de|du|des|d’|del|della|di|do|da|von|van)\s?$/iu.test(start);
  // "Le syndicat Santé Unie": what a small noun tells of is a body, unless the noun or the name tells of a person.
  const isBody =
    /\p{Ll}{4}/u.test(start.replace(/^\p{L}+[’'\s]/u, '')) &&
    language !== 'de' &&
    !isPersonWord(start) &&
    !isFirstName(scan.tokens[name?.first ?? -1]?.text ?? '');
  if (name !== undefined && !isOwned && !isBody) return asWritten(name.span, 'subject');
  return isAmbiguous(word) ? null : asWritten(found.span, 'body');
}

function asWritten(span: Span, place: SourcePhrase['place']): SourcePhrase {
  return { span, apposition: null, antecedent: null, place };
}

/** "Aus Kreisen des Ministeriums | hieß es". */
function circleBefore(scan: Scan, unit: Unit, verb: number): SourcePhrase | null {
  const from = unit.first + 1;
  const first = scan.tokens[from];
  const last = scan.tokens[verb - 1];
  if (scan.tokens[unit.first]?.lower !== 'aus' || first === undefined || last === undefined || verb <= from)
    return null;
  return asWritten({ start: first.start, end: last.end }, 'body');
}

/** Whom "sie", "il" or "ella" means: the last source, or the person named last, of that gender. */
export function pronounSource(context: Context, span: Span, word: string): SourcePhrase | null {
  const { scan, last, people } = context;
  const gender: Gender | null = FEMININE.has(word) ? 'feminine' : MASCULINE.has(word) ? 'masculine' : null;
  if (gender === null) return null;
  const known = (place: Span) => genderOf(scan.text.slice(place.start, place.end).split(/\s/)[0]?.toLowerCase() ?? '');
  const means = (place: Span, kind: SourcePhrase['place']): SourcePhrase => ({
    span,
    apposition: null,
    antecedent: place,
    place: kind,
  });
  const origin = last?.antecedent ?? last?.span ?? null;
  const isOutlet = origin !== null && isOutletName(scan.text.slice(origin.start, origin.end));
  if (last !== null && origin !== null && !isOutlet && last.place !== 'body' && last.place !== 'genitive') {
    const its = known(origin);
    if ((its === null || its === gender) && span.start - last.span.start < PRONOUN_REACH)
      return means(origin, last.place);
  }
  const named = people.findLast((place) => known(place) === gender);
  return named !== undefined && span.start - named.end < PRONOUN_REACH ? means(named, 'subject') : null;
}
