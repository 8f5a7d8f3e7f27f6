import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { likeliest } from '#attribute/learned/choose-end.ts';
import { readConfidenceModel } from '#attribute/learned/confidence-model.ts';
import { type EndPlace, endPlaces, markedEnd } from '#attribute/learned/end-places.ts';
import { ruledStatements } from '#attribute/ruled-statements.ts';
import { scanArticle } from '#attribute/scan-article.ts';
import { learnByFolds } from '../learn-by-folds.ts';
import { type MarkedArticle, readGum, readMarked } from './read-marked.ts';
import { weightsFile } from './weights-file.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const WEIGHTS_FILE = path.join(ROOT, 'src/attribute/data/content-end-en.json');
const FOLDS = 8;
/** Picked among 1, 2, 4 and 8 by articles left out. */
const DRAW = 1;

/** A clause behind a cue: where it may end, and where it is marked to. */
type Clause = { readonly places: readonly EndPlace[]; readonly end: number };

/** The clauses of a marked article whose marked end is one of the places. */
export function clausesOf({ article, marked }: MarkedArticle): Clause[] {
  const scan = scanArticle(article);
  return ruledStatements(scan).flatMap((statement) => {
    const places = endPlaces(scan, statement);
    const end = marked.map((mark) => markedEnd(scan, statement, places, mark)).find((at) => at >= 0);
    return end === undefined ? [] : [{ places, end }];
  });
}

/** Weights for the choice among places, as they are shipped. */
export function endWeights(clauses: readonly Clause[]): string {
  const cases = clauses.flatMap(({ places, end }) =>
    places.map(({ at, byRule, features }) => ({ byRule, features, isRight: at === end })),
  );
  return weightsFile(cases, DRAW);
}

/**
 * Learns where the clause that somebody says ends, from `corpus/` and GUM, writes the weights down, and says how often they and the rules
 * alone find the end in articles that they were not learned from.
 */
export function trainEnds(gum: string | undefined, log: (line: string) => void): void {
  const sets = {
    corpus: readMarked(path.join(ROOT, 'corpus')).map(clausesOf),
    GUM: gum === undefined ? [] : readGum(gum).map(clausesOf),
  };
  writeFileSync(WEIGHTS_FILE, endWeights([...sets.corpus.flat(), ...sets.GUM.flat()]));
  for (const [name, articles] of Object.entries(sets)) {
    const others = Object.entries(sets).flatMap(([other, list]) => (other === name ? [] : list.flat()));
    const learn = (rest: Readonly<typeof articles>) =>
      readConfidenceModel(JSON.parse(endWeights([...rest.flat(), ...others])));
    const unseen = learnByFolds(articles, FOLDS, learn).flatMap(({ item, model }) =>
      item.map(({ places, end }) => ({
        learned: likeliest(model, places)?.at === end,
        ruled: likeliest(new Map(), places)?.at === end,
      })),
    );
    const count = (key: 'learned' | 'ruled') => unseen.filter((one) => one[key]).length;
    log(
      `${name}: of ${unseen.length} clauses the end is found of ${count('learned')}, by the rules of ${count('ruled')}`,
    );
  }
}
