import { expect, test } from 'vitest';
import { readQuestion } from '#summarize/extractive/answers/read-question.ts';

test.each([
  ['What did the brewer pay for the quay?', 'amount'],
  ['What did the painting fetch?', 'amount'],
  ['What distance must the boats keep?', 'amount'],
  ['Until when is the bridge shut?', 'time'],
  ['How soon could the ferry sail?', 'time'],
  ['How long ago was the mill sold?', 'time'],
  ['How long was the bridge shut?', 'length'],
  ['For how long had she worked at the mill?', 'length'],
  ['To whom did the mayor write?', 'person'],
  ['On what grounds was the plan refused?', 'reason'],
  ['What did the brewer sell?', 'any'],
  ['What did the widow pay tribute to?', 'any'],
  ['What did the court order the brewer to pay?', 'amount'],
])('%s asks for %s', (question, kind) => {
  expect(readQuestion(question, 'en').kind).toBe(kind);
});

test('a distance is no money and no share', () => {
  expect(readQuestion('What distance must the boats keep?', 'en').isMeasure).toBe(true);
  expect(readQuestion('What price did the quay fetch?', 'en').isMeasure).toBe(false);
});
