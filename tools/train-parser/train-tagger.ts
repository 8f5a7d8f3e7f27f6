import { type ClassedWord, TAGGER_FEATURES, taggerFeatures } from '#language/tagger-features.ts';
import { Perceptron } from './perceptron.ts';
import type { SeededRandom } from './seeded-random.ts';

/** A sentence to learn tags from; `tags` as numbers of the model. */
export type Tagged = {
  readonly words: readonly ClassedWord[];
  readonly tags: readonly number[];
};

const scratch = new Int32Array(TAGGER_FEATURES);

/** Learns tags in the order of reading, each after the tags that the model itself has given before. */
export function trainTagger(
  sentences: readonly Tagged[],
  { rows, classes, rounds }: { readonly rows: number; readonly classes: number; readonly rounds: number },
  random: SeededRandom,
): Perceptron {
  const model = new Perceptron(rows, classes);
  for (let round = 0; round < rounds; round += 1) {
    for (const { words, tags } of random.shuffled(sentences)) {
      let tag1 = 0;
      let tag2 = 0;
      for (let at = 0; at < words.length; at += 1) {
        taggerFeatures(words, at, tag1, tag2, rows - 1, scratch);
        const chosen = model.predict(scratch, TAGGER_FEATURES);
        const right = tags[at] ?? 0;
        model.step();
        if (chosen !== right) model.learn(scratch, TAGGER_FEATURES, right, chosen);
        tag2 = tag1;
        tag1 = chosen + 1;
      }
    }
  }
  return model;
}
