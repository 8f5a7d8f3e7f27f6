import data from '../data/scopes.json' with { type: 'json' };
import type { Ground } from '../ground.ts';
import { isOneOf, readSentence } from '../read-sentence.ts';

const DISPUTES = new Set([...data.denials, ...data.doubts]);
/** "Four questions", "the dispute over the mill": nouns that deny nothing. */
const ALSO_THINGS = new Set(data.alsoThings);
const NEGATORS = new Set([...data.negators, ...data.none]);

/** Whether somebody denies or doubts something in a sentence: what that is, another may have said. */
export function isDisputing(sentence: string, ground: Ground): boolean {
  return readSentence(sentence, ground).words.some(
    (word) => isOneOf(word, DISPUTES) && (word.isVerb || !ALSO_THINGS.has(word.lemma)),
  );
}

/** Whether a sentence has a "not" or a "nobody". */
export function isNegated(sentence: string, ground: Ground): boolean {
  return readSentence(sentence, ground).words.some((word) => NEGATORS.has(word.lower));
}
