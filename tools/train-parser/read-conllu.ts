import { TAGS, type Tag } from '#language/tag.ts';

/** A word of a treebank; `head` is an index into the sentence, -1 for the root. */
export type GoldWord = {
  readonly form: string;
  readonly lemma: string;
  readonly coarse: Tag;
  readonly fine: string;
  readonly head: number;
  readonly relation: string;
};

/** `text` as it was written; `isParagraphStart`: the treebank begins a paragraph or a document here. */
export type GoldSentence = {
  readonly text: string;
  readonly isParagraphStart: boolean;
  readonly words: readonly GoldWord[];
};

/**
 * Reads the CoNLL-U format of Universal Dependencies (universaldependencies.org/format.html). Words of contractions count one by
 * one; ranges and empty nodes are left out.
 */
export function readConllu(content: string): GoldSentence[] {
  return content
    .split(/\n{2,}/)
    .map(readSentence)
    .filter(({ words }) => words.length > 0);
}

function readSentence(block: string): GoldSentence {
  const lines = block.split('\n');
  return {
    text: lines.find((line) => line.startsWith('# text = '))?.slice('# text = '.length) ?? '',
    isParagraphStart: lines.some((line) => /^# new(?:par|doc)\b/.test(line)),
    words: lines.filter((line) => /^\d+\t/.test(line)).map(readWord),
  };
}

function readWord(line: string): GoldWord {
  const [, form = '', lemma = '', tag = '', fine = '', , head = '', relation = ''] = line.split('\t');
  const coarse = TAGS.find((one) => one === tag) ?? 'X';
  return { form, lemma: lemma.toLowerCase(), coarse, fine, head: Number(head) - 1, relation };
}
