import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import { textAt } from '#core/article.ts';
import { answerQuestion } from '#summarize/extractive/answers/answer-question.ts';
import { anArticle } from '../../../an-article.ts';

const NEWS = [
  'The council of Aldby voted on Tuesday to close the iron bridge over the Lenne for a year.',
  'Engineers had found cracks in six of its eight piers. “We would not drive a pram across it,” chief engineer Marta Lindqvist said.',
  'A ferry will carry cyclists from the fish market to the mill because the next bridge is twelve miles away.',
  'Repairs are expected to cost 31 million crowns. The bridge was opened in 1911.',
].join('\n\n');

const article = anArticle(NEWS);

function ask(question: string) {
  const answer = answerQuestion(question, article, attribute(article));
  return { ...answer, first: answer.evidence[0] === undefined ? null : textAt(article.text, answer.evidence[0]) };
}

test.each([
  ['How much will the repairs cost?', '31 million crowns'],
  ['When was the bridge opened?', '1911'],
  ['Who said she would not drive a pram across it?', 'Lindqvist said'],
  ['Why will a ferry carry cyclists?', 'because'],
  ['Did engineers find cracks in the piers?', 'six of its eight piers'],
  ['What did the council vote to close?', 'iron bridge'],
])('%s is answered by the passage that says it', (question, words) => {
  const { answered, first, text } = ask(question);
  expect(answered).toBe(true);
  expect(first).toContain(words);
  expect(text).toContain(words);
});

test.each([
  'How many passengers does the ferry carry?',
  'What does the prime minister of Sweden think?',
  'Did Olof Brandt vote to close the bridge?',
  'Who won the regatta?',
  '',
  '???',
  'who',
])('"%s" is not answered', (question) => {
  const { answered, text, attributions } = ask(question);
  expect(answered).toBe(false);
  expect(text).toBe('The article does not say.');
  expect(attributions).toEqual([]);
});

test('what the article says nearest stands beside a plain "does not say"', () => {
  expect(ask('How many passengers does the ferry carry?').first).toContain('A ferry will carry cyclists');
});

test('the text of an answer is the article’s own', () => {
  const { text, evidence } = ask('How much will the repairs cost?');
  expect(text).toBe(evidence.map((span) => textAt(article.text, span)).join(' '));
});

test('a question in another language is answered by its words', () => {
  const german = anArticle('Der Rat schließt die Brücke im Mai. Die Fähre fährt ab Juni vom Fischmarkt.', {
    language: 'de',
  });
  const { evidence, answered } = answerQuestion('Wann fährt die Fähre vom Fischmarkt?', german, attribute(german));
  expect(answered).toBe(true);
  expect(evidence.map((span) => textAt(german.text, span))[0]).toContain('Fähre');
});

test('a figure answers "how many" only where what is counted stands near it', () => {
  const text = [
    'Four people close to the Aldby foundry said on Monday that its owner wants to sell it to a rival.',
    'A fire in the yard killed at least 12 people in 1988. The foundry said it has 340 workers.',
  ].join('\n\n');
  const one = anArticle(text);
  const ask = (question: string) => answerQuestion(question, one, attribute(one));
  expect(ask('How many people work in Aldby?').answered).toBe(false);
  const died = ask('How many people died?');
  expect(died.answered).toBe(true);
  expect(died.text).toMatch(/^A fire/u);
  expect(ask('How many workers does the foundry have?').text).toContain('340 workers');
});

test('a name or a figure answers only beside what is asked of it', () => {
  const text = [
    'The Tarn viaduct was erected in 1904 by Brask and Lind, a foundry of Holmby.',
    'A freight firm, Kestler Lines, sends forty trains a day across the Tarn viaduct. Its driver Ada Roe, 41, has crossed it for years.',
    'The Harbour Union has 1,200 members. The Farmers’ Guild called the viaduct a ruin.',
  ].join('\n\n');
  const one = anArticle(text);
  const ask = (question: string) => answerQuestion(question, one, attribute(one));
  expect(ask('Who owns the Tarn viaduct?').answered).toBe(false);
  expect(ask('How old is Ada Roe?').text).toContain('Ada Roe, 41');
  expect(ask('How many trucks cross the Tarn viaduct?').answered).toBe(false);
});

test('a description is answered by the name beside it, an age by the person who has it', () => {
  const text = [
    'The owner of the ferry, Ilva Dorn, said on Monday that it would sail again. A deckhand aged 19 had left the line untied.',
    'Her brother Peer Dorn, 44, mends the nets. The harbour’s inspector general opened a file on the ferry in March.',
    'The crew of Halm’s tugs pulled the ferry off the sand.',
  ].join('\n\n');
  const one = anArticle(text);
  const ask = (question: string) => answerQuestion(question, one, attribute(one));
  expect(ask('Who is the owner of the ferry?')).toMatchObject({ answered: true });
  expect(ask('Who is the owner of the ferry?').text).toMatch(/^The owner of the ferry, Ilva Dorn/u);
  expect(ask('How old is Peer Dorn?').text).toMatch(/^Her brother Peer Dorn, 44/u);
  expect(ask('Who is the inspector general?').answered).toBe(false);
  expect(ask('What is the name of the deckhand?').answered).toBe(false);
});

test('who did it and who had it done to them are told apart', () => {
  const text =
    'Ravel Stone sued Marta Quill over the mill on Friday. A week before, Marta Quill had sued the bank, Lowen Trust. The mill stands empty.';
  const one = anArticle(text);
  const ask = (question: string) => answerQuestion(question, one, attribute(one)).text;
  expect(ask('Who sued the bank?')).toMatch(/^A week before/u);
  expect(ask('Who was sued over the mill?')).toMatch(/^Ravel Stone sued Marta Quill/u);
});

test('what has happened does not answer when something will, nor do people who do something else answer how many do it', () => {
  const text =
    'The lido, which opened in 1931, is shut for repairs. Two people told the council that its pumps leak. The council meets on Thursday.';
  const one = anArticle(text);
  const ask = (question: string) => answerQuestion(question, one, attribute(one)).answered;
  expect(ask('When did the lido open?')).toBe(true);
  expect(ask('When will the lido open?')).toBe(false);
  expect(ask('How many people use the lido?')).toBe(false);
});

test('a name that stands in another passage shown with the best one answers, too', () => {
  const text = [
    'The winning leek at the Holmby show was bred on a roof. Some 300 people came to see it.',
    'Ilva Marn bred the winning leek after three poor years, the Holmby paper said. The bus was late.',
  ].join('\n\n');
  const one = anArticle(text);
  const { answered, text: told } = answerQuestion('Who bred the winning leek at the Holmby show?', one, attribute(one));
  expect(answered).toBe(true);
  expect(told).toContain('Ilva Marn');
});
