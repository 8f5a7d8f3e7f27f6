import { expect, test } from 'vitest';
import { readConllu } from '../../tools/train-parser/read-conllu.ts';

const ROWS = [
  '# newpar',
  '# text = Don’t go.',
  '1-2\tDon’t\t_\t_\t_\t_\t_\t_\t_\t_',
  '1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_',
  '2\tn’t\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_',
  '3\tgo\tGo\tVERB\tVB\t_\t0\troot\t_\t_',
  '3.1\tgone\tgo\tVERB\tVBN\t_\t_\t_\t_\t_',
  '4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_',
];

test('reads words with heads, and leaves out ranges and empty nodes', () => {
  const [sentence] = readConllu(`${ROWS.join('\n')}\n\n`);
  expect(sentence?.text).toBe('Don’t go.');
  expect(sentence?.isParagraphStart).toBe(true);
  expect(sentence?.words.map(({ form, lemma, head }) => [form, lemma, head])).toEqual([
    ['Do', 'do', 2],
    ['n’t', 'not', 2],
    ['go', 'go', -1],
    ['.', '.', 2],
  ]);
});
