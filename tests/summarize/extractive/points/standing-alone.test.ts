/** What a reader of a newsroom would send back: points that turn a meaning, hang on something else, or are no sentences. */
import { expect, test } from 'vitest';
import { openingOf, withoutDateline } from '#summarize/extractive/points/opening-of.ts';
import { wordPoint } from '#summarize/extractive/points/word-point.ts';
import { readPassages } from '#summarize/extractive/read-passages.ts';
import { type Said, saidIn } from '../said-in.ts';

function passagesOf(text: string, statements: readonly Said[] = []) {
  const { article, testimony } = saidIn(text, statements);
  return { article, passages: readPassages(article, testimony) };
}

/** The point that the sentence with these words becomes. */
function pointOf(text: string, statements: readonly Said[] = [], start = text.slice(0, 12)) {
  const { article, passages } = passagesOf(text, statements);
  const passage = passages.find((one) => one.text.includes(start));
  if (passage === undefined) throw new Error(`no sentence with ${start}`);
  return wordPoint(passage, passages, article);
}

test.each([
  ['Careful trials rarely show', 'show'],
  ['The inspectors seldom admit', 'admit'],
  ['The harbour log barely mentions', 'mentions'],
  ['Few bakers say', 'say'],
  ['Little in the ledger suggests', 'suggests'],
  ['Nothing in the ledger shows', 'shows'],
])('whoever hardly says a thing does not say it: %s', (front, cue) => {
  const words = 'the new toll lowers the traffic on the old bridge';
  const text = `${front} that ${words}.`;
  expect(pointOf(text, [{ words, by: front.split(' ')[0] ?? '', cue, verb: cue.replace(/s$/u, '') }]).text).toBe(text);
});

test('a few who say it do', () => {
  const words = 'the new toll lowers the traffic on the old bridge';
  expect(pointOf(`A few bakers say that ${words}.`, [{ words, by: 'A few bakers', cue: 'say' }]).text).toBe(
    'The new toll lowers the traffic on the old bridge.',
  );
});

test('what a second source says against the first is not left to the first alone', () => {
  const other = 'he should be able to keep his seat until the vote';
  const words = `Mr. Holm should leave the board of the yard, while 60 percent said ${other}`;
  const text = `In June, 38 percent of members said ${words}.`;
  const statements: Said[] = [
    { words, by: '38 percent of members', cue: 'said' },
    { words: other, by: '60 percent', cue: 'percent said' },
  ];
  expect(pointOf(text, statements).text).toBe(text);
});

test.each([
  ['That said, the yard is the larger of the two.', 'The yard is the larger of the two.'],
  ['By comparison, only nine of the boats were old.', 'Only nine of the boats were old.'],
  ['Similarly, Ana Ruiz called the weir a gift.', 'Ana Ruiz called the weir a gift.'],
  ['For example, the mill learned to bake.', 'The mill learned to bake.'],
])('an opener that ties it to what was told before goes: %s', (sentence, text) => {
  expect(openingOf(sentence, 'en')).toEqual({ text, isDangling: false });
});

test.each([
  'As I mentioned above, the mill got 13 boats.',
  'As noted earlier, the mill got 13 boats.',
  'Instead, the mill was sold to a baker.',
  'Dropping the limits that had bound Mr. Holm, they looked for a lower toll.',
])('%s leans on what was told before', (sentence) => {
  expect(openingOf(sentence, 'en').isDangling).toBe(true);
});

test.each([
  'Instead of a toll, the council wants a ferry.',
  'In response to the flood, the council closed the weir.',
  'During the flood, they closed the weir.',
  'Dropping the toll, Mayor Holm looked for a ferry.',
])('%s does not', (sentence) => {
  expect(openingOf(sentence, 'en').isDangling).toBe(false);
});

test('a term in marks hides no “he” behind it', () => {
  const text = 'The yard closed. The four “gaps” he named were a weir, a lock, a quay and a shed.';
  expect(pointOf(text, [], 'The four').text).toBe(text);
});

test('a dateline may tell its year', () => {
  expect(withoutDateline('NORVIK, Dec 20, 2031 (NPA) - The weir has been closed.')).toBe('The weir has been closed.');
});

test('an order to scroll is no part of the sentence behind it', () => {
  expect(openingOf('Scroll down for video The weir was closed.', 'en').text).toBe('The weir was closed.');
});

test('a question in marks stands with the words around it', () => {
  const text = '“Do you think I will ever change?” Holm asked the crew of the ferry on Monday.';
  const said: Said = { words: 'Do you think I will ever change?', by: 'Holm', cue: 'asked', form: 'direct' };
  expect(pointOf(text, [said]).text).toBe(text);
});

test.each([
  ['a row of a table', 'The race was won. Ana Ruiz (Spain) Norvik - Holm 1:35.782 2. The boats went home.', 'Ana Ruiz'],
  ['markup', 'The mayor wrote.\n\n<post post-id="12">The toll is dead.</post>.', '<post'],
  ['a headline with a full stop', 'Mayor Hears About Toll Plan, Launches Angry Appeal to the Council.', 'Mayor'],
  ['the first half of one', 'One Word From Holm Just Shook Norvik. Then His Reply Surprised Everyone.', 'One Word'],
  ['an order to scroll', 'The weir was closed. Scroll down for video.', 'Scroll'],
  [
    'what somebody else signed',
    'I love the wall clock of the yard. – Ana Ruiz, chief of the harbour, Norvik',
    'I love',
  ],
])('%s is no point', (_, text, start) => {
  expect(passagesOf(text).passages.find((one) => one.text.startsWith(start))?.isProse).toBe(false);
});

test.each([
  'Mayor Ana Ruiz Holm told Norvik Council about the toll.',
  'Holm scored 2 and Ruiz 1.',
  '“I love the wall clock,” she said – a gift of Ana Ruiz, the chief.',
])('%s may be one', (text) => {
  expect(passagesOf(text).passages[0]?.isProse).toBe(true);
});
