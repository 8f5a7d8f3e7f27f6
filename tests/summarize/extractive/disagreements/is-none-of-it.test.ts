import { expect, test } from 'vitest';
import { differencesIn } from '../differences-in.ts';

const between = (text: string, ...said: Parameters<typeof differencesIn>[1][number][]) => differencesIn(text, said);

test('no sign of a thing stands against who tells of the thing', () => {
  const found = between(
    'The port’s clerk said there was no sign of drone debris at the site. Hours before, a channel claimed the tanks had been hit by two drones.',
    { words: 'there was no sign of drone debris at the site', by: 'the clerk' },
    { words: 'the tanks had been hit by two drones', by: 'a channel' },
  );
  expect(found).toHaveLength(1);
});

test('no casualties stand against a count of the dead, some sentences on', () => {
  const found = between(
    'Six soldiers were killed on the ridge, the ministry said. Its neighbour had called up men. It was cold. “There were no casualties,” its spokesman said.',
    { words: 'Six soldiers were killed on the ridge', by: 'the ministry' },
    { words: 'There were no casualties', by: 'its spokesman' },
  );
  expect(found).toHaveLength(1);
});

test('a thing of which there was none is found by another', () => {
  const found = between(
    'The dairy said that no unopened package had tested positive. But the county said that it had found the strain in an unopened package.',
    { words: 'no unopened package had tested positive', by: 'the dairy' },
    { words: 'it had found the strain in an unopened package', by: 'the county' },
  );
  expect(found).toHaveLength(1);
});

test('a body that has no record of a thing does not say that there is none', () => {
  const found = between(
    'The port said it had no record of the ship. The radio said the ship had seven sick sailors.',
    { words: 'it had no record of the ship', by: 'the port' },
    { words: 'the ship had seven sick sailors', by: 'the radio' },
  );
  expect(found).toEqual([]);
});

test('“not only” says no to nothing', () => {
  const found = between(
    'A miner claimed he had never agreed to be drawn. The painter said that he had not only agreed but held the lamp.',
    { words: 'he had never agreed to be drawn', by: 'a miner' },
    { words: 'he had not only agreed but held the lamp', by: 'the painter' },
  );
  expect(found).toHaveLength(1);
});

test('an account that is called something is denied', () => {
  const found = between(
    'Oren said a patrol had crossed the line and had been led back. The other minister dismissed this as “a fairy tale for the evening news”.',
    { words: 'a patrol had crossed the line and had been led back', by: 'Oren' },
    {
      words: 'this as “a fairy tale for the evening news”',
      by: 'the other minister',
      stance: 'denies',
      verb: 'dismiss',
    },
  );
  expect(found).toHaveLength(1);
});

test('whoever told it is mistaken', () => {
  const found = between(
    'According to the Vale Chronicle, she offered to leave. “The Chronicle is mistaken. I gave him tea and a long talk about trains, and he drank it,” she said.',
    { words: 'she offered to leave', by: 'the Vale Chronicle' },
    {
      words: 'The Chronicle is mistaken. I gave him tea and a long talk about trains, and he drank it',
      by: 'she',
      stance: 'denies',
    },
  );
  expect(found).toHaveLength(1);
});

test('an owner is said to have sounded somebody out, the club insists that there was no contact', () => {
  const found = between(
    'The owners have reportedly sounded out a new coach. The club insisted that there had been no contact with anyone.',
    { words: 'sounded out a new coach', by: 'people' },
    { words: 'there had been no contact with anyone', by: 'the club', stance: 'denies', verb: 'insist' },
  );
  expect(found).toHaveLength(1);
});

test('work goes on, and has, however, been halted', () => {
  const found = between(
    'The firm said operations at the north quay of the port were continuing as normal. Two porters said, however, that loading had been halted at the north quay and at the ferry stage.',
    { words: 'operations at the north quay of the port were continuing as normal', by: 'the firm' },
    { words: 'loading had been halted at the north quay and at the ferry stage', by: 'two porters' },
  );
  expect(found).toHaveLength(1);
});

test('one of two is of their mind', () => {
  const found = between(
    'Two porters said that loading had been halted. “Nobody is loading anything,” one of them said.',
    { words: 'loading had been halted', by: 'Two porters' },
    { words: 'Nobody is loading anything', by: 'one of them' },
  );
  expect(found).toEqual([]);
});

test('suggestions that the chair rejects need not be those of who spoke before', () => {
  const found = between(
    'The officer stressed that it was a matter for members. The chair rejected suggestions that members were “running scared”.',
    { words: 'it was a matter for members', by: 'the officer', verb: 'stress' },
    { words: 'suggestions that members were “running scared”', by: 'the chair', stance: 'denies', verb: 'reject' },
  );
  expect(found).toEqual([]);
});
