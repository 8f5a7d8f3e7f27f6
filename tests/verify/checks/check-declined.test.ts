import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import { bareSubject } from '#verify/checks/check.ts';
import { checkDeclined } from '#verify/checks/check-declined.ts';
import { createGround } from '#verify/ground.ts';
import { plainArticle } from '../plain-article.ts';

const TEXT = [
  'The Tollgate ferry will stop running at night from May. “We lose money on each crossing after ten,” said Petra Vance, its owner.',
  'Vance declined to say whether the day crossings would be cut too.',
  'The mayor, Anselm Roke, called it a blow to the staff of the hospital. He would not say whether the council would pay for a bus.',
  'In a note that the Tollgate Post has read, Roke warned of empty wards. He refused to discuss the note.',
].join('\n\n');
const article = plainArticle(TEXT);
const ground = createGround(article, attribute(article));
const reasons = (text: string, speaker: string | null = null) =>
  checkDeclined({ ...bareSubject(text), speaker }, ground).map(({ reason }) => reason);

test('nobody said what the article has them decline to talk about', () => {
  expect(reasons('Vance announced that day crossings would go as well.')).toEqual([
    'Vance declines to talk about this in the article',
  ]);
  expect(reasons('Vance believes that day crossings will go as well.')).toHaveLength(1);
  expect(reasons('The mayor welcomed a bus paid for by the council.', 'Anselm Roke')).toHaveLength(1);
});

test.each([
  ['Petra Vance said each crossing after ten lost money.', null],
  ['Vance did not say if day crossings would be cut.', null],
  ['Petra Vance was silent on day crossings being cut.', 'Petra Vance'],
  ['Anselm Roke called it a blow to the hospital.', 'Anselm Roke'],
  ['In a note read by the Tollgate Post, Anselm Roke warned of empty wards.', 'Anselm Roke'],
  ['The day crossings might be cut too.', null],
])('what they did say, and that they did not: %s', (text, speaker) => {
  expect(reasons(text, speaker)).toEqual([]);
});
