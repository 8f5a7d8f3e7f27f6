import { readFileSync } from 'node:fs';
import path from 'node:path';
import { englishModel } from '#language/english-model.ts';
import { parseWords } from '#language/parse-words.ts';
import { splitSentences } from '#language/split-sentences.ts';
import { splitWords } from '#language/split-words.ts';
import { tagWords } from '#language/tag-words.ts';
import { wordForm } from '#language/word-form.ts';
import { makeTable } from '#language/word-table.ts';
import { type GoldSentence, type GoldWord, readConllu } from './read-conllu.ts';

const TESTS = ['ewt-test.conllu', 'pud-test.conllu', 'gum-news-test.conllu'];

/** A parsed word at its place in the whole text; `head` is the place of its head, -1 for a root. */
type Placed = {
  readonly start: number;
  readonly end: number;
  readonly coarse: string;
  readonly head: number;
  readonly relation: string;
};

/**
 * Measures the weights that lie in src/language: tags (UPOS), heads (UAS), heads with universal relations (LAS) with gold words
 * and sentences, as CoNLL 2018 did; then the F1 of the same on our own words and sentences.
 */
export function measureParser(treebanks: string, log: (line: string) => void): void {
  const begun = performance.now();
  englishModel();
  log(`load: ${(performance.now() - begun).toFixed(0)} ms`);
  for (const name of TESTS) {
    const sentences = readConllu(readFileSync(path.join(treebanks, name), 'utf8'));
    log(`${name}, gold words: ${withGoldWords(sentences)}`);
    log(`${name}, own words: ${withOwnWords(sentences)}`);
  }
}

function withGoldWords(sentences: readonly GoldSentence[]): string {
  const begun = performance.now();
  const parsed = sentences.map(({ words }) => parse(words.map(({ form }) => form)));
  const seconds = (performance.now() - begun) / 1000;
  const pairs = sentences.flatMap(({ words }, i) => words.map((gold, at) => ({ gold, ours: parsed[i]?.[at] })));
  const share = (isRight: (gold: GoldWord, ours: GoldWord) => boolean) =>
    percent(pairs.filter(({ gold, ours }) => ours !== undefined && isRight(gold, ours)).length, pairs.length);
  return [
    `UPOS ${share((gold, ours) => gold.coarse === ours.coarse)}`,
    `lemma ${share((gold, ours) => gold.lemma === ours.lemma)}`,
    `UAS ${share((gold, ours) => gold.head === ours.head)}`,
    `LAS ${share((gold, ours) => gold.head === ours.head && isSameRelation(gold, ours))}`,
    `${Math.round(pairs.length / seconds)} words a second`,
  ].join(', ');
}

function withOwnWords(sentences: readonly GoldSentence[]): string {
  let text = '';
  const gold: Placed[] = [];
  const goldEnds: number[] = [];
  for (const sentence of sentences) {
    if (text !== '') text += sentence.isParagraphStart ? '\n\n' : ' ';
    gold.push(...placeGold(sentence, text.length));
    text += sentence.text;
    goldEnds.push(text.length);
  }
  const ours: Placed[] = [];
  const ourEnds: number[] = [];
  for (const { start, end } of splitSentences(text, 'en')) {
    const spans = splitWords(text.slice(start, end)).map((span) => ({
      start: start + span.start,
      end: start + span.end,
    }));
    const words = parse(spans.map((span) => text.slice(span.start, span.end)));
    ours.push(...place(words, spans));
    ourEnds.push(end);
  }
  const byPlace = new Map(ours.map((word) => [`${word.start}-${word.end}`, word]));
  const score = (isRight: (gold: Placed, ours: Placed) => boolean) => {
    const right = gold.filter((one) => {
      const our = byPlace.get(`${one.start}-${one.end}`);
      return our !== undefined && isRight(one, our);
    }).length;
    return f1(right, gold.length, ours.length);
  };
  const isEnd = new Set(goldEnds);
  return [
    `words ${score(() => true)}`,
    `sentence ends ${f1(ourEnds.filter((end) => isEnd.has(end)).length, goldEnds.length, ourEnds.length)}`,
    `UPOS ${score((a, b) => a.coarse === b.coarse)}`,
    `UAS ${score((a, b) => a.head === b.head)}`,
    `LAS ${score((a, b) => a.head === b.head && isSameRelation(a, b))}`,
  ].join(', ');
}

function parse(forms: readonly string[]): GoldWord[] {
  const model = englishModel();
  const words = forms.map(wordForm);
  const tags = tagWords(model, words);
  const table = makeTable(model, words, tags);
  const { heads, labels } = parseWords(model, table);
  return forms.map((form, i) => {
    const { coarse = 'X', fine = '' } = model.tags[tags[i] ?? 0] ?? {};
    const relation = model.labels[labels[i] ?? 0] ?? '';
    return { form, lemma: table.lemmas[i] ?? '', coarse, fine, head: heads[i] ?? -1, relation };
  });
}

/** Finds the words of a gold sentence in its text, from left to right; `from` is where the text begins in the whole. */
function placeGold({ text, words }: GoldSentence, from: number): Placed[] {
  let at = 0;
  const spans = words.map(({ form }) => {
    const start = Math.max(at, text.indexOf(form, at));
    at = start + form.length;
    return { start: from + start, end: from + at };
  });
  return place(words, spans);
}

function place(
  words: readonly GoldWord[],
  spans: readonly { readonly start: number; readonly end: number }[],
): Placed[] {
  return words.map(({ coarse, head, relation }, i) => ({
    start: spans[i]?.start ?? -1,
    end: spans[i]?.end ?? -1,
    coarse,
    head: spans[head]?.start ?? -1,
    relation,
  }));
}

function isSameRelation(a: { readonly relation: string }, b: { readonly relation: string }): boolean {
  return a.relation.split(':')[0] === b.relation.split(':')[0];
}

function f1(right: number, gold: number, ours: number): string {
  return percent(2 * right, gold + ours);
}

function percent(part: number, whole: number): string {
  return ((100 * part) / whole).toFixed(2);
}
