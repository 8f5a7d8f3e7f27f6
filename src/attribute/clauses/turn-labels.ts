import type { Span } from '#core/article.ts';
import { once } from '#core/once.ts';
import type { Scan } from '../scan-article.ts';
import { isFirstName, isTitle, nounKind } from '../sources/noun-kind.ts';
import { plainWord } from '../sources/split-titles.ts';
import { announcesInterview } from './interview-lines.ts';

/** "VOSS:", "Q12 Chair:", "ANA RUIZ, BYLINE:", "HOLM (on camera):"; the name, and what a transcript says that it is. */
const LABEL =
  /^(?:Q\d+\s)?([\p{Lu}][\p{L}.’'-]{1,24}(?:\s[\p{Lu}][\p{L}.’'-]{0,24}){0,3})(,\s[\p{Lu}\d][\p{Lu}\d .&’'-]{2,60})?(?:\s\([^()\n]{2,30}\))?\s?:\s/u;
const NOT_PEOPLE =
  /^(?:Q|A|Host|Interviewer|Moderator|Question|Answer|Note|Update|Correction|Photo|Video|Read|Source|Editor|By|PS|NB|Also|Unidentified)\b/i;
/** Who leads through a broadcast tells its story, and is no source of it. */
const NARRATES = /\b(?:BYLINE|HOST|ANCHOR|CORRESPONDENT|REPORTER|MODERATOR)\b/;
/** A turn is what somebody says, in sentences; "CEO: Ana Ruiz" and "Price: 20 crowns" are none. */
const SENTENCE_ENDS = /[.!?…—–-]["”’'»)\]]*$/u;
/** A label is a speaker's when it opens at least this many paragraphs, or one between two turns. */
export const TURNS_AT_LEAST = 2;
/** How much of a paragraph is read for a label, in characters. */
const READ_AT_MOST = 220;

/** A label at the front of a paragraph. */
type Label = {
  readonly span: Span;
  readonly name: string;
  readonly surname: string;
  /** Of its paragraph. */
  readonly at: number;
  readonly colon: number;
  readonly narrates: boolean;
  readonly isSentence: boolean;
  readonly isQuestion: boolean;
};

/** Whose turn a paragraph is: where the name stands and the colon behind it; whether its speaker does nothing but ask. */
export type Turn = { readonly speaker: Span; readonly colon: number; readonly asks: boolean };

function labelOf(text: string, paragraph: Span, at: number): Label | null {
  const match = LABEL.exec(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + READ_AT_MOST)));
  const name = match?.[1];
  if (match === null || name === undefined) return null;
  const start = paragraph.start + match[0].indexOf(name);
  const colon = paragraph.start + match[0].lastIndexOf(':');
  const narrates = NOT_PEOPLE.test(name) || NARRATES.test(match[2] ?? '');
  return {
    span: { start, end: start + name.length },
    name: plainWord(name),
    surname: plainWord(name.split(' ').at(-1) ?? name),
    at,
    colon,
    narrates,
    isSentence: SENTENCE_ENDS.test(text.slice(paragraph.end - 4, paragraph.end)),
    isQuestion: /\?["”’'»]?$/u.test(text.slice(paragraph.end - 2, paragraph.end)),
  };
}

/** So many places of a word are enough to find a name in the running text; more would let a hostile text take its time. */
const MOST_PLACES = 30;

/** Where each capitalised word stands in the running text, by the word in small letters. */
function placesOf({ tokens }: Scan): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [i, token] of tokens.entries()) {
    if (!/^\p{Lu}/u.test(token.text)) continue;
    const list = places.get(token.lower);
    if (list === undefined) places.set(token.lower, [i]);
    else if (list.length < MOST_PLACES) list.push(i);
  }
  return places;
}

/** Tells whether a label may be somebody's: a title, a role, a first name, or words that the running text has as a name too. */
function somebodyFinder(scan: Scan): (label: Label) => boolean {
  const { text, tokens } = scan;
  const places = once(() => placesOf(scan));
  const isPerson = (word: string) =>
    isTitle(word) ||
    nounKind(plainWord(word)) === 'person' ||
    isFirstName(word.charAt(0).toUpperCase() + word.slice(1));
  return ({ span }) => {
    const lower = text.slice(span.start, span.end).toLowerCase().split(' ');
    if (lower.some(isPerson)) return true;
    return (places().get(lower[0] ?? '') ?? []).some(
      (i) =>
        lower.every((part, k) => tokens[i + k]?.lower === part) &&
        !/^[:,]$/.test(tokens[i + lower.length]?.text ?? ':'),
    );
  };
}

/** The labels of one speaker: "ANA RUIZ" and, where only one is called so, "RUIZ". */
function bySpeaker(labels: readonly (Label | null)[]): Label[][] {
  const all = labels.filter((label) => label !== null);
  return [...Map.groupBy(all, ({ surname }) => surname).values()].flatMap((same) => {
    const names = new Set(same.map(({ name }) => name).filter((name) => name.includes(' ')));
    return names.size < 2 ? [same] : [...Map.groupBy(same, ({ name }) => name).values()];
  });
}

/** "TW" of "Tom Wick". */
function initialsOf(name: string): string {
  return name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');
}

/**
 * The labels of whoever only asks, at least twice, in an interview of two: he puts words to somebody, and states nothing. In a court or before
 * a panel it is told what was asked, and by whom.
 */
function askersAmong({ text, article }: Scan, labels: readonly Label[]): ReadonlySet<Label> {
  const whole = new Map(labels.filter(({ name }) => name.includes(' ')).map(({ name }) => [initialsOf(name), name]));
  const groups = [...Map.groupBy(labels, ({ name }) => whole.get(name) ?? name).values()];
  const intro = text.slice(0, Math.min(...labels.map(({ span }) => span.start)));
  if (groups.length !== TURNS_AT_LEAST || !announcesInterview(`${article.title} ${intro}`)) return new Set();
  return new Set(
    groups.filter((same) => same.length >= TURNS_AT_LEAST && same.every(({ isQuestion }) => isQuestion)).flat(),
  );
}

/**
 * The paragraphs that are a turn of a printed conversation, by their index. A fact sheet has labels too: only what names somebody,
 * stands before sentences and comes again (or stands between two turns) is a speaker's. Who leads through the conversation has none.
 */
export function findTurns(scan: Scan): ReadonlyMap<number, Turn> {
  const { text, article } = scan;
  const labels = article.paragraphs.map((paragraph, at) => labelOf(text, paragraph, at));
  const isSomebody = somebodyFinder(scan);
  // "HERALD: Who sold the hall?" before "WEIR: The council.": whoever is asked, or asks, is somebody.
  const answers = ({ at, isQuestion }: Label) => {
    const before = labels[at - 1] ?? null;
    return before !== null && (isQuestion || before.isQuestion);
  };
  const speakers = new Set<Label>();
  const narrators = new Set<Label>();
  for (const same of bySpeaker(labels)) {
    const list = same.some(({ narrates }) => narrates) ? narrators : speakers;
    const isEnough =
      same.length >= TURNS_AT_LEAST && same.filter(({ isSentence }) => isSentence).length * 2 > same.length;
    const isOne = list === narrators || (isEnough && same.some((label) => isSomebody(label) || answers(label)));
    if (isOne) for (const label of same) list.add(label);
  }
  // "WICK: It says there is none." between two turns of "ORR": whoever takes turns with a speaker is one.
  const takesTurns = ({ at }: Label) =>
    [labels[at - 1], labels[at + 1]].some((beside) => beside !== null && beside !== undefined && talks.has(beside));
  const talks = new Set(speakers);
  for (const same of bySpeaker(labels))
    if (
      same.length >= TURNS_AT_LEAST &&
      same.every((label) => !label.narrates && label.isSentence && takesTurns(label))
    )
      for (const label of same) speakers.add(label);
  const turns = new Map<number, Turn>();
  const askers = askersAmong(scan, [...speakers]);
  labels.forEach((label, at) => {
    if (label === null || narrators.has(label)) return;
    const isBetween = [labels[at - 1], labels[at + 1]].some(
      (beside) => beside !== null && beside !== undefined && (speakers.has(beside) || narrators.has(beside)),
    );
    const isTurn = speakers.has(label) || (isBetween && label.isSentence && isSomebody(label));
    if (isTurn) turns.set(at, { speaker: label.span, colon: label.colon, asks: askers.has(label) });
  });
  return turns;
}
