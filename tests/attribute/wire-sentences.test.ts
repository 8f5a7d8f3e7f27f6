import { expect, test } from 'vitest';
import { statementsOf, toldIn } from './statements-of.ts';

test.each([
  [
    'Jon Reed of Lark Research, who recommends selling the bonds, said the worst was over.',
    ['Jon Reed', 'recommend', 'asserts', 'selling the bonds'],
    ['Jon Reed', 'say', 'asserts', 'the worst was over'],
  ],
  [
    'Holm, whose firm has challenged the order in court, said through his lawyer that the two had met once.',
    ['firm', 'challenge', 'asserts', 'the order in court'],
    ['Holm', 'say', 'asserts', 'the two had met once'],
  ],
  [
    'Ana Ruiz, who said the bridge, built in 1900, was safe, warned that the gate shuts at six.',
    ['Ana Ruiz', 'say', 'asserts', 'the bridge, built in 1900, was safe'],
    ['Ana Ruiz', 'warn', 'asserts', 'the gate shuts at six'],
  ],
  [
    'Kell, which has been accused by Orvania of a string of attacks on its mines, said it would wait.',
    ['Orvania', 'accuse', 'asserts', 'of a string of attacks on its mines'],
    ['Kell', 'say', 'asserts', 'it would wait'],
  ],
])('what a clause about the subject tells ends before the verb of the subject: %s', (text, ...expected) => {
  expect(toldIn(text)).toEqual(expected);
});

test.each([
  'Mayor Lena Holt spoke for an hour, but stopped short of announcing a strike.',
  'The minister refrained from saying that the port was lost.',
])('what somebody did not come to say is no statement: %s', (text) => {
  expect(statementsOf(text)).toEqual([]);
});

test.each([
  ["The couple's camp is hitting back at reports their marriage is over.", 'their marriage is over'],
  ['The firm pushed back against claims that it had hidden the losses.', 'it had hidden the losses'],
  ['Her agent called the story “absolute nonsense”.', 'the story “absolute nonsense”'],
  ['The ministry called the report “fabricated from start to finish”.', 'the report “fabricated from start to finish”'],
  ['According to Milch, however, there has been no such call.', 'there has been no such call'],
  ['Jon Reed disputed that, and went home.', 'that'],
])('whoever answers a report denies it: %s', (text, said) => {
  expect(statementsOf(text)).toMatchObject([{ stance: 'denies', said: [said] }]);
});

test('“made up of” is no denial', () => {
  expect(statementsOf('Reed said the panel is made up of farmers.')).toMatchObject([{ stance: 'asserts' }]);
});

test.each([
  [
    'Fleming said the toll was higher than the number reported because some patients see no doctor.',
    ['Fleming', 'say', 'asserts', 'the toll was higher than the number reported because some patients see no doctor'],
  ],
  [
    'A preprint of the paper posted last year put the figure at 35 tonnes.',
    ['a preprint of the paper', 'put', 'asserts', 'the figure at 35 tonnes'],
  ],
  [
    'Two towers have stood empty for a month, insiders claim – but nobody is moving in.',
    ['insiders', 'claim', 'asserts', 'Two towers have stood empty for a month'],
  ],
  ['An inquiry blamed that fire on a faulty valve.', ['an inquiry', 'blame', 'asserts', 'that fire on a faulty valve']],
  ['Lena Holt liked to say that she trusted no bridge.', ['Lena Holt', 'say', 'asserts', 'she trusted no bridge']],
  ['The Brack Herald is standing by its story.', ['Brack Herald', 'stand by', 'asserts', 'its story']],
  [
    'Doctors have been asked by the agency to report every fall within a week.',
    ['agency', 'ask', 'asserts', 'to report every fall within a week'],
  ],
])('%s', (text, expected) => {
  expect(toldIn(text).map(([name, ...rest]) => [String(name).replace(/^the /i, ''), ...rest])).toEqual([expected]);
});

test.each([
  ['Carla Menzies insisted last week that there had been no contact with anyone.', 'denies'],
  ['A second source insisted that no decision has been made.', 'denies'],
  ['Ana Ruiz insisted that the list was long.', 'asserts'],
  ['Jan Reed has shot down the claims.', 'denies'],
])('to insist that there was none is to deny: %s', (text, stance) => {
  expect(statementsOf(text)).toMatchObject([{ stance }]);
});

test.each([
  ['Tomas Belling left in May.\n\nBelling disputes this.', ['Tomas Belling', 'dispute', 'denies', 'this']],
  [
    'The keeper of a mill stole more than £62,000 from its members, a court has heard.',
    ['unstated', 'hear', 'asserts', 'The keeper of a mill stole more than £62,000 from its members'],
  ],
  [
    'In 1985 a retired miner, Elias Tunney, sued her over a portrait, claiming he had never agreed to sit.',
    ['Elias Tunney', 'claim', 'asserts', 'he had never agreed to sit'],
  ],
])('whom the tagger hides: %s', (text, expected) => {
  expect(toldIn(text)).toEqual([expected]);
});

test('whoever accuses a subject is not the one who keeps silent', () => {
  const text =
    'Neighbouring Keld, which has been accused by Orvania of a string of attacks, did not immediately comment.';
  expect(toldIn(text).map(([name, , stance]) => [name, stance])).toEqual([
    ['Orvania', 'asserts'],
    ['Keld', 'declines'],
  ]);
});

test('what somebody was asked they deny by a “no”, and never assert', () => {
  expect(statementsOf('Asked whether he would stay, Jan Holm said no.')).toMatchObject([
    { name: 'Jan Holm', stance: 'denies', said: ['he would stay'] },
  ]);
  expect(statementsOf('Asked whether he would stay, Jan Holm said nothing.')[0]?.stance).toBe('declines');
});

test('members outside a court are a group', () => {
  expect(statementsOf('Members outside court declined to discuss the case.')).toMatchObject([
    { kind: 'group', named: false },
  ]);
});
