import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Article, textAt } from '#core/article.ts';
import type { LinearModel } from '#core/linear-model.ts';
import { createGround } from '#verify/ground.ts';
import { describePieces, TRAITS } from '#verify/support/describe-pieces.ts';
import { describeTaken } from '#verify/support/describe-taken.ts';
import { ORIGIN_TRAITS, PIECED_FROM, probabilityOf, takenRightly } from '#verify/support/score-pieces.ts';
import { learnByFolds } from '../learn-by-folds.ts';
import { readCorpus } from '../read-corpus.ts';
import { SeededRandom } from '../train-parser/seeded-random.ts';
import { learnWeights, type MadeSentence } from './learn-weights.ts';
import { creditBehind, join, makePassive, moveAside } from './put-otherwise.ts';
import {
  exchange,
  exchangeVerb,
  leaveOut,
  readSentenceTree,
  splice,
  standAlone,
  swapWithin,
  type Tree,
  tear,
  withoutCredit,
} from './put-together.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const DATA = path.join(ROOT, 'src/verify/data');

/** An article is judged by weights that were learned without its fold. */
const FOLDS = 8;

/** Learns by which traits a wrongly made sentence is known, writes the weights down, and says how they do on articles left out. */
export function trainPieces(log: (line: string) => void): void {
  const articles = readCorpus(path.join(ROOT, 'corpus')).map(({ article }) => article);
  const pieces = new SeededRandom(1);
  log('by what words are tied to:');
  trainOne(
    'pieces-weights.json',
    articles.map((article) => makePieces(article, pieces)),
    learnPieces,
    probabilityOf,
    log,
  );
  const taken = new SeededRandom(1);
  log('by where words are taken from as well:');
  trainOne(
    'taken-weights.json',
    articles.map((article) => makeTaken(article, taken)),
    learnTaken,
    takenRightly,
    log,
  );
}

function trainOne(
  file: string,
  made: readonly (readonly MadeSentence[])[],
  learn: (made: readonly MadeSentence[]) => LinearModel,
  judge: (traits: MadeSentence['traits'], model: LinearModel) => number,
  log: (line: string) => void,
): void {
  writeFileSync(path.join(DATA, file), `${JSON.stringify(learn(made.flat()), null, 2)}\n`);
  const judged = learnByFolds(made, FOLDS, (others) => learn(others.flat())).flatMap(({ item, model }) =>
    item.map(({ traits, isRight }) => ({ isRight, isPassed: judge(traits, model) >= 0.5 })),
  );
  const right = judged.filter(({ isRight }) => isRight);
  const wrong = judged.filter(({ isRight }) => !isRight);
  const share = (part: number, all: number) => `${((100 * part) / all).toFixed(1)} %`;
  log(`${made.length} articles, ${right.length} sentences made rightly, ${wrong.length} wrongly`);
  log(
    `articles left out: ${share(right.filter(({ isPassed }) => isPassed).length, right.length)} of the right ones pass, ` +
      `${share(wrong.filter(({ isPassed }) => !isPassed).length, wrong.length)} of the wrong ones do not`,
  );
}

/** Tokens of a sentence that has parts to leave out or to exchange, and of one that is no list. */
const FEWEST_TOKENS = 8;
const MOST_TOKENS = 60;

/** One in three is held as it stands. */
const COPIED = 0.3;

/** A sentence that something is made of, and the one behind it. */
type Given = { readonly sentence: Tree; readonly next: Tree | undefined };

function readTrees({ sentences, text }: Article): Given[] {
  const trees = sentences.map((span) => readSentenceTree(textAt(text, span)));
  return trees.flatMap((sentence, at) =>
    sentence.tokens.length >= FEWEST_TOKENS && sentence.tokens.length < MOST_TOKENS
      ? [{ sentence, next: trees[at + 1] }]
      : [],
  );
}

function makePieces(article: Article, random: SeededRandom): MadeSentence[] {
  const ground = createGround(article, { sources: [], attributions: [] });
  const given = readTrees(article);
  const sentences = given.map(({ sentence }) => sentence);
  return given.flatMap((one) => {
    const { sentence } = one;
    const right = [
      random.next() < COPIED ? sentence.text : null,
      leaveOut(sentence, random),
      standAlone(sentence, random),
      ...reword(one, random),
    ];
    const wrong = [exchange(sentence, sentences, random), splice(sentence, sentences, random)];
    return [...right, ...wrong].flatMap((text, at) => {
      const pieces = text === null ? null : describePieces(text, ground);
      if (pieces === null || pieces.copied < PIECED_FROM) return [];
      return [{ traits: pieces.traits, isRight: at < right.length }];
    });
  });
}

/** Wrong ones of more kinds, each alone; and one in two with parts left out as well, for what is written wrongly is rarely whole. */
function makeTaken(article: Article, random: SeededRandom): MadeSentence[] {
  const ground = createGround(article, { sources: [], attributions: [] });
  const given = readTrees(article);
  const sentences = given.map(({ sentence }) => sentence);
  return given.flatMap((one) => {
    const { sentence } = one;
    const right = makeRightly(one, random);
    const wrong = [
      exchange(sentence, sentences, random),
      splice(sentence, sentences, random),
      tear(sentence, random),
      swapWithin(sentence, random),
      exchangeVerb(sentence, sentences, random),
    ];
    const less = wrong.map((text) =>
      text === null || random.next() < 0.5 ? null : leaveOut(readSentenceTree(text), random),
    );
    return [...right, ...wrong, ...less].flatMap((text, at) => {
      const pieces = text === null ? null : describePieces(text, ground);
      const origins = text === null ? null : describeTaken(text, ground);
      if (pieces === null || origins === null) return [];
      return [{ traits: { ...pieces.traits, ...origins }, isRight: at < right.length }];
    });
  });
}

function makeRightly(given: Given, random: SeededRandom): (string | null)[] {
  const { sentence } = given;
  const less = leaveOut(sentence, random);
  return [
    random.next() < COPIED ? sentence.text : null,
    less,
    less === null ? null : leaveOut(readSentenceTree(less), random),
    standAlone(sentence, random),
    withoutCredit(sentence, random),
    ...reword(given, random),
  ];
}

/** In another order, as a person would tell it. */
function reword({ sentence, next }: Given, random: SeededRandom): (string | null)[] {
  return [
    moveAside(sentence, random),
    makePassive(sentence),
    join(sentence, next, random),
    creditBehind(sentence, random),
  ];
}

/** Strongly shrunk: what is made here breaks in few ways, and what people and models write in more, so no one trait may decide alone. */
export function learnPieces(made: readonly MadeSentence[]): LinearModel {
  return learnWeights(made, TRAITS, { stepSize: 5, shrinkage: 0.005, isScaled: false });
}

function learnTaken(made: readonly MadeSentence[]): LinearModel {
  return learnWeights(made, ORIGIN_TRAITS, { stepSize: 1, shrinkage: 0.02, isScaled: true });
}
