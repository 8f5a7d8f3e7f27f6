import { expect, test } from 'vitest';
import { wordPoint } from '#summarize/extractive/points/word-point.ts';
import { readPassages } from '#summarize/extractive/read-passages.ts';
import { saidIn } from '../said-in.ts';

function pointOf(text: string) {
  const { article, testimony } = saidIn(text, []);
  const passages = readPassages(article, testimony);
  const [passage] = passages;
  if (passage === undefined) throw new Error('no sentence');
  return wordPoint(passage, passages, article);
}

test.each([
  ['Ada Holm (pictured) has resigned from the board.', 'Ada Holm has resigned from the board.'],
  ['Ada Holm (left) and Per Quill (right) have resigned.', 'Ada Holm and Per Quill have resigned.'],
  ['The yard sold its last boat (file photo) in March.', 'The yard sold its last boat in March.'],
  ['The yard sold its last boat (pictured, with its crew).', 'The yard sold its last boat.'],
])('%s speaks of a picture that no reader of a point sees', (sentence, told) => {
  expect(pointOf(sentence).text).toBe(told);
});

test.each([
  'Holm said “the yard (pictured) is mine” and left the room.',
  'The party (right of the centre) won in nine towns.',
  'The yard (which he left) sold its last boat.',
])('%s keeps its brackets', (sentence) => {
  expect(pointOf(sentence).text).toBe(sentence);
});

test.each([
  ['(CNN) -- The ferry to Lund sank in the harbour.', 'The ferry to Lund sank in the harbour.'],
  ['Lund (AFP) – The ferry sank in the harbour.', 'The ferry sank in the harbour.'],
  ['Port Lund (Reuters) - The ferry sank in the harbour.', 'The ferry sank in the harbour.'],
  ['(CNN)The ferry to Lund sank in the harbour.', 'The ferry to Lund sank in the harbour.'],
  ['Lund, Sweden (CNN) The ferry sank in the harbour.', 'The ferry sank in the harbour.'],
  ['The Lund Ferry Line (LFL) has sold its last boat.', 'The Lund Ferry Line (LFL) has sold its last boat.'],
])('%s: where and by whom it was written is told elsewhere', (sentence, told) => {
  expect(pointOf(sentence).text).toBe(told);
});
