import { expect, test } from 'vitest';
import { SHOWN_FROM_CONFIDENCE } from '#core/testimony.ts';
import { statementsOf } from './statements-of.ts';

test('credits a quotation to the name beside its cue', () => {
  const [one] = statementsOf('“The ferry will sail on Friday,” said Marta Olsen, a harbour pilot. The sea was calm.');
  expect(one).toMatchObject({ name: 'Marta Olsen', kind: 'person', named: true, form: 'direct', verb: 'say', via: [] });
  expect(one?.role).toBe('harbour pilot');
  expect(one?.quoted.join()).toContain('The ferry will sail on Friday');
  expect(one?.confidence).toBeGreaterThanOrEqual(0.9);
});

test('joins a quotation that goes on after its cue', () => {
  const all = statementsOf('“We waited,” Jonas Weir said. “Nobody came.”');
  expect(all).toHaveLength(1);
  expect(all[0]?.said).toHaveLength(2);
});

test('looks ahead: a quotation with a cue of its own is not glued to the last speaker', () => {
  const all = statementsOf(
    '“The books are wrong,” Anna Reed told the hearing. “They were checked twice,” replied Tom Hale.',
  );
  expect(all.map(({ name }) => name)).toEqual(['Anna Reed', 'Tom Hale']);
});

test('takes a clause with and without “that”, and a cue at the end', () => {
  const all = statementsOf(
    'The council said that the bridge was closed. Engineers warned the deck could fail. The road is safe, officials said on Tuesday.',
  );
  expect(all.map(({ name, said }) => [name, said[0]])).toEqual([
    ['the council', 'the bridge was closed'],
    ['engineers', 'the deck could fail'].map((word) =>
      word === 'engineers' ? expect.stringMatching(/^engineers$/i) : word,
    ),
    ['officials', 'The road is safe'],
  ]);
});

test('finds the subject before an apposition and not the noun nearest to the verb', () => {
  const [one] = statementsOf('Ines Karlo, a spokeswoman for the port authority, said the cranes were idle.');
  expect(one).toMatchObject({ name: 'Ines Karlo', role: 'spokeswoman for the port authority' });
});

test('gives both verbs of one subject to it', () => {
  const all = statementsOf('Paul Mercer denied that he had seen the letter and added that he would appeal.');
  expect(all.map(({ name, verb, stance }) => [name, verb, stance])).toEqual([
    ['Paul Mercer', 'deny', 'denies'],
    ['Paul Mercer', 'add', 'asserts'],
  ]);
});

test('knows a pronoun by gender and by who spoke last', () => {
  const all = statementsOf(
    'Sarah Lind met David Okoro on Monday. “The plan is dead,” she said. He said that the plan would go ahead.',
  );
  expect(all.map(({ name }) => name)).toEqual(['Sarah Lind', 'David Okoro']);
});

test('knows later names and roles: surname, title, “the minister”', () => {
  const all = statementsOf(
    'Transport Minister Helena Brandt opened the tunnel. Brandt said it had cost too much. Ms Brandt added that work would go on. The minister declined to comment on the delay.',
  );
  expect(new Set(all.map(({ name }) => name))).toEqual(new Set(['Helena Brandt']));
  expect(all.at(-1)?.stance).toBe('declines');
});

test('keeps two people of one surname apart', () => {
  const all = statementsOf(
    'Karin Voss runs the mill. Her cousin Peter Voss, who sold it, said the price was fair. Karin Voss said it was not.',
  );
  expect(all.map(({ name }) => name)).toEqual(['Peter Voss', 'Karin Voss']);
});

test('keeps the article’s words for sources without a name', () => {
  const [one] = statementsOf('Two people familiar with the talks said the offer would be raised.');
  expect(one).toMatchObject({ name: 'two people familiar with the talks', kind: 'group', named: false });
});

test('tells bodies, offices and documents apart', () => {
  const all = statementsOf(
    'The transport ministry said the line would reopen. Her office did not respond to a request for comment. An internal memo says the tracks are worn.',
  );
  expect(all.map(({ kind, named }) => [kind, named])).toEqual([
    ['organization', true],
    ['organization', false],
    ['document', false],
  ]);
});

test('a passive without a source stays unstated, and its words are the hedge', () => {
  const [one] = statementsOf('The firm is said to be looking for a buyer.');
  expect(one).toMatchObject({ kind: 'unstated', hedge: 'is said to' });
});

test('reads “according to” at both ends of a sentence', () => {
  const all = statementsOf(
    'According to Elena Marsh, the dam holds. The dam leaks, according to a survey by the water board.',
  );
  expect(all.map(({ name, said }) => [name, said])).toEqual([
    ['Elena Marsh', ['the dam holds']],
    ['a survey by the water board', ['The dam leaks']],
  ]);
});

test('words that report no speech make no statement', () => {
  expect(statementsOf('The shop added two tills and claimed the corner site. The flood claimed four lives.')).toEqual(
    [],
  );
});

test('titles, nicknames and terms are not the source’s words', () => {
  const all = statementsOf('Rolf Dane, known as “the Captain”, said the film “Night Harbour” would open in May.');
  expect(all.flatMap(({ quoted }) => quoted)).toEqual([]);
});

test('refusals decline and rebuttals deny', () => {
  const all = statementsOf(
    'Mr Hale would neither confirm nor deny that he was leaving. Anna Reed called the report false. The club did not comment.',
  );
  expect(all.map(({ stance }) => stance)).toEqual(['declines', 'denies', 'declines']);
});

test('a quotation that nobody near it spoke is not shown to readers', () => {
  const all = statementsOf('“The lamps were out that night, all of them.”\n\nThe road runs north.');
  expect(all.every(({ confidence }) => confidence < SHOWN_FROM_CONFIDENCE)).toBe(true);
});

test('reads the turns of a printed conversation', () => {
  const all = statementsOf(
    'Lena Moss is a diver.\n\nMOSS: I went down alone.\n\nHALE: And then?\n\nMOSS: It was dark.\n\nHALE: I see.',
  );
  expect(all.filter(({ form }) => form === 'direct').map(({ name }) => name)).toContain('Lena Moss');
});

test('a plural owner belongs to the name of what is owned, and stands for nobody else', () => {
  const [firm, union] = statementsOf(
    'Northquay said it would move 60 trucks. The dockworkers’ union said it had not been consulted.',
  );
  expect([firm?.name, union?.name]).toEqual(['Northquay', 'the dockworkers’ union']);
});

test('a word of connection between commas is no role', () => {
  const [one] = statementsOf('The Harbour Post, however, reported that two lanes would stay open.');
  expect(one).toMatchObject({ name: 'The Harbour Post', role: null });
});

test('of two with one surname the bare surname means the one who was just named', () => {
  const all = statementsOf(
    'Mayor Anna Lund said the hall would close. Anna Lund runs the town alone, Anna Lund said.\n\nHer brother, builder Per Lund, said it would stay open. “I have the contract in my pocket,” Lund said.',
  );
  expect(all.at(-1)).toMatchObject({ name: 'Per Lund', quoted: [expect.stringContaining('contract')] });
});

test('a town is no firm: “the firm” stays as written where none is named', () => {
  const all = statementsOf('The town of Marholm is waiting. The firm said the hall would cost seven million.');
  expect(all.map(({ name }) => name)).not.toContain('Marholm');
});

test('the answers of an interview in Q and A are its subject’s own words, the questions nobody’s', () => {
  const all = statementsOf(
    'Nora Weir, 58, left the harbour board last month. She spoke to Jon Pell.\n\nQ: The Vale Herald reported that you were pushed out.\n\nA: That is false. Nobody asked me to go.\n\nQ: Would you come back?\n\nA: No. My husband says I shout at the gulls.',
  );
  expect(all.map(({ name, form, said }) => [name, form, said[0]])).toEqual([
    ['Nora Weir', 'direct', 'That is false. Nobody asked me to go.'],
    ['Nora Weir', 'direct', 'No. My husband says I shout at the gulls.'],
  ]);
});
