import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { findDisagreements, isComparable } from '#summarize/extractive/disagreements/find-disagreements.ts';
import {
  type DifferenceModel,
  describePair,
} from '#summarize/extractive/disagreements/learned/chance-of-difference.ts';
import { listPairs } from '#summarize/extractive/disagreements/list-pairs.ts';
import { type DisagreementScore, scoreDisagreements } from '../../bench/score-briefing.ts';
import { matchTestimony } from '../../bench/score-testimony.ts';
import { sumTallies } from '../../bench/tally.ts';
import { learnByFolds } from '../learn-by-folds.ts';
import type { Case } from '../train-attribution/fit-weights.ts';
import { learnDecision } from '../train-attribution/learn-decision.ts';
import {
  type DifferingArticle,
  readDifferingBench,
  readDifferingCorpus,
  readDifferingStories,
  readPlainDocuments,
} from './read-differing-articles.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const WEIGHTS_FILE = path.join(ROOT, 'src/summarize/extractive/data/difference-weights.json');
const FOLDS = 8;

/** Picked among 2, 4, 8 and 16 by articles left out. */
const DRAW = 8;

/** Weighs nothing before anything is learned. */
const EVEN = 0.5;

/** The pairs of an article that may differ without a word that tells, and whether they are marked to. */
export function casesOf({ gold, article, testimony, passages }: DifferingArticle): Case[] {
  const sides = sidesOf({ gold, article, testimony });
  return listPairs(article, testimony, passages)
    .filter(isComparable)
    .map((pair) => {
      const [ones, others] = [pair.first, pair.second].map(({ attribution }) => sides.get(attribution.id) ?? []);
      const isRight = (ones ?? []).some((one) =>
        (others ?? []).some(({ matter, side }) => matter === one.matter && side !== one.side),
      );
      return { byRule: EVEN, features: ['bias', ...describePair(pair)], isRight };
    });
}

type Example = { readonly one: DifferingArticle; readonly cases: readonly Case[] };

type Side = { readonly matter: number; readonly side: number };

/** On which sides of which differences each statement is marked. */
function sidesOf({ gold, article, testimony }: Omit<DifferingArticle, 'passages'>): Map<string, Side[]> {
  const sides = new Map<string, Side[]>();
  const idOf = new Map(matchTestimony(gold, article.text, testimony).map((match) => [match.gold, match.id]));
  for (const [matter, difference] of gold.disagreements.entries()) {
    for (const [side, members] of difference.sides.entries()) {
      for (const id of members.flatMap((member) => idOf.get(member) ?? []))
        sides.set(id, [...(sides.get(id) ?? []), { matter, side }]);
    }
  }
  return sides;
}

/** Weights of traits, from pairs that are marked to differ and others. */
export function learnDifferences(cases: readonly Case[]): DifferenceModel {
  return learnDecision(cases, DRAW);
}

/**
 * Learns when two statements differ, from the marks of `corpus/`, of `corpus/differing/`, of `corpus/agreeing/` and of `bench/articles/`, and
 * that they do not from the documents of `gum`; writes the weights down, and says how byline does with such weights on articles that were
 * left out. Ordinary news teaches how rare differences are: from articles alone that were written for them, they are seen everywhere.
 */
export function trainDifferences(gum: string | undefined, log: (line: string) => void): void {
  const folder = path.join(ROOT, 'corpus');
  const marked: Readonly<Record<string, readonly DifferingArticle[]>> = {
    'corpus/': readDifferingCorpus(folder),
    'corpus/differing/': readDifferingStories(folder, 'differing'),
    'corpus/agreeing/': readDifferingStories(folder, 'agreeing'),
    'bench/articles/': readDifferingBench(),
    GUM: gum === undefined ? [] : readPlainDocuments(gum),
  };
  const examples: readonly Example[] = Object.values(marked)
    .flat()
    .map((one) => ({ one, cases: casesOf(one) }));
  const learn = (some: readonly Example[]) => learnDifferences(some.flatMap(({ cases }) => cases));
  const model = learn(examples);
  writeFileSync(WEIGHTS_FILE, `${JSON.stringify(model, null, 2)}\n`);
  const scores = new Map(
    learnByFolds(examples, FOLDS, learn).map(({ item: { one }, model: unseen }) => [one, scoreOf(one, unseen)]),
  );
  const pairs = examples.flatMap(({ cases }) => cases);
  log(
    `${examples.length} articles, ${pairs.length} pairs, ${pairs.filter(({ isRight }) => isRight).length} of them marked`,
  );
  for (const [name, articles] of Object.entries(marked)) {
    log(`${articles.length} articles of ${name} left out: ${shares(articles.flatMap((one) => scores.get(one) ?? []))}`);
  }
}

function scoreOf({ gold, article, testimony, passages }: DifferingArticle, model: DifferenceModel): DisagreementScore {
  const disagreements = findDisagreements(listPairs(article, testimony, passages), article, passages, model);
  return scoreDisagreements(gold, article.text, { ...testimony, disagreements });
}

function shares(scores: readonly DisagreementScore[]): string {
  const found = sumTallies(scores.map(({ recall }) => recall));
  const right = sumTallies(scores.map(({ precision }) => precision));
  return `${found.hits} of ${found.tries} found, ${right.hits} of ${right.tries} told right`;
}
