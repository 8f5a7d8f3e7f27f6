import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { settleArticle } from '#attribute/attribute.ts';
import { chooserOf, type PersonChooser } from '#attribute/learned/choose-person.ts';
import { readConfidenceModel } from '#attribute/learned/confidence-model.ts';
import type { PersonCandidate } from '#attribute/sources/person-candidate.ts';
import type { Article } from '#core/article.ts';
import { loadGold } from '../../bench/load-gold.ts';
import { likeness } from '../../bench/measure-overlap.ts';
import { pairUp } from '../../bench/pair-up.ts';
import { readMarked } from '../../bench/read-marked.ts';
import { sameName } from '../../bench/same-name.ts';
import { type MarkedStatement, placeGold } from '../../bench/score-testimony.ts';
import { learnByFolds } from '../learn-by-folds.ts';
import { readCorpus, readStories } from '../read-corpus.ts';
import { type Choice, learnChoice } from './learn-choice.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const WEIGHTS_FILE = path.join(ROOT, 'src/attribute/data/person-en.json');
const FOLDS = 8;
/** Picked among 0.3, 1 and 3 by articles left out. */
const DRAW = 3;
/** Weighs nothing before anything is learned. */
const EVEN = 0.5;

/** An article and who says what in it. */
type ToldArticle = {
  readonly article: Article;
  readonly gold: { readonly attributions: readonly MarkedStatement[] };
};

/** Whom one pronoun may mean, and which of them it is marked to mean. */
type PersonChoice = { readonly candidates: readonly PersonCandidate[]; readonly isRight: readonly boolean[] };

/** Contents that share half of all their characters or more are the same statement. */
const SAME_FROM = 0.5;

const PERSONAL = /^(?:he|she|him|her)$/i;
const FULL_NAME = /^\p{Lu}\S+ \p{Lu}\S+$/u;

/** Every "he" and "she" of an article that says something marked, each resolved as it is marked before the next is asked about. */
export function personChoicesOf({ article, gold }: ToldArticle): PersonChoice[] {
  const meant = speakersOfPronouns({ article, gold });
  const names = [...new Set(gold.attributions.map(({ speaker }) => speaker))];
  const choices: PersonChoice[] = [];
  const teach: PersonChooser = (candidates, at) => {
    const mark = meant.get(at);
    if (mark === undefined) return takeNearest(candidates, at);
    const isNamed = mark.named ?? FULL_NAME.test(mark.speaker);
    const isRight = candidates.map(({ bearer }) => sameName(mark.speaker, bearer.name, isNamed, names));
    choices.push({ candidates, isRight });
    const right = candidates[isRight.indexOf(true)];
    return right === undefined ? takeNearest(candidates, at) : { bearer: right.bearer, chance: 1 };
  };
  settleArticle(article, teach);
  return choices;
}

/** Where each pronoun stands that is the source of a marked statement, and whose statement it is. */
function speakersOfPronouns({ article, gold }: ToldArticle): Map<number, MarkedStatement> {
  const placed = placeGold(gold, article.text);
  const { settled } = settleArticle(article, takeNearest);
  const alike = ({ content }: (typeof placed)[number], { statement }: (typeof settled)[number]) =>
    likeness(content, statement.content);
  const found = new Map<number, MarkedStatement>();
  for (const { left, right } of pairUp(placed, settled, alike, SAME_FROM)) {
    const mark = placed[left]?.gold;
    const source = settled[right]?.statement.source;
    const span = source?.antecedent ?? source?.span;
    if (mark !== undefined && span !== undefined && PERSONAL.test(article.text.slice(span.start, span.end)))
      found.set(span.start, mark);
  }
  return found;
}

/** Whom nothing is learned about: so that what is learned does not hang on what was learned before. */
const takeNearest: PersonChooser = ([first]) => (first === undefined ? null : { bearer: first.bearer, chance: 1 });

/** Weights for the choice, as they are shipped. */
export function personWeights(choices: readonly PersonChoice[]): string {
  const learnable = choices.filter(({ isRight }) => isRight.includes(true));
  const weights = learnChoice(learnable.map(casesOf), DRAW);
  return `${JSON.stringify({ count: Object.keys(weights).length, weights }, null, 2)}\n`;
}

function casesOf({ candidates, isRight }: PersonChoice): Choice {
  return candidates.map(({ traits }, i) => ({ byRule: EVEN, features: traits, isRight: isRight[i] === true }));
}

/**
 * Learns whom "he" and "she" mean, from `corpus/`, `corpus/differing/` and `bench/articles/`, writes the weights down, and says how often
 * they find the right one in articles that they were not learned from.
 */
export function trainPersons(log: (line: string) => void): void {
  const corpus = path.join(ROOT, 'corpus');
  const sets: Record<string, readonly PersonChoice[][]> = {
    'corpus/': readCorpus(corpus).map(({ file, article }) => personChoicesOf({ gold: file, article })),
    'corpus/differing/': readStories(corpus, 'differing').map(({ file, article }) =>
      personChoicesOf({ gold: file, article }),
    ),
    'bench/articles/': loadGold('articles').map((gold) => personChoicesOf({ gold, article: readMarked(gold).article })),
  };
  const articles = Object.entries(sets).flatMap(([name, list]) => list.map((choices) => ({ name, choices })));
  const weightsOf = (some: Readonly<typeof articles>) => personWeights(some.flatMap(({ choices }) => choices));
  writeFileSync(WEIGHTS_FILE, weightsOf(articles));
  const unseen = learnByFolds(articles, FOLDS, (some) => chooserOf(readConfidenceModel(JSON.parse(weightsOf(some)))));
  for (const name of Object.keys(sets)) {
    const own = unseen.filter(({ item }) => item.name === name);
    const all = own.flatMap(({ item, model }) => item.choices.map((choice) => isFound(choice, model)));
    log(`${name}: of ${all.length} pronouns ${all.filter((isRight) => isRight).length} are resolved rightly`);
  }
}

function isFound({ candidates, isRight }: PersonChoice, chooser: PersonChooser): boolean {
  const chosen = chooser(candidates, 0);
  return isRight[candidates.findIndex(({ bearer }) => bearer === chosen?.bearer)] === true;
}
