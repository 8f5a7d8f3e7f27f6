import type { Article } from '#core/article.ts';
import { textAt } from '#core/article.ts';
import type { Attribution, Testimony } from '#core/testimony.ts';
import { SHOWN_FROM_CONFIDENCE } from '#core/testimony.ts';
import { contentWords } from '#language/content-words.ts';
import { type Figure, findFigures } from '#language/find-figures.ts';
import contrast from '../data/contrast-words.json' with { type: 'json' };
import { type Passage, sentencesAt } from '../read-passages.ts';

/** A credited statement with what is compared to tell whether two of them can both be right. */
export type Statement = {
  readonly attribution: Attribution;
  /** The last word of the name of who says it, by which others speak of them; null for who has no name. */
  readonly speaker: string | null;
  /** The place of the sentence in which it begins. */
  readonly place: number;
  readonly text: string;
  /** Stems without stop words; figures are kept apart. */
  readonly words: ReadonlySet<string>;
  /** Its words as they stand, in lower case, for word lists. */
  readonly plain: readonly string[];
  readonly figures: readonly Figure[];
  readonly isNegated: boolean;
  /** Its sentence in lower case, between spaces, for words of contrast around it. */
  readonly around: string;
  /** The sentence before, likewise. */
  readonly before: string;
};

/** UTF-16 units of a sentence that are looked through for words of contrast; a longer one has lost its full stops. */
const LONGEST_AROUND = 2_000;

const NEGATIONS = new Set(contrast.negations);

/** The shown statements of the article in the order of the text, at most `most` of them. */
export function readStatements(
  article: Article,
  testimony: Testimony,
  passages: readonly Passage[],
  most: number,
): Statement[] {
  const names = new Map(testimony.sources.filter(({ named }) => named).map(({ id, name }) => [id, name] as const));
  return testimony.attributions
    .filter(
      ({ confidence, stance, content }) =>
        confidence >= SHOWN_FROM_CONFIDENCE && stance !== 'declines' && content.length > 0,
    )
    .slice(0, most)
    .map((attribution) => readStatement(attribution, names.get(attribution.source), article, passages))
    .toSorted((a, b) => startOf(a) - startOf(b));
}

function readStatement(
  attribution: Attribution,
  name: string | undefined,
  article: Article,
  passages: readonly Passage[],
): Statement {
  const { text, language, sentences } = article;
  const [first] = attribution.content;
  const place = first === undefined ? 0 : (sentencesAt(sentences, first)[0] ?? 0);
  const said = attribution.content.map((piece) => textAt(text, piece)).join(' ');
  const figures = findFigures(said, language);
  const inFigures = new Set(figures.flatMap((figure) => contentWords(figure.text, language)));
  const plain = plainWords(said);
  return {
    attribution,
    speaker: name?.split(' ').at(-1) ?? null,
    place,
    text: said,
    words: new Set(contentWords(said, language).filter((word) => !inFigures.has(word))),
    plain,
    figures,
    isNegated: plain.some((word, at) => (NEGATIONS.has(word) && !isNotOnly(plain, at)) || /n['’]t$/u.test(word)),
    around: lineOf(passages[place]),
    before: lineOf(passages[place - 1]),
  };
}

/** "Had not only agreed but helped": it says no to nothing. */
const isNotOnly = (plain: readonly string[], at: number) =>
  plain[at] === 'not' && /^(?:only|just|merely)$/.test(plain[at + 1] ?? '');

function lineOf(passage: Passage | undefined): string {
  return ` ${plainWords((passage?.text ?? '').slice(0, LONGEST_AROUND)).join(' ')} `;
}

function startOf({ attribution }: Statement): number {
  return attribution.content[0]?.start ?? 0;
}

export function plainWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’]+/u)
    .filter((word) => word !== '');
}
