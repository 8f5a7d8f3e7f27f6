import { textAt } from '#core/article.ts';
import type { Objection } from '#core/claim.ts';
import { onceFor } from '#core/once-for.ts';
import type { Figure } from '#language/find-figures.ts';
import bounds from '../data/bounds.json' with { type: 'json' };
import scopes from '../data/scopes.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import { sentenceAt } from '../support/retold-by.ts';
import { toldSentences } from '../support/told-sentences.ts';
import { figuresOf } from '../words/figures-of.ts';
import { isSameFigure } from '../words/is-same-figure.ts';
import { plainWords } from '../words/words-of.ts';
import type { Subject } from './check.ts';

/** What is said of a figure: that, no less, no more, a little less, about that, exactly that, one end of a range, maybe how long, or what cannot be told. */
type Bound = 'plain' | 'least' | 'most' | 'nearly' | 'about' | 'exact' | 'range' | 'long' | 'open';

/**
 * What each may stand for. Round is what a reader takes any figure of news for, and a plain figure stands for “about” it; a limit is
 * neither dropped nor put, and nothing is exact that is not said to be.
 */
const STANDS_FOR: Readonly<Record<Bound, readonly Bound[]>> = {
  plain: ['exact', 'about'],
  about: ['plain', 'exact', 'nearly', 'least'],
  exact: ['plain'],
  least: [],
  most: ['nearly'],
  nearly: ['about', 'most'],
  range: ['plain', 'about', 'exact'],
  long: ['plain', 'about', 'exact', 'least'],
  open: [],
};

/** With more figures a text is a table, and each is compared with every one of the article. */
const MOST_FIGURES = 40;

/** UTF-16 units on either side of a figure in which words bound it. */
const REACH = 30;

/** "Over ten nights" may be how long something went on; "under" is no such word. */
const BESIDE_TIME = /(?<![\p{L}])over$/iu;
const NIGHTS =
  /^ (?:nights|evenings|mornings|afternoons|weekends|seasons|summers|winters|terms|sessions|rounds)(?![\p{L}])/iu;

/** "Moves them up to 64 points" is where they come to. */
const MOVED_UP =
  /(?<![\p{L}])(?:mov|go|went|climb|took|tak|jump|step|stood|stand)\p{L}{0,4} (?:[\p{L}’']+ ){0,2}up to$/iu;

const BEFORE = (['least', 'most', 'nearly', 'about', 'exact', 'range'] as const).map((bound) => ({
  bound,
  pattern: new RegExp(`(?<![\\p{L}’'])(${listed(bounds[bound])})(?: (?:an?|another|one|its|their))?$`, 'iu'),
}));
const AFTER = (['Least', 'Most', 'About', 'Exact'] as const).map((name) => ({
  bound: name.toLowerCase() as 'least' | 'most' | 'about' | 'exact',
  pattern: new RegExp(`^(?: [\\p{L}-]+)? (${listed(bounds[`after${name}`])})(?![\\p{L}])`, 'iu'),
}));

function listed(words: readonly string[]): string {
  return words.toSorted((a, b) => b.length - a.length).join('|');
}

type Bounded = { readonly figure: Figure; readonly bound: Bound; readonly word: string };

/**
 * A figure keeps the limit that the article gives it: “up to 40 boats” are not 40 boats, nor exactly 40, and “more than” is not put to
 * a figure that is told as it is. English only, by its words.
 */
export function checkBounds(subject: Subject, ground: Ground): Objection[] {
  if (!ground.article.language.startsWith('en')) return [];
  const { evidence, text } = subject;
  const places = evidence === null ? [] : (toldSentences(subject, ground)[0]?.places ?? []);
  const cited = places.map((place) => sentenceAt(place, ground)).join('\n');
  const given = evidence === null ? boundedIn(ground) : readBounded(cited);
  for (const claimed of readBounded(text).slice(0, MOST_FIGURES)) {
    const same = given.filter(({ figure }) => isSameAmount(claimed.figure, figure));
    const [first] = same;
    if (first === undefined || same.some((one) => mayStandFor(claimed.bound, one.bound))) continue;
    const words = `${claimed.word} ${claimed.figure.text}`.trim();
    return [
      {
        check: 'figures',
        text: words,
        reason: `the article has “${`${first.word} ${first.figure.text}`.trim()}” for this, not “${words}”`,
      },
    ];
  }
  return [];
}

const boundedIn = onceFor((ground: Ground): readonly Bounded[] => readBounded(ground.article.text));

function mayStandFor(claimed: Bound, given: Bound): boolean {
  if (claimed === given || claimed === 'open' || given === 'open' || given === 'range') return true;
  return given === 'long' ? STANDS_FOR.long.includes(claimed) : STANDS_FOR[claimed].includes(given);
}

function isSameAmount(claimed: Figure, given: Figure): boolean {
  return claimed.kind === given.kind && isSameFigure(claimed, given, false);
}

/** The amounts of a text; a day, an hour and “the third” are none. */
function readBounded(text: string): Bounded[] {
  return figuresOf(text, 'en').flatMap((figure) => {
    if (figure.value === null || figure.kind === 'date' || figure.kind === 'time') return [];
    const { start, end } = figure.span;
    const before = textAt(text, { start: Math.max(0, start - REACH), end: start }).trimEnd();
    if (figure.kind === 'ordinal' && !/(?<![\p{L}])(?:an?|one)$/iu.test(before)) return [];
    return [
      {
        figure,
        ...boundAt(figure, before, textAt(text, { start: end, end: end + REACH }), isTurnedBefore(text, start)),
      },
    ];
  });
}

/** "No more than nine", "is not worth more than £480,000": what that leaves of a limit cannot be told. */
function isTurnedBefore(text: string, start: number): boolean {
  const words = plainWords(
    text
      .slice(Math.max(0, start - TURNED_REACH), start)
      .split(/[.,;:!?“”"]/u)
      .at(-1) ?? '',
  );
  return words.some((word) => NEGATORS.has(word));
}

/** UTF-16 units before a figure, in its clause. */
const TURNED_REACH = 80;

const NEGATORS: ReadonlySet<string> = new Set([...scopes.negators, ...scopes.none, ...scopes.without]);

function boundAt(
  { kind }: Figure,
  before: string,
  after: string,
  isTurned: boolean,
): { readonly bound: Bound; readonly word: string } {
  for (const { bound, pattern } of AFTER) {
    const word = pattern.exec(after)?.[1];
    if (word !== undefined) return { bound, word };
  }
  for (const { bound, pattern } of BEFORE) {
    const word = pattern.exec(before)?.[1];
    if (word === undefined) continue;
    if ((kind === 'duration' || NIGHTS.test(after)) && BESIDE_TIME.test(before)) return { bound: 'long', word };
    if (MOVED_UP.test(before) || isTurned) return { bound: 'open', word };
    return { bound, word };
  }
  if (/(?:\d|\p{L}) ?(?:to|[-–]|and)$/iu.test(before) || /^ ?(?:to|[-–]) ?[$£€]?\d/iu.test(after))
    return { bound: 'range', word: '' };
  return { bound: 'plain', word: '' };
}
