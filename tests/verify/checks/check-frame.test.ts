import { expect, test } from 'vitest';
import { objectionsOn } from '../objections-on.ts';

const TEXT = [
  'The theatre in Ormley opened its season with a satire by Greta Foss on Monday.',
  'In the play, Prime Minister Alan Pryce sells the navy to a baker. He burns the ledgers in the garden.',
  'Pryce opened a hospital in Ormley on Monday and called the play funny.',
].join('\n\n');

test.each(['Prime Minister Alan Pryce sells the navy to a baker.', 'Alan Pryce burns the ledgers in the garden.'])(
  'a scene told as news is objected to: %s',
  (claim) => {
    expect(objectionsOn(TEXT)(claim)).toContain('frame');
  },
);

test.each([
  'In a satire by Greta Foss, Prime Minister Alan Pryce sells the navy to a baker.',
  'In the play, Alan Pryce burns the ledgers in the garden.',
  'Pryce opened a hospital in Ormley on Monday.',
  'The theatre in Ormley opened its season on Monday.',
])('told as a scene, or from beside it, it is not: %s', (claim) => {
  expect(objectionsOn(TEXT)(claim)).not.toContain('frame');
});
