import { overlaps, textAt } from '#core/article.ts';
import { contentWords } from '#language/content-words.ts';
import { type Figure, findFigures } from '#language/find-figures.ts';
import { readTokens } from '#language/read-tokens.ts';
import { splitSentences } from '#language/split-sentences.ts';
import { stemWord } from '#language/stem-word.ts';
import type { Subject } from './check.ts';
import type { Ground } from './ground.ts';
import { joinFigures } from './join-figures.ts';
import { rankSentences } from './measure-support.ts';
import { rememberTexts } from './remember-texts.ts';

/** A word of a sentence: as it stands and as the dictionary has it, both in small letters. */
export type Word = {
  readonly lower: string;
  readonly lemma: string;
  /** For comparing: the stem of the dictionary's form; null where the word tells nothing by itself. */
  readonly root: string | null;
  readonly isVerb: boolean;
  readonly isName: boolean;
  readonly start: number;
  readonly end: number;
  /** Which part of the sentence, between marks, it stands in. */
  readonly clause: number;
};

export type ReadSentence = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly figures: readonly Figure[];
};

/** What a writer made of an article's sentences, beside these sentences. */
export type Retold = {
  readonly told: readonly ReadSentence[];
  /** The sentences that were given for it, or those that come nearest. */
  readonly cited: readonly ReadSentence[];
  readonly isCited: boolean;
  readonly language: string;
};

/** More sentences than this are no point; each is compared with each. */
const MOST_SENTENCES = 12;

/** Sentences that stand for the passages of what has none, as a headline: those that share the most with it. */
const MOST_CITED = 8;

export function readRetold({ text, evidence }: Subject, ground: Ground): Retold {
  const { article } = ground;
  const { language, sentences } = article;
  const spans =
    evidence === null
      ? rankSentences(contentWords(text, language), ground)
          .slice(0, MOST_CITED)
          .flatMap((at) => sentences[at] ?? [])
      : sentences.filter((sentence) => evidence.some((passage) => overlaps(sentence, passage)));
  return {
    told: splitSentences(text, language)
      .slice(0, MOST_SENTENCES)
      .map((span) => readSentence(textAt(text, span), ground)),
    cited: spans.map((span) => readSentence(textAt(article.text, span), ground)),
    isCited: evidence !== null,
    language,
  };
}

/** "Qu’aucun", "l’hôpital": two words in one. */
const ELISION = /^(?:qu|[cdjlmnst])['’](?=\p{L})/u;

const readSentence = rememberTexts((text: string, { article: { language } }: Ground): ReadSentence => {
  let clause = 0;
  const words: Word[] = [];
  for (const token of readTokens(text, [{ start: 0, end: text.length }], language)) {
    if (!/[\p{L}\p{N}]/u.test(token.text)) {
      // "Holm, the engineer, said": each mark but an apostrophe or a hyphen parts.
      if (/[,;:.!?—–“”„«»"()]/u.test(token.text)) clause++;
      continue;
    }
    const lower = token.lower.replace(ELISION, '');
    const lemma = token.lemma.toLowerCase().replace(ELISION, '');
    const [content] = contentWords(lower, language);
    const root = content === undefined ? null : stemWord(lemma, language.slice(0, 2));
    words.push({
      ...{ lower, lemma, root, clause },
      isVerb: token.tag === 'VERB' || token.tag === 'AUX',
      isName: token.tag === 'PROPN',
      ...{ start: token.start, end: token.end },
    });
  }
  return { text, words, figures: figuresIn(text, language) };
});

/** In a text that has been through a tokeniser ("30, 000") the figures are there in both readings. */
function figuresIn(text: string, language: string): Figure[] {
  const figures = findFigures(text, language);
  const joined = joinFigures(text);
  return joined === text ? figures : [...figures, ...findFigures(joined, language)];
}

/** Whether a word is one of a list, as it stands or as the dictionary has it. */
export function isOneOf({ lower, lemma }: Word, list: ReadonlySet<string>): boolean {
  return list.has(lower) || list.has(lemma);
}

export function holdsOneOf(sentences: readonly ReadSentence[], list: ReadonlySet<string>): boolean {
  return sentences.some(({ words }) => words.some((word) => isOneOf(word, list)));
}
