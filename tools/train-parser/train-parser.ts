import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { coarseOf, type EnglishModel, readWeights, tagKey } from '#language/english-model.ts';
import { ROOT_LABEL } from '#language/parse-words.ts';
import type { TagName } from '#language/tag.ts';
import { tagWords } from '#language/tag-words.ts';
import { readLexicon, wordClass } from '#language/word-classes.ts';
import { type WordForm, wordForm } from '#language/word-form.ts';
import { makeTable } from '#language/word-table.ts';
import cues from '../../src/attribute/data/cues-en.json' with { type: 'json' };
import { goldTree, MOVES } from './arc-oracle.ts';
import { learnLemmas } from './learn-lemmas.ts';
import { learnLexicon } from './learn-lexicon.ts';
import { type Learned, packWeights } from './pack-weights.ts';
import { Perceptron } from './perceptron.ts';
import { type GoldWord, readConllu } from './read-conllu.ts';
import { SeededRandom } from './seeded-random.ts';
import { trainArcs } from './train-arcs.ts';
import { type Tagged, trainTagger } from './train-tagger.ts';

/** Where the weights lie that byline ships. */
const WEIGHTS_FILE: string = path.join(import.meta.dirname, '../../src/language/weights/english.br');

const SEED = 12_345;
const TAGGER_ROWS = 2 ** 17;
const MOVE_ROWS = 2 ** 19;
const LABEL_ROWS = 2 ** 16;
const TAGGER_ROUNDS = 7;
const ARC_ROUNDS = 10;
/** Tags for learning trees are given by taggers that have not seen the sentence, else the parser trusts tags that it will not get. */
const FOLDS = 4;
const FOLD_ROUNDS = 3;
/** Rarer tags and labels cannot be learned: they count as the commonest of their kind. */
const TAG_SEEN = 8;
const LABEL_SEEN = 25;

/** Verbs of saying that attribution goes by: news has more of them than the treebanks. */
const SAYING_VERBS = Object.values(cues)
  .flatMap(({ verbs }) => verbs)
  .filter((verb) => !verb.includes(' '));

/** Learns tagger, parser and lemmas from the `*-train.conllu` of a folder, and writes them down. */
export function trainParser(treebanks: string, log: (line: string) => void): void {
  const files = readdirSync(treebanks)
    .filter((name) => name.endsWith('-train.conllu'))
    .toSorted();
  const sentences = files.flatMap((name) => readConllu(readFileSync(path.join(treebanks, name), 'utf8')));
  const words = sentences.flatMap((sentence) => sentence.words);
  log(`${files.length} treebanks, ${sentences.length} sentences, ${words.length} words, seed ${SEED}`);

  const random = new SeededRandom(SEED);
  const tags = readTags(words);
  const labels = readLabels(words);
  const lemmas = learnLemmas(words);
  const lexicon = learnLexicon(words, SAYING_VERBS);
  const known = readLexicon(lexicon);
  const tagged = sentences.map(
    (sentence): Tagged => ({
      words: sentence.words.map(({ form }) => {
        const seen = wordForm(form);
        return { form: seen, class: wordClass(known, seen.plain) };
      }),
      tags: sentence.words.map((word) => numberOf(tags, word)),
    }),
  );
  const sizes = { rows: TAGGER_ROWS, classes: tags.length };
  const crossed = crossTag(tagged, { tags, labels: [], lemmas, lexicon }, random);
  log(`tags by folds: ${shareRight(tagged, crossed)} % right`);
  const tagger = trainTagger(tagged, { ...sizes, rounds: TAGGER_ROUNDS }, random);
  log('tagger done');
  const trees = sentences.map((sentence, i) => ({
    table: makeTable(namesOnly(tags, lemmas), formsOf(tagged[i]), crossed[i] ?? new Int32Array(0)),
    tree: goldTree(sentence.words.map(({ head }) => head)),
    labels: sentence.words.map(({ relation }) => labelOf(labels, relation)),
  }));
  const arcs = trainArcs(
    trees,
    { moveRows: MOVE_ROWS, labelRows: LABEL_ROWS, labels: labels.length, rounds: ARC_ROUNDS },
    random,
    log,
  );
  const packed = packWeights({ tags, labels, lemmas, lexicon, tagger, moves: arcs.moves, labeller: arcs.labels });
  writeFileSync(WEIGHTS_FILE, packed);
  const hash = createHash('sha256').update(brotliDecompressSync(packed)).digest('hex');
  log(`${WEIGHTS_FILE}: ${(packed.length / 1e6).toFixed(2)} MB, sha256 of what is packed ${hash}`);
}

/** Tags each quarter of the sentences by what the other three teach. */
function crossTag(
  tagged: readonly Tagged[],
  names: Pick<Learned, 'tags' | 'labels' | 'lemmas' | 'lexicon'>,
  random: SeededRandom,
): Int32Array[] {
  const order = random.shuffled(tagged.map((_, i) => i));
  const given: Int32Array[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const others = order.filter((_, i) => i % FOLDS !== fold).flatMap((i) => tagged[i] ?? []);
    const tagger = trainTagger(others, { rows: TAGGER_ROWS, classes: names.tags.length, rounds: FOLD_ROUNDS }, random);
    const none = new Perceptron(2, MOVES.length);
    const learned = { ...names, tagger, moves: none, labeller: none };
    const model = readWeights(brotliDecompressSync(packWeights(learned)));
    for (const i of order.filter((_, place) => place % FOLDS === fold)) given[i] = tagWords(model, formsOf(tagged[i]));
  }
  return given;
}

function formsOf(sentence: Tagged | undefined): WordForm[] {
  return sentence?.words.map(({ form }) => form) ?? [];
}

/** Coarse and fine tags together, the frequent ones. */
function readTags(words: readonly GoldWord[]): TagName[] {
  const groups = Map.groupBy(words, tagKey);
  return [...groups]
    .filter(([, group]) => group.length >= TAG_SEEN)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => group.slice(0, 1))
    .map(({ coarse, fine }) => ({ coarse, fine }));
}

function numberOf(tags: readonly TagName[], { coarse, fine }: GoldWord): number {
  const exact = tags.findIndex((tag) => tag.coarse === coarse && tag.fine === fine);
  return exact >= 0
    ? exact
    : Math.max(
        0,
        tags.findIndex((tag) => tag.coarse === coarse),
      );
}

function readLabels(words: readonly GoldWord[]): string[] {
  const groups = Map.groupBy(words, ({ relation }) => relation);
  const common = [...groups].filter(([name, group]) => name !== 'root' && group.length >= LABEL_SEEN);
  return ['root', ...common.map(([name]) => name).toSorted()];
}

/** A rare label counts as the one that it refines: "obl:agent" as "obl". */
function labelOf(labels: readonly string[], relation: string): number {
  const known = [relation, relation.split(':')[0] ?? '', 'dep'].map((name) => labels.indexOf(name));
  return known.find((label) => label > ROOT_LABEL) ?? ROOT_LABEL + 1;
}

/** As much of a model as a table of words needs. */
function namesOnly(tags: readonly TagName[], lemmas: EnglishModel['lemmas']): Parameters<typeof makeTable>[0] {
  return { tags, coarse: coarseOf(tags), lemmas };
}

function shareRight(tagged: readonly Tagged[], given: readonly Int32Array[]): string {
  const right = tagged.flatMap(({ tags }, i) => tags.map((tag, at) => given[i]?.[at] === tag));
  return ((100 * right.filter(Boolean).length) / right.length).toFixed(2);
}
