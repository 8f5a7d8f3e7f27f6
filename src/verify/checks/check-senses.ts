import type { Objection } from '#core/claim.ts';
import type { Ground } from '../ground.ts';
import type { ReadSentence, Word } from '../read-sentence.ts';
import { findBearing } from '../support/find-bearing.ts';
import { isOfSame } from '../support/is-of-same.ts';
import { readSentenceAt } from '../support/retold-by.ts';
import { governedStage, isNegated, STAGES } from '../support/stage-of.ts';
import { retoldSentences, type Told } from '../support/told-sentences.ts';
import { has, type Sense, type Side, sensesIn } from '../words/senses.ts';
import type { Subject } from './check.ts';

/**
 * A claim does not tell of a thing what excludes what the article tells of it: "reopened" where the bridge was shut. A sentence that bears
 * the claim has a word of the other side about the same people or things, and neither it nor one beside it has any of the claim's side.
 * Free retellings too, where `checkOpposites` looks at what is plainly retold; by trees, and so English only.
 */
export function checkSenses(subject: Subject, ground: Ground): Objection[] {
  if (subject.evidence !== null || !ground.article.language.startsWith('en')) return [];
  return retoldSentences(subject, ground)
    .flatMap((told) => objectTo(told, ground))
    .slice(0, 1);
}

type Place = { readonly sentence: ReadSentence; readonly meant: ReadonlySet<string> | undefined };

function objectTo({ words: claimed, text }: Told, ground: Ground): Objection[] {
  const senses = sensesIn(claimed);
  if (senses.length === 0) return [];
  const places = findBearing(text, ground);
  const read = (place: number): Place => ({
    sentence: readSentenceAt(place, ground),
    meant: ground.meantStems[place],
  });
  const given = places.map(read);
  const near = new Set(places.flatMap((place) => [place - 1, place, place + 1]));
  const around = [...near].filter((place) => ground.meantStems[place] !== undefined).map(read);
  for (const sense of senses) {
    const isTurned = isNegated(sense.word, claimed);
    if (isTurned === null) continue;
    for (const side of sense.sides) {
      // Both sides told, or the claim's own anywhere near: there is nothing to exclude.
      if (senses.some((one) => one !== sense && has(one, otherSide(side)))) continue;
      if (around.some(({ sentence }) => tells(sentence, sense, side, isTurned))) continue;
      const opposite = given.flatMap((place) => findOpposite({ sense, side, isTurned }, claimed, place)).at(0);
      if (opposite === undefined) continue;
      const [there, here] = [opposite, sense].map(({ words }) => words.map(({ lower }) => lower).join(' '));
      return [{ check: 'direction', text: here ?? '', reason: `the article has “${there}” of this, not “${here}”` }];
    }
  }
  return [];
}

/** What a claim tells: a word of one side, with a "not" or without. */
type Taken = { readonly sense: Sense; readonly side: Side; readonly isTurned: boolean };

/** The words of one of the article's sentences that exclude it. */
function findOpposite({ sense, side, isTurned }: Taken, claimed: ReadSentence, { sentence, meant }: Place): Sense[] {
  return sensesIn(sentence).filter((one) => {
    const isOther = has(one, otherSide(side));
    if (!isOther && !has(one, side)) return false;
    const isNot = isNegated(one.word, sentence);
    if (isNot === null || (isNot === isTurned) !== isOther) return false;
    if (isReal(sense.word, claimed) !== isReal(one.word, sentence)) return false;
    return isOfSame({ word: sense.word, sentence: claimed }, { word: one.word, sentence }, meant);
  });
}

/** The sentence has the claim's side, as it is told, or may have it; or the claim's word, in any form. */
function tells(sentence: ReadSentence, { word: { root, lower } }: Sense, side: Side, isTurned: boolean): boolean {
  if (sentence.words.some((word) => (root === null ? word.lower === lower : word.root === root))) return true;
  return sensesIn(sentence).some((one) => {
    const isSame = has(one, side);
    if (!isSame && !has(one, otherSide(side))) return false;
    const isNot = isNegated(one.word, sentence);
    return isNot === null || (isNot === isTurned) === isSame;
  });
}

function otherSide({ pair, side }: Side): Side {
  return { pair, side: side === 0 ? 1 : 0 };
}

/** Told as having happened, or decided: what somebody wants to stop may go on. */
function isReal(word: Word, sentence: ReadSentence): boolean {
  return governedStage(word, sentence) >= STAGES.begun;
}
