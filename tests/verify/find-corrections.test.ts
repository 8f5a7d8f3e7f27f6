import { expect, test } from 'vitest';
import type { KeyPoint } from '#core/briefing.ts';
import type { Correction } from '#core/corrections.ts';
import { findCorrections } from '#verify/find-corrections.ts';
import { aBriefing } from '../a-briefing.ts';
import { anArticle } from '../an-article.ts';

const LINES = [
  'The ferry to Lund will stop running on Sundays from May, its owner said on Tuesday.',
  '“We carry nine people on a winter Sunday, and the crew is eight,” said Karin Holt, who runs Lund Lines.',
  'The island council called the decision a betrayal.',
  'Its chairman said that 340 people would be cut off for a day each week.',
  'Holt said that the company had lost 2.1 million crowns last year.',
  'The ministry has not answered questions about the plan.',
  'A petition against it hangs in the harbour office.',
];
const article = anArticle(LINES.join('\n\n'));
const points = article.sentences.map(
  (span): KeyPoint => ({
    text: article.text.slice(span.start, span.end),
    evidence: [span],
    attributions: [],
  }),
);
const briefing = aBriefing({ points, sources: [], attributions: [], disagreements: [] }, article);
const after = (lines: readonly string[], more = {}) => findCorrections(briefing, anArticle(lines.join('\n\n'), more));
const told = (lines: readonly string[], before: readonly Correction[]) =>
  findCorrections(briefing, anArticle(lines.join('\n\n')), before);
const swapped = (from: string, to: string) => LINES.map((line) => line.replace(from, to));

test('the briefing under test shows every line', () => {
  expect(briefing.points).toHaveLength(LINES.length);
  expect(after(LINES)).toEqual([]);
});

test.each([
  ['a figure', 3, '340', '34'],
  ['its scale', 4, '2.1 million', '21 million'],
  ['its sign of currency', 4, '2.1 million crowns', '2.1 million euros'],
  ['a quotation', 1, 'the crew is eight', 'the crew is nine'],
  ['a name beside a quotation', 1, 'Karin Holt', 'Karin Hold'],
  ['what turns a figure around', 3, 'would be cut off', 'would not be cut off'],
])('%s that changed is told with before and after', (_, line, from, to) => {
  const lines = swapped(from, to);
  expect(after(lines)).toEqual([{ before: LINES[line], after: lines[line] }]);
});

test('a passage that is gone is told as gone', () => {
  expect(after(LINES.filter((_, at) => at !== 3))).toEqual([{ before: LINES[3], after: null }]);
});

test.each([
  ['white space and typography', swapped('“We carry', '"We  carry').map((line) => line.replace('eight,”', 'eight",'))],
  ['how a figure is written', swapped('2.1 million', '2,100,000')],
  ['a hyphen', swapped('cut off', 'cut-off')],
  ['an advertisement between', [...LINES.slice(0, 3), 'Advertisement', 'Win 100 crossings!', ...LINES.slice(3)]],
  ['what a live blog adds above', ['10:42 The mayor has begun to speak to some 200 people.', ...LINES]],
  ['words that were only added', swapped('each week.', 'each week, he told the council.')],
  ['sentences that were joined', [...LINES.slice(0, 2), `${LINES[2]} ${LINES[3]}`, ...LINES.slice(4)]],
  ['another order', LINES.toReversed()],
  ['a line without figure or quotation', swapped('has not answered', 'answered none of the')],
])('%s: nothing is told', (_, lines) => {
  expect(after(lines)).toEqual([]);
});

test('of what was told only what changed after that is told, with what was briefed', () => {
  const first = swapped('340', '34');
  const known = after(first);
  expect(told(first, known)).toEqual([]);
  expect(told(swapped('340', '35'), known)).toEqual([{ before: LINES[3], after: LINES[3]?.replace('340', '35') }]);
  const both = first.map((line) => line.replace('2.1 million', '21 million'));
  expect(told(both, known)).toEqual([{ before: LINES[4], after: both[4] }]);
  const gone = { before: LINES[3] ?? '', after: null };
  expect(told(LINES.toSpliced(3, 1), known)).toEqual([gone]);
  expect(told(LINES.toSpliced(3, 1), [...known, gone])).toEqual([]);
});

test('that a passage stands again as it was is told once, and a page that goes to and fro is told no more', () => {
  const first = swapped('340', '34');
  const again = { before: LINES[3] ?? '', after: LINES[3] ?? '' };
  expect(told(LINES, after(first))).toEqual([again]);
  const all = [...after(first), again];
  expect(told(LINES, all)).toEqual([]);
  expect(told(first, all)).toEqual([]);
});

test('a page that is a part now, or another page, is no correction', () => {
  expect(after(LINES.slice(0, 2), { completeness: 'partial' })).toEqual([]);
  expect(after(LINES.slice(0, 3))).toEqual([]);
  expect(
    after(['Page not found.', 'There are 404 reasons for that, and the page “that you look for” is gone.']),
  ).toEqual([]);
  expect(
    after(LINES.map((line, at) => (at < 2 ? line : `Something else altogether, the ${at} times told tale.`))),
  ).toEqual([]);
});

test('what changed behind all that is kept of a passage is not told as if it stood again', () => {
  const long = (cracks: number) =>
    `In May ${'the board looked at all of the hangers and '.repeat(60)}at ${cracks} cracks.`;
  const one = anArticle([...LINES, long(14)].join('\n\n'));
  const point = {
    text: 'The board looked at all of the hangers.',
    evidence: one.sentences.slice(-1),
    attributions: [],
  };
  const about = aBriefing({ points: [point], sources: [], attributions: [], disagreements: [] }, one);
  expect(findCorrections(about, anArticle([...LINES, long(14).replace('May', 'June')].join('\n\n')))).toHaveLength(1);
  expect(findCorrections(about, anArticle([...LINES, long(17)].join('\n\n')))).toEqual([]);
});

test('hostile lengths end soon', () => {
  const long = Array.from({ length: 3_000 }, (_, at) => `“Again and again ${at}, again and again,” he said.`);
  expect(after([...LINES, ...long])).toEqual([]);
});
