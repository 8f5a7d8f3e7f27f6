import { expect, test } from 'vitest';
import { objectionsOn } from './objections-on.ts';

const TEXT = [
  'The ice on the upper lake may be thinner than at any time since 1962, the surveyor Berit Lang said.',
  'Lang said the thaw was probably over. The mayor of Skarby, Odd Vik, told a meeting that the cost of the sluice was likely to rise in spring.',
  'Vik is expected to travel to the capital on Thursday, his office said.',
  'Vik rejected suggestions that the council was selling water to the paper mill.',
  'The engineer Tone Moe denied having drained the lower lake. She said the valve had been shut for a year.',
  'Reports that a barge has sunk off Skarby are not true, the lock company says. The diver Pal Rud doubts that the ice reaches the bed.',
  'The owners deny that they need a loan, but accounts printed last week showed a loss of nine million crowns.',
  'The weekly Skarby Post says it was told by a friend of the family that divers have already been hired.',
  'The broadcaster Kanal Elv, citing two people at the mill, said on Sunday that up to 300 workers had been ordered to report on Friday.',
  'Officials said nine houses had been flooded. The Water League for Skarby, a club of anglers, says two.',
  'Lars Eng said he had left the mill for the sea. Lars Eng’s mother said he had been asked to go.',
].join('\n\n');
const objections = objectionsOn(TEXT);

test.each([
  'The ice on the upper lake is thinner than at any time since 1962, Berit Lang said.',
  'Berit Lang said the thaw was over.',
  'Odd Vik said the cost of the sluice would rise in spring.',
  'Odd Vik will travel to the capital on Thursday, his office said.',
])('what may be, is likely or expected is not sure: %s', (text) => {
  expect(objections(text)).toContain('strength');
});

test.each([
  'The ice on the upper lake may be thinner than at any time since 1962, Berit Lang said.',
  'Berit Lang said the thaw was probably over.',
  'Odd Vik said the cost of the sluice would probably rise in spring.',
  'Odd Vik is to travel to the capital on Thursday, his office said.',
])('and may be told as carefully in other words: %s', (text) => {
  expect(objections(text)).toEqual([]);
});

test('what somebody denies is not what they say', () => {
  expect(objections('Odd Vik said that the council was selling water to the paper mill.')).toContain('strength');
  expect(objections('Tone Moe said that she had drained the lower lake.')).toContain('strength');
  expect(objections('The lock company says that a barge has sunk off Skarby.')).toContain('strength');
  expect(objections('Pal Rud believes that the ice reaches the bed.')).not.toEqual([]);
  expect(objections('Pal Rud doubts that the ice reaches the bed.')).toEqual([]);
  expect(objections('Odd Vik rejected that the council was selling water to the paper mill.')).toEqual([]);
  expect(objections('Odd Vik said the council was not selling water to the paper mill.')).toEqual([]);
  expect(objections('Tone Moe said the valve had been shut for a year.')).toEqual([]);
});

test('a “deny” of another clause turns no opposite round', () => {
  expect(objections('Accounts printed last week showed a profit of nine million crowns.')).toContain('direction');
  expect(objections('Accounts printed last week showed a loss of nine million crowns.')).toEqual([]);
});

test('a leak is no fact, whether the outlet says that it was told, or the claim has a "told" or "report" of its own', () => {
  expect(objections('Divers have already been hired.')).toContain('outlet');
  expect(objections('Up to 300 workers have been ordered to report on Friday.')).toContain('outlet');
  expect(objections('Up to 300 workers have been ordered to report on Friday, Kanal Elv reported.')).toEqual([]);
});

test('who is named as officials, as a club or by a mother is nobody else', () => {
  expect(objections('Both officials and the Water League for Skarby say nine houses had been flooded.')).toContain(
    'speaker',
  );
  expect(objections('Lars Eng and his mother say that he left the mill for the sea.')).toContain('speaker');
  expect(objections('Officials say nine houses had been flooded.')).toEqual([]);
});
