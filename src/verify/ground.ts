import { type Article, textAt } from '#core/article.ts';
import type { Attribution, Source, Testimony } from '#core/testimony.ts';
import { contentWords } from '#language/content-words.ts';
import { type ArticleWords, articleWords } from './article-words.ts';
import { type Letters, toLetters } from './letters.ts';
import { type PlacedFigure, placeFigures } from './place-figures.ts';
import { stemsOfContent } from './stems-of-content.ts';
import { plainWords } from './words-of.ts';

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
  /** A stem to the sentences it stands in, ascending. */
  readonly stemPlaces: ReadonlyMap<string, readonly number[]>;
  /** Two stems that follow each other within a sentence, joined by a space. */
  readonly stemPairs: ReadonlySet<string>;
  /** All words of the text in lower case, with single spaces between and around them. */
  readonly wording: string;
};

export function createGround(article: Article, testimony: Testimony): Ground {
  const { text, language } = article;
  const stems = article.sentences.map((sentence) => contentWords(textAt(text, sentence), language));
  return {
    article,
    sources: new Map(testimony.sources.map((source) => [source.id, source])),
    attributions: new Map(testimony.attributions.map((attribution) => [attribution.id, attribution])),
    saidStems: new Map(testimony.attributions.map((one) => [one.id, stemsOfContent(one, text, language)])),
    letters: toLetters(text),
    interrupted: testimony.attributions.flatMap((attribution) => joinPieces(attribution, text)),
    figures: placeFigures(article),
    stems,
    stemPlaces: placesOf(stems),
    stemPairs: new Set(stems.flatMap(pairsOf)),
    wording: ` ${plainWords(text).join(' ')} `,
    ...articleWords(article),
  };
}

/** Neighbours in a sentence's stems. */
export function pairsOf(stems: readonly string[]): string[] {
  return stems.slice(1).map((stem, index) => `${stems[index]} ${stem}`);
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
