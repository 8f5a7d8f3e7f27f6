import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import type { LemmaRules } from './lemma-of.ts';
import { packTable, type SparseTable } from './sparse-table.ts';
import type { Tag, TagName } from './tag.ts';
import { type Lexicon, readLexicon } from './word-classes.ts';

/** What tagger and parser know. Tables have a power of two of rows; features are hashed to them. */
export type EnglishModel = {
  readonly tags: readonly TagName[];
  readonly coarse: readonly Tag[];
  /** The numbers of tags by `tagKey`. */
  readonly tagNumbers: ReadonlyMap<string, number>;
  readonly labels: readonly string[];
  readonly lemmas: LemmaRules;
  readonly lexicon: Lexicon;
  readonly tagger: SparseTable;
  /** Three weights a row: shift, left, right. */
  readonly moves: Int8Array;
  readonly labeller: SparseTable;
};

/** What stands before the tables in a file of weights, as JSON; `sizes` in rows and in weights. */
export type WeightsHeader = Pick<EnglishModel, 'tags' | 'labels' | 'lemmas'> & {
  /** Words by their usual tags, as learn-lexicon.ts writes them. */
  readonly lexicon: Readonly<Record<string, string>>;
  readonly sizes: Readonly<Record<'taggerRows' | 'taggerWeights' | 'moveRows' | 'labelRows' | 'labelWeights', number>>;
};

/** The coarse tags in the order in which the parser numbers them. */
export function coarseOf(tags: readonly TagName[]): readonly Tag[] {
  return [...new Set(tags.map(({ coarse }) => coarse))];
}

/** Coarse and fine tag as one name. */
export function tagKey({ coarse, fine }: TagName): string {
  return `${coarse} ${fine}`;
}

const FILE = new URL('./weights/english.br', import.meta.url);
let loaded: EnglishModel | null = null;

/** The model for English, loaded with the first English text: other languages need not pay for it. */
export function englishModel(): EnglishModel {
  loaded ??= readWeights(brotliDecompressSync(readFileSync(FILE)));
  return loaded;
}

/**
 * Reads a file of weights: the header's length in bytes (32 bits, little-endian), the header, then for tagger and labeller the
 * weights in each row, their classes and their values, and last the table of moves. Written by tools/train-parser.
 */
export function readWeights(bytes: Uint8Array): EnglishModel {
  const headerBytes = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  let at = 4 + headerBytes;
  const header: WeightsHeader = JSON.parse(new TextDecoder().decode(bytes.subarray(4, at)));
  const take = (count: number): Uint8Array => {
    at += count;
    return bytes.subarray(at - count, at);
  };
  const takeSigned = (count: number): Int8Array => {
    const { buffer, byteOffset } = take(count);
    return new Int8Array(buffer, byteOffset, count);
  };
  const takeSparse = (rows: number, weights: number): SparseTable =>
    packTable(take(rows), take(weights), takeSigned(weights));
  const { taggerRows, taggerWeights, moveRows, labelRows, labelWeights } = header.sizes;
  return {
    tags: header.tags,
    coarse: coarseOf(header.tags),
    tagNumbers: new Map(header.tags.map((tag, i) => [tagKey(tag), i])),
    labels: header.labels,
    lemmas: header.lemmas,
    lexicon: readLexicon(header.lexicon),
    tagger: takeSparse(taggerRows, taggerWeights),
    labeller: takeSparse(labelRows, labelWeights),
    moves: takeSigned(moveRows * 3),
  };
}
