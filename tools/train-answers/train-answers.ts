import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { attribute } from '#attribute/attribute.ts';
import type { Article } from '#core/article.ts';
import { textAt } from '#core/article.ts';
import type { LinearModel } from '#core/linear-model.ts';
import type { Testimony } from '#core/testimony.ts';
import { readText } from '#index.ts';
import { chanceOfAnswer } from '#summarize/extractive/answers/chance-of-answer.ts';
import {
  ANSWER_TRAITS,
  type AnswerTraits,
  describeCandidates,
} from '#summarize/extractive/answers/describe-candidates.ts';
import { readQuestion } from '#summarize/extractive/answers/read-question.ts';
import { learnByFolds } from '../learn-by-folds.ts';
import { learnWeights } from '../train-points/learn-weights.ts';
import { type AskedArticle, readAskedArticles } from './read-asked-articles.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const WEIGHTS_FILE = path.join(ROOT, 'src/summarize/extractive/data/answer-weights.json');

/** Chances are measured by weights that were learned without an article's fold. */
const FOLDS = 5;
const SHRINKAGE = 0.005;

/** The chances at which it is told what would be answered. */
const CHANCES = [0.25, 0.3, 0.35, 0.4, 0.5] as const;

/** How a question was asked: of its article, of one that does not say, of its article without what answers, of another article. */
const WAYS = ['told', 'untold', 'taken out', 'of another'] as const;
type Way = (typeof WAYS)[number];

/** What each way counts for: those that no reader of the article would ask count little. */
const SHARES: Readonly<Record<Way, number>> = { told: 1, untold: 1, 'taken out': 0.6, 'of another': 0.4 };

/** A question's best passage counts less as an answer where only the second or third one answers. */
const LATER_SHARE = 0.3;

/** A careful question of which its article's best passage holds less is asked in other words: those teach nothing of when words tell. */
const LEAST_COVERAGE = 0.5;

/** What an offhand question counts for: there are fewer of them, and readers ask so. */
const OFFHAND_SHARE = 2;

/** The traits of the passage that fits best, and whether it answers; `share` is 0 where nothing is learned of it. */
export type AnswerCase = {
  readonly traits: AnswerTraits;
  readonly isLacking: boolean;
  readonly isRight: boolean;
  readonly share: number;
  readonly way: Way;
};

/** Learns when a passage answers, writes the weights down, and says how they do on articles that they were not learned from. */
export function trainAnswers(log: (line: string) => void): void {
  const articles = readAskedArticles(path.join(ROOT, 'corpus'));
  const cases = articles.map((asked, at) => casesOf(asked, articles[(at + 1) % articles.length] ?? asked));
  writeFileSync(WEIGHTS_FILE, `${JSON.stringify(learn(cases.flat()), null, 2)}\n`);
  const chances = learnByFolds(cases, FOLDS, (others) => learn(others.flat())).flatMap(({ item, model }) =>
    item.map(({ traits, isLacking, way }) => ({ way, chance: isLacking ? 0 : chanceOfAnswer(traits, model) })),
  );
  log(`${articles.length} articles, ${cases.flat().length} cases; answered, of articles left out:`);
  for (const from of CHANCES) {
    const shares = WAYS.map((way) => {
      const asked = chances.filter((one) => one.way === way);
      const answered = asked.filter(({ chance }) => chance >= from).length;
      return `${way} ${((100 * answered) / Math.max(1, asked.length)).toFixed(1)} %`;
    });
    log(`from a chance of ${from}: ${shares.join(', ')}`);
  }
}

function learn(cases: readonly AnswerCase[]): LinearModel {
  return learnWeights(
    ANSWER_TRAITS,
    cases.filter(({ share }) => share > 0),
    SHRINKAGE,
  );
}

/** Each question of an article asked in every way. */
export function casesOf({ article, questions }: AskedArticle, other: AskedArticle): AnswerCase[] {
  const own = { article, testimony: attribute(article) };
  const another = { article: other.article, testimony: attribute(other.article) };
  return questions.flatMap(({ question, evidence, isOffhand }) => {
    const asked = caseOf(question, own, evidence.length > 0 ? 'told' : 'untold', new Set(evidence));
    const without = evidence.length > 0 ? caseOf(question, withoutSentences(article, evidence), 'taken out') : [];
    const isTaught = isOffhand || asked.some(({ traits }) => traits.coverage >= LEAST_COVERAGE);
    const all = [...asked, ...without, ...caseOf(question, another, 'of another')];
    const times = isTaught ? (isOffhand ? OFFHAND_SHARE : 1) : 0;
    return all.map((one) => ({ ...one, share: one.share * times }));
  });
}

type Read = { readonly article: Article; readonly testimony: Testimony };

function withoutSentences(article: Article, places: readonly number[]): Read {
  const kept = article.sentences.filter((_, at) => !places.includes(at));
  const rest = readText(kept.map((span) => textAt(article.text, span)).join(' '));
  return { article: rest, testimony: attribute(rest) };
}

const NONE: ReadonlySet<number> = new Set();

function caseOf(question: string, { article, testimony }: Read, way: Way, evidence = NONE): AnswerCase[] {
  const candidates = describeCandidates(readQuestion(question, article.language, article.text), article, testimony);
  const [best] = candidates;
  if (best === undefined) return [];
  const place = candidates.slice(0, 3).findIndex(({ passage }) => evidence.has(passage.index));
  const share = way !== 'told' ? SHARES[way] : place === 0 ? SHARES.told : place > 0 ? LATER_SHARE : 0;
  return [{ ...best, isRight: way === 'told', share, way }];
}
