import { expect, test } from 'vitest';
import { statementsOf } from './statements-of.ts';

const saidIn = (text: string) => statementsOf(text).map(({ name, said }) => [name.toLowerCase(), said.join(' … ')]);

/** Statements told without a plain verb of saying before them, or past what stands between: who, and what. */
test.each([
  ['In the judge’s words, the lift was “a coffin on a rope”.', 'the judge', 'the lift was “a coffin on a rope”'],
  ['The hall was shut at noon, by the warden’s own account.', 'the warden', 'The hall was shut at noon'],
  ['It should close, in the opinion of one engineer.', 'one engineer', 'It should close'],
  ['The guild’s position is that the pact stands.', 'the guild', 'the pact stands'],
  ['The word from the council is to stay indoors.', 'the council', 'to stay indoors'],
  ['It was the guild’s case that the lamps were never tested.', 'the guild', 'the lamps were never tested'],
  ['The agency issued a warning that the dam might fail.', 'the agency', 'the dam might fail'],
  ['A story in the Courier that the pier was sold is false, Ana Ruiz said.', 'the courier', 'the pier was sold'],
  ['The port said staffing had improved since May.', 'the port', 'staffing had improved since May'],
  ['The union demanded that charges be dropped.', 'the union', 'charges be dropped'],
  ['Ana Ruiz said in closing that the case was thin.', 'ana ruiz', 'the case was thin'],
  ['Ana Ruiz said in announcing the fine that it was a record.', 'ana ruiz', 'it was a record'],
  ['Judge Ilse Kamm cautioned her colleagues against “ruling by mood”.', 'ilse kamm', 'ruling by mood'],
  ['The firm has attributed the smell to “old pipes”.', 'the firm', 'the smell to “old pipes”'],
  ['Aides are adamant that the queen is well.', 'aides', 'the queen is well'],
  ['The rebels claimed responsibility for the blast.', 'the rebels', 'responsibility for the blast'],
  ['The army claimed to have shot down six drones.', 'the army', 'to have shot down six drones'],
  ['Ana Ruiz denied it to the Courier.', 'ana ruiz', 'it'],
  ['Ana Ruiz admitted liability on the second morning of the hearing.', 'ana ruiz', 'liability'],
  ['Ana Ruiz denied, through a friend, any link to the yard.', 'ana ruiz', 'any link to the yard'],
  ['Ana Ruiz promised a vote on Monday.', 'ana ruiz', 'a vote on Monday'],
  ['The jury was told the lamps were out.', 'unstated', 'the lamps were out'],
  ['Figures released on Monday show that exports fell.', 'figures', 'exports fell'],
  ['It should close, said one engineer who asked not to be named.', 'one engineer', 'It should close'],
  ['“Help me,” a man’s voice is heard to say.', 'a man’s voice', 'Help me,'],
  [
    '“Both cannot be right,” said Ana Ruiz, who leads the count, “and on Friday we shall know.”',
    'ana ruiz',
    'Both cannot be right, … and on Friday we shall know.',
  ],
  [
    'Both cannot be right, said Ana Ruiz, who leads the count, “and on Friday we shall know”.',
    'ana ruiz',
    'Both cannot be right … and on Friday we shall know',
  ],
  [
    'Ana Ruiz, who made her name in a farce called “Nobody Said It”, described the cut as “a small theft”.',
    'ana ruiz',
    'the cut as “a small theft”',
  ],
  [
    'Ana Ruiz told a news conference the warrant concerned unpaid dues and had been signed.',
    'ana ruiz',
    'the warrant concerned unpaid dues and had been signed',
  ],
])('%s', (text, who, what) => {
  expect(saidIn(text)).toContainEqual([who, what]);
});

test.each([
  'The foreman said it eleven times.',
  'The ministry never said the gate was shut.',
  'The firm attributed the remark to a clerk.',
  'The mayor told the story of the pier and left.',
  'The flood claimed three lives.',
  'It is certain that the pier was sound.',
  'In his view of the valley stood a mill.',
])('nothing is said: %s', (text) => {
  expect(statementsOf(text)).toEqual([]);
});

test.each([
  ['The court heard nothing new. Women held at the camp go hungry at night, a watchdog says.', 1],
  ['The radio reported a find overnight, without saying how it knew.', 1],
  ['His office said on Monday that he met nobody, although nobody had yet suggested that he did.', 1],
])('one statement and no more: %s', (text, count) => {
  expect(statementsOf(text).filter(({ confidence }) => confidence >= 0.7)).toHaveLength(count);
});
