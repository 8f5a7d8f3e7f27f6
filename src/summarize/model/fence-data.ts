/** Stands in for chance: an unguessable word, another one at each call. */
export type Chance = () => string;

/** A fence that is made for one request and that no text in it can close. */
export type Fence = {
  /** Unguessable, and in none of the texts. */
  readonly word: string;
  /** The text between two lines that hold the word. `label`: what it is, in capitals. */
  readonly around: (label: string, text: string) => string;
};

/** With 128 bits a second draw is never needed; a bound all the same, for chance is handed in. */
const MOST_DRAWS = 20;

/**
 * A fence around data in a prompt. What stands in it was written by others (an article, names out of it, a question, what a model
 * said before) and may try to end it and go on as instructions: it cannot, for it does not know the word.
 * @throws Error where chance gives only words that the texts hold.
 */
export function createFence(chance: Chance, texts: readonly string[]): Fence {
  for (let draws = 0; draws < MOST_DRAWS; draws++) {
    const word = `#${chance()}#`;
    if (texts.some((text) => text.includes(word))) continue;
    return { word, around: (label, text) => `${word} BEGIN ${label}\n${text}\n${word} END ${label}` };
  }
  throw new Error('chance gives no word that the article does not hold');
}
