import { expect, test } from 'vitest';
import { leavesThingOut } from '#summarize/extractive/points/leaves-thing-out.ts';
import { wordPoint } from '#summarize/extractive/points/word-point.ts';
import { readPassages } from '#summarize/extractive/read-passages.ts';
import { type Said, saidIn } from './said-in.ts';

/** The point that the last sentence becomes. */
function lastPointOf(text: string, statements: readonly Said[] = []) {
  const { article, testimony } = saidIn(text, statements);
  const passages = readPassages(article, testimony);
  const last = passages.at(-1);
  if (last === undefined) throw new Error('no sentence');
  return wordPoint(last, passages, article);
}

test.each([
  'Aldby Parish Council rejects that version.',
  'Marta Quill had drawn it from memory in a night.',
  'The council called those prices absurd.',
  'Quill & Sons, which built the gates for the lower yard, rejects that.',
  'The engineer who signed the papers for the yard disputed this on Friday.',
  'The pilot of the ferry told the inquiry that no such warning was sent.',
])('%s speaks of a thing that it does not name', (sentence) => {
  expect(leavesThingOut(sentence, 'en')).toBe(true);
});

test.each([
  'The council said that pipes had burst.',
  'The clerk made it clear that nobody would pay.',
  'The council said this week that the pool would close.',
  'The version was wrong, and that version was printed.',
  'The firm says it will appeal.',
  'The gates are no larger than that.',
  'Nobody in Aldby had believed that there was no such thing as a free ferry.',
  'The council of Aldby will vote this week.',
  'Der Rat lehnt es ab.',
])('%s names what it speaks of', (sentence) => {
  expect(leavesThingOut(sentence, sentence.startsWith('Der') ? 'de' : 'en')).toBe(false);
});

test('what needs the sentence before stands behind it, across a paragraph too', () => {
  const point = lastPointOf(
    'The trust says the council promised it a grant for the roof.\n\nAldby Parish Council rejects that version.',
  );
  expect(point.text).toBe(
    'The trust says the council promised it a grant for the roof. Aldby Parish Council rejects that version.',
  );
  expect(point.isDangling).toBe(false);
});

test.each([
  [
    'a ruling and its reason',
    'The tribunal sent back the case of the shepherd, holding that the first judge had ignored a map of the village.',
    { words: 'the first judge had ignored a map of the village', by: 'The tribunal', cue: 'holding', verb: 'hold' },
  ],
  [
    'a deed and what came before it',
    'The treasurer resigned after the Courier reported that the club had lost its savings at the races.',
    { words: 'the club had lost its savings at the races', by: 'the Courier', cue: 'reported', verb: 'report' },
  ],
  [
    'another figure and its reason',
    'The governor gave a lower figure of 80, explaining that some families had been counted twice in the halls.',
    {
      words: 'some families had been counted twice in the halls',
      by: 'The governor',
      cue: 'explaining',
      verb: 'explain',
    },
  ],
] satisfies [string, string, Said][])('%s stay together', (_, text, statement) => {
  expect(lastPointOf(text, [statement]).text).toBe(text);
});

test('a quotation that only illustrates a denial does not stand without it', () => {
  const text =
    'The minister denied all knowledge of the payments, telling the house: “I do not open the post of my niece.”';
  const point = lastPointOf(text, [
    { words: 'I do not open the post of my niece.', by: 'The minister', cue: 'telling', verb: 'tell', form: 'direct' },
  ]);
  expect(point.text).toBe(text);
});

test('an outlet is no "she": who is meant stands in the sentence before', () => {
  const text =
    'Officials say Harrow will keep no lane open. The Aldby Observer, however, reported that she is looking at two lanes.';
  expect(lastPointOf(text).text).toBe(text);
});

test('a quotation whose speaker nobody sees leads no point', () => {
  const point = lastPointOf('“I am finished with polite.” Aldby Parish Council rejects that version.');
  expect(point.text).toBe('Aldby Parish Council rejects that version.');
  expect(point.isDangling).toBe(true);
});

test('whom somebody does something to is another than the one before', () => {
  const opening = 'Cyril Dorn ran the yard for nine years.';
  expect(lastPointOf(`${opening} Ana Ruiz pressed him on the ledger.`).text).toContain(opening);
  expect(lastPointOf(`${opening} Ana Ruiz told the miller that she would press him.`).text).not.toContain(opening);
});
