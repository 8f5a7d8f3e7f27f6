import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Article, textAt } from '#core/article.ts';
import { chanceAt, type LinearModel } from '#core/linear-model.ts';
import { describePieces, TRAITS } from '#verify/describe-pieces.ts';
import { createGround } from '#verify/ground.ts';
import { PIECED_FROM, probabilityOf } from '#verify/score-pieces.ts';
import { learnByFolds } from '../learn-by-folds.ts';
import { readCorpus } from '../read-corpus.ts';
import { SeededRandom } from '../train-parser/seeded-random.ts';
import { exchange, leaveOut, readSentenceTree, splice, standAlone } from './put-together.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const WEIGHTS_FILE = path.join(ROOT, 'src/verify/data/pieces-weights.json');

/** A sentence that was put together from an article's, and whether rightly. */
export type MadeSentence = { readonly traits: Readonly<Record<string, number>>; readonly isRight: boolean };

/** An article is judged by weights that were learned without its fold. */
const FOLDS = 8;

/** Learns by which seams a wrongly made sentence is known, writes the weights down, and says how they do on articles left out. */
export function trainPieces(log: (line: string) => void): void {
  const random = new SeededRandom(1);
  const made = readCorpus(path.join(ROOT, 'corpus')).map(({ article }) => makeSentences(article, random));
  const weights = learnPieces(made.flat());
  writeFileSync(WEIGHTS_FILE, `${JSON.stringify(weights, null, 2)}\n`);
  const judged = learnByFolds(made, FOLDS, (others) => learnPieces(others.flat())).flatMap(({ item, model }) =>
    item.map(({ traits, isRight }) => ({ isRight, isPassed: probabilityOf(traits, model) >= 0.5 })),
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

function makeSentences(article: Article, random: SeededRandom): MadeSentence[] {
  const ground = createGround(article, { sources: [], attributions: [] });
  const sentences = article.sentences
    .map((span) => readSentenceTree(textAt(article.text, span)))
    .filter(({ tokens }) => tokens.length >= FEWEST_TOKENS && tokens.length < MOST_TOKENS);
  return sentences.flatMap((sentence) => {
    const right = [
      random.next() < COPIED ? sentence.text : null,
      leaveOut(sentence, random),
      standAlone(sentence, random),
    ];
    const wrong = [exchange(sentence, sentences, random), splice(sentence, sentences, random)];
    return [...right, ...wrong].flatMap((text, at) => {
      const pieces = text === null ? null : describePieces(text, ground);
      if (pieces === null || pieces.copied < PIECED_FROM) return [];
      return [{ traits: pieces.traits, isRight: at < right.length }];
    });
  });
}

const STEPS = 1_000;
const STEP_SIZE = 5;

/**
 * Pulls weights towards 0. Strong: what is made here breaks in few ways, and what people and models write in more, so no one trait
 * may decide alone.
 */
const SHRINKAGE = 0.005;

/** Rounded, so that the last bits of another machine's arithmetic do not show in the file. */
const DECIMALS = 3;

/** Logistic regression by gradient descent; right and wrong ones count as much however many they are. */
export function learnPieces(made: readonly MadeSentence[]): LinearModel {
  const width = TRAITS.length;
  const rows = Float64Array.from(made.flatMap(({ traits }) => TRAITS.map((name) => traits[name] ?? 0)));
  const rights = made.filter(({ isRight }) => isRight).length;
  const weights = new Float64Array(width);
  let bias = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const slopes = weights.map((weight) => -SHRINKAGE * weight);
    let slope = 0;
    for (const [at, { isRight }] of made.entries()) {
      const row = rows.subarray(at * width, (at + 1) * width);
      let logit = bias;
      for (let trait = 0; trait < width; trait += 1) logit += (row[trait] ?? 0) * (weights[trait] ?? 0);
      const error = ((isRight ? 1 : 0) - chanceAt(logit)) * (0.5 / (isRight ? rights : made.length - rights));
      slope += error;
      for (let trait = 0; trait < width; trait += 1) slopes[trait] = (slopes[trait] ?? 0) + error * (row[trait] ?? 0);
    }
    for (let trait = 0; trait < width; trait += 1)
      weights[trait] = (weights[trait] ?? 0) + STEP_SIZE * (slopes[trait] ?? 0);
    bias += STEP_SIZE * slope;
  }
  return {
    bias: Number(bias.toFixed(DECIMALS)),
    weights: Object.fromEntries(TRAITS.map((name, trait) => [name, Number((weights[trait] ?? 0).toFixed(DECIMALS))])),
  };
}
