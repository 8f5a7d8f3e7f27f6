import { expect, test } from 'vitest';
import { sameName, sameOutlet } from '../../bench/same-name.ts';

test('a surname is enough for a person, unless another speaker bears it', () => {
  expect(sameName('Neville Abara', 'Abara', true, ['Neville Abara', 'Wilf Carrow'])).toBe(true);
  expect(sameName('Neville Abara', 'Abara', true, ['Neville Abara', 'Prudence Abara'])).toBe(false);
});

test('a first name or a pronoun is not the person', () => {
  expect(sameName('Neville Abara', 'Neville', true, ['Neville Abara'])).toBe(false);
  expect(sameName('Neville Abara', 'he', true, ['Neville Abara'])).toBe(false);
});

test('titles, accents and a leading article do not matter', () => {
  expect(sameName('Zoë Okonjo', 'Dr. Zoe Okonjo', true, [])).toBe(true);
  expect(sameOutlet('The Daily Meridian', 'Daily Meridian')).toBe(true);
  expect(sameName('Hélène Coutard', 'Mme Coutard', true, [])).toBe(true);
  expect(sameOutlet('Courrier de Vernelle', 'le Courrier de Vernelle')).toBe(true);
  expect(sameOutlet('Écho d’Orvanne', "L'Écho d'Orvanne")).toBe(true);
});

test('a body that is another speaker of the article is not the same source', () => {
  expect(sameName('One of the diplomats', 'diplomats', false, ['One of the diplomats', 'diplomats'])).toBe(false);
  expect(sameName('two people at the club', 'two people', false, [])).toBe(true);
});
