import type { Word } from '../read-sentence.ts';

/** What a word may be in a dictionary: as it stands, as the lemmatizer has it, which may know nothing of it (“exclud”), and without its ending. */
export function baseForms({ lower, lemma }: Pick<Word, 'lower' | 'lemma'>): string[] {
  return [lower, lemma, ...withoutEnding(lower)];
}

/** "Climbed", "raided", "slipped", "carried", "prices". */
function withoutEnding(word: string): string[] {
  const [, stem = '', ending = ''] = /^(.{2,}?)(ied|ies|ed|ing|es|s)$/u.exec(word) ?? [];
  if (ending === '') return [];
  if (ending === 'ied' || ending === 'ies') return [`${stem}y`];
  if (ending === 's') return [stem];
  const single = /([b-df-hj-np-tv-z])\1$/u.test(stem) ? [stem.slice(0, -1)] : [];
  return [stem, `${stem}e`, ...single];
}
