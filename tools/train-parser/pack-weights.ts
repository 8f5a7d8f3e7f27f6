import { brotliCompressSync, constants } from 'node:zlib';
import type { EnglishModel, WeightsHeader } from '#language/english-model.ts';
import type { Perceptron } from './perceptron.ts';

/** Of 10,000 weights, five may be cut to the largest that fits eight bits: the rest is the finer for it. */
const UNCUT = 0.9995;
const LARGEST = 127;
/** Smaller weights in the eight bits say little: leaving them out halves the file and changes LAS by 0.2 at most. */
const SMALLEST_TAGGING = 8;
const SMALLEST_PARSING = 12;

export type Learned = Pick<EnglishModel, 'tags' | 'labels' | 'lemmas'> & {
  readonly lexicon: WeightsHeader['lexicon'];
  readonly tagger: Perceptron;
  readonly moves: Perceptron;
  readonly labeller: Perceptron;
};

/** The file of weights that english-model.ts reads. */
export function packWeights({ tags, labels, lemmas, lexicon, tagger, moves, labeller }: Learned): Uint8Array {
  const tag = packSparse(tagger, SMALLEST_TAGGING);
  const label = packSparse(labeller, SMALLEST_PARSING);
  const header: WeightsHeader = {
    tags,
    labels,
    lemmas,
    lexicon,
    sizes: {
      taggerRows: tagger.rows,
      taggerWeights: tag.weights.length,
      moveRows: moves.rows,
      labelRows: labeller.rows,
      labelWeights: label.weights.length,
    },
  };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const tables = [
    tag.counts,
    tag.classes,
    tag.weights,
    label.counts,
    label.classes,
    label.weights,
    toBytes(moves, SMALLEST_PARSING),
  ];
  const raw = Buffer.concat([length, json, ...tables.map((table) => Buffer.from(table.buffer))]);
  return brotliCompressSync(raw, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
  });
}

/** The averaged weights in eight bits. */
function toBytes(model: Perceptron, smallest: number): Int8Array {
  const weights = model.average();
  const sizes = weights
    .map(Math.abs)
    .filter((size) => size > 0)
    .toSorted();
  const largest = sizes[Math.floor(sizes.length * UNCUT)] ?? 1;
  return Int8Array.from(weights, (weight) => {
    const value = Math.max(-LARGEST, Math.min(LARGEST, Math.round((weight * LARGEST) / largest)));
    return Math.abs(value) < smallest ? 0 : value;
  });
}

function packSparse(
  model: Perceptron,
  smallest: number,
): { counts: Uint8Array; classes: Uint8Array; weights: Int8Array } {
  const values = toBytes(model, smallest);
  const counts = new Uint8Array(model.rows);
  const classes: number[] = [];
  const weights: number[] = [];
  values.forEach((value, i) => {
    if (value === 0) return;
    const row = Math.floor(i / model.classes);
    counts[row] = (counts[row] ?? 0) + 1;
    classes.push(i % model.classes);
    weights.push(value);
  });
  return { counts, classes: Uint8Array.from(classes), weights: Int8Array.from(weights) };
}
