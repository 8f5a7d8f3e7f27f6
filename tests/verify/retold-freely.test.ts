import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import { createCheckClaims } from '#verify/check-claims.ts';
import { plainArticle } from './plain-article.ts';

const article = plainArticle(
  [
    'The harbour board raised its mooring fee by 12 percent in May, to the anger of the fishing fleet.',
    'Ines Tallow, who leads the board, said the money would pay for a dredger before the winter storms.',
    'Councillor Jon Renny said he had never seen the bill for the work. He acknowledged that the northern quay was unsafe for tankers.',
    'The ministry may close the quay to tankers in spring. Its inspector was acquitted of taking bribes from the owners.',
    'The skipper Dora Finch told reporters that the channel was “a bathtub with buoys”.',
  ].join('\n\n'),
);
const check = createCheckClaims(attribute);

function isSupported(text: string): boolean | undefined {
  return check([{ text }], article)[0]?.supported;
}

test.each([
  'Ines Tallow says the cash is meant for deepening the channel ahead of the storms.',
  'Ines Tallow, head of the board, said the money would pay for a dredger.',
  'Renny doubts that the money would pay for a dredger before the winter.',
  'Tallow conceded that the money would pay for a dredger before the storms.',
  'The board raised its mooring fee by 12 percent in May.',
  'The ministry might close the quay to tankers in spring.',
  'Its inspector was cleared of taking bribes from the owners.',
])('what somebody said may be told in other words: %s', (text) => {
  expect(isSupported(text)).toBe(true);
});

test.each([
  'Nora Quist says the cash is meant for deepening the channel ahead of the storms.',
  'The board lowered its mooring fee by 12 percent in May.',
  'The board cut its mooring fee by 12 percent in May.',
  'The ministry will close the quay to tankers in spring.',
  'Its inspector was convicted of taking bribes from the owners.',
  'Renny denied that the northern quay was unsafe for tankers.',
  'Jon Renny said the money would pay for a dredger before the winter storms.',
])('and not by another, nor the other way: %s', (text) => {
  expect(isSupported(text)).toBe(false);
});
