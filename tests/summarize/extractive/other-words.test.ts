import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import { textAt } from '#core/article.ts';
import { answerQuestion } from '#summarize/extractive/answers/answer-question.ts';
import { describeCandidates } from '#summarize/extractive/answers/describe-candidates.ts';
import { readQuestion } from '#summarize/extractive/answers/read-question.ts';
import { likeness } from '#summarize/extractive/likeness.ts';
import { anArticle } from '../../an-article.ts';

function reader(...paragraphs: string[]) {
  const article = anArticle(paragraphs.join('\n\n'));
  const testimony = attribute(article);
  return {
    ask: (question: string) => answerQuestion(question, article, testimony),
    first: (question: string) => {
      const [span] = answerQuestion(question, article, testimony).evidence;
      return span === undefined ? null : textAt(article.text, span);
    },
    best: (question: string) => describeCandidates(readQuestion(question, 'en'), article, testimony)[0],
  };
}

test('a kind of thing may be any of its things, and none of them is another', () => {
  expect(likeness('animal', 'wolf')).toBeGreaterThan(0);
  expect(likeness('wolf', 'animal')).toBe(0);
  expect(likeness('wolf', 'bear')).toBe(0);
});

test('forms of an irregular verb or noun are one word', () => {
  expect(likeness('steal', 'stolen')).toBe(1);
  expect(likeness('wolf', 'wolv')).toBe(1);
});

test('a question in other words than the article’s finds what answers it', () => {
  const { first } = reader(
    'The council of Aldby met for six hours. The meeting of the council was noisy.',
    'It was suspended when a goat got into the hall. The mayor went home early.',
  );
  expect(first('Why was the meeting interrupted?')).toContain('suspended when a goat');
});

test('who is asked what he says is asked for a sentence in which something is said', () => {
  const { first } = reader(
    'The guide praised the cable. Tourists came from Marn. Her cousin, Olin Brand, was less polite.',
    '“It hums like a wasp in a jar,” Brand told the Saltby Post.',
  );
  expect(first('What did Olin Brand say about the cable?')).toContain('It hums like a wasp');
});

test('who is told of by a last name is the one whom the article named in full, unless two of a family are in it', () => {
  const { ask, best } = reader(
    'Calla Reeve has left the circus at Marn, its owner said on Monday.',
    'Reeve, 34, became known as a rider of bulls.',
  );
  expect(ask('How old is Calla Reeve?')).toMatchObject({ answered: true });
  expect(best('How old is Calla Reeve?')?.passage.text).toContain('Reeve, 34');
  const family = reader(
    'Calla Reeve has left the circus at Marn. Otto Reeve stays.',
    'Reeve, 34, became known as a rider.',
  );
  expect(family.best('How old is Calla Reeve?')?.passage.text).not.toContain('Reeve, 34');
});

test('a name in points is the same in capitals', () => {
  const { best } = reader('The U.N. sent three ships of grain to Port Saltby. They arrived on Monday.');
  expect(best('How many ships did the UN send to Port Saltby?')?.traits.unnamed).toBe(0);
});

test('whoever the question names does not answer who by a pronoun', () => {
  const { best } = reader(
    'Petra Renn, who left Quellar in August, said she had sent the memo to five directors.',
    '“I got one reply, and it was a picture of a thumb,” Renn said.',
  );
  expect(best('Who sent Renn the picture?')?.traits.nameFit).toBeLessThan(0.9);
});

test('the verb of a question is found where it looks like a noun', () => {
  expect(readQuestion('Which club does Rowe play for?', 'en').deed).toBe('plai');
  expect(readQuestion('How long did the final last?', 'en').deed).toBe('last');
  expect(readQuestion('How long do lesser harbour bats live?', 'en').deed).toBe('liv');
  expect(readQuestion('What did the old mill sell?', 'en').deed).toBe('sell');
});

test('“how much is the toll” asks for money', () => {
  const { best } = reader('The toll will be raised in spring. His company would move 60 of its 200 lorries to Marn.');
  expect(best('How much is the toll for a lorry?')?.isLacking).toBe(true);
});

test('the end of a year is a time', () => {
  const { ask } = reader(
    'A decision by the Registry is due before the end of the year. The peak was first climbed by monks.',
  );
  expect(ask('When is the Registry to decide?')).toMatchObject({ answered: true });
});

test('a figure that is told of another name answers nothing of the one that is asked of', () => {
  const { ask, best } = reader(
    'The Bloc would have 58 of 150 seats, down from 79.',
    'The Farmers’ League was third, its treasurer said.',
  );
  expect(ask('How many seats would the Bloc have?')).toMatchObject({ answered: true });
  expect(best('How many seats would the Farmers’ League have?')?.isLacking).toBe(true);
});

test('a woman is a sister or a widow, too', () => {
  expect(likeness('woman', 'widow')).toBeGreaterThan(0);
  expect(likeness('month', 'march')).toBeGreaterThan(0);
});

test('a name is no word of any matter', () => {
  const { best } = reader('A letter on the lido was seen by the clerk. The mayor, Ina Halm, has resigned.');
  expect(best('What did the Post report on the lido?')?.traits.unnamed).toBe(1);
  expect(best('What did the post bring to the lido?')?.traits.unnamed).toBe(0);
});
