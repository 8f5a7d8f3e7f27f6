import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { chosen } from '#attribute/learned/choose-source.ts';
import { readConfidenceModel } from '#attribute/learned/confidence-model.ts';
import { type SourcePlace, sourcePlaces } from '#attribute/learned/source-places.ts';
import { ruledStatements } from '#attribute/ruled-statements.ts';
import { type Scan, scanArticle } from '#attribute/scan-article.ts';
import type { Statement } from '#attribute/statement.ts';
import { type Article, overlaps, type Span } from '#core/article.ts';
import { learnByFolds } from '../learn-by-folds.ts';
import type { Case } from './fit-weights.ts';
import { learnChoice } from './learn-choice.ts';
import { type Marked, type MarkedArticle, readGum, readMarked } from './read-marked.ts';
import { readSubjects, type SubjectArticle } from './read-subjects.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const WEIGHTS_FILE = path.join(ROOT, 'src/attribute/data/source-en.json');
const FOLDS = 4;
/** Picked among 0.3, 0.6, 1, 2 and 3 by articles left out. */
const DRAW = 1;

/** `isSource`: it names the source; `isRight`: it is the one to learn. */
type Candidate = SourcePlace & Case & { readonly isSource: boolean };
/** Who may be the source of a statement, and who is. */
export type SourceChoice = readonly Candidate[];

/** The choices of a marked article in which the marked source is one of the candidates. */
export function choicesOf({ article, marked }: MarkedArticle): SourceChoice[] {
  return choicesIn(article, ({ cue, content }) => {
    const [mark, other] = marked.filter(
      (one) =>
        one.cue.some((at) => overlaps(at, cue)) && one.content.some((at) => content.some((own) => overlaps(own, at))),
    );
    return mark === undefined || other !== undefined ? [] : placesOf(mark, marked);
  });
}

/** All places where the speaker of a mark is named: a source that was carried over is marked where it stands. */
function placesOf(mark: Marked, marked: readonly Marked[]): readonly Span[] {
  if (mark.speaker === null) return mark.source;
  return marked.filter(({ speaker }) => speaker === mark.speaker).flatMap(({ source }) => source);
}

/** The choices of a text whose verbs have subjects in a treebank. */
export function choicesOfTreebank({ article, subjects }: SubjectArticle): SourceChoice[] {
  return choicesIn(article, ({ cue }) => {
    const found = subjects.find(({ verb }) => verb.start >= cue.start && verb.end <= cue.end);
    return found === undefined ? [] : [found.subject];
  });
}

type Told = { readonly cue: Span; readonly content: readonly Span[] };

function choicesIn(article: Article, sourceOf: (told: Told) => readonly Span[]): SourceChoice[] {
  const scan = scanArticle(article);
  const all = ruledStatements(scan).toSorted((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
  return all.flatMap(({ cue, content }, at) => {
    const right = cue === null ? [] : sourceOf({ cue, content });
    const choice = right.length === 0 ? [] : judge(scan, all, at, right);
    return choice.some(({ isRight }) => isRight) ? [choice] : [];
  });
}

/** Where the rules are right they alone are: another phrase for the same one is no better. */
function judge(scan: Scan, all: readonly Statement[], at: number, right: readonly Span[]): SourceChoice {
  const places = sourcePlaces(scan, all, at);
  const isIn = ({ source }: SourcePlace) =>
    right.some(
      (span) => overlaps(span, source.span) || (source.antecedent !== null && overlaps(span, source.antecedent)),
    );
  const isRuledRight = places.some((place) => place.isRuled && isIn(place));
  return places.map((place) => {
    const isSource = isIn(place);
    return { ...place, isSource, isRight: isSource && (place.isRuled || !isRuledRight) };
  });
}

/** Weights for the choice, as they are shipped. */
export function sourceWeights(choices: readonly SourceChoice[]): string {
  const weights = learnChoice(choices, DRAW);
  return `${JSON.stringify({ count: Object.keys(weights).length, weights }, null, 2)}\n`;
}

/**
 * Learns which phrase is the source, from `corpus/`, GUM and treebanks, writes the weights down, and says how often they and the rules
 * alone find it in articles that they were not learned from.
 */
export function trainSources(
  gum: string | undefined,
  treebanks: string | undefined,
  log: (line: string) => void,
): void {
  const sets = {
    corpus: readMarked(path.join(ROOT, 'corpus')).map(choicesOf),
    GUM: gum === undefined ? [] : readGum(gum).map(choicesOf),
    treebanks: treebanks === undefined ? [] : readSubjects(treebanks).map(choicesOfTreebank),
  };
  writeFileSync(WEIGHTS_FILE, sourceWeights(Object.values(sets).flat(2)));
  for (const [name, articles] of Object.entries(sets)) {
    const others = Object.entries(sets).flatMap(([other, list]) => (other === name ? [] : list.flat()));
    const learn = (rest: Readonly<typeof articles>) =>
      readConfidenceModel(JSON.parse(sourceWeights([...rest.flat(), ...others])));
    const unseen = learnByFolds(articles, FOLDS, learn).flatMap(({ item, model }) =>
      item.map((choice) => ({
        learned: chosen(model, choice)?.isSource === true,
        ruled: choice.some(({ isRuled, isSource }) => isRuled && isSource),
      })),
    );
    const count = (key: 'learned' | 'ruled') => unseen.filter((one) => one[key]).length;
    log(
      `${name}: of ${unseen.length} sources among several phrases ${count('learned')} are found, by the rules ${count('ruled')}`,
    );
  }
}
