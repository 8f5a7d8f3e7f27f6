import { type Article, textAt } from '#core/article.ts';
import { once } from '#core/once.ts';
import type { Attribution, Source, Testimony } from '#core/testimony.ts';
import { contentWords } from '#language/content-words.ts';
import { type ArticleWords, articleWords } from './words/article-words.ts';
import { type Letters, toLetters } from './words/letters.ts';
import { type PlacedFigure, placeFigures } from './words/place-figures.ts';
import { stemsOfContent } from './words/stems-of-content.ts';
import { plainWords } from './words/words-of.ts';

/** All that a check looks things up in: one article, made ready once for many subjects. */
export type Ground = ArticleWords & {
  readonly article: Article;
  readonly sources: ReadonlyMap<Source['id'], Source>;
  readonly attributions: ReadonlyMap<Attribution['id'], Attribution>;
  /** Content words of what each statement says. */
  readonly saidStems: ReadonlyMap<Attribution['id'], ReadonlySet<string>>;
  /** The text, for finding quoted words. */
  readonly letters: Letters;
  /** Remarks that a cue interrupts, with the cue left out. */
  readonly interrupted: readonly Letters[];
  /** Each with the words beside it. */
  readonly figures: readonly PlacedFigure[];
  /** Stems of each sentence, in the order of `article.sentences`. */
  readonly stems: readonly (readonly string[])[];
  /** Stems of the names of the people whom each sentence means, also by a "he" or "the minister", in the same order. */
  readonly meantStems: readonly ReadonlySet<string>[];
  /** A stem to the sentences it stands in, ascending. */
  readonly stemPlaces: ReadonlyMap<string, readonly number[]>;
  /** Two stems that follow each other within a sentence, joined by a space. */
  readonly stemPairs: ReadonlySet<string>;
  /** All words of the text in lower case, with single spaces between and around them, and `BORDER` around sentences. */
  readonly wording: string;
};

/** What only some subjects need is worked out when one does. */
export function createGround(article: Article, testimony: Testimony): Ground {
  const { text, language } = article;
  const stems = article.sentences.map((sentence) => contentWords(textAt(text, sentence), language));
  const saidStems = once(
    () => new Map(testimony.attributions.map((one) => [one.id, stemsOfContent(one, text, language)])),
  );
  const letters = once(() => toLetters(text));
  const interrupted = once(() => testimony.attributions.flatMap((attribution) => joinPieces(attribution, text)));
  const figures = once(() => placeFigures(article));
  const stemPairs = once(() => new Set(stems.flatMap(pairsOf)));
  const meantStems = once(() => meantIn(article, testimony));
  const wording = once(() => wordingOf(article));
  return {
    ...articleWords(article),
    article,
    sources: new Map(testimony.sources.map((source) => [source.id, source])),
    attributions: new Map(testimony.attributions.map((attribution) => [attribution.id, attribution])),
    stems,
    stemPlaces: placesOf(stems),
    get saidStems() {
      return saidStems();
    },
    get letters() {
      return letters();
    },
    get interrupted() {
      return interrupted();
    },
    get figures() {
      return figures();
    },
    get stemPairs() {
      return stemPairs();
    },
    get meantStems() {
      return meantStems();
    },
    get wording() {
      return wording();
    },
  };
}

/** Stands for the start and the end of a sentence among words. */
export const BORDER = '^';

function wordingOf({ text, sentences }: Article): string {
  return bordered(sentences.map((sentence) => textAt(text, sentence)));
}

/** The plain words of sentences that stand one behind the other, with their borders. */
function bordered(sentences: readonly string[]): string {
  const lines = sentences.map((sentence) => plainWords(sentence).join(' '));
  return ` ${BORDER} ${lines.join(` ${BORDER} `)} ${BORDER} `;
}

/** Whether these are whole sentences of the article, one behind the other as they stand there. */
export function holdsRun({ wording }: Pick<Ground, 'wording'>, sentences: readonly string[]): boolean {
  return wording.includes(bordered(sentences));
}

/** Neighbours in a sentence's stems. */
export function pairsOf(stems: readonly string[]): string[] {
  return stems.slice(1).map((stem, index) => `${stems[index]} ${stem}`);
}

function meantIn({ sentences, language }: Article, { sources }: Testimony): Set<string>[] {
  const meant = sentences.map(() => new Set<string>());
  const people = sources.filter(({ named, kind }) => named && kind === 'person');
  const mentions = people
    .flatMap(({ name, mentions }) => mentions.map(({ start }) => ({ start, name })))
    .sort((a, b) => a.start - b.start);
  let place = 0;
  for (const { start, name } of mentions) {
    while (place < sentences.length - 1 && start >= (sentences[place]?.end ?? 0)) place += 1;
    for (const stem of contentWords(name, language)) meant[place]?.add(stem);
  }
  return meant;
}

function placesOf(stems: readonly (readonly string[])[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [index, sentence] of stems.entries()) {
    for (const stem of new Set(sentence)) {
      const list = places.get(stem);
      if (list === undefined) places.set(stem, [index]);
      else list.push(index);
    }
  }
  return places;
}

/** With and without the comma that the cue may stand for. */
function joinPieces({ quotes }: Attribution, text: string): Letters[] {
  if (quotes.length < 2) return [];
  const pieces = quotes.map((quote) => textAt(text, quote).trim().replace(/,$/u, ''));
  return [toLetters(pieces.join(' ')), toLetters(pieces.join(', '))];
}
