import { once } from '#core/once.ts';
import { contentWords } from '#language/content-words.ts';
import type { Figure } from '#language/find-figures.ts';
import { readTokens } from '#language/read-tokens.ts';
import { readTree } from '#language/read-tree.ts';
import { stemWord } from '#language/stem-word.ts';
import type { Ground } from './ground.ts';
import { rememberTexts } from './remember-texts.ts';
import { figuresOf } from './words/figures-of.ts';
import { joinFigures } from './words/join-figures.ts';

/** A word of a sentence: as it stands and as the dictionary has it, both in small letters. */
export type Word = {
  readonly lower: string;
  readonly lemma: string;
  /** For comparing: the stem of the dictionary's form; null where the word tells nothing by itself. */
  readonly root: string | null;
  readonly isVerb: boolean;
  readonly isName: boolean;
  /** Its place among the words of its sentence. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
  /** Which part of the sentence, between marks, it stands in. */
  readonly clause: number;
};

export type ReadSentence = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly figures: readonly Figure[];
  /** What each word hangs on, in the order of the words; empty in other languages than English. */
  readonly tree: readonly Branch[];
};

/** The word that another hangs on, null for the root of a sentence, and how it does, as in Universal Dependencies. */
type Branch = { readonly head: Word | null; readonly relation: string };

/** "Qu’aucun", "l’hôpital": two words in one, in French; English has its "n’t". */
const ELISION = /^(?:qu|[cdjlmnst])['’](?=\p{L})/u;

/** The words and figures of a sentence of the article, or of what is held to it. */
export const readSentence = rememberTexts((text: string, { article: { language } }: Ground): ReadSentence => {
  let clause = 0;
  const words: Word[] = [];
  const wordAt = new Map<number, Word>();
  const whole = (word: string) => (language.startsWith('en') ? word : word.replace(ELISION, ''));
  const tokens = readTokens(text, [{ start: 0, end: text.length }], language);
  for (const [at, token] of tokens.entries()) {
    if (!/[\p{L}\p{N}]/u.test(token.text)) {
      // "Holm, the engineer, said": each mark but an apostrophe or a hyphen parts.
      if (/[,;:.!?—–“”„«»"()]|^-+$/u.test(token.text)) clause++;
      continue;
    }
    if (isRunOn(text, token.start)) clause++;
    const lower = whole(token.lower);
    const lemma = whole(token.lemma.toLowerCase());
    const [content] = contentWords(lower, language);
    const root = content === undefined ? null : stemWord(lemma, language.slice(0, 2));
    const word = {
      ...{ lower, lemma, root, clause },
      isVerb: token.tag === 'VERB' || token.tag === 'AUX',
      isName: token.tag === 'PROPN',
      at: words.length,
      ...{ start: token.start, end: token.end },
    };
    words.push(word);
    wordAt.set(at, word);
  }
  const tree = once(() => {
    const branches = language.startsWith('en') ? readTree(tokens) : [];
    return branches.flatMap(({ head, relation }, at) =>
      wordAt.has(at) ? [{ head: wordAt.get(head) ?? null, relation }] : [],
    );
  });
  const figures = once(() => figuresIn(text, language));
  return {
    ...{ text, words },
    get figures() {
      return figures();
    },
    get tree() {
      return tree();
    },
  };
});

/** A caption without a stop runs on into the next sentence: "… to the harbour The family have …". */
function isRunOn(text: string, start: number): boolean {
  return /^\p{Ll} (?:The|An?|H[ei]s?|She|Her|They|Their|It|This|But|And|In) \p{Ll}/u.test(
    text.slice(start - 2, start + 8),
  );
}

/** In a text that has been through a tokeniser ("30, 000") the figures are there in both readings. */
function figuresIn(text: string, language: string): readonly Figure[] {
  const figures = figuresOf(text, language);
  const joined = joinFigures(text);
  return joined === text ? figures : [...figures, ...figuresOf(joined, language)];
}

/** Whether a word is one of a list, as it stands or as the dictionary has it. */
export function isOneOf({ lower, lemma }: Word, list: ReadonlySet<string>): boolean {
  return list.has(lower) || list.has(lemma);
}

export function holdsOneOf(sentences: readonly ReadSentence[], list: ReadonlySet<string>): boolean {
  return sentences.some(({ words }) => words.some((word) => isOneOf(word, list)));
}
