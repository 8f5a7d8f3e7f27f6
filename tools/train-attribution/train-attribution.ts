import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { chanceOf, readConfidenceModel } from '#attribute/learned/confidence-model.ts';
import { learnByFolds } from '../learn-by-folds.ts';
import { judgeStatements } from './judge-statements.ts';
import { readGum, readMarked } from './read-marked.ts';
import { type Answer, brierOf, reliabilityOf } from './reliability.ts';
import { weightsFile } from './weights-file.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const WEIGHTS_FILE = path.join(ROOT, 'src/attribute/data/confidence-en.json');

/** A statement is weighed by weights that were learned without its article's fold. */
const FOLDS = 8;

/**
 * Learns how sure a statement is from `corpus/`, and from GUM's attributions where their file is given (the weights that are shipped are),
 * writes the weights down, and says how honest they are about articles that they were not learned from.
 */
export function trainAttribution(gum: string | undefined, log: (line: string) => void): void {
  const articles = readMarked(path.join(ROOT, 'corpus')).map(judgeStatements);
  const more = gum === undefined ? [] : readGum(gum).flatMap(judgeStatements);
  writeFileSync(WEIGHTS_FILE, weightsFile([...articles.flat(), ...more]));
  const learn = (others: Readonly<typeof articles>) =>
    readConfidenceModel(JSON.parse(weightsFile([...others.flat(), ...more])));
  const unseen = learnByFolds(articles, FOLDS, learn).flatMap(({ item, model }) =>
    item.map(({ byRule, features, isRight }): Answer => ({ confidence: chanceOf(model, byRule, features), isRight })),
  );
  const rules = articles.flat().map(({ byRule, isRight }): Answer => ({ confidence: byRule, isRight }));
  const right = unseen.filter(({ isRight }) => isRight).length;
  log(
    `${articles.length} articles, ${unseen.length} statements, ${((100 * right) / unseen.length).toFixed(1)} % right; ${more.length} of GUM`,
  );
  log(`Brier score of articles left out: learned ${brierOf(unseen).toFixed(4)}, by rule ${brierOf(rules).toFixed(4)}`);
  log('learned, articles left out:');
  for (const line of reliabilityOf(unseen)) log(line);
  log('by rule:');
  for (const line of reliabilityOf(rules)) log(line);
}
