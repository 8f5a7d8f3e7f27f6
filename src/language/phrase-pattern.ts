import type { Span } from '#core/article.ts';
import { once } from '#core/once.ts';
import { isLetterAt, lettersEnd } from './is-letter.ts';
import { openingsOf } from './phrase-openings.ts';
import { isInPair, overMark, type Step, stepOver } from './phrase-step.ts';
import { type Lists, type Phrase, phraseReader } from './read-phrase.ts';

/**
 * Where phrases stand in a text: anywhere, at its front, at its front and alone in their clause, at its end, right before what follows the
 * text, or as all of it.
 */
export type Place = 'anywhere' | 'front' | 'alone' | 'end' | 'before' | 'all';

/** What looks for phrases in texts, with the methods of a regular expression. */
export type PhrasePattern = {
  readonly test: (text: string) => boolean;
  /** The first place, and the text there. */
  readonly exec: (text: string) => { readonly 0: string; readonly index: number } | null;
  /** The text with other words in every place. */
  readonly replaceIn: (text: string, words: string) => string;
};

/**
 * Finds phrases that stand in data as somebody would write them down:
 *
 *     no such offer     these words, in any case; ’ is either apostrophe
 *     (is|was) false    one of these; each may be several words
 *     [simply] false    which may be missing; also a part of a word: claim[s]
 *     <charge>          any phrase of that list
 *     * and *ly         any word but "not"; any word that ends so
 *     …                 two to sixty characters
 *     “ false           right behind a mark that opens a quotation
 *
 * Between two words of a phrase a quotation may begin: 'no “formal agreement”'. Of phrases that begin in one place the first one counts.
 * Throws an Error that names the phrase where a bracket or a list is missing.
 *
 * No regular expression: those of our longest lists take longer to be compiled than an article to be read. A phrase is looked at only
 * where its first word stands.
 */
export function phrasePattern(place: Place, phrases: readonly string[], lists: Lists = {}): PhrasePattern {
  const read = phraseReader(lists);
  const pick = pickByOpening(phrases.map(read), CLOSE[place]);
  const find = AT_FRONT.has(place) ? findAtFront : findAnywhere;
  return {
    test: (text) => find(text, pick) !== null,
    exec: (text) => {
      const found = find(text, pick);
      return found === null ? null : { 0: text.slice(found.start, found.end), index: found.start };
    },
    replaceIn: (text, words) => {
      let changed = '';
      let from = 0;
      for (let found = find(text, pick); found !== null; found = find(text, pick, from)) {
        changed += text.slice(from, found.start) + words;
        from = found.end;
      }
      return changed + text.slice(from);
    },
  };
}

/** Steps over the phrases that may begin with certain letters, in their order. */
type Pick = (letters: string) => readonly Step[];

function pickByOpening(phrases: readonly Phrase[], close: Step): Pick {
  const made: Step[] = [];
  const stepsOf = (chosen: readonly number[]) =>
    once(() =>
      chosen.map((i) => {
        made[i] ??= stepOver(phrases[i] ?? NOTHING, close);
        return made[i];
      }),
    );
  const index = once(() => {
    const openings = phrases.map(openingsOf);
    const mayOpen = (letters: string | null) =>
      [...openings.keys()].filter((i) => openings[i] === null || (letters !== null && openings[i]?.has(letters)));
    const known = new Set(openings.flatMap((one) => [...(one ?? [])]));
    return { others: stepsOf(mayOpen(null)), by: new Map([...known].map((word) => [word, stepsOf(mayOpen(word))])) };
  });
  return (letters) => (index().by.get(letters) ?? index().others)();
}

const NOTHING: Phrase = { kind: 'row', parts: [] };

const AT_FRONT: ReadonlySet<Place> = new Set(['front', 'alone', 'all']);
const CLOSING = '.,;:!?”"’\'';

/** What must stand behind a phrase, in each place. No phrase ends within a word. */
const CLOSE: Readonly<Record<Place, Step>> = {
  anywhere: (lower, at) => (isLetterAt(lower, at) ? -1 : at),
  front: (lower, at) => (isLetterAt(lower, at) ? -1 : at),
  alone: (lower, at) => (at === lower.length || CLOSING.includes(lower.charAt(at)) ? at : -1),
  end: toEnd,
  all: toEnd,
  before: (lower, at) => (/^[,:]? ?$/.test(lower.slice(at, at + 3)) ? lower.length : -1),
};

function toEnd(lower: string, at: number): number {
  let end = at;
  while (end < lower.length && CLOSING.includes(lower.charAt(end))) end += 1;
  return end === lower.length ? end : -1;
}

/** A match that begins at offset `from` or behind it. */
function findAtFront(text: string, pick: Pick, from = 0): Span | null {
  const lower = once(() => inLowerCase(text));
  if (from > 0) return null;
  const end = overMark(text, 0, (_, at) => endFrom(lower, pick(wordAt(text, at)), at));
  return end < 0 ? null : { start: 0, end };
}

function findAnywhere(text: string, pick: Pick, from = 0): Span | null {
  const lower = once(() => inLowerCase(text));
  const others = pick('');
  for (let start = 0; start < text.length; ) {
    const behind = lettersEnd(text, start);
    const steps = behind === start ? others : pick(text.slice(start, behind).toLowerCase());
    const end = start < from ? -1 : endFrom(lower, steps, start);
    if (end >= 0) return { start, end };
    // No phrase begins right behind a letter.
    start = behind + (isInPair(text, behind + 1) ? 2 : 1);
  }
  return null;
}

const wordAt = (text: string, at: number): string => text.slice(at, lettersEnd(text, at)).toLowerCase();

/** Where the first of some phrases ends that begins at an offset; -1 where none does. */
function endFrom(lower: () => string, steps: readonly Step[], start: number): number {
  for (const step of steps) {
    const end = step(lower(), start);
    if (end >= 0) return end;
  }
  return -1;
}

/** The Turkish capital I with a dot is two characters in lower case: offsets would move. */
const inLowerCase = (text: string): string => text.replaceAll('İ', 'ı').toLowerCase();
