import { overlaps, type Span, textAt } from '#core/article.ts';
import { contentWords } from '#language/content-words.ts';
import { splitSentences } from '#language/split-sentences.ts';
import type { Subject } from './check.ts';
import { cutClauses } from './cut-clauses.ts';
import type { Ground } from './ground.ts';
import { retoldBy, sentenceAt } from './retold-by.ts';

/** A clause of the article's sentence, with its content words. */
export type GivenClause = { readonly text: string; readonly stems: ReadonlySet<string>; readonly place: number };

/** A sentence of a point and what it retells. */
export type Told = {
  readonly text: string;
  readonly stems: ReadonlySet<string>;
  /** Places of the article's sentences that are given for it, ascending. */
  readonly places: readonly number[];
  readonly clauses: readonly GivenClause[];
};

/** Sentences of a point that are looked at. */
const MOST_SENTENCES = 30;

/** The sentences of a point; without passages, those of the article that it plainly retells stand for them. */
export function toldSentences({ text, evidence }: Subject, ground: Ground): Told[] {
  const { language } = ground.article;
  return splitSentences(text, language)
    .slice(0, MOST_SENTENCES)
    .map((span) => {
      const sentence = textAt(text, span);
      const places = evidence === null ? retoldBy(sentence, ground) : placesOf(evidence, ground);
      return {
        text: sentence,
        stems: new Set(contentWords(sentence, language)),
        places,
        clauses: places.flatMap((place) => clausesAt(place, ground)),
      };
    });
}

/** The sentences that passages touch. */
function placesOf(evidence: readonly Span[], { article }: Ground): number[] {
  return article.sentences.flatMap((sentence, at) =>
    evidence.some((passage) => overlaps(sentence, passage)) ? [at] : [],
  );
}

/** The words of the sentences given. */
export function givenText(places: readonly number[], ground: Ground): string {
  return places.map((place) => sentenceAt(place, ground)).join('\n');
}

function clausesAt(place: number, ground: Ground): GivenClause[] {
  const { language } = ground.article;
  return cutClauses(sentenceAt(place, ground), language).map((text) => ({
    text,
    stems: new Set(contentWords(text, language)),
    place,
  }));
}
