import { overlaps, type Span } from '#core/article.ts';
import { once } from '#core/once.ts';
import { contentWords } from '#language/content-words.ts';
import type { Subject } from '../checks/check.ts';
import { type Ground, holdsRun } from '../ground.ts';
import { type ReadSentence, readSentence } from '../read-sentence.ts';
import { rememberTexts } from '../remember-texts.ts';
import { sentencesOf } from '../sentences-of.ts';
import { cutClauses } from './cut-clauses.ts';
import { readSentenceAt, retoldBy, sentenceAt } from './retold-by.ts';

/** A clause of the article's sentence, with its content words. */
export type GivenClause = { readonly text: string; readonly stems: ReadonlySet<string>; readonly place: number };

/** A sentence of a text that is checked, beside the article's sentences that it is held to. */
export type Told = {
  readonly text: string;
  readonly stems: ReadonlySet<string>;
  /** Places of these sentences, ascending where they were given. */
  readonly places: readonly number[];
  /** Whether somebody gave them; otherwise they are those that hold most of its words. */
  readonly isCited: boolean;
  /** It stands in one of them word for word, so that nothing in it can have been turned. */
  readonly isCopied: boolean;
  readonly words: ReadSentence;
  readonly given: readonly ReadSentence[];
  readonly clauses: readonly GivenClause[];
};

/** Sentences that are given for a text and looked at; each is compared with each of its own. */
const MOST_GIVEN = 24;

/** Many checks ask for the same subject's, one after the other. */
const KNOWN = new WeakMap<Ground, WeakMap<Subject, readonly Told[]>>();

/** The sentences of a text; without passages, those of the article that it plainly retells stand for them. */
export function toldSentences(subject: Subject, ground: Ground): readonly Told[] {
  const known = KNOWN.get(ground) ?? new WeakMap<Subject, readonly Told[]>();
  KNOWN.set(ground, known);
  const told = known.get(subject) ?? tellSentences(subject, ground);
  known.set(subject, told);
  return told;
}

/** Those that do not stand word for word in what they are held to: what may have been turned. */
export function retoldSentences(subject: Subject, ground: Ground): readonly Told[] {
  return toldSentences(subject, ground).filter(({ isCopied }) => !isCopied);
}

function tellSentences({ text, evidence }: Subject, ground: Ground): Told[] {
  const { language } = ground.article;
  const cited = evidence === null ? null : placesOf(evidence, ground).slice(0, MOST_GIVEN);
  return sentencesOf(text, language).map((sentence) => {
    const places = cited ?? retoldBy(sentence, ground);
    const stems = once(() => new Set(contentWords(sentence, language)));
    const clauses = once(() => places.flatMap((place) => clausesAt(place, ground)));
    const given = once(() => places.map((place) => readSentenceAt(place, ground)));
    const isCopied = once(() => holdsRun(ground, [sentence]));
    return {
      ...{ text: sentence, places, isCited: cited !== null },
      get stems() {
        return stems();
      },
      get isCopied() {
        return isCopied();
      },
      get words() {
        return readSentence(sentence, ground);
      },
      get given() {
        return given();
      },
      get clauses() {
        return clauses();
      },
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
  return clausesOf(sentenceAt(place, ground), ground).map((clause) => ({ ...clause, place }));
}

const clausesOf = rememberTexts((sentence: string, { article: { language } }: Ground) =>
  cutClauses(sentence, language).map((text) => ({ text, stems: new Set(contentWords(text, language)) })),
);
