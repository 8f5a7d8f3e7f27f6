import { expect, test } from 'vitest';
import { differencesIn } from '../differences-in.ts';

test('a denial stands against what it denies', () => {
  const words = 'the council had known of the cracks since spring';
  const found = differencesIn(`Engineers said ${words}. The mayor denied that anyone had known of the cracks.`, [
    { words, by: 'engineers' },
    { words: 'anyone had known of the cracks', by: 'the mayor', stance: 'denies' },
  ]);
  expect(found.map(({ sides }) => sides.map(({ source }) => source))).toEqual([['s1', 's2']]);
  expect(found[0]?.about).toMatch(/crack/);
});

test('"rejected the allegation" answers the statement right before it', () => {
  const found = differencesIn('Divers said the firm had dumped steel in the river. The firm rejected the allegation.', [
    { words: 'the firm had dumped steel in the river', by: 'divers' },
    { words: 'the allegation', by: 'the firm', stance: 'denies', verb: 'reject' },
  ]);
  expect(found).toHaveLength(1);
});

test('a plan that one account has settled and the other open is told in two ways', () => {
  const found = differencesIn(
    'Aides said the mayor has “no intention” of selling the mill. The Lenne Post wrote that she is looking at an offer for the mill and has not made up her mind.',
    [
      { words: 'the mayor has “no intention” of selling the mill', by: 'aides' },
      { words: 'she is looking at an offer for the mill and has not made up her mind', by: 'The Lenne Post' },
    ],
  );
  expect(found.map(({ about, sides }) => [about, sides.length])).toEqual([['mill', 2]]);
});

test('a bare denial answers the one statement right before it, not all that were made', () => {
  const found = differencesIn(
    'Divers said the river was full of steel. The union accused the firm of lying about it. The firm called the accusation nonsense.',
    [
      { words: 'the river was full of steel', by: 'divers' },
      { words: 'the firm of lying about it', by: 'the union', verb: 'accuse' },
      { words: 'the accusation nonsense', by: 'the firm', stance: 'denies', verb: 'call' },
    ],
  );
  expect(found.map(({ sides }) => sides.map(({ source }) => source))).toEqual([['s2', 's3']]);
});

test('another figure for the same thing is another account', () => {
  const found = differencesIn(
    'The council said 14,000 cars crossed the bridge each day. The drivers’ club said the true figure was nearer 20,000.',
    [
      { words: '14,000 cars crossed the bridge each day', by: 'the council' },
      { words: 'the true figure was nearer 20,000', by: 'the club' },
    ],
  );
  expect(found).toHaveLength(1);
});

test('figures for two things are no difference', () => {
  const found = differencesIn(
    'The council said 14,000 cars crossed the bridge each day. The bakers said bread had gone up by 3% this month.',
    [
      { words: '14,000 cars crossed the bridge each day', by: 'the council' },
      { words: 'bread had gone up by 3% this month', by: 'the bakers' },
    ],
  );
  expect(found).toEqual([]);
});

test('a bare "it would not" answers the one before', () => {
  const found = differencesIn('The council said the ferry would run in winter. The crew said it would not.', [
    { words: 'the ferry would run in winter', by: 'the council' },
    { words: 'it would not', by: 'the crew' },
  ]);
  expect(found).toHaveLength(1);
});

test('where the article itself sets two reports against each other, so does the briefing', () => {
  const found = differencesIn(
    'Officials told the Lenne Courier that Brandt had “no wish” to raise tolls, which contrasts with what the Aldby Post printed. The Post reported that Brandt was weighing new tolls.',
    [
      { words: 'Brandt had “no wish” to raise tolls', by: 'Officials', form: 'mixed' },
      { words: 'Brandt was weighing new tolls', by: 'the Aldby Post' },
    ],
  );
  expect(found).toHaveLength(1);
  expect(found[0]?.about).toMatch(/tolls/);
});

test('one source never contradicts itself here, nor a relayed statement the one that relays it', () => {
  expect(
    differencesIn('The council said the bridge was safe. The council said the bridge was not safe.', [
      { words: 'the bridge was safe', by: 'the council' },
      { words: 'the bridge was not safe', by: 'the council' },
    ]),
  ).toEqual([]);
  expect(
    differencesIn('Brandt said engineers had told him the bridge was not safe for cars.', [
      { words: 'engineers had told him the bridge was not safe for cars', by: 'Brandt' },
      { words: 'the bridge was not safe for cars', by: 'engineers' },
    ]),
  ).toEqual([]);
});

test('two who say the same do not disagree', () => {
  expect(
    differencesIn('The council said the bridge would close in May. Engineers said the bridge would close in May too.', [
      { words: 'the bridge would close in May', by: 'the council' },
      { words: 'the bridge would close in May too', by: 'engineers' },
    ]),
  ).toEqual([]);
});

test('what is not sure enough to be shown takes no side', () => {
  const words = 'the council had known of the cracks since spring';
  expect(
    differencesIn(`Engineers said ${words}. The mayor denied that anyone had known of the cracks.`, [
      { words, by: 'engineers', confidence: 0.2 },
      { words: 'anyone had known of the cracks', by: 'the mayor', stance: 'denies' },
    ]),
  ).toEqual([]);
});

test('an article in which nobody speaks has no differences', () => {
  expect(differencesIn('The bridge closed.', [])).toEqual([]);
});

test('"the figure is too high" contradicts the figure before it', () => {
  const found = differencesIn(
    'The town loses 9,000 crowns a day, the bakers said. Brandt called the figure too high.',
    [
      { words: 'The town loses 9,000 crowns a day', by: 'the bakers' },
      { words: 'the figure too high', by: 'Brandt', verb: 'call' },
    ],
  );
  expect(found).toHaveLength(1);
});

test('"no such offer" answers the offer some sentences back', () => {
  const found = differencesIn(
    'The divers said the firm had made them an offer in May. The mill is old. It turns slowly. The firm denied that any such offer had been made.',
    [
      { words: 'the firm had made them an offer in May', by: 'the divers' },
      { words: 'any such offer had been made', by: 'the firm', stance: 'denies', verb: 'deny' },
    ],
  );
  expect(found).toHaveLength(1);
});

test('who relays a denial is not contradicted by it', () => {
  const found = differencesIn('The clerk said the firm denied it had dumped steel in the river.', [
    { words: 'the firm denied it had dumped steel in the river', by: 'the clerk' },
    { words: 'it had dumped steel in the river', by: 'the firm', stance: 'denies', verb: 'deny', cue: 'denied' },
  ]);
  expect(found).toEqual([]);
});

test('sources that count the dead or the missing otherwise differ, whatever words they use', () => {
  const found = differencesIn(
    'The prefect put the death toll at 21. Medics said 33 bodies had been found, and the church said it had counted 27 in its hall. Police said 140 people were unaccounted for. The radio said as many as 250 were missing.',
    [
      { words: 'the death toll at 21', by: 'the prefect', verb: 'put' },
      { words: '33 bodies had been found', by: 'medics' },
      { words: 'it had counted 27 in its hall', by: 'the church' },
      { words: '140 people were unaccounted for', by: 'police' },
      { words: 'as many as 250 were missing', by: 'the radio' },
    ],
  );
  expect(found.map(({ about, sides }) => [about, sides.length])).toEqual([
    ['death toll', 3],
    ['missing', 2],
  ]);
});

test.each([
  ['a lower bound', 'at least 21 people had died', 'the death toll was 26'],
  ['a longer time', '21 people had died', '33 people have died here since 2019'],
  ['another place', '21 people had died in Lower Mirn', '33 people were killed at the Orsa mine'],
  ['another thing', '21 people had died', '33 people were missing'],
])('%s is no other count', (_, first, second) => {
  const found = differencesIn(`Police said ${first}. Medics said ${second}.`, [
    { words: first, by: 'police' },
    { words: second, by: 'medics' },
  ]);
  expect(found).toEqual([]);
});

test('a thing that is closed on one day and open on another is no contradiction; “until” makes it one', () => {
  const between = (one: string, other: string) =>
    differencesIn(`Holm said ${one}. The ferry firm said ${other}.`, [
      { words: one, by: 'Holm' },
      { words: other, by: 'the ferry firm' },
    ]);
  expect(
    between('the old iron footbridge was closed on Monday', 'the old iron footbridge would open on Friday'),
  ).toEqual([]);
  expect(
    between('the old iron footbridge is closed until June', 'the old iron footbridge would open on Friday'),
  ).toHaveLength(1);
});

test('a bound that another count leaves far behind is another count', () => {
  const found = differencesIn('Police said at least 21 people had died. Medics put the number of dead at 44.', [
    { words: 'at least 21 people had died', by: 'police' },
    { words: 'the number of dead at 44', by: 'medics', verb: 'put' },
  ]);
  expect(found).toHaveLength(1);
});

test('a flat no to the thing that was just spoken of is another account', () => {
  const between = (one: string, other: string) =>
    differencesIn(`The union said ${one}. The firm said ${other}.`, [
      { words: one, by: 'the union' },
      { words: other, by: 'the firm' },
    ]);
  expect(between('crews slept in the wheelhouse between trips', 'nobody slept in a wheelhouse')).toHaveLength(1);
  expect(between('the ferry had passed an inspection in April', 'no inspector had seen it')).toHaveLength(1);
  expect(between('the board is considering a sale of the yard', 'no process was under way')).toHaveLength(1);
  expect(between('the ferry had passed an inspection in April', 'nobody had been paid since March')).toEqual([]);
});

test('a figure that is put in the place of the one before it is another account; one of another thing is not', () => {
  const after = (other: string) =>
    differencesIn(`The sheriff said 4,200 people had come to the fair. The riders put ${other}.`, [
      { words: '4,200 people had come to the fair', by: 'the sheriff' },
      { words: other, by: 'the riders', verb: 'put' },
    ]);
  expect(after('the crowd at closer to 7,000')).toHaveLength(1);
  expect(after('the magnitude at 6.6')).toEqual([]);
});
