import { expect, test } from 'vitest';
import { objectionsOn } from './objections-on.ts';

const TEXT = [
  'The port of Elvest plans a third quay, the Elvest Gazette reported on Monday, citing two people in the harbour office.',
  'The director of the port, Marta Onsager, is thought to be looking for a buyer for the old ice house.',
  'The harbour pilots’ guild said 14 ships had touched the bottom since May. The port authority counts six.',
  'Onsager said the channel was deep enough. Pilot Rune Aasen said the channel was not deep enough for the new ferries.',
  'The fish auction will move to the northern shed in autumn, the town council said. The fishermen’s union confirmed that.',
  'Aasen and the guild said a second tug was needed.',
  'The crane was repaired in April and has lifted nothing since.',
].join('\n\n');
const objections = objectionsOn(TEXT);

test('what the article has only through an outlet is not told as a fact', () => {
  expect(objections('The port of Elvest plans a third quay.')).toContain('outlet');
  expect(objections('The port of Elvest plans a third quay, the Elvest Gazette reported.')).toEqual([]);
  expect(objections('The port of Elvest plans a third quay, according to the Elvest Gazette.')).toEqual([]);
});

test('nor what is only thought or said to be so', () => {
  expect(objections('Marta Onsager is looking for a buyer for the old ice house.')).not.toEqual([]);
  expect(objections('Marta Onsager is believed to be looking for a buyer for the old ice house.')).toEqual([]);
});

test('what the article tells itself needs no credit', () => {
  expect(objections('The crane was repaired in April.')).toEqual([]);
  expect(objections('The fish auction will move to the northern shed in autumn.')).toEqual([]);
});

test('two are not said to say together what one of them says', () => {
  expect(objections('The pilots’ guild and the port authority say 14 ships had touched the bottom.')).toContain(
    'speaker',
  );
  expect(objections('The pilots’ guild says 14 ships had touched the bottom.')).toEqual([]);
  expect(objections('Marta Onsager and Rune Aasen both said the channel was deep enough.')).not.toEqual([]);
  expect(objections('Marta Onsager said the channel was deep enough.')).toEqual([]);
});

test('two agree where the article says that they do', () => {
  expect(objections('Rune Aasen and the guild said a second tug was needed.')).toEqual([]);
  expect(
    objections('The town council and the fishermen’s union say the fish auction will move to the northern shed.'),
  ).toEqual([]);
});

test('what an outlet reports as done is news that is told as such, unless somebody denies it; a plea answers a charge, and no report', () => {
  const sold = 'The Elvest Gazette reported that Onsager had sold the old tug to a museum in spring.';
  const claim = 'Onsager sold the old tug to a museum in spring.';
  expect(objectionsOn(`${sold} She denied it.\n\n${TEXT}`)(claim)).toContain('outlet');
  expect(objectionsOn(`${sold} She pleaded not guilty to a charge of fraud.\n\n${TEXT}`)(claim)).toEqual([]);
});
