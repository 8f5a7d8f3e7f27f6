import { expect, test } from 'vitest';
import { lastIn, statementsOf } from '../statements-of.ts';

test.each([
  ['Orla Venn made no comment on the loan.', 'Orla Venn'],
  ['A spokesman for Dunmore Mills was not available for comment.', 'a spokesman for Dunmore Mills'],
  ['The ministry was unavailable for comment.', 'the ministry'],
  ['Dunmore Mills has yet to comment on the report.', 'Dunmore Mills'],
  ['The firm was unable to say when the line would open.', 'the firm'],
  ['There was no immediate response from the harbour board.', 'the harbour board'],
  ['Orla Venn stopped short of naming the buyer.', 'Orla Venn'],
  ['The world governing body, which met on Friday, declined to comment.', 'the world governing body'],
])('whoever gives no answer declines: %s', (text, name) => {
  expect(statementsOf(text)).toMatchObject([{ name, stance: 'declines' }]);
});

test.each([
  'There was no response to the new timetable.',
  'Dunmore Mills has yet to open its second bakery.',
  'The lamps were not available for children.',
  'Orla Venn stopped short of the finishing line.',
])('and what is no answer is no refusal: %s', (text) => {
  expect(statementsOf(text)).toEqual([]);
});

test.each([
  ['“I am not going to comment on that,” Orla Venn said.', 'declines'],
  ['“We won’t be commenting,” Orla Venn said.', 'declines'],
  ['“We have nothing to add,” Orla Venn said.', 'declines'],
  ['“That is not true,” Orla Venn said.', 'denies'],
  ['“Rubbish,” Orla Venn said.', 'denies'],
  ['Orla Venn said the firm had made no such promise.', 'denies'],
  ['“Nonsense verse is what I sell,” Orla Venn said.', 'asserts'],
  ['“We are not going to sell,” Orla Venn said.', 'asserts'],
])('what is said is weighed by its words: %s', (text, stance) => {
  expect(statementsOf(text)).toMatchObject([{ name: 'Orla Venn', stance }]);
});

test.each([
  ['Emails to Orle Motors went unanswered.', 'Orle Motors'],
  ['Requests for comment sent to the embassy went unanswered.', 'the embassy'],
  ['Orle Motors could not immediately be reached.', 'Orle Motors'],
  ['Orle Motors kept silent on the figures.', 'Orle Motors'],
  ['Orle Motors offered no explanation for the delay.', 'Orle Motors'],
])('who kept silent: %s', (text, name) => {
  expect(lastIn(text)).toMatchObject({ name, stance: 'declines' });
});
