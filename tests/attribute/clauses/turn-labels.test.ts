import { expect, test } from 'vitest';
import { statementsOf } from '../statements-of.ts';

const names = (text: string) => statementsOf(text).map(({ name, said }) => [name, said.join(' … ')]);

test('the labels of a fact sheet are no speakers', () => {
  const sheet = 'Details: 12 Quay Road lampandloaf.example';
  expect(names(`Two bakeries opened.\n\n${sheet}\n\nThe second sells rye.\n\n${sheet}`)).toEqual([]);
  const hosts = ['CEO: Nora Weir', 'The firm makes lamps.', 'CEO: Ottmar Brandl', 'The firm makes bells.'];
  expect(names(hosts.join('\n\n'))).toEqual([]);
  const rules = ['Principle: Lamps stay lit.', 'It is an old rule.', 'Principle: Bells stay dry.', 'So is this.'];
  expect(names(rules.join('\n\n'))).toEqual([]);
  const parts = ['Lamp Integration: Joins lamps with bells.', 'Bell Integration: Joins bells with lamps.'];
  expect(names(parts.join('\n\n'))).toEqual([]);
});

test('who leads through a broadcast tells its story, and whoever speaks once between is heard', () => {
  const turns = [
    'JON PELL, BYLINE: The ferry has been tied up since Monday. Nora Weir owns a shop on the quay.',
    'NORA WEIR: I have sold two lamps. I will not sell a third.',
    'PELL: Weir says she will close on Friday.',
    'WEIR: Somebody has to tell the mayor.',
    'PELL: The mayor would not speak to us.',
    'THOMAS BRANDL: The boat needs a new shaft.',
  ];
  expect(names(turns.join('\n\n'))).toEqual([
    ['Nora Weir', 'I have sold two lamps. I will not sell a third.'],
    ['Nora Weir', 'she will close on Friday'],
    ['Nora Weir', 'Somebody has to tell the mayor.'],
    [expect.stringMatching(/Thomas Brandl/i), 'The boat needs a new shaft.'],
  ]);
});
