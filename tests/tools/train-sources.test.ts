import { cpSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import learned from '#attribute/data/source-en.json' with { type: 'json' };
import { chosen } from '#attribute/learned/choose-source.ts';
import { readConfidenceModel } from '#attribute/learned/confidence-model.ts';
import { textAt } from '#core/article.ts';
import { learnChoice } from '../../tools/train-attribution/learn-choice.ts';
import { readMarked } from '../../tools/train-attribution/read-marked.ts';
import { readSubjects } from '../../tools/train-attribution/read-subjects.ts';
import { choicesOf, choicesOfTreebank, sourceWeights } from '../../tools/train-attribution/train-sources.ts';

const CORPUS = path.join(import.meta.dirname, '../../corpus');

/** Choices of every sixth article of the corpus. */
function someChoices() {
  const folder = mkdtempSync(path.join(tmpdir(), 'byline-sources-'));
  const files = readdirSync(CORPUS).filter((name) => name.endsWith('.json'));
  for (const [at, name] of files.entries()) if (at % 6 === 0) cpSync(path.join(CORPUS, name), path.join(folder, name));
  return readMarked(folder).flatMap(choicesOf);
}

test('the same choices give the same bytes, and the shipped weights find no fewer sources than the rules', () => {
  const choices = someChoices();
  expect(choices.length).toBeGreaterThan(10);
  expect(choices.every((choice) => choice.some(({ isRight }) => isRight))).toBe(true);
  expect(sourceWeights(choices)).toBe(sourceWeights(choices));
  const found = (model: ReadonlyMap<string, number>) =>
    choices.filter((choice) => chosen(model, choice)?.isSource === true).length;
  expect(found(readConfidenceModel(learned))).toBeGreaterThanOrEqual(found(new Map()));
});

test('a choice is learned from what its right one has and the others have not', () => {
  const choice = [
    { byRule: 0.9, features: ['bias', 'near'], isRight: false },
    { byRule: 0.5, features: ['bias', 'subject'], isRight: true },
  ];
  const { subject, near, bias } = learnChoice(
    Array.from({ length: 20 }, () => choice),
    1,
  );
  expect(subject).toBeGreaterThan(1);
  expect(near).toBeLessThan(-1);
  expect(bias).toBe(0);
});

const TREE = `# newdoc id = one
# text = The sailor rose and said that it rained.
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_
2\tsailor\tsailor\tNOUN\tNN\t_\t3\tnsubj\t_\t_
3\trose\trise\tVERB\tVBD\t_\t0\troot\t_\t_
4\tand\tand\tCCONJ\tCC\t_\t5\tcc\t_\t_
5\tsaid\tsay\tVERB\tVBD\t_\t3\tconj\t_\t_
6\tthat\tthat\tSCONJ\tIN\t_\t8\tmark\t_\t_
7\tit\tit\tPRON\tPRP\t_\t8\tnsubj\t_\t_
8\trained\train\tVERB\tVBD\t_\t5\tccomp\t_\t_
9\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# text = A note saying so hung there.
1\tA\ta\tDET\tDT\t_\t2\tdet\t_\t_
2\tnote\tnote\tNOUN\tNN\t_\t5\tnsubj\t_\t_
3\tsaying\tsay\tVERB\tVBG\t_\t2\tacl\t_\t_
4\tso\tso\tADV\tRB\t_\t3\tadvmod\t_\t_
5\thung\thang\tVERB\tVBD\t_\t0\troot\t_\t_
6\tthere\tthere\tADV\tRB\t_\t5\tadvmod\t_\t_
7\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_
`;

test('a verb’s subject is its own, that of the verb it is joined to, or the noun that it describes', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'byline-trees-'));
  writeFileSync(path.join(folder, 'own-dev.conllu'), TREE);
  writeFileSync(path.join(folder, 'own-train.conllu'), TREE);
  const [one, other] = readSubjects(folder);
  if (one === undefined) throw new Error('nothing was read');
  expect(other).toBeUndefined();
  const told = one.subjects.map(
    ({ verb, subject }) => `${textAt(one.article.text, subject)} ${textAt(one.article.text, verb)}`,
  );
  expect(told).toEqual(['sailor rose', 'sailor said', 'it rained', 'note saying', 'note hung']);
  expect(choicesOfTreebank(one).every((choice) => choice.some(({ isSource }) => isSource))).toBe(true);
});
