import words from './data/name-words.json' with { type: 'json' };
import { englishModel } from './english-model.ts';

/** Whether a lower-case English word is a frequent one that is more than a name: "capital", "matters". */
export function isOrdinaryWord(word: string): boolean {
  const usual = englishModel().lexicon.get(word);
  return usual !== undefined && [...usual.tags].some((tag) => !tag.startsWith('NNP'));
}

/** Whether a lower-case English word is a frequent noun: "lantern". */
export function isOrdinaryNoun(word: string): boolean {
  return englishModel().lexicon.get(word)?.tags.has('NN') === true;
}

/** Whether a lower-case English word is a frequent noun and hardly ever a name: "water". */
export function isOnlyNoun(word: string): boolean {
  const usual = englishModel().lexicon.get(word);
  return usual !== undefined && usual.tags.has('NN') && !usual.tags.has('NNP') && !SURNAMES.has(word);
}

const SURNAMES: ReadonlySet<string> = new Set(words['surnames-like-nouns']);
