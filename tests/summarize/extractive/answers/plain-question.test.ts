import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import { readText } from '#index.ts';
import { answerQuestion } from '#summarize/extractive/answers/answer-question.ts';
import { plainQuestion } from '#summarize/extractive/answers/plain-question.ts';

test.each([
  ['so why did he step down?', 'why did he resign?'],
  ["what's the hold-up?", 'what is the hold-up?'],
  ['ok, does anyone know how come it was called off', 'why it was cancelled'],
  ['did the bosses actually turn down the offer', 'did the bosses reject the offer'],
  ['Who owns the quay?', 'Who owns the quay?'],
])('reads “%s” as the news would put it', (asked, plain) => {
  expect(plainQuestion(asked, '')).toBe(plain);
});

test('leaves words that the article has, and what is quoted', () => {
  expect(plainQuestion('when did she step down?', 'She will step down in May.')).toBe('when did she step down?');
  expect(plainQuestion('who said “we actually won”?', '')).toBe('who said “we actually won”?');
  expect(plainQuestion('really?', '')).toBe('really?');
});

const ARTICLE = readText(`The harbour master of Tollen, Ines Prath, resigned on Tuesday.

A crane fell on the west quay in March and hurt two dockers. Prath denies that she knew of the rust. “I was told of paint,” she said.

The crane's maker, Oster & Sohn, said its bolts had been tightened in January.`);

const ask = (question: string) => answerQuestion(question, ARTICLE, attribute(ARTICLE));
const first = (question: string) => {
  const [best] = ask(question).evidence;
  return best === undefined ? '' : ARTICLE.text.slice(best.start, best.end);
};

test('finds who denies it where a reader asks whether somebody admits it', () => {
  expect(first('does she admit she knew?')).toMatch(/^Prath denies/u);
});

test('takes a question for somebody’s version as one for what he says', () => {
  expect(first("what's the maker's version?")).toMatch(/Oster/u);
});

test('asks for no person of the article by a word for any person', () => {
  expect(first('does the guy admit it?')).toMatch(/^Prath denies/u);
});
