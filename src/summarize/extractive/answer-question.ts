import type { Answer } from '#core/answer.ts';
import type { Article } from '#core/article.ts';
import type { Testimony } from '#core/testimony.ts';
import { contentWords } from '#language/content-words.ts';
import { type Figure, findFigures } from '#language/find-figures.ts';
import contrast from './data/contrast-words.json' with { type: 'json' };
import { type Passage, readPassages, sentencesAt } from './read-passages.ts';
import { type Question, readQuestion } from './read-question.ts';
import { sameThing } from './same-thing.ts';

/** A reader wants the passage, not the article again. */
const MOST_PASSAGES = 3;

/** A further passage is worth showing while it fits at least this well beside the best one. */
const LEAST_SHARE_OF_BEST = 0.6;

/** What a word counts for that stands only in the sentence before: pronouns and "the plan" take it up. */
const WORD_BEFORE = 0.4;

/** And where it stands only in the sentence behind, which is seldomer of the same matter. */
const WORD_AFTER = 0.2;

/** What a passage of `LONG_WORDS` content words or more loses: a long sentence holds many words by chance. */
const LENGTH_PENALTY = 0.05;
const LONG_WORDS = 30;

/** What a passage gains that holds the kind of thing asked for. */
const KIND_BONUS = 0.15;

/** The article says it where one passage and the one before hold this share of what the question is about. */
const ANSWERED_FROM = 0.43;

/** The wording of an answer that is none; `render` shows the nearest passage beside it. */
const NOT_SAID = 'The article does not say.';

type Candidate = {
  readonly passage: Passage;
  readonly score: number;
  readonly coverage: number;
  readonly fits: boolean;
};

/**
 * The passages that answer, best first, in the article's words. `answered` is false where no passage holds enough of
 * the question's words, where a name in it is not in the article, or where a figure is asked for and none is given;
 * `evidence` is then what the article says nearest.
 */
export function answerQuestion(question: string, article: Article, testimony: Testimony): Answer {
  const asked = readQuestion(question, article.language);
  const passages = readPassages(article, testimony).filter(({ isProse }) => isProse);
  const candidates = rankCandidates(asked, passages, article, testimony);
  const [best] = candidates;
  if (best === undefined || best.score <= 0) return { text: NOT_SAID, answered: false, evidence: [], attributions: [] };
  const shown = candidates.slice(0, MOST_PASSAGES).filter(({ score }) => score >= best.score * LEAST_SHARE_OF_BEST);
  const evidence = shown.map(({ passage }) => passage.span);
  if (!isAnswered(asked, best, candidates)) return { text: NOT_SAID, answered: false, evidence, attributions: [] };
  return {
    text: shown.map(({ passage }) => passage.text).join(' '),
    answered: true,
    evidence,
    attributions: [...new Set(shown.flatMap(({ passage }) => passage.attributions.map(({ id }) => id)))],
  };
}

function rankCandidates(
  asked: Question,
  passages: readonly Passage[],
  article: Article,
  testimony: Testimony,
): Candidate[] {
  const named = wordsOfMentions(article, testimony);
  const words = passages.map(
    (passage) =>
      new Set([...passage.words, ...(named.get(passage.index) ?? []), ...sameThing(asked.words, passage.words)]),
  );
  const weights = weighQuestion(asked.words, words);
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0) || 1;
  return passages
    .map((passage, at) => {
      let found = 0;
      for (const [word, weight] of weights) {
        if (words[at]?.has(word)) found += weight;
        else if (words[at - 1]?.has(word)) found += weight * WORD_BEFORE;
        else if (words[at + 1]?.has(word)) found += weight * WORD_AFTER;
      }
      const coverage = found / total;
      const fits = fitsKind(asked, passage, article.language);
      return { passage, coverage, fits, score: coverage + (coverage > 0 && fits ? KIND_BONUS : 0) - lengthOf(passage) };
    })
    .toSorted((a, b) => b.score - a.score || a.passage.index - b.passage.index);
}

function lengthOf({ words }: Passage): number {
  return LENGTH_PENALTY * Math.min(1, words.size / LONG_WORDS);
}

/** The names of the sources that are mentioned in each sentence, pronouns too, as stems. */
function wordsOfMentions({ sentences, language }: Article, { sources }: Testimony): Map<number, string[]> {
  const bySentence = new Map<number, string[]>();
  for (const { name, role, mentions, kind } of sources) {
    if (kind === 'unstated') continue;
    const words = contentWords(`${name} ${role ?? ''}`, language);
    for (const place of new Set(mentions.flatMap((mention) => sentencesAt(sentences, mention)))) {
      bySentence.set(place, [...(bySentence.get(place) ?? []), ...words]);
    }
  }
  return bySentence;
}

/** A word that few sentences hold tells more; one that none holds counts most, since the article does not speak of it. */
function weighQuestion(asked: ReadonlySet<string>, sentences: readonly ReadonlySet<string>[]): Map<string, number> {
  return new Map(
    [...asked].map((word) => {
      const count = sentences.filter((words) => words.has(word)).length;
      return [word, Math.log(1 + sentences.length / Math.max(count, 1))];
    }),
  );
}

function fitsKind({ kind, words, counting }: Question, passage: Passage, language: string): boolean {
  switch (kind) {
    case 'count':
    case 'length':
    case 'time':
      return findFigures(passage.text, language).some(
        (figure) =>
          FIGURE_KINDS[kind].includes(figure.kind) &&
          !contentWords(figure.text, language).every((word) => words.has(word)) &&
          (counting.size === 0 || counts(figure, counting, passage.text, language)),
      );
    case 'speaker':
      return passage.attributions.length > 0;
    case 'person':
      return passage.attributions.length > 0 || holdsNewName(passage.text, words, language);
    case 'choice':
      // "Which chain made the offer?" wants its name: that somebody says something there is no answer.
      return holdsNewName(withoutDates(passage.text, language), words, language);
    case 'reason':
      return /\b(?:because|since|due to|owing to|so that|in order to|after|reason|caused)\b/iu.test(passage.text);
    case 'place':
    case 'any':
      return false;
    default:
      return kind satisfies never;
  }
}

/** UTF-16 units on either side of a figure in which its noun or its verb stands: a clause, most often. */
const COUNT_REACH = 80;

/** Stems of words for a count itself. */
const VALUES = new Set(contentWords(contrast.values.join(' '), 'en'));

/**
 * Whether what is asked after stands near the figure: "three people familiar with it" is no answer to how many work
 * there. "The number at 80" takes up what the sentence before counted.
 */
function counts({ span }: Figure, counting: ReadonlySet<string>, text: string, language: string): boolean {
  const near = new Set(
    contentWords(text.slice(Math.max(0, span.start - COUNT_REACH), span.end + COUNT_REACH), language),
  );
  if ([...VALUES].some((word) => near.has(word))) return true;
  return [...counting].some((word) => near.has(word)) || sameThing(counting, near).length > 0;
}

/** Without the kind of thing that these ask for, a passage is beside the question. */
const NEEDS: ReadonlySet<Question['kind']> = new Set(['count', 'length', 'time', 'person', 'choice']);

/** What kinds of figure answer "how many", "how long" and "when". */
const FIGURE_KINDS: Readonly<Record<'count' | 'length' | 'time', readonly Figure['kind'][]>> = {
  count: ['number', 'money', 'percent', 'ordinal'],
  length: ['duration', 'number', 'date', 'time'],
  time: ['date', 'time', 'duration', 'ordinal'],
};

/** "In February" names nobody. */
function withoutDates(text: string, language: string): string {
  return findFigures(text, language)
    .filter(({ kind }) => kind === 'date')
    .reduceRight((rest, { span }) => `${rest.slice(0, span.start)}${rest.slice(span.end)}`, text);
}

/** A proper name, or a figure, that the question does not hold; a sentence's first word is a capital anyway. */
function holdsNewName(text: string, asked: ReadonlySet<string>, language: string): boolean {
  return text
    .split(/\s+/u)
    .slice(1)
    .filter((word) => /^["“‘'(]*[\p{Lu}\p{N}]/u.test(word))
    .some((word) => contentWords(word, language).some((stem) => !asked.has(stem)));
}

/** Enough of the question is there, no name of it nor what is to be counted is missing, and the kind of thing is given. */
function isAnswered(asked: Question, best: Candidate, all: readonly Candidate[]): boolean {
  const { kind, names, counted, words } = asked;
  if (words.size === 0 || best.coverage < ANSWERED_FROM) return false;
  const needed = counted === null ? [...names] : [...names, counted];
  if (needed.some((word) => !all.some(({ passage }) => passage.words.has(word)))) return false;
  return best.fits || !NEEDS.has(kind);
}
