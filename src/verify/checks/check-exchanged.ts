import type { Objection } from '#core/claim.ts';
import { onceFor } from '#core/once-for.ts';
import { contentWords } from '#language/content-words.ts';
import { isNegated } from '../credits/is-disputing.ts';
import exchanges from '../data/exchanges.json' with { type: 'json' };
import { BORDER, type Ground } from '../ground.ts';
import { findBearing } from '../support/find-bearing.ts';
import { sentenceAt } from '../support/retold-by.ts';
import { retoldSentences, type Told } from '../support/told-sentences.ts';
import { plainWords } from '../words/words-of.ts';
import type { Subject } from './check.ts';

/** A word’s group of words that exclude each other, and which of them it is. */
type Place = { readonly group: number; readonly member: number };

/** Groups of which a “not” makes one word of another from here on: what nobody had before four, somebody had after. */
const TURNED_FROM = exchanges.dated.length + exchanges.plain.length;

const PLACES = new Map<string, readonly Place[]>();
for (const [group, line] of [...exchanges.dated, ...exchanges.plain, ...exchanges.turned].entries())
  for (const [member, words] of line.split(', ').entries())
    for (const word of words.split(' ')) PLACES.set(word, [...(PLACES.get(word) ?? []), { group, member }]);

/** Words on one side of a word by which its place is known. */
const BESIDE = 2;

/** "All of the drivers", "all drivers". */
const SMALL: ReadonlySet<string> = new Set([
  'the',
  'of',
  'those',
  'these',
  'a',
  'an',
  'their',
  'its',
  'his',
  'her',
  'by',
  'per',
]);

/**
 * No word stands in the place of another that excludes it: “a week” where the article has “a day”, “all of the drivers” for some of
 * them, “before six” for after. The words right before or behind are the same, and nowhere does the article have the claim’s word there.
 * English only, by its words.
 */
export function checkExchanged(subject: Subject, ground: Ground): Objection[] {
  if (!ground.article.language.startsWith('en')) return [];
  return retoldSentences(subject, ground)
    .flatMap((told) => objectTo(told, ground))
    .slice(0, 1);
}

function objectTo({ text, places, isCited }: Told, ground: Ground): Objection[] {
  const claimed = largeWords(text);
  if (!claimed.some((word) => PLACES.has(word))) return [];
  const given = (isCited ? places : findBearing(text, ground)).map((place) => largeWords(sentenceAt(place, ground)));
  for (const [at, word] of claimed.entries()) {
    const own = PLACES.get(word);
    if (own === undefined || isUnder(claimed, at, ground)) continue;
    // A day that the article does not name at all is a wrong figure.
    if (own.some(({ group }) => group < exchanges.dated.length) && !ground.words.has(word)) continue;
    if (own.some(({ group }) => group >= TURNED_FROM) && isNegated(text, ground)) continue;
    for (const sentence of given) {
      const other = sentence.find(
        (one, place) =>
          excludes(own, one) && !claimed.includes(one) && standsInPlace(claimed, at, sentence, place, ground),
      );
      if (other === undefined || given.some((one) => one.some((it) => isSame(own, it)))) continue;
      return [{ check: 'direction', text: word, reason: `the article has “${other}” here, not “${word}”` }];
    }
  }
  return [];
}

function excludes(own: readonly Place[], word: string): boolean {
  return (
    (PLACES.get(word) ?? []).some(({ group, member }) =>
      own.some((one) => one.group === group && one.member !== member),
    ) && !isSame(own, word)
  );
}

function isSame(own: readonly Place[], word: string): boolean {
  return (PLACES.get(word) ?? []).some(({ group, member }) =>
    own.some((one) => one.group === group && one.member === member),
  );
}

/** The article has the word itself beside two of its neighbours. */
function isUnder(claimed: readonly string[], at: number, ground: Ground): boolean {
  const line = wordingOf(ground);
  const before = claimed.slice(Math.max(0, at - BESIDE), at);
  const after = claimed.slice(at + 1, at + 1 + BESIDE);
  const word = claimed[at] ?? '';
  return [
    [...before, word],
    [word, ...after],
  ].some((run) => run.length > BESIDE && line.includes(` ${run.join(' ')} `));
}

const wordingOf = onceFor(({ wording }: Ground) => ` ${wording.split(' ').filter(isLarge).join(' ')} `);

function largeWords(text: string): string[] {
  return plainWords(text).filter(isLarge);
}

function isLarge(word: string): boolean {
  return word !== '' && !SMALL.has(word);
}

/** The two words right before or behind are the same, one of which tells something. */
function standsInPlace(
  claimed: readonly string[],
  at: number,
  given: readonly string[],
  place: number,
  ground: Ground,
): boolean {
  const there = sidesOf(given, place);
  return sidesOf(claimed, at).some((words, side) => {
    const line = words.join(' ');
    if (words.length < BESIDE || line !== there[side]?.join(' ')) return false;
    return contentWords(line, ground.article.language).length > 0;
  });
}

function sidesOf(words: readonly string[], at: number): string[][] {
  return [[BORDER, ...words.slice(0, at)].slice(-BESIDE), [...words.slice(at + 1), BORDER].slice(0, BESIDE)];
}
