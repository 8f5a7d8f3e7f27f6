import { expect, test } from 'vitest';
import { wordPoint } from '#summarize/extractive/points/word-point.ts';
import { readPassages } from '#summarize/extractive/read-passages.ts';
import { type Said, saidIn } from '../said-in.ts';

/** The point that the sentence with these words becomes. */
function pointOf(text: string, statements: readonly Said[], start = text.slice(0, 12), language = 'en') {
  const { article, testimony } = saidIn(text, statements, { language });
  const passages = readPassages(article, testimony);
  const passage = passages.find((one) => one.text.includes(start));
  if (passage === undefined) throw new Error(`no sentence with ${start}`);
  return wordPoint(passage, passages, article);
}

test('a cue in front moves into the credit', () => {
  const point = pointOf('Officials said the bridge over the river would close on Friday.', [
    { words: 'the bridge over the river would close on Friday', by: 'Officials', cue: 'said' },
  ]);
  expect(point.text).toBe('The bridge over the river would close on Friday.');
  expect(point.attributions).toEqual(['a1']);
});

test('a cue behind moves into the credit', () => {
  const point = pointOf('The harbour will be dredged twice this winter, according to the port authority.', [
    {
      words: 'The harbour will be dredged twice this winter',
      by: 'the port authority',
      cue: 'according to',
      verb: 'according to',
    },
  ]);
  expect(point.text).toBe('The harbour will be dredged twice this winter.');
});

test('a cue in the middle leaves one sentence', () => {
  const point = pointOf('The mill, inspectors said, had failed three safety checks since May.', [
    { words: ['The mill', 'had failed three safety checks since May'], by: 'inspectors', cue: 'said' },
  ]);
  expect(point.text).toBe('The mill had failed three safety checks since May.');
});

test.each([
  [
    'a denial',
    'The mayor denied the council had sold the old quarry.',
    'the council had sold the old quarry',
    { stance: 'denies', verb: 'deny' },
  ],
  ['a wish', 'The union demanded the depot stay open all night.', 'the depot stay open all night', { verb: 'demand' }],
  [
    'an infinitive',
    'The firm said to expect delays on the northern line.',
    'to expect delays on the northern line',
    {},
  ],
  [
    'a pronoun without its noun',
    'The firm said it would sell its last two boats.',
    'it would sell its last two boats',
    {},
  ],
  ['a negated cue', 'Engineers never said the dam would hold another winter.', 'the dam would hold another winter', {}],
  [
    'a hedged cue',
    'Engineers reportedly said the dam would hold another winter.',
    'the dam would hold another winter',
    {},
  ],
  ['a condition', 'If inspectors say the dam is sound, the valley road opens.', 'the dam is sound', {}],
  [
    'a guess that is not sure enough',
    'Officials said the bridge would close on Friday.',
    'the bridge would close on Friday',
    { confidence: 0.3 },
  ],
] as const)('%s keeps its sentence whole', (_, text, words, more) => {
  const point = pointOf(text, [
    { words, by: 'someone', cue: /denied|demanded|said|say/.exec(text)?.[0] ?? null, ...more },
  ]);
  expect(point.text).toBe(text);
});

test('a statement that is not sure enough to be shown is credited to nobody', () => {
  const point = pointOf('Officials said the bridge would close on Friday.', [
    { words: 'the bridge would close on Friday', by: 'Officials', cue: 'said', confidence: 0.3 },
  ]);
  expect(point.attributions).toEqual([]);
});

test('a quotation stands alone in curly marks, to the letter, its comma a full stop', () => {
  const point = pointOf('"We looked at every bolt and found forty cracks," the engineer said.', [
    { words: 'We looked at every bolt and found forty cracks', by: 'the engineer', cue: 'said', form: 'direct' },
  ]);
  expect(point.text).toBe('“We looked at every bolt and found forty cracks.”');
});

test('a quotation of several sentences is taken whole when it is short', () => {
  const text = '“We looked at every bolt. We found forty cracks. Nobody sleeps here tonight,” the engineer said.';
  const words = 'We looked at every bolt. We found forty cracks. Nobody sleeps here tonight';
  for (const start of ['We looked', 'We found', 'Nobody']) {
    const point = pointOf(text, [{ words, by: 'the engineer', cue: 'said', form: 'direct' }], start);
    expect(point.text).toBe('“We looked at every bolt. We found forty cracks. Nobody sleeps here tonight.”');
    expect(point.evidence.length).toBeGreaterThan(0);
  }
});

test('a long quotation is cut to whole sentences', () => {
  const sentence = 'The water came up the stairs and over the beds and out of the windows again.';
  const words = Array.from({ length: 9 }, () => sentence).join(' ');
  const point = pointOf(`“${words}” the miller said.`, [{ words, by: 'the miller', cue: 'said', form: 'direct' }]);
  expect(point.text).toBe(`“${[sentence, sentence, sentence].join(' ')}”`);
});

test('a quotation that its cue cuts in two keeps the sentence whole', () => {
  const text = '“It is,” the miller said, “the worst flood in sixty years.”';
  const point = pointOf(text, [
    { words: ['It is', 'the worst flood in sixty years.'], by: 'the miller', cue: 'said', form: 'direct' },
  ]);
  expect(point.text).toBe(text);
});

test('no quotation mark is left half open', () => {
  const text = '“The river rose at night. We carried the children up the hill,” a farmer recalled as he wept.';
  expect(pointOf(text, [], 'The river').text).toBe('“The river rose at night.”');
  expect(pointOf(text, [], 'We carried').text).toBe(
    '“We carried the children up the hill,” a farmer recalled as he wept.',
  );
});

test('a leading "But" is taken off', () => {
  expect(pointOf('But the ferry sails on Sundays.', []).text).toBe('The ferry sails on Sundays.');
  expect(pointOf('However, the ferry sails on Sundays.', []).text).toBe('The ferry sails on Sundays.');
});

test('a sentence that opens with a pronoun brings the one before', () => {
  const text = 'The mayor of Aldby left office on Monday. He had served for nine years.';
  const point = pointOf(text, [], 'He had');
  expect(point.text).toBe(text);
  expect(point.isDangling).toBe(false);
  expect(point.evidence).toHaveLength(2);
});

test('a pronoun with nothing before it is said to dangle', () => {
  expect(pointOf('He had served for nine years.', []).isDangling).toBe(true);
});

test('other languages keep their sentences and marks', () => {
  const text = '„Wir haben jede Schraube geprüft und Risse gefunden“, sagte die Ingenieurin.';
  const words = 'Wir haben jede Schraube geprüft und Risse gefunden';
  expect(pointOf(text, [{ words, by: 'die Ingenieurin', form: 'direct' }], 'Wir', 'de').text).toBe(text);
  expect(pointOf('橋は金曜日に閉鎖される。', [], '橋', 'ja').text).toBe('橋は金曜日に閉鎖される。');
});

test('white space inside a sentence becomes one space, and nothing else changes', () => {
  expect(pointOf('The old ferry  sails\ton Sundays.', [], 'ferry').text).toBe('The old ferry sails on Sundays.');
});

test('a dateline is left out', () => {
  const text = 'ALDBY, May 3 (Courier) — The ferry sails on Sundays.';
  expect(pointOf(text, []).text).toBe('The ferry sails on Sundays.');
});

test('a thing announced is no sentence, even with a verb in a clause behind it', () => {
  const text = 'The firm announced a recall of its ferries after it found that a valve may leak in rain.';
  const words = 'a recall of its ferries after it found that a valve may leak in rain';
  const point = pointOf(text, [{ words, by: 'The firm', cue: 'announced', verb: 'announce' }]);
  expect(point.text).toBe(text);
});

test('a "he" whom the sentence does not name brings the sentence that does', () => {
  const text = 'Olof Brandt was mayor of Aldby. Prosecutors say he sold the quarry.';
  expect(pointOf(text, [], 'Prosecutors').text).toBe(text);
  expect(pointOf('Brandt says he sold the quarry.', [], 'Brandt').isDangling).toBe(false);
});

test('words that break off are no sentence', () => {
  const text = 'Brandt drove to the harbour in February, when, he said, the ice had gone.';
  const point = pointOf(text, [{ words: 'Brandt drove to the harbour in February, when', by: 'Brandt', cue: 'said' }]);
  expect(point.text).toBe(text);
});

test('two clauses around a cue are not run together', () => {
  const text = 'The clock of the mill had stopped at noon, Brandt said; the wheel turned for three more days.';
  const words = ['The clock of the mill had stopped at noon', 'the wheel turned for three more days'];
  expect(pointOf(text, [{ words, by: 'Brandt', cue: 'said' }]).text).toBe(text);
});

test('a participle after a noun does not make a sentence of a thing', () => {
  const text = 'The firm announced a recall of ferries sold in the north of the country.';
  const words = 'a recall of ferries sold in the north of the country';
  expect(pointOf(text, [{ words, by: 'The firm', cue: 'announced', verb: 'announce' }]).text).toBe(text);
});

test('after "that" a past form is a verb', () => {
  const text = 'The firm announced that the ferries sold out within an hour.';
  const words = 'the ferries sold out within an hour';
  const point = pointOf(text, [{ words, by: 'The firm', cue: 'announced', verb: 'announce' }]);
  expect(point.text).toBe('The ferries sold out within an hour.');
});

test('a second "that" still hangs on the cue, so the sentence stays whole', () => {
  const text = 'Brandt said the bridge would close in May, and that no ferry would sail before June.';
  const words = 'the bridge would close in May, and that no ferry would sail before June';
  expect(pointOf(text, [{ words, by: 'Brandt', cue: 'said' }]).text).toBe(text);
});

test('words that reach us through two mouths keep the inner one, and the outer one is credited', () => {
  const text = 'Harl said the caretaker had told the inspectors that “Mira kept the lists all along”.';
  const said: readonly Said[] = [
    { words: 'the caretaker had told the inspectors that “Mira kept the lists all along”', by: 'Harl', cue: 'said' },
    {
      words: 'Mira kept the lists all along',
      by: 'the caretaker',
      cue: 'told',
      verb: 'tell',
      form: 'direct',
    },
  ];
  const point = pointOf(text, said);
  expect(point.text).toBe('The caretaker had told the inspectors that “Mira kept the lists all along”.');
  expect(point.attributions).toEqual(['a1', 'a2']);
});

test('where the outer mouth is not sure, the sentence stays whole and nobody is credited', () => {
  const text = 'Harl said the caretaker had told the inspectors that the lists were gone for good.';
  const point = pointOf(text, [
    {
      words: 'the caretaker had told the inspectors that the lists were gone for good',
      by: 'Harl',
      cue: 'said',
      confidence: 0.3,
    },
    { words: 'the lists were gone for good', by: 'the caretaker', cue: 'told', verb: 'tell' },
  ]);
  expect(point.text).toBe(text);
  expect(point.attributions).toEqual([]);
});

test.each([
  'Officials said the quarry would close for a year, according to two people at the table.',
  'Lind, who told the union otherwise in May, said the quarry would close for a year.',
])('a second telling that nobody read keeps the sentence whole: %s', (text) => {
  const by = text.split(/[ ,]/u, 1)[0] ?? '';
  const words = 'the quarry would close for a year';
  expect(pointOf(text, [{ words, by, cue: 'said' }]).text).toBe(text);
});

test('a figure that is only called "the figure" takes the sentence before along', () => {
  const text =
    'Repairs would cost 31 million crowns, by a memo. Her rival put the figure at “closer to half a billion”.';
  expect(pointOf(text, [], 'Her rival').text).toBe(text);
  const own = 'With 40 boats at sea the mayor put the number at 12.';
  expect(pointOf(`The harbour is small. ${own}`, [], 'With 40').text).toBe(own);
});

test.each([
  ['who asked not to be named because the report is a draft', true],
  ['who counted 9 more on the east tower in the same week of April', false],
])('a long credit behind its statement, %s, moves into the credit unless it tells more', (more, isMoved) => {
  const words = 'Cracks run through the hangers';
  const point = pointOf(`${words}, according to two people briefed on the findings of the inspectors, ${more}.`, [
    { words, by: 'two people briefed on the findings', cue: 'according to', verb: 'according to' },
  ]);
  expect(point.text === `${words}.`).toBe(isMoved);
});

test('a thing that is reported is no sentence, whatever clause follows it', () => {
  const text = 'The mill reported free cash of 3 million crowns in both years, and it has gone on growing.';
  const point = pointOf(text, [
    {
      words: 'free cash of 3 million crowns in both years, and it has gone on growing',
      by: 'The mill',
      cue: 'reported',
      verb: 'report',
    },
  ]);
  expect(point.text).toBe(text);
});

test('what an unnamed source told an outlet keeps the outlet, which alone stands for it', () => {
  const text = 'The port plans a third quay, the Elvest Gazette reported, citing two people in the harbour office.';
  const words = 'The port plans a third quay';
  const said = { words, by: 'two people in the harbour office', cue: 'reported', verb: 'report' };
  const { article, testimony } = saidIn(text, [{ ...said, via: ['Elvest Gazette'] }]);
  const sources = testimony.sources.map((source) => ({ ...source, named: false }));
  const passages = readPassages(article, { ...testimony, sources });
  const [passage] = passages;
  expect(passage === undefined ? '' : wordPoint(passage, passages, article).text).toBe(text);
});
